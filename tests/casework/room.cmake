target_link_libraries(casework_tests PRIVATE gweld_store)
target_compile_definitions(casework_tests PRIVATE GWELD_TREE="${CMAKE_SOURCE_DIR}") # two_servers_test.cc
target_sources(casework_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/casework/watched_week.cc)

target_link_libraries(demo_tests PRIVATE gweld_store gweld_protection gweld_measure)
target_sources(demo_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/demo/made.cc)
target_include_directories(demo_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/demo)

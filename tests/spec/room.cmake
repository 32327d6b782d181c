target_sources(spec_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/spec/runner.cc
               ${CMAKE_SOURCE_DIR}/tests/spec/phrases.cc ${CMAKE_SOURCE_DIR}/tests/spec/reading_of.cc)
target_include_directories(spec_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/spec)
target_link_libraries(spec_tests PRIVATE gweld_law)

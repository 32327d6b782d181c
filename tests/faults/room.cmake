target_sources(faults_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests/faults/failing_disk.cc
  ${CMAKE_SOURCE_DIR}/tests/faults/deeds.cc)
target_link_libraries(faults_tests PRIVATE gweld_store PkgConfig::SQLITE)
target_compile_definitions(faults_tests PRIVATE GWELD_PROGRAM="$<TARGET_FILE:gweld>")
add_dependencies(faults_tests gweld)

# What it starts: the program itself, and one that does harm.
add_executable(misbehaving_reader ${CMAKE_SOURCE_DIR}/tests/documents/misbehaving.cc)
target_link_libraries(misbehaving_reader PRIVATE gweld_options gweld_documents)
target_compile_definitions(documents_tests PRIVATE GWELD_PROGRAM="$<TARGET_FILE:gweld>"
  GWELD_MISBEHAVING="$<TARGET_FILE:misbehaving_reader>")
add_dependencies(documents_tests gweld misbehaving_reader)

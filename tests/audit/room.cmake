target_link_libraries(audit_tests PRIVATE gweld_store PkgConfig::SQLITE)
target_compile_definitions(audit_tests PRIVATE GWELD_TREE="${CMAKE_SOURCE_DIR}")

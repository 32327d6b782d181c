target_link_libraries(store_tests PRIVATE PkgConfig::SQLITE)

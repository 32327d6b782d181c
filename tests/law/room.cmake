target_link_libraries(law_tests PRIVATE Boost::json)

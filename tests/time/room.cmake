find_library(RAPIDCHECK rapidcheck REQUIRED)
target_link_libraries(time_tests PRIVATE ${RAPIDCHECK})

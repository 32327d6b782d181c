# The projection is shown through the memory store, whose hands are as good as any.
target_link_libraries(record_tests PRIVATE gweld_store)

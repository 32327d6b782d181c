# The sample page that proves the chain from template to server.
gweld_compile_templates(web_tests gweld::web::sample ${CMAKE_SOURCE_DIR}/tests
                        ${CMAKE_SOURCE_DIR}/tests/web/sample)
target_include_directories(web_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)

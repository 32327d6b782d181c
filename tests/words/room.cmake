# Every sentence in the program, as xgettext finds it in the source and the compiled templates.
find_program(XGETTEXT xgettext REQUIRED)
file(GLOB_RECURSE spoken CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*.cc ${CMAKE_SOURCE_DIR}/src/*.h)
set(sentences ${CMAKE_BINARY_DIR}/words/gweld.pot)
set(compiled ${CMAKE_BINARY_DIR}/templates/gweld_web/templates.cc)
add_custom_command(
  OUTPUT ${sentences}
  COMMAND ${XGETTEXT} --language=C++ --from-code=UTF-8 --force-po --keyword
          --keyword=say:1 --keyword=say_n:1,2 --keyword=mark:1 -o ${sentences}
          ${spoken} ${compiled}
  DEPENDS ${spoken} ${compiled}
  COMMENT "Collecting every sentence"
  VERBATIM)
target_sources(words_tests PRIVATE ${sentences})
target_link_libraries(words_tests PRIVATE tool_words)
target_compile_definitions(words_tests PRIVATE GWELD_SENTENCES="${sentences}")

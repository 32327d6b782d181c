# The pages of law/ are part of the program, so that it runs without its tree.
file(GLOB_RECURSE law_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/law/*.md
     ${CMAKE_SOURCE_DIR}/law/*.toml)
set(law_pages_source ${CMAKE_BINARY_DIR}/law/pages_built_in.cc)
add_custom_command(
  OUTPUT ${law_pages_source}
  COMMAND ${CMAKE_COMMAND} -DLAW=${CMAKE_SOURCE_DIR}/law -DOUT=${law_pages_source}
          -P ${CMAKE_SOURCE_DIR}/src/law/embed.cmake
  DEPENDS ${law_pages} ${CMAKE_SOURCE_DIR}/src/law/embed.cmake
  COMMENT "Putting the pages of law/ into the program"
  VERBATIM)
target_sources(gweld_law PRIVATE ${law_pages_source})

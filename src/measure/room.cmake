# The pages of measures/ are part of the program, so that it runs without its tree.
file(GLOB measure_pages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/measures/*.md)
set(measure_pages_source ${CMAKE_BINARY_DIR}/measures/pages_built_in.cc)
add_custom_command(
  OUTPUT ${measure_pages_source}
  COMMAND ${CMAKE_COMMAND} -DMEASURES=${CMAKE_SOURCE_DIR}/measures -DOUT=${measure_pages_source}
          -P ${CMAKE_SOURCE_DIR}/src/measure/embed.cmake
  DEPENDS ${measure_pages} ${CMAKE_SOURCE_DIR}/src/measure/embed.cmake
  COMMENT "Putting the pages of measures/ into the program"
  VERBATIM)
target_sources(gweld_measure PRIVATE ${measure_pages_source})

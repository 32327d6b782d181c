# The Welsh catalogue: words/parts/*.po -> one cy.po -> cy.mo -> bytes in the program.
include(${CMAKE_SOURCE_DIR}/tools/tools.cmake)
find_program(MSGFMT msgfmt REQUIRED)

file(GLOB parts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/words/parts/*.po)
set(made ${CMAKE_BINARY_DIR}/words)
file(MAKE_DIRECTORY ${made})
add_custom_command(
  OUTPUT ${made}/cy_mo.cc
  BYPRODUCTS ${made}/cy.po ${made}/cy.mo
  COMMAND gweld_catalogue assemble ${made}/cy.po ${parts}
  COMMAND ${MSGFMT} --check-format --check-domain --no-hash -o ${made}/cy.mo ${made}/cy.po
  COMMAND gweld_embed bytes ${made}/cy_mo.cc gweld::words welsh_catalogue ${made}/cy.mo
  DEPENDS gweld_catalogue gweld_embed ${parts}
  COMMENT "Putting the Welsh catalogue together"
  VERBATIM)
target_sources(gweld_words PRIVATE ${made}/cy_mo.cc)

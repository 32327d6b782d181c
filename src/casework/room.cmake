# The passwords everybody uses, from the list of an npm package, compiled into the program.
set(common_passwords ${CMAKE_BINARY_DIR}/casework/common_passwords)
set(listed ${CMAKE_SOURCE_DIR}/node_modules/@zxcvbn-ts/language-common/src/passwords.json)
add_custom_command(
  OUTPUT ${common_passwords}.cc
  COMMAND node ${CMAKE_SOURCE_DIR}/src/casework/common_passwords.mjs ${listed} ${common_passwords}.txt
  COMMAND gweld_embed bytes ${common_passwords}.cc gweld::casework common_passwords
          ${common_passwords}.txt
  DEPENDS gweld_embed ${listed} ${CMAKE_SOURCE_DIR}/src/casework/common_passwords.mjs
  COMMENT "Putting the passwords everybody uses into the program"
  VERBATIM)
target_sources(gweld_casework PRIVATE ${common_passwords}.cc)

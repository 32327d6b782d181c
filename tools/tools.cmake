# The programs that the build itself uses. Included by the rooms that need them.
include_guard(GLOBAL)

# gweld_tool(FOLDER PROGRAM [LINKS library...]): tools/FOLDER becomes the program, and a library
# tool_FOLDER of everything but its main, so that tests/tools can call it.
function(gweld_tool folder program)
  cmake_parse_arguments(TOOL "" "" "LINKS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tools/${folder}/*.cc)
  list(FILTER sources EXCLUDE REGEX "/program\\.cc$")
  add_library(tool_${folder} STATIC ${sources})
  target_include_directories(tool_${folder} PUBLIC ${CMAKE_SOURCE_DIR}/tools)
  target_link_libraries(tool_${folder} PUBLIC gweld_options ${TOOL_LINKS})
  add_executable(${program} ${CMAKE_SOURCE_DIR}/tools/${folder}/program.cc)
  target_link_libraries(${program} PRIVATE tool_${folder})
endfunction()

gweld_tool(templates gweld_templates)
gweld_tool(words gweld_catalogue)
gweld_tool(embed gweld_embed LINKS PkgConfig::BROTLI PkgConfig::ZLIB)

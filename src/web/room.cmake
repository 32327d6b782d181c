# Templates: every .html below src/web/pages becomes C++ before the room is compiled.
include(${CMAKE_SOURCE_DIR}/tools/tools.cmake)

# gweld_compile_templates(TARGET NAMESPACE ROOT FOLDER): the .html files below FOLDER; a template
# ROOT/a/b.html is then declared in "a/b.html.h".
function(gweld_compile_templates target namespace root folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.html)
  set(made ${CMAKE_BINARY_DIR}/templates/${target})
  set(headers)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${root} ${file})
    list(APPEND headers ${made}/${path}.h)
  endforeach()
  add_custom_command(
    OUTPUT ${made}/templates.cc ${headers}
    COMMAND gweld_templates ${made} ${namespace} ${root} ${files}
    DEPENDS gweld_templates ${files}
    COMMENT "Compiling the templates of ${target}"
    VERBATIM)
  target_sources(${target} PRIVATE ${made}/templates.cc ${headers})
  target_include_directories(${target} PUBLIC ${made})
  set_property(GLOBAL APPEND PROPERTY GWELD_COMPILED_TEMPLATES ${made}/templates.cc)
endfunction()

gweld_compile_templates(gweld_web gweld::web::pages ${CMAKE_SOURCE_DIR}/src
                        ${CMAKE_SOURCE_DIR}/src/web/pages)

# Style sheets and scripts become part of the program, so that it is one file. The front end's own
# build writes them; without them the program still builds and pages are plain.
set(GWELD_ASSETS_DIR ${CMAKE_SOURCE_DIR}/build/assets CACHE PATH "what the front end's build made")
file(GLOB assets CONFIGURE_DEPENDS LIST_DIRECTORIES false ${GWELD_ASSETS_DIR}/*)
add_custom_command(
  OUTPUT ${CMAKE_BINARY_DIR}/assets.cc
  COMMAND gweld_embed assets ${CMAKE_BINARY_DIR}/assets.cc ${assets}
  DEPENDS gweld_embed ${assets}
  COMMENT "Putting the style sheets and scripts into the program"
  VERBATIM)
target_sources(gweld_web PRIVATE ${CMAKE_BINARY_DIR}/assets.cc)

# A page is small and what it reads is large, and each page calls its answers "show" and "save":
# here what nearly all read is compiled once instead.
set_target_properties(gweld_web PROPERTIES UNITY_BUILD OFF)
set(GWELD_USUAL_HEADERS
    <algorithm> <array> <boost/describe/enum_to_string.hpp> <map> <optional> <set> <span> <string>
    <variant> <vector>
    ${CMAKE_SOURCE_DIR}/src/casework/office.h ${CMAKE_SOURCE_DIR}/src/casework/standing.h
    ${CMAKE_SOURCE_DIR}/src/record/codec.h ${CMAKE_SOURCE_DIR}/src/web/components/button.h
    ${CMAKE_SOURCE_DIR}/src/web/components/markup.h ${CMAKE_SOURCE_DIR}/src/web/pages/child/wording.h
    ${CMAKE_SOURCE_DIR}/src/web/pages/frame/frame.h ${CMAKE_SOURCE_DIR}/src/web/pages/problems/problems.h
    ${CMAKE_SOURCE_DIR}/src/web/pages/site.h ${CMAKE_SOURCE_DIR}/src/web/pages/visit/answers.h)
function(gweld_usual_headers target)
  target_precompile_headers(${target} PRIVATE ${GWELD_USUAL_HEADERS})
  # So that ccache keeps what was compiled with them.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
gweld_usual_headers(gweld_web)

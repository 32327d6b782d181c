# The components need only html.h and the words, so they are built here on their own: these tests
# run while other rooms are being rebuilt.
file(GLOB component_sources CONFIGURE_DEPENDS
     ${CMAKE_SOURCE_DIR}/src/web/components/*.cc ${CMAKE_SOURCE_DIR}/src/web/draw/*.cc
     ${CMAKE_SOURCE_DIR}/tests/components/*.cc)
list(FILTER component_sources EXCLUDE REGEX "_test\\.cc$|/gallery")
add_library(component_pieces OBJECT ${component_sources} ${CMAKE_SOURCE_DIR}/src/web/html.cc)
target_link_libraries(component_pieces PUBLIC gweld_options gweld_words Boost::json
                      PkgConfig::QRENCODE)
target_link_libraries(components_tests PRIVATE component_pieces PkgConfig::SODIUM)

# Every component on static pages, for tests/browser and for whoever changes the style sheet.
file(GLOB gallery_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/components/gallery/*.cc)
add_executable(component_gallery ${gallery_sources})
target_link_libraries(component_gallery PRIVATE component_pieces)

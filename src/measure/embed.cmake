# Writes one .cc that holds every page of measures/:
# cmake -DMEASURES=<folder> -DOUT=<file.cc> -P embed.cmake
file(GLOB pages RELATIVE ${MEASURES} ${MEASURES}/*.md)
list(SORT pages)
set(text "// Made from measures/ when the program is built; change the pages there.\n")
string(APPEND text "#include \"measure/definition.h\"\n\nnamespace gweld::measure {\n\n")
string(APPEND text "std::vector<law::Page> built_in_pages() {\n    return {\n")
foreach(page IN LISTS pages)
  file(READ ${MEASURES}/${page} content)
  string(APPEND text "{\"${page}\", R\"gweldpage(${content})gweldpage\"},\n")
endforeach()
string(APPEND text "    };\n}\n\n} // namespace gweld::measure\n")
file(WRITE ${OUT} "${text}")

set(targets ${CMAKE_SOURCE_DIR}/tests/fuzz)
file(GLOB fuzz_targets CONFIGURE_DEPENDS ${targets}/*_targets.cc)
list(APPEND fuzz_targets ${targets}/targets.cc)
target_sources(fuzz_tests PRIVATE ${fuzz_targets})
target_link_libraries(fuzz_tests PRIVATE gweld_web gweld_ssd gweld_phone gweld_documents gweld_files)

# Only with clang (tools/fuzz.sh): the rooms that read, not the pages, with what libFuzzer and the
# sanitizers want.
option(GWELD_FUZZ "build gweld_fuzz" OFF)
if(GWELD_FUZZ)
  foreach(room base time record people files documents phone law)
    file(GLOB in_room CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cc)
    list(APPEND read_by ${in_room})
  endforeach()
  foreach(file fields http multipart uploads cookies html server/reader)
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/web/${file}.cc)
      list(APPEND read_by ${CMAKE_SOURCE_DIR}/src/web/${file}.cc)
    endif()
  endforeach()
  list(FILTER read_by EXCLUDE REGEX "/pdf_|/word_reader|/limits") # clang does not read qpdf 11.3
  add_executable(gweld_fuzz EXCLUDE_FROM_ALL ${fuzz_targets} ${targets}/fuzzer.cc ${read_by}
                 ${CMAKE_SOURCE_DIR}/src/ssd/csv.cc)
  get_target_property(law_sources gweld_law SOURCES)
  list(FILTER law_sources INCLUDE REGEX "^${CMAKE_BINARY_DIR}")
  target_sources(gweld_fuzz PRIVATE ${law_sources})
  target_include_directories(gweld_fuzz PRIVATE ${CMAKE_SOURCE_DIR}/src)
  set(watched -g -O1 -w -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all)
  target_compile_options(gweld_fuzz PRIVATE ${watched})
  target_link_options(gweld_fuzz PRIVATE ${watched})
  target_link_libraries(gweld_fuzz PRIVATE Boost::json Boost::locale PkgConfig::SODIUM PkgConfig::ICU
    PkgConfig::PANGO PkgConfig::QPDF PkgConfig::PUGIXML PkgConfig::ZIP PkgConfig::CRYPTO
    PkgConfig::BROTLI PkgConfig::ZLIB ${DATE_TZ})
  set_target_properties(gweld_fuzz PROPERTIES UNITY_BUILD OFF)
endif()

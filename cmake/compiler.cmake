find_program(CCACHE ccache)
if(CCACHE)
  # A precompiled header is known by its content, not by its date.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_link_options(-fuse-ld=mold)
endif()

add_library(gweld_options INTERFACE)
target_include_directories(gweld_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
# Not -Wmaybe-uninitialized: where it optimises, g++ 12 takes the members of a variant or an optional
# that is not in use for uninitialised ones (gcc bug 80635), and a build that stops on a
# user's machine for that helps nobody. clang-tidy looks for the real ones. Nor -Wrestrict: it warns of
# std::string's own operator+ at -O2 (gcc bug 105651).
target_compile_options(gweld_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Woverloaded-virtual -Wformat=2 -Wextra-semi $<$<NOT:$<CONFIG:Release>>:-Werror>
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op
                           -Wno-maybe-uninitialized -Wno-restrict>)
target_compile_definitions(gweld_options INTERFACE _GLIBCXX_ASSERTIONS)

option(GWELD_SANITIZE "address and undefined-behaviour sanitizers" OFF)
option(GWELD_SANITIZE_THREAD "thread sanitizer" OFF)
if(GWELD_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer -g1)
  add_link_options(-fsanitize=address,undefined)
elseif(GWELD_SANITIZE_THREAD)
  add_compile_options(-fsanitize=thread -g1 -Wno-tsan)
  add_link_options(-fsanitize=thread)
else()
  target_compile_options(gweld_options INTERFACE
    -fstack-protector-strong -fstack-clash-protection -fcf-protection
    $<$<CONFIG:Release>:-U_FORTIFY_SOURCE> $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
  add_link_options(-Wl,-z,relro,-z,now)
endif()

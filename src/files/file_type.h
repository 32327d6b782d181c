// file_type.h - what a file somebody sends us is, told from its bytes and never from what its
// sender says; and why it is not taken. Nothing is unpacked or run. Knows no store, no page and no
// entry.
//
// NOT MODELLED: a virus scanner, because none comes with the program; and looking inside the
// compressed parts of a PDF or a Word document, because whoever opens it needs their own protection
// anyway. So a file is given out only to be saved, never shown in our pages.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gweld::files {

enum class FileType : std::uint8_t { pdf, png, jpeg, docx, text };
std::string_view media_type(FileType type); // "application/pdf"

enum class FileRefused : std::uint8_t {
    empty,
    too_large,          // than `largest`
    ending_not_allowed, // or none
    not_what_it_says,   // the bytes are of another type than the name's ending
    not_recognised,     // bytes of none of the types
    program,            // something that can be run
    has_macros,         // or other things in it that run
    encrypted,          // nobody but its sender could read it
    old_word,          // a .doc, or a Word file under a password, which looks the same from outside
    unpacks_too_large, // a bomb, or as good as one
    damaged            // cut short, or not in order
};

inline constexpr std::size_t largest_file = 10U << 20U;
inline constexpr std::size_t longest_file_name = 120; // bytes

// The last part of what a browser sends as the name: without folders, control characters and marks
// that turn the direction of writing, cut at longest_file_name before its ending. May be empty.
std::string plain_file_name(std::string_view sent);

// `name`: as plain_file_name gives it.
base::Result<FileType, FileRefused> type_of(std::string_view name, std::string_view bytes);

} // namespace gweld::files

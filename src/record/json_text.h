// json_text.h - the characters of canonical JSON. Knows no kinds.
#pragma once

#include <string>
#include <string_view>

namespace gweld::record {

// Appends the text as a JSON string. Control characters, the quotation mark and the backslash are
// escaped, nothing else. Every byte that is not part of well-formed UTF-8 (RFC 3629) becomes
// U+FFFD, so that what was typed is never refused and what is stored is always readable.
void append_json_string(std::string& out, std::string_view text);

// How many bytes the well-formed UTF-8 character at the start of the text has; 0: not well-formed.
std::size_t utf8_length(std::string_view text);

} // namespace gweld::record

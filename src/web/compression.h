// compression.h - pages made smaller for browsers that ask for it. Knows no page: whoever puts a
// secret on a page masks it (csrf.h), because compressed length tells (BREACH).
#pragma once

#include "web/http.h"

#include <string>
#include <string_view>

namespace gweld::web {

enum class Coding : std::uint8_t { none, gzip, brotli };

// From Accept-Encoding: Brotli where it is accepted, else gzip, else none. "q=0" is a refusal;
// other weights are not compared.
Coding best_coding(std::string_view accept_encoding);

// Empty when it would not be smaller.
std::string compressed(std::string_view bytes, Coding coding);

// Compresses a page, a JSON or CSV answer of 1,500 bytes or more, unless it already has a
// Content-Encoding. About 0.1 ms for 30 kB.
void compress(const Request& request, Response& response);

} // namespace gweld::web

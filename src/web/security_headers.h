// security_headers.h - what every answer tells the browser not to do. Knows no page.
#pragma once

#include "web/http.h"

#include <string_view>

namespace gweld::web {

// Header lines, each with its CR LF, sent with every answer.
std::string_view security_headers();
// The same for the answers that a page's own headers must not weaken, by name: a handler that sets
// one of these is a bug, and its line is left out.
bool is_security_header(std::string_view name);

} // namespace gweld::web

// qr.h - a text as a picture that a phone's camera reads (ISO/IEC 18004). What stands in it stands
// beside it as text too. Knows no page.
#pragma once

#include "web/html.h"

#include <string>
#include <string_view>

namespace gweld::web::draw {

// `heard` is what the picture is. Throws where the text is longer than such a picture can be.
Html qr_code(const std::string& text, std::string_view heard);

} // namespace gweld::web::draw

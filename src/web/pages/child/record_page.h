// record_page.h - the page round every part of a child's record: who this is, what must not be
// missed, what can be done, the parts. Knows no part's content.
#pragma once

#include "web/pages/child/shown.h"

#include <string>

namespace gweld::web::pages::child_record {

// `route` names the part shown; `heading` is the part's own heading, empty on the summary.
Response record_page(const Shown& shown, std::string_view route, const std::string& heading,
                     const Html& content);

} // namespace gweld::web::pages::child_record

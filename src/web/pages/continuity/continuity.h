// continuity.h - the out-of-hours pack: one file that any browser opens with a code while the
// server is out of reach, the page that says how old it is, and the way back for who was looked up
// in it.
#pragma once

#include "web/pages/site.h"
#include "web/uploads.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::web::pages {

void add_continuity_pages(Site& site);
// What these pages take; none: another page's request.
std::optional<UploadLimits> takes_looks(const Request& request);

struct MadePack {
    std::string file; // HTML, whole in itself; readable only with the code
    record::Instant as_of;
    std::size_t children = 0;
};
// In both languages. `code` as phone::as_typed gives it. A county of 100 on the register takes
// about a third of a second, two thirds of it for the code.
base::Result<MadePack, record::StoreFault> continuity_pack(const Site& site, std::string_view code);

} // namespace gweld::web::pages

// kept_records.h - addresses and forms that still name a record which was merged into another since
// they were made. Knows no page.
#pragma once

#include "web/pages/site.h"

#include <optional>

namespace gweld::web::pages {

// The same page of the kept record; none: the address names no record that was merged.
std::optional<Url> at_kept_record(const Site& site, const Request& request, const Params& params);

// The form with the kept record in the place of the other, in names and values, so that its writer
// is told what happened and nothing typed is lost; none: nothing in it was merged.
std::optional<Fields> with_kept_records(const Site& site, const Fields& form);

} // namespace gweld::web::pages

// uploads_taken.h - which addresses take files, and how much: for the server, before the body is
// read. Knows no server.
#pragma once

#include "web/http.h"

#include <optional>

namespace gweld::web::pages {

// None: an address that takes none.
std::optional<UploadLimits> takes_files(const Request& request);

} // namespace gweld::web::pages

#include "web/pages/child/shown.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

std::optional<Url> Shown::to_if_there(std::string_view route, Router::Filled slots) const {
    const auto& table = caller.site.router.table();
    const bool there =
        std::ranges::any_of(table, [&](const Route& known) { return known.name == route; });
    return there ? std::optional{caller.to(route, slots)} : std::nullopt;
}

bool Shown::may(access::Action action) const {
    return access::decide(caller.viewer, action, facts().bearing(), today).allowed();
}

} // namespace gweld::web::pages::child_record

#include "web/pages/child/shown.h"

namespace gweld::web::pages::child_record {

std::optional<Url> Shown::to_if_there(std::string_view route, Router::Filled slots) const {
    return caller.site.router.has(route) ? std::optional{caller.to(route, slots)} : std::nullopt;
}

bool Shown::may(access::Action action) const {
    return access::decide(caller.viewer, action, facts().bearing(), caller.when()).allowed();
}

} // namespace gweld::web::pages::child_record

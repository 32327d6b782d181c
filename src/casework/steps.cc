#include "casework/steps.h"

namespace gweld::casework {

bool let_in(Office& office, record::Writing& tx, const access::Viewer& viewer, const Step& step,
            const FamilyFacts& children) {
    bool all = true;
    for (const auto& child : children) {
        all = child->person && look(office, tx, viewer, step.action, *child, step.page).allowed() &&
              all;
    }
    return all;
}

bool has_news(const record::Reading& reading, const Saw& saw, const FamilyFacts& children) {
    return std::ranges::any_of(children, [&](const auto& child) {
        const auto seen =
            std::ranges::find(saw.versions, child->child.uuid, &record::SeenVersion::subject);
        return seen == saw.versions.end() || seen->version != reading.version_of(child->child.uuid);
    });
}

Saw with_every_child(Saw saw, const FamilyFacts& children) {
    for (const auto& child : children) {
        if (std::ranges::find(saw.versions, child->child.uuid, &record::SeenVersion::subject) ==
            saw.versions.end()) {
            saw.versions.push_back({child->child.uuid, 0});
        }
    }
    return saw;
}

} // namespace gweld::casework

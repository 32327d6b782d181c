#include "web/pages/child/kept_summaries.h"

#include "web/pages/child/parts.h"

namespace gweld::web::pages::child_record {

namespace {

// Nobody's rights change unseen: a new role or team is another reader.
bool same_reader(const access::Viewer& a, const access::Viewer& b) {
    const auto said = [](const access::Viewer& viewer) {
        return std::tie(viewer.sign_in_name, viewer.worker, viewer.name, viewer.role, viewer.team,
                        viewer.team_name);
    };
    return said(a) == said(b);
}

} // namespace

std::shared_ptr<const Html> KeptSummaries::kept_of(const Key& key, const Shown& shown) {
    const std::lock_guard lock{mutex_};
    const auto found = kept_.find(key);
    if (found == kept_.end()) {
        return nullptr;
    }
    const auto& kept = found->second;
    const bool still_so = kept.around == shown.record.around && kept.today == shown.today &&
                          same_reader(kept.viewer, shown.caller.viewer);
    return still_so ? kept.html : nullptr;
}

void KeptSummaries::keep(const Key& key, Kept kept) {
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= most) {
        kept_.clear();
    }
    kept_.insert_or_assign(key, std::move(kept));
}

Html KeptSummaries::of(const Shown& shown) {
    // Where the record moved on while it was opened, what is around is newer than the standing.
    if (shown.record.around->facts != shown.standing().facts) {
        return summary(shown);
    }
    const auto& viewer = shown.caller.viewer;
    const Key key{shown.facts().child.uuid, viewer.sign_in_name, shown.caller.request.language};
    if (const auto kept = kept_of(key, shown)) {
        return *kept;
    }
    auto html = std::make_shared<const Html>(summary(shown));
    keep(key, {shown.record.around, shown.today, viewer, html});
    return *html;
}

} // namespace gweld::web::pages::child_record

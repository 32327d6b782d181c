// parts.h - the parts of a child's record, each as the content under the banner.
#pragma once

#include "web/pages/child/shown.h"

namespace gweld::web::pages::child_record {

Html summary(const Shown& shown);
Html timeline(const Shown& shown);
Html visits(const Shown& shown);
Html people(const Shown& shown);
Html assessments_of_child(const Shown& shown);
Html protection_of(const Shown& shown);
Html plan_of(const Shown& shown);
// One version as it was, with what it changed; none: no version of this child's plan.
std::optional<Html> plan_version_of(const Shown& shown, base::EntryId entry);
// The plan that holds, without what is for the screen; none: none does.
struct OnPaperPart {
    std::string title;
    Html content;
};
std::optional<OnPaperPart> plan_on_paper(const Shown& shown);
Html what_is_due(const Shown& shown);
// The looks have been read with the record's own permission.
Html who_has_looked(const Shown& shown, const std::vector<record::ChainedLook>& looks);
// Who may see the record, whom it excludes, and the ways to change that.
Html who_may_see_it(const Shown& shown);

} // namespace gweld::web::pages::child_record

// shown.h - one child's record opened for one reader, as every part of the record's pages sees it.
// Knows no part.
#pragma once

#include "casework/child.h"
#include "web/pages/site.h"

#include <optional>
#include <string>

namespace gweld::web::pages::child_record {

using time::CivilDate;

struct Shown {
    const Caller& caller;
    const casework::OpenRecord& record;
    CivilDate today;

    const Words& say() const { return caller.say; }
    const casework::Standing& standing() const { return record.standing; }
    const casework::Facts& facts() const { return *record.standing.facts; }
    const record::PersonRow& person() const { return *record.standing.facts->person; }
    // What the child is called in running text.
    const std::string& called() const {
        return person().forename.empty() ? person().surname : person().forename;
    }
    std::string id() const { return base::to_text(facts().child.uuid); }
    // The address of one of this child's pages.
    Url to(std::string_view route) const { return caller.to(route, {{"id", id()}}); }
    // The same for a page that stands in another room and may not be there; none: no such page.
    std::optional<Url> to_if_there(std::string_view route, Router::Filled slots) const;
    bool may(access::Action action) const;
};

} // namespace gweld::web::pages::child_record

// household.h - one home on the list of visits to make: its children share a drive, each has her
// own conditions. Knows no page and no rule.
#pragma once

#include "web/components/card_table.h"
#include "web/components/tone.h"

namespace gweld::web::ours {

struct HouseholdChild {
    Content name = {};                   // a link to her record, and her age
    std::vector<Status> conditions = {}; // one per condition column
};

struct Household {
    Due due = {}; // of the most urgent clock in the home; its tone is the card's
    Content name = {};
    Content where = {};
    Html action = {}; // "Record a visit"
    // The first column is the child; a condition each follows.
    std::string caption = {}; // heard: whose conditions these are
    std::vector<CardColumn> columns = {};
    std::vector<HouseholdChild> children = {};
    Content safety = {}; // before going in; may be empty
    Content plan = {};   // what puts all of this right; may be empty
    int level = 3;       // of the heading
};
Html render(const Household& household);
// The list of them, most urgent first.
Html render(const std::vector<Household>& households);

} // namespace gweld::web::ours

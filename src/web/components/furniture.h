// furniture.h - the pieces pages are put together from: read this first, a panel of context, links
// that filter, what a visit will count for, the save bar. Knows no page.
#pragma once

#include "web/components/markup.h"

namespace gweld::web::ours {

// Above everything else on the page.
struct ReadFirst {
    std::string id = "read-first";
    std::string heading = {}; // "Read first"
    Content title = {};
    Content note = {};
    Html action = {};
};
Html render(const ReadFirst& read_first);

// The narrow column: one subject each.
struct Panel {
    std::string id = {};
    Content heading = {};
    Html content = {};
    int level = 2;
};
Html render(const Panel& panel);

struct FilterLink {
    Content text = {};
    Url href = Url::path("/");
    bool current = false;
};
struct Filters {
    std::string label = {}; // "Show"; seen, and the name of the landmark
    std::vector<FilterLink> links = {};
};
Html render(const Filters& filters);

// The live summary on the record-a-visit form, filled by visit.js and unseen without it. The
// sentences come with each child: see visit_child().
struct Counts {
    std::string heading = {}; // "What this visit will count for"
    std::string empty = {};   // "Answer the questions above to see."
};
Html render(const Counts& counts);

// What one condition is called for this child when the visit meets it and when it does not; both
// empty when the condition does not bear on her. Whole, and fitting her: Welsh says "ar ei phen ei
// hun" of a girl and "ar ei ben ei hun" of a boy.
struct ConditionWords {
    std::string met = {};
    std::string not_met = {};
};
struct VisitChild {
    std::string name = {};
    ConditionWords alone = {};
    ConditionWords home = {};
    ConditionWords bedroom = {};
};
// For the element around one child's questions. The questions themselves carry
// data-answer="seen", "alone" and "bedroom" (govuk::Radios.attributes), the place "place", the
// outcome of the visit "outcome" with the value "attempted" when nobody was seen.
Attributes visit_child(const VisitChild& child);
Attributes answers(std::string_view question); // data-answer, for Radios.attributes

// Stays in sight while the form is filled in.
struct SaveBar {
    Html button = {};
    Content note = {};
};
Html render(const SaveBar& bar);

} // namespace gweld::web::ours

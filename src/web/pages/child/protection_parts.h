// protection_parts.h - what the template of a child's protection page shows: the way from a
// strategy discussion to the register, and the time to the conference with its working.
#pragma once

#include "web/html.h"
#include "web/pages/child/working.h"

#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct ConferenceTime {
    std::string sentence; // of the rule
    Html status;
    std::vector<std::string> facts;
    Working working;
    std::string note; // why it does not run yet, or at all; may be empty
    Url rule = Url::path("/");
};

struct ProtectionParts {
    std::vector<std::string> answer;  // where things stand, and what is missing
    std::vector<Html> buttons;        // the next step; empty: nothing this reader may do
    std::vector<ConferenceTime> time; // at most one: the newest enquiry's
    struct Section {
        std::string id;
        std::string heading;
        Html events; // empty: `none` is said
        std::string none;
        std::vector<Html> buttons = {}; // below; empty: nothing this reader may change
    };
    std::vector<Section> sections;
};

} // namespace gweld::web::pages::child_record

// contact_parts.h - what the template of one contact shows.
#pragma once

#include "web/html.h"
#include "web/pages/front_door/corrected.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct NameAndValue {
    std::string name;
    std::vector<std::string> values;
};

struct SuggestedChild {
    std::string name;
    std::string about; // born, number
    std::string why;
    Url record = Url::path("/");
    std::string person; // for the button
};

struct ContactChildShown {
    std::string heading;
    std::vector<std::string> facts; // as given
    std::string known;              // "This is Ffion Davies"
    Url record = Url::path("/");
    bool may_open = false;
    std::vector<std::string> standing;
    Html lacks; // what a decision called for and has not come; empty: nothing
    std::string let_go_because;
    Html take_back; // a link; empty: not for this reader
    Html to_do;     // links
    Url unmatch = Url::path("/");
    bool may_unmatch = false;
    std::string nth;
    bool may_match = false;
    std::vector<SuggestedChild> suggestions;
};

struct ContactHappening {
    std::string what;
    std::string detail;
    std::string by;
};

struct ContactParts {
    Html back;
    Html saved;
    Html errors;
    std::vector<std::string> since;
    std::string heading;
    std::string lede_first;
    std::string lede_rest;
    bool act_now = false;
    std::string worry;
    std::string language;
    std::vector<NameAndValue> facts;
    std::vector<door::Corrected> corrections;
    bool may_correct = false;
    Url correct = Url::path("/");
    Html referral;
    std::vector<ContactChildShown> children;
    std::vector<std::string> due;
    Url rule = Url::path("/");
    std::vector<ContactHappening> history;
    Html hidden; // of every small form on the page: token, key, version
    bool may_take = false;
    Url take = Url::path("/");
    bool may_wait = false;
    std::string wait_words;
    Url wait = Url::path("/");
    bool may_decide = false;
    Url decide = Url::path("/");
    Url match = Url::path("/");
};

} // namespace gweld::web::pages

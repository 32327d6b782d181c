// due_parts.h - what the page of working shows: each rule, how it was read, the days counted.
#pragma once

#include "web/html.h"
#include "web/pages/child/working.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct DueRule {
    std::string id; // of the card; also the section's anchor
    std::string title;
    std::string sentence;
    Html status;     // empty: nothing runs now
    std::string why; // it cannot be worked out; empty: it can
    std::vector<std::string> facts;
    std::string counted;             // "10 working days were counted: ..."; empty: no working days
    std::vector<SkippedDay> skipped; // days between that do not count
    std::string force;
    std::string standing;
    std::string confidence;
    bool unverified = false;
    std::string reading;
    std::string disagreement;
    std::string not_modelled;
    struct Said {
        std::string by; // instrument and provision
        std::optional<Url> address;
        std::string consulted;
    };
    Said source;
    std::optional<Said> local; // the council's own rule that tightened it
    std::string local_reading;
    std::string working_day; // what a working day is taken to be; empty: none is counted
    std::string working_day_reading;
    std::optional<Url> page; // of the rule itself, for every child; none: no such page
    Html history;            // empty: no past duty
};

struct DueParts {
    std::vector<std::string> answer;
    std::vector<DueRule> rules;
};

} // namespace gweld::web::pages::child_record

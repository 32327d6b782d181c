// summary_parts.h - what the summary's template shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct SummaryParts {
    std::vector<std::string> answer;
    std::string name;
    Html clocks; // empty: not on the register
    Url to_due = Url::path("/");
    Html voice; // empty: no words are recorded
    struct Stay {
        std::string dates;
        std::string categories;
        std::string ground; // empty: still on the register
    };
    std::vector<Stay> stays; // newest first
    Html events;
    long events_in_all = 0;
    Url to_timeline = Url::path("/");
    struct Helper {
        std::string name;
        std::string what; // "allocated worker since Tue 3 Nov"
        std::string team;
    };
    std::vector<Helper> helpers;
};

} // namespace gweld::web::pages::child_record

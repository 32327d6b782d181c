// work_parts.h - what the template of my work shows.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct WaitingStub {
    Url write_up = Url::path("/");
    std::string who;
    Html status;
};

struct WorkParts {
    Html saved;
    std::string begun; // how many forms were begun and not saved; empty: none
    Url drafts = Url::path("/");
    Url looked = Url::path("/");
    std::string get_ready_words; // empty: not offered here
    Url get_ready = Url::path("/");
    std::string from_phone_words; // empty: nothing waits
    Url from_phone = Url::path("/");
    std::string date;
    std::string lede_first;
    std::string lede_rest;
    Html households;
    bool no_children = false;
    std::vector<WaitingStub> stubs;
    struct Returned {
        std::string what;
        std::string words;
        Url href = Url::path("/");
        std::string by;
    };
    std::vector<Returned> returned; // given back for rework, oldest first
    Html opened;                    // their children's records, in an emergency; empty: none
    Html assessments;               // due, soonest first; empty: none
    Html actions;                   // of plans, overdue; empty: none
    Html conferences;               // owed to them, soonest first; empty: nothing
    Html deadlines;                 // meetings, soonest first; empty: none near
    std::vector<Html> others;       // names of children not on the register
};

} // namespace gweld::web::pages

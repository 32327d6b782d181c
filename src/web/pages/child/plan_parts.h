// plan_parts.h - what the templates of a child's plan show: the plan that holds or one that did,
// how each outcome has gone, every version.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages::child_record {

struct OutcomeParts {
    std::string id; // of the section
    std::string better;
    std::string danger; // may be empty
    struct Mark {
        std::string when;
        Html status;
    };
    std::vector<Mark> marks; // a core group each, oldest first
    std::string last_words;  // of the newest core group that had any; may be empty
    Html actions;            // empty: nothing to do
};

struct PlanBody {
    std::vector<OutcomeParts> outcomes;
    struct Contingency {
        std::string happens;
        std::string then;
    };
    std::vector<Contingency> contingency;
    std::vector<std::string> taking_part;
    Html signature;                 // whether it is signed; empty: it asks for none
    Html begun_with;                // the document it was begun with; may be empty
    std::vector<std::string> facts; // when it was agreed, the review, the family's language
};

struct VersionParts {
    std::string title; // "Version 3, agreed on Mon 12 Oct"
    std::string recorded;
    std::string why; // empty: the first
    std::vector<std::string> changes;
    Url whole = Url::path("/");
    std::string spoken_after; // which version the link leads to
};

struct PlanParts {
    std::vector<std::string> answer;
    std::string coordinator;
    std::vector<Html> buttons;
    std::string outline; // while there is no version; may be empty
    std::string title;   // of the plan that holds; empty: none does
    PlanBody body;
    Html ways_out;                      // as a file; empty while no plan holds
    std::vector<VersionParts> versions; // newest first
    Html brought_in;                    // documents brought in; may be empty
};

} // namespace gweld::web::pages::child_record

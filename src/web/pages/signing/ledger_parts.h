// ledger_parts.h - what the templates of the ledger show.
#pragma once

#include "web/html.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct LedgerParts {
    Html saved;
    std::string lede_first;
    std::string lede_rest;
    Html whose; // filters; empty: there is only one way to look
    Html counts;
    std::string heading; // of the list
    Html lines;          // empty: `none` is said
    std::string none;
    Html turns; // to the page before and the page after; empty: all fits on one
};

struct SigningParts {
    Html begun;
    Html back;
    Html errors;
    std::vector<std::string> since;
    std::string heading;
    std::string written; // by whom, when, how long it has waited
    struct Told {
        std::string heading; // the child; empty for a contact
        Html text;
    };
    std::vector<std::string> before; // of this version and those before it
    std::vector<Told> content;
    std::vector<std::string> so_far; // signatures
    std::string cannot;              // why this person cannot sign; empty: they can
    Html hidden;
    Url sign = Url::path("/");
    Url give_back = Url::path("/");
    Html sign_words;
    Html sign_button;
    Html return_words;
    Html return_button;
    Html return_hidden;
    Html return_state;
    std::string digest;
};

} // namespace gweld::web::pages

// paper.h - a page given out as a file: as PDF or for Word, in the reader's language, without an
// address of anybody it is about. Knows no page by name.
#pragma once

#include "casework/addresses.h"
#include "web/pages/site.h"

#include <span>
#include <string>
#include <vector>

namespace gweld::web::pages {

struct Paper {
    const Words& say; // in whose language it is written
    std::string title;
    Html content;
    std::vector<base::PersonId> about;  // whose families' addresses are left out
    std::string file_name;              // without its ending; no name of a child in it
    std::string footer = {};            // empty: who made it, when, that it is confidential
    casework::KnownAddresses more = {}; // to be left out too
};

// For a route whose last slot is {format}, "pdf" or "word"; not found: another.
Response leave_as(const Caller& caller, const Paper& paper);

// "plan 100234 2026-11-24": which document, of whom by number, made when.
std::string file_name_of(const Caller& caller, const std::string& what, const std::string& number);

// The links to both, for a page: `route` ends in {format}, `slots` fill the rest.
Html ways_out(const Caller& caller, std::string_view route,
              std::vector<std::pair<std::string_view, std::string>> slots, const std::string& what);

} // namespace gweld::web::pages

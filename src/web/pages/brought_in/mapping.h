// mapping.h - the parts of a Word document beside where each of them belongs: guessed by the words
// of its heading, confirmed by a person. Knows neither plans nor assessments.
#pragma once

#include "casework/brought_in.h"
#include "documents/sections.h"
#include "web/pages/forms/sheet.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gweld::web::pages {

struct FoundIn { // the document, read
    casework::OpenBroughtIn open;
    documents::WordText text;
    std::vector<documents::Section> sections;
};
// For a route with {entry}: the document of this child, for whoever may do this. Otherwise what to
// answer.
base::Result<FoundIn, Response> find_in_document(const Caller& caller, base::PersonId child,
                                                 access::Action action);

// A word of a heading, in small letters, and the place it speaks for. The first that fits is meant.
struct Hint {
    std::string_view word; // English or Welsh
    std::string_view place;
};
// Empty: nothing fits.
std::string_view place_for(std::string_view heading, std::span<const Hint> hints);

struct Mapping {
    std::string heading;
    std::string lede;
    Url action = Url::path("/");
    Url back = Url::path("/");
    std::vector<Option> places;
    std::vector<std::string> guesses; // for each section the value of a place; empty: nowhere
};
Response show_mapping(const Caller& caller, const FoundIn& found, const Mapping& mapping);

// What was confirmed: for each section that goes somewhere, in order, the place and its text.
std::vector<std::pair<std::string, std::string>>
confirmed(const Caller& caller, const FoundIn& found, std::span<const Option> places);

} // namespace gweld::web::pages

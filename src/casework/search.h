// search.h - finding a child by name, date of birth, number or address. Shows only who could be
// opened.
#pragma once

#include "casework/coordinating.h"
#include "casework/office.h"
#include "casework/standing.h"

#include <string_view>
#include <vector>

namespace gweld::casework {

struct Found {
    Standing standing;
    std::optional<CoordinatorToday> coordinator; // none: not on the register today
};

enum class MoreThanShown { no, yes };

struct SearchAnswer {
    std::vector<Found> found; // as a Welsh directory orders them; at most 50
    MoreThanShown more = MoreThanShown::no;
    // Who was named fully (a number, or a name and a date of birth) and is not theirs to open: an
    // emergency may open them. Nothing else is said of them.
    std::vector<PersonId> closed = {};
    bool no_such_day = false; // what was typed has the shape of a date and is none
};

// What was typed may be a name ("sian ap rhys"), a date of birth (2018-03-14, 14/3/2018, 14 March
// 2018, 14 Mawrth 2018), both, a record number, with or without spaces, or, where none of these
// finds anybody, a postcode or part of the address lived at today, with a name before or after it
// or without one. Spaces, hyphens, apostrophes and commas of an address do not matter. Each child
// shown is a look, logged in the transaction that decided it; so, as refused, is each that is
// closed.
base::Result<SearchAnswer, record::StoreFault> search(Office& office, const access::Viewer& viewer,
                                                      std::string_view typed);

} // namespace gweld::casework

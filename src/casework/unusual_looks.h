// unusual_looks.h - what the Caldicott guardian asks about: the looks of one week that met one of
// eight rules, each of which can be said in a sentence and checked by hand. No score. Knows no
// page.
#pragma once

#include "casework/office.h"

#include <string>
#include <vector>

namespace gweld::casework {

// How many weeks back the page goes. A choice.
inline constexpr int weeks_of_looks = 8;
// What the rules count by. Choices of this product, not rules of any instrument: none was found.
inline constexpr std::size_t few_of_a_name = 8;      // people on the record, at most
inline constexpr std::size_t days_come_back = 3;     // of the week, at least
inline constexpr std::size_t refused_children = 5;   // different ones, at least
inline constexpr std::size_t many_children = 20;     // different ones, at least
inline constexpr std::size_t many_times_others = 3;  // and this often the median of the role
inline constexpr std::size_t children_in_a_row = 12; // different ones
inline constexpr std::chrono::minutes in_so_short_a_time{10};
inline constexpr std::chrono::hours night_from{22};
inline constexpr std::chrono::hours night_until{6};
inline constexpr int had_to_do_days = 90; // an allocation or something recorded, before or after

enum class Unusual : std::uint8_t {
    own_surname,       // which few on the record have
    own_street,        // at the postcode of a home this worker declared
    colleagues_family, // alike what another worker declared
    at_night,
    came_back,
    refused_often,
    many,
    one_after_another
};

struct UnusualLook {
    base::Uuid worker;
    std::string name; // as the newest look says
    std::string role;
    base::Uuid child;       // nil: of many
    std::string child_name; // empty: of many, or a record that this reader is excluded from
    std::string child_number;
    std::vector<Unusual> why; // at least one
    std::size_t times = 0;
    std::size_t children = 0; // different ones
    std::string ground;       // of the newest that was let in; empty: none was
    record::Instant first;
    record::Instant newest;
};

struct UnusualWeek {
    CivilDate from; // a Monday
    CivilDate until;
    std::size_t people = 0; // who looked at anything
    std::size_t looks = 0;
    std::vector<UnusualLook> lines; // who met most rules first, then the newest
};

// Of every account, in the seven days from that Monday in Wales; a day within a week means its
// week. Whoever is allocated to the child or the family, chairs for it, was allocated within ninety
// days before or after, or recorded something about the child within them, is not asked about.
// None: not this viewer's to see. Each child that is named is a look of the reader's own.
base::Result<std::optional<UnusualWeek>, record::StoreFault>
unusual_looks(Office& office, const access::Viewer& viewer, CivilDate in_week);

} // namespace gweld::casework

// county.h - the made-up county: a council, its workers, its register and two years of visits,
// written into an empty store as entries like any other. Knows no storage, no clock and no page.
// The same wish makes the same county, to the byte. Nobody in it is real.
#pragma once

#include "base/result.h"
#include "record/store.h"
#include "time/calendar.h"
#include "time/instant.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::demo {

// Invented: the codes of real Welsh counties begin with W06.
inline constexpr std::string_view authority = "X00000001";
inline constexpr std::string_view council_en = "Maesgwyn County Council";
inline constexpr std::string_view council_cy = "Cyngor Sir Maesgwyn";

struct Seed {
    std::uint64_t value = 1;
};

struct CountyWish {
    // Everything is dated back from here; nothing in the county is later.
    time::Instant now;
    Seed seed;
    // Must be known from 34 months before `now` to three months after it.
    const time::Calendar& working_days;
    // One password for every demo sign-in, and what turns it into the text a store keeps. Called
    // once for each sign-in.
    std::string password;
    std::function<std::string(std::string_view password)> hash_password;
    // How far back what came in at the front door is told. Two years are about 55,000 entries.
    int front_door_days = 730;
};

struct DemoSignIn {
    std::string sign_in_name; // "catrin.hughes"
    std::string name;
    record::Role role = record::Role::social_worker;
    std::string team;          // empty: the whole service
    std::string_view try_this; // an English sentence with its Welsh in the catalogue
};

struct CountyReport {
    std::size_t entries = 0;
    std::size_t families = 0;
    std::size_t children = 0;
    std::size_t workers = 0;
    std::size_t on_register = 0;      // on the day of `now`
    std::vector<DemoSignIn> sign_ins; // in the order to show them
};

struct StoreNotEmpty {};
struct CalendarTooShort {
    time::CivilDate needed_from;
    time::CivilDate needed_until;
};
using NotMade = std::variant<StoreNotEmpty, CalendarTooShort, record::StoreFault>;

// Writes the whole county and its sign-ins in one transaction: all of it or nothing. A store that
// holds any entry is refused.
base::Result<CountyReport, NotMade> make_county(record::Store& store, const CountyWish& wish);

} // namespace gweld::demo

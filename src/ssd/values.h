// values.h - what one cell says. Knows no table, no row and no file.
#pragma once

#include "base/result.h"
#include "record/kinds.h"
#include "ssd/findings.h"
#include "time/instant.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::ssd {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Spaces, tabs and no-break spaces at either end go; the text NULL, which SQL Server writes for
// none, is none. Everything below takes what this leaves.
std::string_view plain(std::string_view cell);
// A to Z only: what column names and codes are written in.
std::string lower(std::string_view text);

// A date, perhaps with a time of day: 2026-03-04, 04/03/2026, 4/3/2026, either with a time after a
// T or a space (hh:mm, hh:mm:ss, up to nine decimals), the ISO form also with Z or an offset.
// Day before month, always. Years 1900 to 2199.
struct SourceMoment {
    time::CivilDate date;                            // in Wales
    std::optional<std::chrono::milliseconds> of_day; // on the clock in Wales
    std::optional<time::Instant> instant;            // where the cell gives Z or an offset
    // The time zone where none is given is Europe/London; a date alone is its midnight there.
    time::Instant as_instant() const;
};
base::Result<SourceMoment, Reason> moment_in(std::string_view text);
// The minute of the day; -1: none, or midnight, which is what databases write for a date without a
// time.
std::int16_t minute_of(const SourceMoment& moment);

// Y, N, Yes, No, 1, 0, true, false in any case; empty is not_recorded; else none.
std::optional<record::Answer> answer_in(std::string_view text);
// F, M, U, 1 (male), 2 (female), 0, 9 and the words; empty is not_known; else none.
std::optional<record::Sex> sex_in(std::string_view text);
// home, school, office, other in any case; empty is not_recorded; else none.
std::optional<record::Place> place_in(std::string_view text);

struct Categories {
    std::vector<record::Category> listed; // in the order of the enumeration, none twice
    bool multiple_without_list = false;
};
// The dataset's words or the census's codes (NEG PHY SAB EMO), several separated by , or ; with or
// without "Multiple:" before and brackets round; none if any part is not one of them.
std::optional<Categories> categories_in(std::string_view text);

// Allocated worker: the role says allocated, key worker, case worker, lead or social worker (or the
// short codes CW KW SW ASW), and not that it is beside another (co-worker, joint, second,
// assistant, support, student): those are co-workers. No role: the table is by its own description
// of social worker episodes, so the allocated worker. Anything else: other.
record::AllocatedAs allocated_as(std::string_view role);

// Home: Home, Primary, Main, Permanent and the like; placement: Placement...; anything else: other.
record::AddressKind address_kind(std::string_view type);
// The parts that say where, on one line: "Fflat 2, 3 Maes-y-coed, Pentre Felin". Keys in any case;
// UPRN, EASTING, NORTHING and unknown keys are passed over. None: not a JSON object of texts,
// numbers and nulls.
std::optional<std::string> address_lines(std::string_view json);

// What a cell of outcomes says: the flags that are yes, as the dataset names them, in capitals and
// in order of the alphabet, none twice; and the comments. Empty, {} and flags that are all no or
// empty: no outcome. Counts and keys that are no flag are passed over. None: not a JSON object, or
// a flag that is neither yes, no nor empty.
struct Outcomes {
    std::vector<std::string> flags;
    std::string comments;
};
std::optional<Outcomes> outcomes_in(std::string_view json);
// The codes of an assessment's factors, from a list or an object of yes and no; as outcomes_in.
std::optional<std::vector<std::string>> factors_in(std::string_view json);

struct Postcode {
    std::string text; // "NP25 3XX"; as given where it does not look like one
    bool usual = true;
};
Postcode postcode_in(std::string_view text);

} // namespace gweld::ssd

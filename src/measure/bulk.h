// bulk.h - every duty of every child of a county at once, from columns of day numbers, with the
// same walk as the page of one child (protection/walk.h). Knows no store and no entry.
#pragma once

#include "measure/measure.h"
#include "protection/walk.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gweld::measure {

using protection::Day;

// Rows of several children one after another: child c has rows first[c] up to first[c + 1].
struct Rows {
    std::vector<std::uint32_t> first{0};
    std::size_t children() const { return first.size() - 1; }
    void end_of_child(std::size_t rows) { first.push_back(static_cast<std::uint32_t>(rows)); }
};

// What a row of a visit shows, as bits. A visit of which different conditions were recorded on
// different days (by a correction) has a row for each of those days.
inline constexpr std::uint8_t shows_seen_alone = 1;
inline constexpr std::uint8_t shows_seen_at_home = 2;
inline constexpr std::uint8_t shows_bedroom_seen = 4;

inline constexpr std::uint8_t core_groups_unknown = 1;
inline constexpr std::uint8_t reviews_unknown = 2;

struct StayColumns {
    Rows rows;
    std::vector<Day> start;
    std::vector<Day> end;                       // protection::never while open
    std::vector<std::uint8_t> meetings_unknown; // as bits; see protection::Coverage
};
struct VisitColumns { // by child, then by day
    Rows rows;
    std::vector<Day> on;
    std::vector<Day> recorded; // protection::not_known where nobody knows
    std::vector<std::uint8_t> shows;
};
struct MeetingColumns { // by child, then by day
    Rows rows;
    std::vector<Day> on;
    std::vector<Day> recorded;
};

struct CountyColumns {
    StayColumns stays;
    VisitColumns visits;
    MeetingColumns core_groups;
    MeetingColumns reviews;
    std::size_t children() const { return stays.rows.children(); }
};
// The same facts as the history holds. Children are numbered in the order they are added.
void add_child(CountyColumns& columns, const protection::History& history,
               protection::Coverage coverage);

// When everything that runs from one of a range of days is due, looked up rather than counted.
class DueTable {
  public:
    // Anchors from `first` to `last`, both included.
    DueTable(const law::Interval& interval, const law::Calendar* calendar, Day first, Day last);
    // Outside the range: cannot_say.
    Day operator()(Day anchor) const {
        const auto at = static_cast<std::uint32_t>(anchor) - static_cast<std::uint32_t>(first_);
        return at < size_ ? due_.data()[at] : protection::cannot_say;
    }

  private:
    Day first_;
    std::uint32_t size_;
    std::vector<Day> due_;
};

// In the order of protection::tracked_rules(); writing up visits is not a duty of the register.
enum class BulkRule : std::uint8_t {
    seen_alone,
    seen_at_home,
    bedroom_seen,
    core_group,
    review_conference
};
inline constexpr std::size_t bulk_rules = 5;

struct BulkTables {
    DueTable seen_alone;
    DueTable seen_at_home;
    DueTable core_group_first;
    DueTable core_group_then;
    DueTable review_first;
    DueTable review_then;
};
// The book must hold the cards of all five rules (a program without them is built wrong: throws).
BulkTables bulk_tables(const law::Book& book, CivilDate first, CivilDate last);

// One rule's duties: how many stand how, and of those due in the period how many.
// NOT MODELLED: child-days, because no list of duties needs them.
struct BulkTally {
    std::array<std::int64_t, 10> by_state{}; // indexed by protection::DutyState
    std::array<std::int64_t, 10> due_in_period{};
    friend bool operator==(const BulkTally&, const BulkTally&) = default;
};
using BulkAnswer = std::array<BulkTally, bulk_rules>; // indexed by BulkRule

BulkAnswer recompute(const CountyColumns& columns, const BulkTables& tables, Period period,
                     CivilDate as_of);

// The duties of one child by the same path, for comparison: rule by rule, oldest first within each
// registration. met_by is not filled in any comparable way and is left out.
struct BulkDuty {
    BulkRule rule;
    Day anchor;
    Day due;
    protection::DutyState state;
    friend bool operator==(const BulkDuty&, const BulkDuty&) = default;
};
std::vector<BulkDuty> bulk_duties_of(const CountyColumns& columns, std::size_t child,
                                     const BulkTables& tables, CivilDate as_of);

} // namespace gweld::measure

#include "measure/bulk.h"

#include "protection/occurrences.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace gweld::measure {
namespace {

using protection::Columns;
using protection::Condition;
using protection::Link;
using protection::Occurrences;
using protection::OnRegister;

constexpr std::size_t states = std::tuple_size_v<decltype(BulkTally::by_state)>;

// ---- filling the columns
// -------------------------------------------------------------------------
struct VisitRow {
    Day on;
    Day recorded;
    std::uint8_t shows;
};

void add_visits(VisitColumns& columns, const protection::History& history) {
    std::vector<VisitRow> rows;
    const auto gather = [&](Condition condition, std::uint8_t shows) {
        const Columns found = visits_meeting(history, condition);
        for (std::size_t at = 0; at < found.on.size(); ++at) {
            rows.push_back({found.on[at], found.recorded[at], shows});
        }
    };
    gather(Condition::seen_alone, shows_seen_alone);
    gather(Condition::seen_at_home, shows_seen_at_home);
    gather(Condition::bedroom_seen, shows_bedroom_seen);
    std::sort(rows.begin(), rows.end(), [](const VisitRow& a, const VisitRow& b) {
        return std::pair{a.on, a.recorded} < std::pair{b.on, b.recorded};
    });
    const auto mine = columns.on.size();
    for (const VisitRow& row : rows) {
        if (columns.on.size() > mine && columns.on.back() == row.on &&
            columns.recorded.back() == row.recorded) {
            columns.shows.back() = static_cast<std::uint8_t>(columns.shows.back() | row.shows);
        } else {
            columns.on.push_back(row.on);
            columns.recorded.push_back(row.recorded);
            columns.shows.push_back(row.shows);
        }
    }
    columns.rows.end_of_child(columns.on.size());
}

void add_meetings(MeetingColumns& columns, const Columns& held) {
    columns.on.insert(columns.on.end(), held.on.begin(), held.on.end());
    columns.recorded.insert(columns.recorded.end(), held.recorded.begin(), held.recorded.end());
    columns.rows.end_of_child(columns.on.size());
}

// ---- walking them
// -------------------------------------------------------------------------------- What meets one
// condition, picked out of one child's visits.
struct Picked {
    std::vector<Day> on;
    std::vector<Day> recorded;
    std::size_t size = 0;

    void make_room(std::size_t rows) {
        if (on.size() < rows) {
            on.resize(rows);
            recorded.resize(rows);
        }
        size = 0;
    }
    Occurrences view() const { return {{on.data(), size}, {recorded.data(), size}}; }
};

struct Hand { // room to work in, kept from child to child
    Picked alone;
    Picked at_home;
    Picked bedroom;
};

// Every row is written and the pen moves on only past those that qualify: no branch to mispredict.
void pick(const VisitColumns& visits, std::size_t child, Hand& hand) {
    const std::size_t from = visits.rows.first[child];
    const std::size_t rows = visits.rows.first[child + 1] - from;
    const Day* const on = visits.on.data() + from;
    const Day* const recorded = visits.recorded.data() + from;
    const std::uint8_t* const shows = visits.shows.data() + from;
    const auto one = [&](Picked& picked, unsigned bit) {
        picked.make_room(rows);
        Day* const to_on = picked.on.data();
        Day* const to_recorded = picked.recorded.data();
        std::size_t pen = 0;
        for (std::size_t at = 0; at < rows; ++at) {
            to_on[pen] = on[at];
            to_recorded[pen] = recorded[at];
            pen += (static_cast<unsigned>(shows[at]) / bit) & 1U;
        }
        picked.size = pen;
    };
    one(hand.alone, shows_seen_alone);
    one(hand.at_home, shows_seen_at_home);
    one(hand.bedroom, shows_bedroom_seen);
}

Occurrences meetings_of(const MeetingColumns& meetings, std::size_t child) {
    const std::size_t from = meetings.rows.first[child];
    const std::size_t size = meetings.rows.first[child + 1] - from;
    return {{meetings.on.data() + from, size}, {meetings.recorded.data() + from, size}};
}

template <class Told>
void walk_meetings(OnRegister stay, bool unknown, const Occurrences& held, Day as_of,
                   const DueTable& first, const DueTable& then, const Told& told) {
    if (unknown) {
        walk_recurring(stay, held, as_of, [](Day) { return protection::cannot_say; }, then, told);
    } else {
        walk_recurring(stay, held, as_of, first, then, told);
    }
}

// told(rule, link) for every duty of the child.
template <class Told>
void walk_child(const CountyColumns& columns, std::size_t child, const BulkTables& tables,
                Day as_of, Hand& hand, Told& told) {
    pick(columns.visits, child, hand);
    const Occurrences core_groups = meetings_of(columns.core_groups, child);
    const Occurrences reviews = meetings_of(columns.reviews, child);
    const auto as = [&told](BulkRule rule) {
        return [&told, rule](const Link& link) { told(rule, link); };
    };
    const StayColumns& stays = columns.stays;
    for (std::size_t at = stays.rows.first[child]; at < stays.rows.first[child + 1]; ++at) {
        const OnRegister stay{stays.start[at], stays.end[at]};
        const bool no_core_groups = (stays.meetings_unknown[at] & core_groups_unknown) != 0;
        const bool no_reviews = (stays.meetings_unknown[at] & reviews_unknown) != 0;
        walk_recurring(stay, hand.alone.view(), as_of, tables.seen_alone, tables.seen_alone,
                       as(BulkRule::seen_alone));
        walk_recurring(stay, hand.at_home.view(), as_of, tables.seen_at_home, tables.seen_at_home,
                       as(BulkRule::seen_at_home));
        if (no_reviews) {
            walk_between_unknown(stay, reviews.on, hand.bedroom.view(), as_of, tables.review_first,
                                 tables.review_then, as(BulkRule::bedroom_seen));
        } else {
            walk_between(stay, reviews.on, hand.bedroom.view(), as_of, tables.review_first,
                         tables.review_then, as(BulkRule::bedroom_seen));
        }
        walk_meetings(stay, no_core_groups, core_groups, as_of, tables.core_group_first,
                      tables.core_group_then, as(BulkRule::core_group));
        walk_meetings(stay, no_reviews, reviews, as_of, tables.review_first, tables.review_then,
                      as(BulkRule::review_conference));
    }
}

const law::Card& card_of(const law::Book& book, std::string_view rule) {
    const law::Card* card = book.card(rule);
    if (card == nullptr) {
        throw std::logic_error{"no card for " + std::string{rule}};
    }
    return *card;
}

std::uint8_t unknown_of(protection::Coverage coverage) {
    if (coverage.meetings_imported) {
        return 0;
    }
    return coverage.reviews_imported ? core_groups_unknown : core_groups_unknown | reviews_unknown;
}

} // namespace

void add_child(CountyColumns& columns, const protection::History& history,
               protection::Coverage coverage) {
    StayColumns& stays = columns.stays;
    for (const auto& registration : history.registrations) {
        stays.start.push_back(registration.start.day_number());
        stays.end.push_back(registration.end ? registration.end->day_number() : protection::never);
        stays.meetings_unknown.push_back(registration.imported ? unknown_of(coverage) : 0);
    }
    stays.rows.end_of_child(stays.start.size());
    add_visits(columns.visits, history);
    add_meetings(columns.core_groups, protection::core_groups(history));
    add_meetings(columns.reviews, protection::review_conferences(history));
}

DueTable::DueTable(const law::Interval& interval, const law::Calendar* calendar, Day first,
                   Day last)
    : first_{first}, size_{last < first ? 0U : static_cast<std::uint32_t>(last - first) + 1U} {
    due_.reserve(size_);
    for (Day anchor = first; anchor <= last; ++anchor) {
        const auto due = law::due_day_after(interval, CivilDate::from_day_number(anchor), calendar);
        due_.push_back(due ? due->day_number() : protection::cannot_say);
    }
}

BulkTables bulk_tables(const law::Book& book, CivilDate first, CivilDate last) {
    const auto table = [&](const law::Card& card, const law::Interval& interval) {
        const auto* calendar = card.calendar.empty() ? nullptr : book.calendar(card.calendar);
        return DueTable{interval, calendar, first.day_number(), last.day_number()};
    };
    const auto then = [&](const law::Card& card) {
        return table(card, card.then.value_or(card.interval));
    };
    const auto& alone = card_of(book, "cp.visit.seen-alone");
    const auto& at_home = card_of(book, "cp.visit.seen-at-home");
    const auto& core_group = card_of(book, "cp.core-group");
    const auto& review = card_of(book, "cp.conference.review");
    return {table(alone, alone.interval),           table(at_home, at_home.interval),
            table(core_group, core_group.interval), then(core_group),
            table(review, review.interval),         then(review)};
}

BulkAnswer recompute(const CountyColumns& columns, const BulkTables& tables, Period period,
                     CivilDate as_of) {
    BulkAnswer answer{};
    // An empty period holds no day: from a day that is no due day, of length one.
    const bool empty = period.to < period.from;
    const auto from =
        static_cast<std::uint32_t>(empty ? protection::never : period.from.day_number());
    const auto length = empty ? 0U : static_cast<std::uint32_t>(period.to.day_number()) - from;
    // By rule, by whether it was due in the period, by state: one addition a duty.
    std::array<std::int64_t, bulk_rules * 2 * states> counts{};
    const auto told = [&](BulkRule rule, const Link& link) {
        const bool in_period = static_cast<std::uint32_t>(link.due) - from <= length;
        ++counts.data()[(static_cast<std::size_t>(rule) * 2 + std::size_t{in_period}) * states +
                        static_cast<std::size_t>(link.state)];
    };
    Hand hand;
    for (std::size_t child = 0; child < columns.children(); ++child) {
        walk_child(columns, child, tables, as_of.day_number(), hand, told);
    }
    for (std::size_t rule = 0; rule < bulk_rules; ++rule) {
        for (std::size_t state = 0; state < states; ++state) {
            const auto in_period = counts[(rule * 2 + 1) * states + state];
            answer[rule].due_in_period[state] = in_period;
            answer[rule].by_state[state] = in_period + counts[rule * 2 * states + state];
        }
    }
    return answer;
}

std::vector<BulkDuty> bulk_duties_of(const CountyColumns& columns, std::size_t child,
                                     const BulkTables& tables, CivilDate as_of) {
    std::vector<BulkDuty> duties;
    const auto told = [&](BulkRule rule, const Link& link) {
        duties.push_back({rule, link.anchor, link.due, link.state});
    };
    Hand hand;
    walk_child(columns, child, tables, as_of.day_number(), hand, told);
    std::stable_sort(duties.begin(), duties.end(), [](const BulkDuty& a, const BulkDuty& b) {
        return std::pair{a.rule, a.anchor} < std::pair{b.rule, b.anchor};
    });
    return duties;
}

} // namespace gweld::measure

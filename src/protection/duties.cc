#include "protection/duties.h"

#include "protection/occurrences.h"
#include "protection/walk.h"

#include <algorithm>
#include <array>

namespace gweld::protection {
namespace {

constexpr std::string_view seen_alone = "cp.visit.seen-alone";
constexpr std::string_view seen_at_home = "cp.visit.seen-at-home";
constexpr std::string_view bedroom_seen = "cp.visit.bedroom-seen";
constexpr std::string_view core_group = "cp.core-group";
constexpr std::string_view review_conference = "cp.conference.review";
constexpr std::string_view write_up = "local.visit.write-up";

constexpr std::array names{
    std::string_view{"on_track"},
    std::string_view{"due_today"},
    std::string_view{"overdue"},
    std::string_view{"on_time"},
    std::string_view{"on_time_recorded_late"},
    std::string_view{"on_time_recording_unknown"},
    std::string_view{"late"},
    std::string_view{"not_done"},
    std::string_view{"lapsed"},
    std::string_view{"undetermined"},
};

// One card's intervals, as the walks ask for them.
class DueDays {
  public:
    DueDays(const law::Card& card, const law::Book& book)
        : card_{card}, calendar_{card.calendar.empty() ? nullptr : book.calendar(card.calendar)} {}

    Day first(Day anchor) const { return after(card_.interval, anchor); }
    Day then(Day anchor) const { return after(card_.then ? *card_.then : card_.interval, anchor); }

  private:
    Day after(const law::Interval& interval, Day anchor) const {
        const auto due =
            law::due_day_after(interval, CivilDate::from_day_number(anchor), calendar_);
        return due ? due->day_number() : cannot_say;
    }
    const law::Card& card_;
    const law::Calendar* calendar_;
};

OnRegister stay_of(const Registration& registration) {
    return {registration.start.day_number(),
            registration.end ? registration.end->day_number() : never};
}

// Turns links into duties of one registration.
class Telling {
  public:
    Telling(std::vector<Duty>& duties, std::string_view rule, EntryId registration,
            const Columns& columns)
        : duties_{duties}, rule_{rule}, registration_{registration}, columns_{columns} {}

    void operator()(const Link& link) const { tell(link, WhyUndetermined::beyond_calendar); }

    void tell(const Link& link, WhyUndetermined why) const {
        Duty duty{rule_,
                  CivilDate::from_day_number(link.anchor),
                  {},
                  {},
                  {},
                  link.state,
                  WhyUndetermined::nothing,
                  registration_,
                  {}};
        if (link.due == cannot_say) {
            duty.why = why;
        } else {
            duty.due_by = CivilDate::from_day_number(link.due);
        }
        if (link.met_by != not_met) {
            duty.met_on = CivilDate::from_day_number(columns_.on[link.met_by]);
            duty.met_by = columns_.entries[link.met_by];
        }
        duties_.push_back(duty);
    }

  private:
    std::vector<Duty>& duties_;
    std::string_view rule_;
    EntryId registration_;
    const Columns& columns_;
};

struct Asked { // what every kind of duty is worked out from
    const History& history;
    const law::Card& card;
    const law::Book& book;
    CivilDate as_of;
    Coverage coverage;
};

enum class MetBy : std::uint8_t { visits, core_groups, reviews };

// Whether what meets a duty of this registration may have been held without our knowing.
bool unknown(const Asked& asked, const Registration& registration, MetBy met_by) {
    const bool read = met_by == MetBy::visits || asked.coverage.meetings_imported ||
                      (met_by == MetBy::reviews && asked.coverage.reviews_imported);
    return registration.imported && !read;
}

std::vector<Duty> recurring(const Asked& asked, const Columns& columns, MetBy met_by) {
    std::vector<Duty> duties;
    const DueDays due{asked.card, asked.book};
    const auto then = [&](Day anchor) { return due.then(anchor); };
    for (const Registration& registration : asked.history.registrations) {
        const Telling telling{duties, asked.card.id, registration.entry, columns};
        const OnRegister stay = stay_of(registration);
        const Day as_of = asked.as_of.day_number();
        if (!unknown(asked, registration, met_by)) {
            walk_recurring(
                stay, columns.view(), as_of, [&](Day anchor) { return due.first(anchor); }, then,
                telling);
            continue;
        }
        // Until the first meeting we know of, nobody can say; from there on we can.
        walk_recurring(
            stay, columns.view(), as_of, [](Day) { return cannot_say; }, then,
            [&](const Link& link) {
                telling.tell(link, link.anchor == stay.start
                                       ? WhyUndetermined::meetings_never_imported
                                       : WhyUndetermined::beyond_calendar);
            });
    }
    return duties;
}

std::vector<Duty> between_conferences(const Asked& asked) {
    std::vector<Duty> duties;
    const law::Card* review = asked.book.card(review_conference);
    if (review == nullptr) {
        return duties;
    }
    const DueDays due{*review, asked.book};
    const auto first = [&](Day anchor) { return due.first(anchor); };
    const auto then = [&](Day anchor) { return due.then(anchor); };
    const Columns seen = visits_meeting(asked.history, Condition::bedroom_seen);
    const Columns reviews = review_conferences(asked.history);
    const Day as_of = asked.as_of.day_number();
    for (const Registration& registration : asked.history.registrations) {
        const Telling telling{duties, asked.card.id, registration.entry, seen};
        const OnRegister stay = stay_of(registration);
        if (!unknown(asked, registration, MetBy::reviews)) {
            walk_between(stay, reviews.on, seen.view(), as_of, first, then, telling);
            continue;
        }
        // Months need no calendar, so whatever cannot be said hangs on the meetings.
        walk_between_unknown(stay, reviews.on, seen.view(), as_of, first, then,
                             [&](const Link& link) {
                                 telling.tell(link, WhyUndetermined::meetings_never_imported);
                             });
    }
    return duties;
}

DutyState state_of_write_up(const std::optional<CivilDate>& due, std::optional<CivilDate> met,
                            CivilDate as_of) {
    const Day due_day = due ? due->day_number() : cannot_say;
    if (met) {
        return state_when_met(due_day, met->day_number(), met->day_number(), false);
    }
    return state_when_open(due_day, never, as_of.day_number());
}

// A single clock for each stub, on the register or not. How late its recording came does not
// arise: writing up is recording.
std::vector<Duty> write_ups(const Asked& asked) {
    std::vector<Duty> duties;
    const auto* calendar =
        asked.card.calendar.empty() ? nullptr : asked.book.calendar(asked.card.calendar);
    for (const StubToWriteUp& stub : asked.history.stubs) {
        if (stub.recorded_on > asked.as_of) {
            continue;
        }
        Duty duty{asked.card.id,           stub.recorded_on,         {},        {},        {},
                  DutyState::undetermined, WhyUndetermined::nothing, EntryId{}, stub.visit};
        duty.due_by = law::due_day_after(asked.card.interval, stub.recorded_on, calendar);
        if (stub.written_up_on && *stub.written_up_on <= asked.as_of) {
            duty.met_on = stub.written_up_on;
            duty.met_by = stub.written_up_by;
        }
        duty.state = state_of_write_up(duty.due_by, duty.met_on, asked.as_of);
        duty.why = duty.due_by ? WhyUndetermined::nothing : WhyUndetermined::beyond_calendar;
        duties.push_back(duty);
    }
    return duties;
}

std::vector<Duty> duties_by_rule(const Asked& asked) {
    const std::string_view rule = asked.card.id;
    if (rule == seen_alone) {
        return recurring(asked, visits_meeting(asked.history, Condition::seen_alone),
                         MetBy::visits);
    }
    if (rule == seen_at_home) {
        return recurring(asked, visits_meeting(asked.history, Condition::seen_at_home),
                         MetBy::visits);
    }
    if (rule == bedroom_seen) {
        return between_conferences(asked);
    }
    if (rule == core_group) {
        return recurring(asked, core_groups(asked.history), MetBy::core_groups);
    }
    if (rule == review_conference) {
        return recurring(asked, review_conferences(asked.history), MetBy::reviews);
    }
    if (rule == write_up) {
        return write_ups(asked);
    }
    return {};
}

} // namespace

std::string_view name_of(DutyState state) { return names.at(static_cast<std::size_t>(state)); }

std::vector<Duty> duties_of(const History& history, const law::Card& card, const law::Book& book,
                            CivilDate as_of, Coverage coverage) {
    auto duties = duties_by_rule({history, card, book, as_of, coverage});
    std::stable_sort(duties.begin(), duties.end(),
                     [](const Duty& a, const Duty& b) { return a.anchor < b.anchor; });
    return duties;
}

std::vector<std::string_view> tracked_rules() {
    return {seen_alone, seen_at_home, bedroom_seen, core_group, review_conference, write_up};
}

std::vector<VisitVersion> seen_without_a_place(const History& history, CivilDate as_of) {
    std::vector<VisitVersion> found;
    for (const Visit& visit : history.visits) {
        const VisitVersion& believed = visit.believed();
        if (believed.seen == record::Answer::yes && believed.place == record::Place::not_recorded &&
            believed.on <= as_of) {
            found.push_back(believed);
        }
    }
    return found;
}

} // namespace gweld::protection

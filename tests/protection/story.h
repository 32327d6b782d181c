// story.h - children's histories told in a line or two, and a small rule book of our own, so that
// these tests need no page of law/.
#pragma once

#include "protection/duties.h"
#include "protection/history.h"
#include "time/instant.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::story {

using protection::CivilDate;
using protection::Duty;
using protection::DutyState;
using protection::History;
using record::Answer;
using record::Place;
using time::Instant;

inline CivilDate on(std::string_view iso) { return time::parse_iso(iso).value(); }
inline Instant at(std::string_view rfc3339) { return time::parse_rfc3339(rfc3339).value(); }
// Recorded at noon that day.
inline std::optional<Instant> noon(std::string_view iso) {
    return at(std::string{iso} + "T12:00:00Z");
}

inline base::EntryId entry_id(std::uint8_t n) {
    base::EntryId id;
    id.uuid.bytes[15] = n;
    return id;
}

// Known from 2005 to the end of 2028, with the bank holidays of late 2026 and Easter 2026 only.
inline law::Calendar working_days() {
    std::set<time::Holiday> holidays;
    for (const auto* day : {"2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
                            "2026-12-25", "2026-12-28", "2027-01-01"}) {
        holidays.insert({on(day), "Holiday", "Gŵyl"});
    }
    return {"working-days", std::move(holidays), {on("2005-01-01"), on("2029-01-01")}};
}

inline law::Card card(std::string id, law::ClockKind kind, law::Interval interval,
                      std::optional<law::Interval> then = {}, std::string calendar = {}) {
    law::Card made;
    made.id = std::move(id);
    made.kind = kind;
    made.interval = interval;
    made.then = then;
    made.calendar = std::move(calendar);
    return made;
}

inline const law::Book& book() {
    using law::ClockKind;
    static const law::Book made{
        {card("cp.conference.review", ClockKind::chain, law::Months{3}, law::Months{6}),
         card("cp.core-group", ClockKind::chain, law::WorkingDays{10}, law::Weeks{6},
              "working-days"),
         card("cp.visit.bedroom-seen", ClockKind::once_between, law::Immediately{}),
         card("cp.visit.seen-alone", ClockKind::recurring, law::WorkingDays{10}, {},
              "working-days"),
         card("cp.visit.seen-at-home", ClockKind::recurring, law::Weeks{4}),
         card("local.visit.write-up", ClockKind::single, law::WorkingDays{2}, {}, "working-days")},
        {{"working-days", working_days()}}};
    return made;
}

inline protection::VisitVersion version(std::string_view day, std::string_view what,
                                        std::optional<Instant> recorded) {
    const auto has = [&](std::string_view word) {
        return what.find(word) != std::string_view::npos;
    };
    const auto answer = [&](std::string_view word) { return has(word) ? Answer::yes : Answer::no; };
    return {entry_id(1),
            on(day),
            answer("seen"),
            answer("alone"),
            answer("bedroom"),
            has("home") ? Place::home : has("nowhere") ? Place::not_recorded : Place::school,
            recorded};
}

// `what` holds any of: seen alone bedroom home nowhere (no place recorded). Elsewhere: at school.
inline protection::Visit visit(std::string_view day, std::string_view what,
                               std::optional<Instant> recorded) {
    return {{version(day, what, recorded)}};
}
inline protection::Visit visit(std::string_view day, std::string_view what) {
    return visit(day, what, noon(day));
}

inline protection::Registration registered(std::string_view start, std::string_view end = {}) {
    protection::Registration made{entry_id(99), on(start), {}, {}, {}, {}, false};
    if (!end.empty()) {
        made.end = on(end);
    }
    return made;
}

inline protection::Meeting review(std::string_view day) {
    return {entry_id(2), on(day), noon(day), record::ConferenceType::review};
}
inline protection::Meeting core_group(std::string_view day) {
    return {entry_id(3), on(day), noon(day), {}};
}

// "anchor due met state" for each duty: what a reader of the rule would write down.
inline std::vector<std::string> told(const std::vector<Duty>& duties) {
    std::vector<std::string> lines;
    for (const Duty& duty : duties) {
        lines.push_back(time::to_iso(duty.anchor) + ' ' +
                        (duty.due_by ? time::to_iso(*duty.due_by) : "-") + ' ' +
                        (duty.met_on ? time::to_iso(*duty.met_on) : "-") + ' ' +
                        std::string{name_of(duty.state)});
    }
    return lines;
}

inline std::vector<std::string> duties(const History& history, std::string_view rule,
                                       std::string_view as_of,
                                       protection::Coverage coverage = {true}) {
    return told(protection::duties_of(history, *book().card(rule), book(), on(as_of), coverage));
}

using Lines = std::vector<std::string>;

} // namespace gweld::story

// card.h - a duty as a card: what must happen, by when, who says so and how sure we are. Knows no
// child and no clock.
#pragma once

#include "base/result.h"
#include "time/calendar.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::law {

using time::Calendar;
using time::CivilDate;

struct WorkingDays {
    int count;
    friend auto operator<=>(const WorkingDays&, const WorkingDays&) = default;
};
struct Days {
    int count;
    friend auto operator<=>(const Days&, const Days&) = default;
};
struct Weeks {
    int count;
    friend auto operator<=>(const Weeks&, const Weeks&) = default;
};
struct Months { // month-end: clip (three months after 30 November is 28 or 29 February)
    int count;
    friend auto operator<=>(const Months&, const Months&) = default;
};
struct Hours {
    int count;
    friend auto operator<=>(const Hours&, const Hours&) = default;
};
struct Immediately {
    friend auto operator<=>(const Immediately&, const Immediately&) = default;
};
using Interval = std::variant<WorkingDays, Days, Weeks, Months, Hours, Immediately>;

enum class ClockKind : std::uint8_t { single, recurring, chain, once_between, before, count_in };
enum class Force : std::uint8_t { must, should };
enum class Standing : std::uint8_t {
    act,
    regulations,
    statutory_code,
    national_procedure,
    good_practice,
    local
};
enum class Confidence : std::uint8_t { verified, reported, unverified };

struct Bilingual {
    std::string en;
    std::string cy;
    friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

struct Source {
    std::string instrument;
    std::string provision;
    std::string address;
    std::string consulted_on; // ISO date
};

struct Card {
    std::string id; // "cp.visit.seen-alone": the same in card, code, spec, URL and log
    Bilingual title;
    Bilingual sentence; // what must happen, in our own words, one sentence
    ClockKind kind = ClockKind::single;
    std::string trigger; // a named event, closed list in card.cc: "placed-on-register"
    std::string met_by;  // a named predicate, closed list: "child-seen-alone"
    std::string while_;  // recurring, chain, once-between: "on-the-register"
    Interval interval = Immediately{}; // single, recurring, before: N. chain: the first.
    std::optional<Interval> then;      // chain: each one after
    int times = 1;                     // count-in: at least this many in `interval`
    std::string calendar;              // id of a calendar; empty when the interval needs none
    Force force = Force::should;
    Standing standing = Standing::national_procedure;
    Confidence confidence = Confidence::unverified;
    CivilDate in_force_from = time::day(1, std::chrono::January, 1970);
    std::optional<CivilDate> in_force_until;
    Source source;
    Bilingual reading;        // how we read the text
    Bilingual disagreement;   // where sources disagree or are silent; empty when they do not
    Bilingual not_modelled;   // gaps, with the reason; may be empty
    std::string tightened_by; // file of the local card that tightened it; empty when none did
    std::string file;
    std::string examples;        // file of its worked examples, from the top of the tree
    Source tightened_source;     // who says so locally; empty when nobody does
    Bilingual tightened_reading; // how the council reads its own rule
};

// What a calendar takes a working day to be, and who says so: shown wherever a count is shown.
struct WorkingDayMeaning {
    Bilingual title;
    Bilingual definition;
    Bilingual reading; // where the definition is borrowed, and from where
    Source source;
    Confidence confidence = Confidence::unverified;
};

// By when a decision is to be signed. There is none unless law/signing/times.toml has one: without
// a source no clock runs, and only the age is shown.
struct SigningTime {
    std::string decision; // "assessment.finished"
    Interval within = Immediately{};
    std::string calendar; // empty when the interval needs none
    Confidence confidence = Confidence::unverified;
    Source source;
    Bilingual reading;
};

struct CardFault { // refused with file, line and reason
    std::string file;
    int line = 0;
    std::string why;
};

// Every card and calendar, as loaded at start. Immutable afterwards.
class Book {
  public:
    Book(std::vector<Card> cards, std::map<std::string, Calendar, std::less<>> calendars,
         std::map<std::string, WorkingDayMeaning, std::less<>> meanings = {},
         std::vector<SigningTime> signing_times = {});
    const Card* card(std::string_view id) const; // null: no such rule
    std::span<const Card> cards() const { return cards_; }
    const Calendar* calendar(std::string_view id) const;
    const WorkingDayMeaning* working_day(std::string_view calendar_id) const; // null: not said

    const SigningTime* signing_time(std::string_view decision) const; // null: no time is known
    std::span<const SigningTime> signing_times() const { return signing_times_; }

  private:
    std::vector<Card> cards_; // by id
    std::vector<SigningTime> signing_times_;
    std::map<std::string, Calendar, std::less<>> calendars_;
    std::map<std::string, WorkingDayMeaning, std::less<>> meanings_;
};

// Reads law/**/*.md (one ```toml block a card), law/calendars/*.toml, then law/local/*.md, which
// may only tighten an interval. Pages in law/elsewhere/ (another council's rules) are checked and
// left out. README.md and no-figure.md are prose. All faults are reported, not just the first.
base::Result<Book, std::vector<CardFault>> load_book(const std::string& directory);
// The cards compiled into the program from law/ at build time, for a program without its tree.
base::Result<Book, std::vector<CardFault>> built_in_book();

} // namespace gweld::law

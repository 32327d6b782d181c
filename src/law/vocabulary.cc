#include "law/vocabulary.h"

#include "words/words.h"

#include <array>
#include <charconv>
#include <memory>

namespace gweld::law {

using words::mark;

namespace {

using base::overloaded;

constexpr int most = 1000;
constexpr int days_in_week = 7;
constexpr int hours_in_day = 24;

struct Unit {
    std::string_view one;
    std::string_view many;
    Interval (*make)(int);
};
constexpr std::array units{
    Unit{"working day", "working days", [](int n) -> Interval { return WorkingDays{n}; }},
    Unit{"day", "days", [](int n) -> Interval { return Days{n}; }},
    Unit{"week", "weeks", [](int n) -> Interval { return Weeks{n}; }},
    Unit{"month", "months", [](int n) -> Interval { return Months{n}; }},
    Unit{"hour", "hours", [](int n) -> Interval { return Hours{n}; }},
};

// Welsh puts the noun in the singular after a number; after 2 it mutates (treiglad meddal).
Bilingual counted(int n, std::string_view one, std::string_view many, std::string_view cy,
                  std::string_view cy_after_two) {
    const auto number = std::to_string(n) + ' ';
    return {number + std::string{n == 1 ? one : many},
            number + std::string{n == 2 ? cy_after_two : cy}};
}

// No date makes the interval shorter than `shortest` or longer than `longest` days. How long
// working days may take is not bounded: nobody knows the holidays of every year.
struct Bounds {
    int shortest;
    std::optional<int> longest;
};
Bounds bounds(const Interval& interval) {
    constexpr int shortest_month = 28;
    constexpr int longest_month = 31;
    const auto exactly = [](int days) { return Bounds{days, days}; };
    return std::visit(
        overloaded{
            [](WorkingDays n) { return Bounds{n.count, std::nullopt}; },
            [](Months n) { return Bounds{n.count * shortest_month, n.count * longest_month}; },
            [&](Days n) { return exactly(n.count); },
            [&](Weeks n) { return exactly(n.count * days_in_week); },
            [&](Hours n) { return exactly(n.count / hours_in_day); },
            [&](Immediately) { return exactly(0); },
        },
        interval);
}

Comparison by_length(int local, int national) {
    if (local == national) {
        return Comparison::same;
    }
    return local < national ? Comparison::tighter : Comparison::looser;
}

template <class Unit>
std::optional<Comparison> in_same_unit(const Interval& local, const Interval& national) {
    const auto* here = std::get_if<Unit>(&local);
    const auto* there = std::get_if<Unit>(&national);
    return here != nullptr && there != nullptr ? std::optional{by_length(here->count, there->count)}
                                               : std::nullopt;
}

} // namespace

std::span<const std::string_view> triggers() {
    static constexpr std::array<std::string_view, 20> list{
        "report-received",
        "referral-received",
        "strategy-discussion-held",
        "strategy-discussion-decided-on",
        "enquiry-decided-on",
        "enquiry-started",
        "conference-held",
        "registered-at-conference",
        "placed-on-register",
        "conference-record-received",
        "move-notified",
        "permanent-move-notified-and-agreed",
        "whereabouts-unknown",
        "allegation-about-practitioner",
        "visit-stub-recorded",
        "conference-arranged",
        "alert-raised",
        "alert-with-manager",
        "record-opened-in-emergency",
        "own-record-asked",
    };
    return list;
}

std::span<const std::string_view> predicates() {
    static constexpr std::array<std::string_view, 23> list{
        "report-decision-recorded",
        "report-acknowledged",
        "assessment-completed",
        "strategy-discussion-held",
        "enquiry-started",
        "initial-conference-held",
        "outline-plan-circulated",
        "conference-record-circulated",
        "record-comments-sent",
        "core-group-held",
        "review-conference-held",
        "child-seen-alone",
        "child-seen-at-home",
        "bedroom-seen",
        "coordinator-named",
        "written-information-sent",
        "transfer-conference-held",
        "worker-and-police-notified",
        "designated-officer-informed",
        "visit-written-up",
        "alert-answered",
        "opening-reviewed",
        "own-record-given",
    };
    return list;
}

std::span<const std::string_view> states() {
    static constexpr std::array<std::string_view, 1> list{"on-the-register"};
    return list;
}

std::optional<Interval> parse_interval(std::string_view text) {
    if (text == "immediately") {
        return Immediately{};
    }
    const auto space = text.find(' ');
    if (space == std::string_view::npos || text.front() == '0' || text.front() == '-') {
        return std::nullopt;
    }
    int n = 0;
    const auto* begin = std::to_address(text.begin());
    const auto* end = begin + space;
    const auto [stopped, problem] = std::from_chars(begin, end, n);
    if (problem != std::errc{} || stopped != end || n > most) {
        return std::nullopt;
    }
    for (const auto& unit : units) {
        if (text.substr(space + 1) == (n == 1 ? unit.one : unit.many)) {
            const bool part_of_a_day = unit.one == "hour" && n % hours_in_day != 0;
            return part_of_a_day ? std::nullopt : std::optional{unit.make(n)};
        }
    }
    return std::nullopt;
}

Bilingual in_words(const Interval& interval) {
    return std::visit(
        overloaded{
            [](WorkingDays n) {
                return counted(n.count, "working day", "working days", "diwrnod gwaith",
                               "ddiwrnod gwaith");
            },
            [](Days n) { return counted(n.count, "day", "days", "diwrnod", "ddiwrnod"); },
            [](Weeks n) { return counted(n.count, "week", "weeks", "wythnos", "wythnos"); },
            [](Months n) { return counted(n.count, "month", "months", "mis", "fis"); },
            [](Hours n) { return counted(n.count, "hour", "hours", "awr", "awr"); },
            [](Immediately) { return Bilingual{"immediately", "ar unwaith"}; },
        },
        interval);
}

std::string_view label(Force force) {
    return force == Force::must ? mark("This must be done.") : mark("This should be done.");
}

std::string_view label(Standing standing) {
    switch (standing) {
    case Standing::act:
        return mark("Act");
    case Standing::regulations:
        return mark("Regulations");
    case Standing::statutory_code:
        return mark("Statutory code of practice");
    case Standing::national_procedure:
        return mark("National procedure, not law");
    case Standing::good_practice:
        return mark("Good practice in the national procedures, not law");
    case Standing::local:
        break;
    }
    return mark("The council's own rule");
}

std::string_view label(Confidence confidence) {
    switch (confidence) {
    case Confidence::verified:
        return mark("Verified: the text was read.");
    case Confidence::reported:
        return mark("Reported: a secondary source says so; the text itself was not read.");
    case Confidence::unverified:
        break;
    }
    return mark("Unverified: the text was not read. Do not rely on it.");
}

Comparison compare(const Interval& local, const Interval& national) {
    if (const auto same = in_same_unit<WorkingDays>(local, national)) {
        return *same;
    }
    if (const auto same = in_same_unit<Months>(local, national)) {
        return *same;
    }
    const auto here = bounds(local);
    const auto there = bounds(national);
    if (here.longest && there.longest && here.shortest == here.longest &&
        there.shortest == there.longest) {
        return by_length(here.shortest, there.shortest);
    }
    if (here.longest && *here.longest <= there.shortest) {
        return Comparison::tighter;
    }
    if (there.longest && *there.longest <= here.shortest) {
        return Comparison::looser;
    }
    return Comparison::cannot_compare;
}

} // namespace gweld::law

// bench/duties.cc - every duty of 100,000 children with ten years of visits, recomputed in bulk on
// one core by the walk the pages use. Prints what it measured and on what machine; exits 1 if a
// sample of children does not come out as the page path has it.
//
//   bench_duties [CHILDREN] [RUNS]
#include "machine.h"
#include "measure/bulk.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <utility>

namespace gweld::bench {
namespace {

using measure::BulkRule;
using measure::CountyColumns;
using protection::Day;

constexpr int years = 10;
constexpr std::size_t compared = 500; // children also walked by the page path

// splitmix64: the same county on every machine.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}
    int below(int n) {
        state_ += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return static_cast<int>((z ^ (z >> 31U)) % static_cast<std::uint64_t>(n));
    }
    bool percent(int n) { return below(100) < n; }

  private:
    std::uint64_t state_;
};

struct MadeUpVisit {
    Day on;
    Day recorded;
    bool alone;
    bool at_home;
    bool bedroom;
};
struct Held {
    Day on;
    Day recorded;
};
struct MadeUpChild {
    std::vector<protection::OnRegister> stays;
    std::vector<MadeUpVisit> visits;
    std::vector<Held> core_groups;
    std::vector<Held> reviews;
};

Day recorded_after(Chance& chance, Day on) {
    return chance.percent(5) ? protection::not_known
                             : on + (chance.percent(80) ? chance.below(3) : chance.below(20));
}

std::vector<Held> every(Chance& chance, Day first, Day last, int days, int spread) {
    std::vector<Held> held;
    for (Day on = first + chance.below(days); on <= last; on += days - chance.below(spread)) {
        held.push_back({on, recorded_after(chance, on)});
    }
    return held;
}

// On the register nearly all of the ten years, in one to three stays, and visited every two weeks.
MadeUpChild made_up_child(Chance& chance, Day first, Day last) {
    MadeUpChild child;
    const int stays = 1 + chance.below(3);
    Day start = first + chance.below(60);
    for (int stay = 1; stay <= stays; ++stay) {
        const Day end = first + (last - first) * stay / stays - chance.below(60);
        child.stays.push_back(
            {start, stay == stays && chance.percent(70) ? protection::never : end});
        start = end + chance.below(30);
    }
    for (Day on = first + chance.below(14); on <= last; on += 8 + chance.below(13)) {
        child.visits.push_back({on, recorded_after(chance, on), chance.percent(78),
                                chance.percent(55), chance.percent(10)});
    }
    child.core_groups = every(chance, first, last, 44, 8);
    child.reviews = every(chance, first, last, 190, 30);
    return child;
}

void add(CountyColumns& columns, const MadeUpChild& child) {
    for (const auto& stay : child.stays) {
        columns.stays.start.push_back(stay.start);
        columns.stays.end.push_back(stay.end);
        columns.stays.meetings_unknown.push_back(0);
    }
    columns.stays.rows.end_of_child(columns.stays.start.size());
    for (const auto& visit : child.visits) {
        columns.visits.on.push_back(visit.on);
        columns.visits.recorded.push_back(visit.recorded);
        const int shows = (visit.alone ? measure::shows_seen_alone : 0) +
                          (visit.at_home ? measure::shows_seen_at_home : 0) +
                          (visit.bedroom ? measure::shows_bedroom_seen : 0);
        columns.visits.shows.push_back(static_cast<std::uint8_t>(shows));
    }
    columns.visits.rows.end_of_child(columns.visits.on.size());
    const auto add_held = [](measure::MeetingColumns& meetings, const std::vector<Held>& held) {
        for (const auto& one : held) {
            meetings.on.push_back(one.on);
            meetings.recorded.push_back(one.recorded);
        }
        meetings.rows.end_of_child(meetings.on.size());
    };
    add_held(columns.core_groups, child.core_groups);
    add_held(columns.reviews, child.reviews);
}

// ---- the page path, for comparison -------------------------------------------------------------
time::CivilDate date(Day day) { return time::CivilDate::from_day_number(day); }
std::optional<time::Instant> at_some_hour(Day recorded) {
    if (recorded == protection::not_known) {
        return std::nullopt;
    }
    return time::start_of_day_in_wales(date(recorded)) + std::chrono::hours{15};
}

protection::History history_of(const MadeUpChild& child) {
    using record::Answer;
    protection::History history;
    for (const auto& stay : child.stays) {
        protection::Registration registration{{}, date(stay.start), {}, {}, {}, {}, false};
        if (stay.end != protection::never) {
            registration.end = date(stay.end);
        }
        history.registrations.push_back(registration);
    }
    for (const auto& visit : child.visits) {
        history.visits.push_back({{{{},
                                    date(visit.on),
                                    Answer::yes,
                                    visit.alone ? Answer::yes : Answer::no,
                                    visit.bedroom ? Answer::yes : Answer::no,
                                    visit.at_home ? record::Place::home : record::Place::school,
                                    at_some_hour(visit.recorded)}}});
    }
    for (const auto& held : child.core_groups) {
        history.core_groups.push_back({{}, date(held.on), at_some_hour(held.recorded), {}});
    }
    for (const auto& held : child.reviews) {
        history.conferences.push_back(
            {{}, date(held.on), at_some_hour(held.recorded), record::ConferenceType::review});
    }
    return history;
}

constexpr std::array<std::pair<BulkRule, std::string_view>, measure::bulk_rules> rules{{
    {BulkRule::seen_alone, "cp.visit.seen-alone"},
    {BulkRule::seen_at_home, "cp.visit.seen-at-home"},
    {BulkRule::bedroom_seen, "cp.visit.bedroom-seen"},
    {BulkRule::core_group, "cp.core-group"},
    {BulkRule::review_conference, "cp.conference.review"},
}};

std::vector<measure::BulkDuty> by_the_page(const protection::History& history,
                                           const law::Book& book, time::CivilDate as_of) {
    std::vector<measure::BulkDuty> duties;
    for (const auto& [rule, id] : rules) {
        for (const auto& duty :
             protection::duties_of(history, *book.card(id), book, as_of, {true})) {
            duties.push_back({rule, duty.anchor.day_number(),
                              duty.due_by ? duty.due_by->day_number() : protection::cannot_say,
                              duty.state});
        }
    }
    return duties;
}

struct County {
    CountyColumns columns;
    std::vector<MadeUpChild> sample;
};

County made_up_county(std::size_t children, Day first, Day last) {
    Chance chance{20261122};
    County county;
    for (std::size_t child = 0; child < children; ++child) {
        auto made = made_up_child(chance, first, last);
        add(county.columns, made);
        if (child % (children / compared + 1) == 0) {
            county.sample.push_back(std::move(made));
        }
    }
    return county;
}

std::size_t differing(const County& county, std::size_t children, const law::Book& book,
                      const measure::BulkTables& tables, time::CivilDate as_of) {
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < county.sample.size(); ++at) {
        const auto child = at * (children / compared + 1);
        const auto history = history_of(county.sample[at]);
        CountyColumns alone;
        measure::add_child(alone, history, {true});
        const auto page = by_the_page(history, book, as_of);
        const bool same = page == measure::bulk_duties_of(county.columns, child, tables, as_of) &&
                          page == measure::bulk_duties_of(alone, 0, tables, as_of);
        wrong += same ? 0 : 1;
    }
    return wrong;
}

// What this thread had of a core: other work on the machine does not count.
double seconds_on_core() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

void print(const measure::BulkAnswer& answer) {
    for (const auto& [rule, id] : rules) {
        const auto& tally = answer[static_cast<std::size_t>(rule)];
        std::printf("  %-22s", std::string{id}.c_str());
        for (std::size_t state = 0; state < tally.by_state.size(); ++state) {
            const auto name = name_of(static_cast<protection::DutyState>(state));
            std::printf(" %.*s %lld", static_cast<int>(name.size()), name.data(),
                        static_cast<long long>(tally.by_state[state]));
        }
        std::printf("\n");
    }
}

int run(std::size_t children, int runs) {
    const auto book = law::built_in_book();
    if (!book.ok()) {
        std::printf("the law that was built in does not load\n");
        return 1;
    }
    const auto last = time::day(24, std::chrono::November, 2026);
    const auto first = last.plus_days(-365 * years - 2);
    auto county = made_up_county(children, first.day_number(), last.day_number());
    const auto tables = measure::bulk_tables(book.value(), first, last);
    const measure::Period period{time::day(1, std::chrono::April, 2026),
                                 time::day(30, std::chrono::September, 2026)};

    measure::BulkAnswer answer{};
    double best = 1e9;
    for (int at = 0; at < runs; ++at) {
        const double begun_on_core = seconds_on_core();
        const auto begun = std::chrono::steady_clock::now();
        answer = measure::recompute(county.columns, tables, period, last);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        const double on_core = seconds_on_core() - begun_on_core;
        best = std::min(best, on_core);
        std::printf("run %d: %.3f s by the clock, %.3f s of the core\n", at + 1, took.count(),
                    on_core);
    }
    const auto visits = static_cast<double>(county.columns.visits.on.size());
    const auto wrong = differing(county, children, book.value(), tables, last);
    std::int64_t duties = 0;
    for (const auto& tally : answer) {
        for (const auto count : tally.by_state) {
            duties += count;
        }
    }
    std::printf("machine: %s, one core\n", machine().c_str());
    std::printf("%zu children, %.1f million visits, %.1f million meetings, %.1f million duties of "
                "%zu rules\n",
                children, visits / 1e6,
                static_cast<double>(county.columns.core_groups.on.size() +
                                    county.columns.reviews.on.size()) /
                    1e6,
                static_cast<double>(duties) / 1e6, measure::bulk_rules);
    std::printf("best: %.3f s of one core, %.1f ns a visit (wanted: under 0.5 s)\n", best,
                best * 1e9 / visits);
    print(answer);
    std::printf("%zu children compared with the page path, %zu differ\n", county.sample.size(),
                wrong);
    return wrong == 0 ? 0 : 1;
}

} // namespace
} // namespace gweld::bench

int main(int argc, char** argv) {
    const auto number = [&](int at, unsigned long otherwise) {
        return argc > at ? std::strtoul(argv[at], nullptr, 10) : otherwise;
    };
    return gweld::bench::run(number(1, 100000), static_cast<int>(number(2, 5)));
}

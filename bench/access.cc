// bench/access.cc - a list of children filtered by who may see them: the decision of a thousand
// records, with what closes some of them, for one viewer. Prints what it measured and on what
// machine, beside a walk over the same rows that decides nothing.
//
//   bench_access [CHILDREN] [RUNS]
#include "access/access.h"
#include "machine.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace gweld::bench {
namespace {

using namespace access;

constexpr auto today = time::CivilDate::from_day_number(20'000);

struct Child {
    std::vector<record::AllocationRow> of_child;
    std::vector<record::AllocationRow> of_family;
    std::vector<record::RegistrationRow> registrations;
    std::vector<record::ConferenceBookedRow> bookings;
    std::vector<record::BarrierRow> barriers;
    Bearing bearing() const { return {of_child, of_family, registrations, bookings, {}, barriers}; }
};

base::Uuid id(const char* what, int n) { return base::uuid_of("bench", what, std::to_string(n)); }

// Three workers one after the other, a brother's two, two stays on the register, five conferences;
// every tenth record is restricted and somebody is excluded from every fiftieth.
Child child(int n) {
    Child made;
    for (int held = 0; held < 3; ++held) {
        record::AllocationRow row;
        row.child = id("child", n);
        row.worker = id("worker", n % 90 + held);
        row.team = id("team", n % 9);
        row.as = "allocated_worker";
        row.from_day = 19'000 + held * 300;
        if (held < 2) {
            row.until_day = row.from_day + 300;
        }
        made.of_child.push_back(row);
        if (held < 2) {
            made.of_family.push_back(row);
        }
    }
    for (int stay = 0; stay < 2; ++stay) {
        record::RegistrationRow row;
        row.start_day = 19'100 + stay * 400;
        row.end_day = row.start_day + 200;
        made.registrations.push_back(row);
    }
    for (int held = 0; held < 5; ++held) {
        record::ConferenceBookedRow row;
        row.on_day = 19'000 + held * 180;
        row.chair_worker = id("chair", (n + held) % 7);
        made.bookings.push_back(row);
    }
    record::BarrierRow barrier;
    barrier.entry = id("entry", n);
    barrier.child = id("child", n);
    if (n % 10 == 0) {
        barrier.barrier = record::barrier_to_chain;
        made.barriers.push_back(barrier);
    }
    if (n % 50 == 0) {
        barrier.barrier = record::barrier_excluded;
        barrier.worker = id("worker", 1);
        made.barriers.push_back(barrier);
    }
    return made;
}

template <class Once> double microseconds(int runs, const Once& once) {
    double best = 1e18;
    for (int run = 0; run < runs; ++run) {
        const auto from = std::chrono::steady_clock::now();
        once();
        const std::chrono::duration<double, std::micro> took =
            std::chrono::steady_clock::now() - from;
        best = std::min(best, took.count());
    }
    return best;
}

int measure(int children, int runs) {
    std::vector<Child> all;
    for (int n = 0; n < children; ++n) {
        all.push_back(child(n));
    }
    const When now{today, time::start_of_day_in_wales(today)};
    std::printf("%s; %d records, best of %d\n", machine().c_str(), children, runs);
    std::int64_t walked = 0;
    const auto walk = microseconds(runs, [&] {
        for (const auto& one : all) {
            for (const auto& row : one.of_child) {
                walked += row.from_day;
            }
            for (const auto& row : one.barriers) {
                walked += row.from_at;
            }
        }
    });
    for (const auto role :
         {record::Role::social_worker, record::Role::team_manager, record::Role::head_of_service,
          record::Role::duty_worker, record::Role::reviewing_officer}) {
        const Viewer viewer{"x", id("worker", 1), "X", role, id("team", 1), "Team"};
        std::size_t seen = 0;
        const auto took = microseconds(runs, [&] {
            seen = 0;
            for (const auto& one : all) {
                seen += decide(viewer, Action::see_record, one.bearing(), now).allowed() ? 1U : 0U;
            }
        });
        std::printf("%-18s %5zu seen  %8.1f us  %6.1f times a walk over the rows\n",
                    std::string{record::name_of(role)}.c_str(), seen, took, took / walk);
    }
    return walked == 0 ? 1 : 0;
}

} // namespace
} // namespace gweld::bench

int main(int argc, char** argv) {
    return gweld::bench::measure(argc > 1 ? std::atoi(argv[1]) : 1000,
                                 argc > 2 ? std::atoi(argv[2]) : 200);
}

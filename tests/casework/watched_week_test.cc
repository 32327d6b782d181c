// Weeks of five hundred people at work, a few of whom look where they should not: all of those are
// on the guardian's page, and the page stays short enough to be read. GWELD_WATCHED_WEEKS=52 is a
// year.
#include "watched_week.h"

#include "casework/unusual_looks.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace gweld::casework {

namespace {

constexpr std::size_t most_lines_in_a_week = 20;

unsigned weeks_to_watch() {
    const char* asked = std::getenv("GWELD_WATCHED_WEEKS");
    return asked == nullptr ? 3U : static_cast<unsigned>(std::strtoul(asked, nullptr, 10));
}

std::vector<UnusualLook> lines_of(WatchedWeek& watched) {
    SetClock clock;
    CountingRandom random;
    const auto book = law::built_in_book().value();
    Office office{*watched.store, book, clock, random};
    const access::Viewer guardian{"iolo", thing("iolo"), "Iolo Wyn", record::Role::guardian, {},
                                  ""};
    const auto read = unusual_looks(office, guardian, WatchedWeek::monday);
    return read.ok() && read.value() ? read.value()->lines : std::vector<UnusualLook>{};
}

} // namespace

TEST(WatchedWeeks, everybody_planted_is_found_among_at_most_twenty_lines_a_week) {
    std::size_t most = 0;
    std::size_t lines = 0;
    std::size_t planted = 0;
    std::size_t looks = 0;
    const auto weeks = weeks_to_watch();
    for (unsigned seed = 1; seed <= weeks; ++seed) {
        WatchedWeek watched{seed};
        const auto found = lines_of(watched);
        for (const auto& [worker, child] : watched.planted) {
            EXPECT_TRUE(std::ranges::any_of(
                found,
                [&](const auto& line) { return line.worker == worker && line.child == child; }))
                << "seed " << seed << ": " << base::to_text(worker);
        }
        EXPECT_LE(found.size(), most_lines_in_a_week) << "seed " << seed;
        most = std::max(most, found.size());
        lines += found.size();
        planted += watched.planted.size();
        looks += watched.looks;
    }
    std::cout << "figures {\"unusual_looks\": {\"weeks\": " << weeks << ", \"looks\": " << looks
              << ", \"planted\": " << planted << ", \"lines\": " << lines
              << ", \"most_lines_in_a_week\": " << most << "}}\n";
}

} // namespace gweld::casework

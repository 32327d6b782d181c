// The whole service in one thread, with faults from a seed: five people at work, a network that
// loses, doubles, delays and reorders, a disk that fails, a process that is killed, power that is
// cut, a clock that leaps. Whatever happens, nothing acknowledged is lost, nothing is there twice
// or in part, no text that somebody typed is gone, and every page agrees with what people were
// told.
//
//   GWELD_SIMULATION_FIRST=17 GWELD_SIMULATION_SEEDS=1 simulation_tests    one seed again
#include "world.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace gweld::simulation {
namespace {

constexpr int steps = 40;

// Said where figures are gathered; the numbers of the run that was asked for, and of no other.
void say_figures(std::uint64_t seeds, const Counts& counts) {
    const auto sum = [&](std::initializer_list<const char*> names) {
        std::size_t total = 0;
        for (const auto* name : names) {
            const auto found = counts.find(name);
            total += found == counts.end() ? 0 : found->second;
        }
        return total;
    };
    std::size_t acknowledged = 0;
    for (const auto& [what, times] : counts) {
        acknowledged += what.starts_with("acknowledged: ") ? times : 0;
    }
    std::printf("figures {\"simulation\": {\"seeds\": %llu, \"acknowledged\": %zu, \"kills\": %zu, "
                "\"cuts\": %zu, \"disk\": %zu, \"network\": %zu, \"clock\": %zu}}\n",
                static_cast<unsigned long long>(seeds), acknowledged,
                sum({"the process was killed"}), sum({"the power was cut"}),
                sum({"a write failed", "every write failed", "a write was torn",
                     "the disk was full", "the disk was read-only", "a flush failed",
                     "a reading failed", "everything failed", "a truncation failed",
                     "an opening failed", "a write failed while stopping or starting",
                     "a flush failed while stopping or starting"}),
                sum({"a request was lost", "a request was delayed", "a request was doubled",
                     "an answer was lost"}),
                sum({"the clock leapt", "the clock was put back an hour", "summer time began",
                     "summer time ended"}));
}

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

struct Played {
    std::vector<std::string> wrong;
    Counts counts;
    std::string bytes;
};

Played play(std::uint64_t seed, Promises promises = {}) {
    World world{seed, promises};
    world.play(steps);
    if (world.wrong().empty()) {
        world.come_to_rest();
    }
    return {world.wrong(), world.counts, world.bytes()};
}

std::string in_words(std::uint64_t seed, const std::vector<std::string>& wrong) {
    auto words = "seed " + std::to_string(seed) +
                 " (again: GWELD_SIMULATION_FIRST=" + std::to_string(seed) +
                 " GWELD_SIMULATION_SEEDS=1)\n";
    for (const auto& one : wrong) {
        words += "  " + one + "\n";
    }
    return words;
}

// Of everything that can go wrong, each must have gone wrong: a world of sunshine proves nothing.
const std::vector<std::string> must_have_happened{
    "a request was lost",
    "a request was delayed",
    "a request was doubled",
    "a request came late",
    "requests changed places",
    "an answer was lost",
    "a session had ended when the form was sent",
    "the form came back after signing in",
    "a form was opened before the server was started again",
    "a write failed",
    "every write failed",
    "a write was torn",
    "the disk was full",
    "the disk was read-only",
    "a flush failed",
    "a reading failed",
    "everything failed",
    "a truncation failed",
    "an opening failed",
    "a write failed while stopping or starting",
    "a flush failed while stopping or starting",
    "the process was killed",
    "the power was cut",
    "stopped in order",
    "the clock leapt",
    "the clock was put back an hour",
    "summer time began",
    "summer time ended",
    "it was said that it is not certain, or cannot be, saved",
    "a draft was kept",
    "a draft was taken up again",
    "a tab was closed",
    "somebody was found",
    "somebody signed out",
    "refused with 409",
    "acknowledged: a visit",
    "acknowledged: an attempted visit",
    "acknowledged: a correction",
    "acknowledged: a contact",
    "acknowledged: a decision",
    "acknowledged: a visit from a phone",
    "acknowledged: a child given to another worker",
    "a phone was told recorded",
    "a phone was told beside",
};

TEST(Simulation, whatever_happens_nothing_acknowledged_is_lost_or_doubled) {
    const auto first = from_environment("GWELD_SIMULATION_FIRST", 1);
    const auto seeds = from_environment("GWELD_SIMULATION_SEEDS", 500);
    Counts counts;
    for (auto seed = first; seed < first + seeds; ++seed) {
        const auto played = play(seed);
        ASSERT_TRUE(played.wrong.empty()) << in_words(seed, played.wrong);
        for (const auto& [what, times] : played.counts) {
            counts[what] += times;
        }
    }
    std::printf("%llu seeds:\n", static_cast<unsigned long long>(seeds));
    for (const auto& [what, times] : counts) {
        std::printf("  %7zu  %s\n", times, what.c_str());
    }
    say_figures(seeds, counts);
    constexpr std::uint64_t enough = 500;
    for (const auto& wanted : must_have_happened) {
        EXPECT_TRUE(seeds < enough || counts[wanted] > 0) << "never happened: " << wanted;
    }
}

TEST(Simulation, the_same_seed_is_the_same_world_to_the_last_byte) {
    for (std::uint64_t seed = 3; seed <= 5; ++seed) {
        const auto once = play(seed);
        const auto again = play(seed);
        EXPECT_EQ(once.counts, again.counts) << seed;
        EXPECT_EQ(once.bytes.size(), again.bytes.size()) << seed;
        EXPECT_TRUE(once.bytes == again.bytes) << seed;
        EXPECT_FALSE(once.bytes == play(seed + 100).bytes) << "every seed is one world";
    }
}

// The simulation itself. On a disk that says it has flushed and has not, acknowledged work goes
// with the power; without keys, what is sent again is there twice. It must see that.
std::size_t seeds_that_see(std::string_view what, Promises promises) {
    std::size_t seen = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto wrong = play(seed, promises).wrong;
        seen += std::ranges::any_of(wrong, [&](const auto& one) { return one.starts_with(what); })
                    ? 1U
                    : 0U;
    }
    std::printf("%zu of 40 seeds see: %s\n", seen, std::string{what}.c_str());
    return seen;
}

TEST(Simulation, with_nothing_flushed_it_sees_what_is_lost) {
    EXPECT_GT(seeds_that_see("acknowledged and lost", {Flushing::a_lie, Keys::kept}), 0U);
}

TEST(Simulation, with_the_keys_of_the_forms_forgotten_it_sees_what_is_doubled) {
    EXPECT_GT(seeds_that_see("doubled", {Flushing::honest, Keys::forgotten}), 0U);
}

} // namespace
} // namespace gweld::simulation

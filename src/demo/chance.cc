#include "demo/chance.h"

#include <numeric>

namespace gweld::demo {

namespace {

constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;

// SplitMix64 (Steele, Lea, Flood 2014; the finaliser is public domain).
constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

} // namespace

std::uint64_t Chance::bits() {
    state_ += golden;
    return mixed(state_);
}

int Chance::between(int low, int high) {
    if (high <= low) {
        return low;
    }
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<int>(bits() % width);
}

bool Chance::happens(int in_a_thousand) { return between(0, 999) < in_a_thousand; }

std::size_t Chance::weighted(std::span<const int> weights) {
    int left = between(0, std::accumulate(weights.begin(), weights.end(), 0) - 1);
    std::size_t at = 0;
    while (left >= weights[at]) {
        left -= weights[at];
        ++at;
    }
    return at;
}

Chance Chance::branch(std::string_view name, std::uint64_t number) const {
    std::uint64_t seed = state_ ^ mixed(number + golden);
    for (const char c : name) {
        seed = mixed(seed ^ static_cast<std::uint8_t>(c));
    }
    return Chance{seed};
}

} // namespace gweld::demo

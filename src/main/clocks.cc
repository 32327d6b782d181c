#include "main/clocks.h"

#include <sodium.h>

namespace gweld::program {

time::Instant WallClock::now() const {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

ShiftedClock::ShiftedClock(time::Instant begins) : shift_{begins - WallClock{}.now()} {}

time::Instant ShiftedClock::now() const { return WallClock{}.now() + shift_; }

std::chrono::milliseconds Stopwatch::elapsed() const {
    return std::chrono::round<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun_);
}

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace gweld::program

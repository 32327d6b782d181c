// clocks.h - the one place that reads the wall clock, and chance.
#pragma once

#include "base/random.h"
#include "time/instant.h"

namespace gweld::program {

class WallClock : public time::Clock {
  public:
    time::Instant now() const override;
};

// Begins at a given moment and runs on at the pace of the wall clock: --now.
class ShiftedClock : public time::Clock {
  public:
    explicit ShiftedClock(time::Instant begins);
    time::Instant now() const override;

  private:
    std::chrono::milliseconds shift_;
};

// How long something took, whatever is done to the wall clock meanwhile.
class Stopwatch {
  public:
    std::chrono::milliseconds elapsed() const;

  private:
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

class SystemRandom : public base::Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

} // namespace gweld::program

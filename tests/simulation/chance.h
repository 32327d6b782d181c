// chance.h - all the chance there is in one simulated world: dice for what happens, bytes for the
// program's ids and tokens. Knows no world. One at a time: libsodium has one source for a process.
#pragma once

#include "base/random.h"

#include <random>

namespace gweld::simulation {

class Chance : public base::Random {
  public:
    explicit Chance(std::uint64_t seed); // takes libsodium's chance over as well
    ~Chance() override;
    Chance(const Chance&) = delete;
    Chance& operator=(const Chance&) = delete;

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    std::mt19937_64& dice() { return dice_; }

    // Beside the dice, so that one token more changes no event.
    void fill(std::span<std::uint8_t> bytes) override;

  private:
    std::mt19937_64 dice_;
    std::mt19937_64 bytes_;
};

} // namespace gweld::simulation

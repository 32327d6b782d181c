// chance.h - chance that falls the same way every time: a stream of numbers made from a seed, by
// integer arithmetic only, so that every machine and compiler draws the same county.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace gweld::demo {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_{seed} {}

    std::uint64_t bits();
    // Inclusive at both ends; low when high < low.
    int between(int low, int high);
    bool happens(int in_a_thousand);
    // An index, as likely as its weight. The weights are not all zero.
    std::size_t weighted(std::span<const int> weights);
    template <class Things> const auto& one_of(const Things& things) {
        return things[static_cast<std::size_t>(
            between(0, static_cast<int>(std::size(things)) - 1))];
    }
    // A stream of its own: what is drawn from it changes nothing here.
    Chance branch(std::string_view name, std::uint64_t number = 0) const;

  private:
    std::uint64_t state_;
};

} // namespace gweld::demo

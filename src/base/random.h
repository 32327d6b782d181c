// random.h - the one door through which chance reaches the program, so that a test can close it.
#pragma once

#include "base/uuid.h"

#include <cstdint>
#include <span>

namespace gweld::base {

class Random {
  public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0; // safe from several threads
};

} // namespace gweld::base

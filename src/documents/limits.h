// limits.h - a process that gives up what it does not need before it reads a stranger's file.
#pragma once

#include <chrono>
#include <cstddef>

namespace gweld::documents {

// Of one file. What reading takes is far below; a file made to harm is not.
inline constexpr std::size_t most_memory = 256U << 20U;
inline constexpr std::chrono::seconds most_processor_time{10};
inline constexpr std::chrono::seconds longest_wait{15};

// The sanitizers take memory and ask the system as they please: there nothing is limited.
//
// From here on this process reads and writes what it has open, takes memory and ends: no file, no
// socket, no other process, no memory beyond the limit. Anything else ends it at once (seccomp,
// SIGSYS). It is not taken back. no: the system does not do it, and nothing may be read.
enum class Limited : unsigned char { yes, no };
Limited limit_this_process();

} // namespace gweld::documents

#include "main/spare_memory.h"

#include <chrono>
#include <malloc.h>

namespace gweld::program {

namespace {

// One giving back takes a few milliseconds of one processor.
constexpr std::chrono::seconds between_givings{20};

} // namespace

void keep_memory_between_pages() {
    constexpr int mebibyte = 1024 * 1024;
    mallopt(M_MMAP_THRESHOLD, mebibyte);
    mallopt(M_TRIM_THRESHOLD, 4 * mebibyte);
    mallopt(M_ARENA_MAX, 4); // each may keep as much
}

SpareMemory::SpareMemory() : thread_{[this] { go_on(); }} {}

SpareMemory::~SpareMemory() {
    {
        const std::lock_guard guard{mutex_};
        stop_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

void SpareMemory::go_on() {
    std::unique_lock guard{mutex_};
    while (!stopping_.wait_for(guard, between_givings, [this] { return stop_; })) {
        malloc_trim(0);
    }
}

} // namespace gweld::program

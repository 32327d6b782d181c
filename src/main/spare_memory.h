// spare_memory.h - how much memory a server keeps for the next page, and when it gives the rest
// back to the system. Knows no page.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

namespace gweld::program {

// A page is made in texts that grow beyond 100 kB; given back to the kernel after each page and
// taken again for the next they cost a tenth of the time of a long page (bench/pages.sh, my team).
// To be called before there is any other thread.
void keep_memory_between_pages();

// Gives back now and then what lies free between what is in use: after a busy hour that was a sixth
// of a server's memory (bench/peers), which the allocator would have kept for ever.
class SpareMemory {
  public:
    SpareMemory();
    ~SpareMemory();
    SpareMemory(const SpareMemory&) = delete;
    SpareMemory& operator=(const SpareMemory&) = delete;

  private:
    void go_on();

    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stop_ = false;
    std::thread thread_;
};

} // namespace gweld::program

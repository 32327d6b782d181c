// worker_pool.h - threads that do what may block. Knows neither requests nor sockets.
#pragma once

#include "web/server/fair_queue.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace gweld::web {

// What the machine does first when it cannot do everything at once.
enum class Priority : std::uint8_t { usual, after_the_others };

struct Crew {
    unsigned threads = 16;
    FairQueue::Bounds waiting;
    Priority priority = Priority::usual;
};

// At most one thread is being woken at a time, and it wakes the next when it finds more to do than
// its own job. Quick jobs are so done one after the other by a thread that is awake already, which
// costs no switch of threads; jobs that block do not hold up the ones behind them.
class WorkerPool {
  public:
    explicit WorkerPool(const Crew& crew);
    ~WorkerPool() { finish(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    FairQueue::Offered offer(std::shared_ptr<Job> job);
    std::size_t waiting() const;
    // Returns when everything accepted is done; nothing may be offered afterwards.
    void finish();

  private:
    void work_on();
    bool someone_should_wake(); // then notify, without the lock

    mutable std::mutex mutex_;
    std::condition_variable something_to_do_;
    FairQueue waiting_;
    std::size_t idle_ = 0;
    bool waking_ = false; // someone has been called and has not come yet
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

} // namespace gweld::web

// worker_pool.h - threads that do what may block. Knows neither requests nor sockets.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace gweld::web {

class Job {
  public:
    virtual ~Job() = default;
    // Must not throw. `self` is the pool's hold on the job, to be passed on to whoever is next.
    virtual void work(std::shared_ptr<Job> self) = 0;
};

// A queue of bounded length: past it work is refused at once rather than answered too late.
//
// At most one thread is being woken at a time, and it wakes the next when it finds more to do than
// its own job. Quick jobs are so done one after the other by a thread that is awake already, which
// costs no switch of threads; jobs that block do not hold up the ones behind them.
class WorkerPool {
  public:
    WorkerPool(unsigned threads, std::size_t most_waiting);
    ~WorkerPool() { finish(); }
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    enum class Offered : std::uint8_t { accepted, full };
    Offered offer(std::shared_ptr<Job> job);
    std::size_t waiting() const;
    // Returns when everything accepted is done; nothing may be offered afterwards.
    void finish();

  private:
    void work_on();
    bool someone_should_wake(); // then notify, without the lock

    std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable something_to_do_;
    std::deque<std::shared_ptr<Job>> waiting_;
    std::size_t idle_ = 0;
    bool waking_ = false; // someone has been called and has not come yet
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

} // namespace gweld::web

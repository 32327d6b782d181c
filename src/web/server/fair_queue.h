// fair_queue.h - jobs that wait, served person by person: who asks for fifty things at once waits
// behind their own, not everybody behind them. Bounded: past the bounds work is refused at once
// rather than done too late. Knows no threads; whoever shares it locks it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>

namespace gweld::web {

class Job {
  public:
    virtual ~Job() = default;
    // Must not throw. `self` is the pool's hold on the job, to be passed on to whoever is next.
    virtual void work(std::shared_ptr<Job> self) = 0;
    // The same number for everything one person asks.
    virtual std::uint64_t asked_by() const = 0;
};

class FairQueue {
  public:
    struct Bounds {
        std::size_t all = 512;
        std::size_t of_one_person = 128;
    };
    explicit FairQueue(Bounds bounds) : bounds_{bounds} {}

    enum class Offered : std::uint8_t { accepted, full };
    Offered offer(std::shared_ptr<Job> job);
    // Each person in turn, and of each what came first. Never of an empty queue.
    std::shared_ptr<Job> take();
    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

  private:
    using Waiting = std::deque<std::shared_ptr<Job>>;

    Bounds bounds_;
    std::size_t size_ = 0;
    std::unordered_map<std::uint64_t, Waiting> by_person_; // nobody who waits for nothing
    std::deque<std::uint64_t> turns_;
};

} // namespace gweld::web

#include "web/server/worker_pool.h"

#include <sys/resource.h>

#include <utility>

namespace gweld::web {

namespace {

// A tenth of the processor of a thread beside it. Of this thread only, as Linux has it; where the
// system says no, it is one like the others.
void stand_behind_the_others() {
    constexpr int nice = 10;
    setpriority(PRIO_PROCESS, 0, nice);
}

} // namespace

WorkerPool::WorkerPool(const Crew& crew) : waiting_{crew.waiting} {
    threads_.reserve(crew.threads);
    for (unsigned i = 0; i < crew.threads; ++i) {
        threads_.emplace_back([this, priority = crew.priority] {
            if (priority == Priority::after_the_others) {
                stand_behind_the_others();
            }
            work_on();
        });
    }
}

void WorkerPool::finish() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    something_to_do_.notify_all();
    for (auto& thread : threads_) {
        thread.join();
    }
    threads_.clear();
}

bool WorkerPool::someone_should_wake() {
    if (waiting_.empty() || idle_ == 0 || waking_) {
        return false;
    }
    waking_ = true;
    return true;
}

FairQueue::Offered WorkerPool::offer(std::shared_ptr<Job> job) {
    bool wake = false;
    auto offered = FairQueue::Offered::full;
    {
        const std::lock_guard lock{mutex_};
        offered = waiting_.offer(std::move(job));
        wake = someone_should_wake();
    }
    if (wake) {
        something_to_do_.notify_one();
    }
    return offered;
}

std::size_t WorkerPool::waiting() const {
    const std::lock_guard lock{mutex_};
    return waiting_.size();
}

void WorkerPool::work_on() {
    std::unique_lock lock{mutex_};
    while (true) {
        while (waiting_.empty() && !closing_) {
            ++idle_;
            something_to_do_.wait(lock);
            --idle_;
            waking_ = false;
        }
        if (waiting_.empty()) {
            return; // closing
        }
        auto job = waiting_.take();
        const bool wake = someone_should_wake();
        lock.unlock();
        if (wake) {
            something_to_do_.notify_one();
        }
        auto& work = *job;
        work.work(std::move(job));
        lock.lock();
    }
}

} // namespace gweld::web

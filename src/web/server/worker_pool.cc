#include "web/server/worker_pool.h"

namespace gweld::web {

WorkerPool::WorkerPool(unsigned threads, std::size_t most_waiting) : most_waiting_{most_waiting} {
    threads_.reserve(threads);
    for (unsigned i = 0; i < threads; ++i) {
        threads_.emplace_back([this] { work_on(); });
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

WorkerPool::Offered WorkerPool::offer(std::shared_ptr<Job> job) {
    bool wake = false;
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.size() >= most_waiting_) {
            return Offered::full;
        }
        waiting_.push_back(std::move(job));
        wake = someone_should_wake();
    }
    if (wake) {
        something_to_do_.notify_one();
    }
    return Offered::accepted;
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
        auto job = std::move(waiting_.front());
        waiting_.pop_front();
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

#include "web/server/fair_queue.h"

namespace gweld::web {

FairQueue::Offered FairQueue::offer(std::shared_ptr<Job> job) {
    if (size_ >= bounds_.all) {
        return Offered::full;
    }
    const auto person = job->asked_by();
    auto& theirs = by_person_[person];
    if (theirs.size() >= bounds_.of_one_person) {
        return Offered::full;
    }
    if (theirs.empty()) {
        turns_.push_back(person);
    }
    theirs.push_back(std::move(job));
    ++size_;
    return Offered::accepted;
}

std::shared_ptr<Job> FairQueue::take() {
    const auto person = turns_.front();
    turns_.pop_front();
    const auto place = by_person_.find(person);
    auto& theirs = place->second;
    auto job = std::move(theirs.front());
    theirs.pop_front();
    --size_;
    if (theirs.empty()) {
        by_person_.erase(place);
    } else {
        turns_.push_back(person);
    }
    return job;
}

} // namespace gweld::web

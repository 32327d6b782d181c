// kept.h - an answer worked out from the whole record (a team's day, a county's figure), given out
// again while neither the record nor the day has moved on. Knows no viewer: the key must name
// everything of the viewer that the answer depends on.
#pragma once

#include "time/civil_date.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace gweld::casework {

struct Moment {
    std::int64_t head = 0; // of the reading the answer is made from
    time::CivilDate today;
    friend bool operator==(const Moment&, const Moment&) = default;
};

// Keys may name days somebody typed: without a bound a day's asking would fill the memory. Viewers
// of one sort at work on one day, and some; fewer where an answer is long.
template <class Answer, std::size_t most_kept = 256> class KeptAnswers {
  public:
    // make() answers std::shared_ptr<const Answer>. Two who ask at once may both make it.
    template <class Make>
    std::shared_ptr<const Answer> of(const std::string& key, Moment moment, Make make) {
        if (auto kept = kept_of(key, moment)) {
            return kept;
        }
        std::shared_ptr<const Answer> made = make();
        keep(key, moment, made);
        return made;
    }

    bool holds(const std::string& key, Moment moment) { return kept_of(key, moment) != nullptr; }

    // Of the same day, as of this head or an earlier one: to work on from. Null: nothing kept.
    std::shared_ptr<const Answer> last(const std::string& key, Moment moment) const {
        const std::lock_guard lock{mutex_};
        const auto found = kept_.find(key);
        return found != kept_.end() && found->second.moment.today == moment.today &&
                       found->second.moment.head <= moment.head
                   ? found->second.answer
                   : nullptr;
    }

    std::size_t size() const {
        const std::lock_guard lock{mutex_};
        return kept_.size();
    }

  private:
    struct Kept {
        Moment moment;
        std::shared_ptr<const Answer> answer;
    };
    std::shared_ptr<const Answer> kept_of(const std::string& key, Moment moment) {
        const std::lock_guard lock{mutex_};
        const auto found = kept_.find(key);
        return found != kept_.end() && found->second.moment == moment ? found->second.answer
                                                                      : nullptr;
    }
    // A reader with an older snapshot does not put back what a newer one has replaced.
    void keep(const std::string& key, Moment moment, std::shared_ptr<const Answer> answer) {
        const std::lock_guard lock{mutex_};
        const auto found = kept_.find(key);
        if (found == kept_.end()) {
            make_room(moment);
            kept_.emplace(key, Kept{moment, std::move(answer)});
        } else if (found->second.moment.head <= moment.head) {
            found->second = {moment, std::move(answer)};
        }
    }

    void make_room(Moment moment) {
        if (kept_.size() < most_kept) {
            return;
        }
        std::erase_if(kept_, [&](const auto& one) { return one.second.moment != moment; });
        if (kept_.size() >= most_kept) {
            kept_.clear();
        }
    }

    mutable std::mutex mutex_;
    std::map<std::string, Kept> kept_;
};

} // namespace gweld::casework

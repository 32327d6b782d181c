// whose_protected.h - whose addresses are protected, read once for each head of the record: every
// reading asks, and hardly ever is the answer another. Knows no address.
#pragma once

#include "record/store.h"

#include <map>
#include <memory>
#include <mutex>

namespace gweld::store::merged {

// By person, as they are read now, the entries that protect an address of theirs.
using WhoseProtected = std::multimap<record::Uuid, record::Uuid>;

class WhoseProtectedKept {
  public:
    std::shared_ptr<const WhoseProtected> of(std::int64_t head) const {
        const std::lock_guard lock{mutex_};
        return head == head_ ? whose_ : nullptr;
    }
    // Only of what is on disk: the head of a write may still be taken back and given to another.
    void keep(std::int64_t head, std::shared_ptr<const WhoseProtected> whose) {
        const std::lock_guard lock{mutex_};
        if (head > head_) {
            head_ = head;
            whose_ = std::move(whose);
        }
    }

  private:
    mutable std::mutex mutex_;
    std::int64_t head_ = -1;
    std::shared_ptr<const WhoseProtected> whose_;
};

} // namespace gweld::store::merged

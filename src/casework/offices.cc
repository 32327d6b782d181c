#include "casework/offices.h"

#include <algorithm>

namespace gweld::casework {

struct Offices::Without {
    Without(Office& everybodys, const access::Hidden& whom)
        : hidden{whom}, store{everybodys.store, whom},
          office{store, everybodys.book, everybodys.clock, everybodys.random} {
        office.days_unsaved = everybodys.days_unsaved;
    }
    access::Hidden hidden;
    access::HiddenStore store;
    Office office;
};

std::shared_ptr<Office> Offices::without(const access::Hidden& hidden) {
    if (hidden.empty()) {
        return nullptr;
    }
    const std::lock_guard lock{mutex_};
    const auto found =
        std::ranges::find_if(kept_, [&](const auto& one) { return one->hidden == hidden; });
    if (found != kept_.end()) {
        kept_.splice(kept_.begin(), kept_, found);
    } else {
        kept_.push_front(std::make_shared<Without>(everybodys_, hidden));
        if (kept_.size() > most_kept) {
            kept_.pop_back();
        }
    }
    return {kept_.front(), &kept_.front()->office};
}

base::Result<Offices::Known, record::StoreFault> Offices::of(const access::Viewer& viewer) {
    Known known;
    const auto read = everybodys_.store.read([&](const record::Reading& reading) {
        known.hidden = access::hidden_from(reading, viewer.worker, everybodys_.clock.now());
        known.head = reading.head();
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    known.office = without(known.hidden);
    return base::Ok{std::move(known)};
}

base::Result<Offices::Still, record::StoreFault> Offices::still(const Known& known,
                                                                const access::Viewer& viewer) {
    bool same = true;
    const auto read = everybodys_.store.read([&](const record::Reading& reading) {
        same = reading.head() == known.head ||
               access::hidden_from(reading, viewer.worker, everybodys_.clock.now()) == known.hidden;
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{same ? Still::so : Still::no_longer};
}

} // namespace gweld::casework

#include "casework/news.h"

#include "record/kinds.h"

#include <algorithm>

namespace gweld::casework {

namespace {

// Then an entry may be about somebody under another id from here on.
bool may_change_who_is_the_same(const record::Entry& entry) {
    return entry.kind == record::Named<record::PeopleMerged>::name ||
           entry.kind == record::Named<record::PeopleUnmerged>::name ||
           entry.kind == record::Named<record::Withdrawn>::name;
}

} // namespace

void News::begin_at(std::int64_t head) {
    newest_.clear();
    from_ = head;
    until_ = head;
}

void News::look_on(const record::Reading& reading, std::int64_t head) {
    if (from_ < 0 || head - until_ > most_at_once || newest_.size() > most_subjects) {
        begin_at(head);
        return;
    }
    bool others = false;
    reading.each_entry(until_, [&](const record::Entry& entry) {
        others = others || may_change_who_is_the_same(entry);
        for (const auto& subject : entry.about) {
            newest_[subject] = entry.seq;
        }
        return true;
    });
    until_ = head;
    if (others) {
        begin_at(head);
    }
}

News::Known News::known(const std::vector<record::Uuid>& subjects, std::int64_t since) const {
    if (since < from_) {
        return Known::no;
    }
    const bool something = std::ranges::any_of(subjects, [&](const auto& subject) {
        const auto found = newest_.find(subject);
        return found != newest_.end() && found->second > since;
    });
    return something ? Known::something_new : Known::nothing_new;
}

News::Known News::about(const record::Reading& reading, std::int64_t head,
                        const std::vector<record::Uuid>& subjects, std::int64_t since) {
    const std::lock_guard lock{mutex_};
    if (until_ < head) {
        look_on(reading, head);
    }
    return until_ == head ? known(subjects, since) : Known::no;
}

News::Known News::about(const record::Writing&, std::int64_t head,
                        const std::vector<record::Uuid>& subjects, std::int64_t since) {
    const std::lock_guard lock{mutex_};
    return until_ == head ? known(subjects, since) : Known::no;
}

} // namespace gweld::casework

#include "store/merged/same_people.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <algorithm>

namespace gweld::store::merged {

namespace {

constexpr std::size_t id_length = 36;

// Where each string that is an id begins.
template <class Then> void each_id_at(std::string_view body, const Then& then) {
    for (auto quote = body.find('"'); quote != std::string_view::npos;
         quote = body.find('"', quote + 1)) {
        const auto end = quote + 1 + id_length;
        if (end < body.size() && body[end] == '"' && body[quote + 9] == '-') {
            if (const auto id = base::parse_uuid(body.substr(quote + 1, id_length))) {
                then(quote + 1, *id);
            }
        }
    }
}

void rename_about(std::vector<Uuid>& about, const NewNames& names) {
    std::vector<Uuid> renamed;
    for (const auto& subject : about) {
        const auto found = names.find(subject);
        const auto& now = found == names.end() ? subject : found->second;
        if (std::ranges::find(renamed, now) == renamed.end()) {
            renamed.push_back(now);
        }
    }
    about = std::move(renamed);
}

} // namespace

bool is_about_merging(const record::Draft& draft) {
    return record::is_a<record::PeopleMerged>(draft) ||
           record::is_a<record::PeopleUnmerged>(draft) || record::is_a<record::MistakeTold>(draft);
}

std::vector<Uuid> ids_in(std::string_view body) {
    std::vector<Uuid> ids;
    each_id_at(body, [&](std::size_t, const Uuid& id) { ids.push_back(id); });
    return ids;
}

void rename(record::Draft& draft, const NewNames& names) {
    rename_about(draft.about, names);
    if (is_about_merging(draft)) {
        return;
    }
    auto& body = draft.body;
    each_id_at(body, [&](std::size_t at, const Uuid& id) {
        if (const auto found = names.find(id); found != names.end()) {
            base::to_text(found->second).copy(body.data() + at, id_length);
        }
    });
}

SamePeople::SamePeople(const std::vector<record::MergeRow>& merges) {
    for (const auto& merge : merges) {
        if (kept_for_.emplace(merge.other, merge.kept).second) {
            others_[merge.kept].push_back(merge.other);
        }
    }
}

Uuid SamePeople::kept_for(Uuid id) const {
    const auto found = kept_for_.find(id);
    return found == kept_for_.end() ? id : found->second;
}

std::vector<Uuid> SamePeople::records_of(Uuid id) const {
    std::vector<Uuid> all{kept_for(id)};
    if (const auto found = others_.find(all.front()); found != others_.end()) {
        all.insert(all.end(), found->second.begin(), found->second.end());
    }
    return all;
}

} // namespace gweld::store::merged

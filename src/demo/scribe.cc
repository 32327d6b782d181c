#include "demo/scribe.h"

#include "casework/referrals.h"
#include "record/kept_file.h"

#include <algorithm>
#include <array>

namespace gweld::demo {

Uuid Scribe::fresh_id(Instant at) {
    std::array<std::uint8_t, 10> noise{};
    for (auto& byte : noise) {
        byte = static_cast<std::uint8_t>(noise_.bits() >> 32U);
    }
    return base::uuid_at(at.time_since_epoch().count(), noise);
}

record::Hash Scribe::keep_file(std::string_view bytes) {
    files_.emplace_back(bytes);
    return record::digest_of_file(bytes);
}

record::Recorder Scribe::recorder(const Written& written) const {
    if (!written.by) {
        return written.else_by == Nobody::partners_form
                   ? casework::partners_form()
                   : record::Recorder{{}, "Gweld", "system", ""};
    }
    const auto& worker = staff_.workers[*written.by];
    return {worker.id.uuid, worker.name, std::string{record::name_of(worker.role)},
            std::string{staff_.team_name_of(worker)}};
}

Uuid Scribe::keep(std::string_view kind, std::string body, const Subject& subject,
                  const Written& written, const std::optional<Correction>& correction) {
    record::Draft draft;
    draft.id = fresh_id(written.at);
    if (!in_time(written.at)) {
        return draft.id;
    }
    draft.kind = kind;
    draft.about = subject.about;
    draft.effective = subject.effective;
    draft.effective_at = subject.effective_at;
    draft.recorded_at = written.at;
    draft.recorded_by = recorder(written);
    if (correction) {
        draft.corrects = correction->of;
        draft.reason = correction->reason;
    }
    draft.body = std::move(body);
    drafts_.push_back(std::move(draft));
    return drafts_.back().id;
}

std::vector<record::Draft> Scribe::about(Uuid subject) const {
    std::vector<record::Draft> found;
    std::ranges::copy_if(drafts_, std::back_inserter(found), [&](const auto& draft) {
        return std::ranges::find(draft.about, subject) != draft.about.end();
    });
    return found;
}

std::vector<record::Draft> Scribe::in_order() && {
    std::ranges::stable_sort(drafts_, {}, &record::Draft::recorded_at);
    return std::move(drafts_);
}

} // namespace gweld::demo

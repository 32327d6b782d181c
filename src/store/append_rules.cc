#include "store/append_rules.h"

#include "record/digest.h"
#include "record/kinds.h"

#include <algorithm>
#include <sodium.h>
#include <stdexcept>

namespace gweld::store {

namespace {

bool names_someone_twice(std::vector<record::Uuid> about) {
    std::sort(about.begin(), about.end());
    return std::adjacent_find(about.begin(), about.end()) != about.end();
}

void check_shape(const record::Draft& draft) {
    if (draft.id.is_nil() || draft.kind.empty()) {
        throw std::logic_error("an entry needs an id and a kind");
    }
    if (draft.about.empty() || names_someone_twice(draft.about)) {
        throw std::logic_error("an entry is about somebody, and about nobody twice");
    }
    if (draft.corrects && draft.reason.empty()) {
        throw std::logic_error("a correction says why");
    }
}

} // namespace

void check_shape(const record::Append& what) {
    if (what.idempotency_key.empty()) {
        throw std::logic_error("an append needs an idempotency key");
    }
    for (const auto& draft : what.drafts) {
        check_shape(draft);
    }
}

void check_correction(const record::Draft& correction, std::string_view corrected_kind) {
    if (correction.kind != corrected_kind &&
        correction.kind != record::Named<record::Withdrawn>::name) {
        throw std::logic_error("an entry of kind " + correction.kind + " cannot correct one of " +
                               std::string{corrected_kind});
    }
}

record::Hash fingerprint_of(const std::vector<record::Draft>& drafts) {
    record::Digest digest{"gweld append 1"};
    for (const auto& draft : drafts) {
        digest.text(draft.kind).number(draft.kind_version);
        digest.number(static_cast<std::int64_t>(draft.about.size()));
        for (const auto& subject : draft.about) {
            digest.id(subject);
        }
        digest.number(draft.effective.day_number()).moment(draft.effective_at);
        digest.id(draft.recorded_by.worker).id(draft.corrects).text(draft.reason);
        digest.text(draft.provenance ? draft.provenance->key : std::string{});
        digest.text(draft.provenance ? draft.provenance->fingerprint : std::string{});
        digest.text(draft.body);
    }
    return digest.finish();
}

record::Salt fresh_salt() {
    record::Salt salt{};
    randombytes_buf(salt.data(), salt.size());
    return salt;
}

} // namespace gweld::store

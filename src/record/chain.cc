#include "record/chain.h"

#include "record/digest.h"

#include <utility>

namespace gweld::record {

namespace {

void add_provenance(Digest& digest, const std::optional<Provenance>& provenance) {
    digest.number(provenance ? 1 : 0);
    if (provenance) {
        digest.text(provenance->source)
            .text(provenance->file)
            .text(provenance->key)
            .text(provenance->fingerprint)
            .moment(provenance->recorded_at);
    }
}

} // namespace

Hash commitment_to(const Salt& salt, std::string_view body) {
    return Digest{"gweld body 1"}.bytes(salt).text(body).finish();
}

Hash hash_of(const Entry& entry) {
    Digest digest{"gweld entry 1"};
    digest.text(entry.authority).number(entry.seq).id(entry.id);
    digest.text(entry.kind).number(entry.kind_version);
    digest.number(static_cast<std::int64_t>(entry.about.size()));
    for (const auto& subject : entry.about) {
        digest.id(subject);
    }
    digest.number(entry.effective.day_number()).moment(entry.effective_at);
    digest.moment(entry.recorded_at).id(entry.recorded_by.worker);
    digest.text(entry.recorded_by.name).text(entry.recorded_by.role).text(entry.recorded_by.team);
    digest.id(entry.corrects).text(entry.reason);
    add_provenance(digest, entry.provenance);
    return digest.bytes(entry.body_commitment).bytes(entry.previous).finish();
}

Entry chained(Draft draft, std::string authority, std::int64_t seq, const Salt& salt,
              const Hash& previous) {
    Entry entry;
    static_cast<Draft&>(entry) = std::move(draft);
    entry.authority = std::move(authority);
    entry.seq = seq;
    entry.body_salt = salt;
    entry.body_commitment = commitment_to(salt, entry.body);
    entry.previous = previous;
    entry.hash = hash_of(entry);
    return entry;
}

ChainFault check_link(const Entry& entry, std::int64_t expected_seq, const Hash& previous) {
    if (entry.seq != expected_seq) {
        return ChainFault::sequence_broken;
    }
    if (entry.previous != previous) {
        return ChainFault::link_broken;
    }
    if (commitment_to(entry.body_salt, entry.body) != entry.body_commitment) {
        return ChainFault::body_changed;
    }
    return hash_of(entry) == entry.hash ? ChainFault::none : ChainFault::envelope_changed;
}

std::string to_hex(const Hash& hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(hash.size() * 2);
    for (const auto b : hash) {
        text += digits[b >> 4U];
        text += digits[b & 15U];
    }
    return text;
}

} // namespace gweld::record

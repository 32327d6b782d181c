// chain.h - each entry's hash covers the one before it, so that history cannot be changed unseen.
#pragma once

#include "record/entry.h"

namespace gweld::record {

// BLAKE2b-256 over the salt and the body.
Hash commitment_to(const Salt& salt, std::string_view body);
// BLAKE2b-256 over every member of the envelope (length-prefixed, fixed order), the commitment to
// the body and the previous hash. The body itself is covered through its commitment only.
Hash hash_of(const Entry& entry);
// Gives a draft its place in the chain.
Entry chained(Draft draft, std::string authority, std::int64_t seq, const Salt& salt,
              const Hash& previous);

// unreadable: the store could not give it; a walk finds it, check_link never does.
enum class ChainFault {
    none,
    sequence_broken,
    body_changed,
    envelope_changed,
    link_broken,
    unreadable
};
ChainFault check_link(const Entry& entry, std::int64_t expected_seq, const Hash& previous);

std::string to_hex(const Hash& hash);

} // namespace gweld::record

// signing.h - which entries ask for a signature, of whom and in what order. Knows no time limit
// (law/signing/times.toml) and does not decide who may sign (access).
#pragma once

#include "record/entry.h"
#include "record/store.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::record {

struct SignedDecision {
    std::string_view name; // of the decision, as times and pages name it
    std::string_view kind; // of the entry
    // Roles in the order in which they sign, one signature each.
    std::vector<Role> order;
    // Which entries of the kind; null: all.
    bool (*asks)(const Draft& entry) = nullptr;
};

// Another kind is one line in signing.cc.
std::span<const SignedDecision> signed_decisions();
// Null: this entry asks for no signature. What was imported was decided elsewhere and asks for
// none.
const SignedDecision* decision_of(const Draft& entry);
const SignedDecision* decision_named(std::string_view name); // null: no such decision

// BLAKE2b-256, in hexadecimal, over the entry's id, kind and body. The id keeps two entries with
// the same words apart.
std::string content_digest(const Draft& entry);

} // namespace gweld::record

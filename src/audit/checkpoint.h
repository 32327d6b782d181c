// checkpoint.h - what was in a log at a moment, in the three lines of
// https://c2sp.org/tlog-checkpoint and one of our own that says when. Knows no file and no store.
#pragma once

#include "audit/note.h"
#include "record/tree.h"
#include "record/verify.h"
#include "time/instant.h"

#include <array>
#include <span>

namespace gweld::audit {

using record::ChainName;
using record::Hash;
using time::Instant;

inline constexpr std::array<ChainName, 2> both_logs{ChainName::entries, ChainName::looks};

struct Checkpoint {
    std::string origin;    // whose log, and which: "W06000099/looks"
    std::int64_t size = 0; // how many were in it
    Hash root{};
    Instant at;
    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

std::string origin_of(std::string_view authority, ChainName log);

// A note's text, and back. None: it is no checkpoint, or not written as we write it.
std::string to_text(const Checkpoint& checkpoint);
std::optional<Checkpoint> checkpoint_from(std::string_view text);

// Eight groups of eight hexadecimal figures, for paper and for reading out.
// NOT MODELLED: eight words instead, because there is no list of Welsh words made for that.
std::string on_paper(const Hash& root);
// Reads what somebody typed from paper: capital letters, and space where they please.
std::optional<Hash> from_paper(std::string_view typed);

// The key of each log, because the name of a log's key is the log's origin.
struct Keys {
    std::vector<Signer> of_logs; // in the order of both_logs
    const Signer& of(ChainName log) const { return of_logs[static_cast<std::size_t>(log)]; }
};
Keys keys_of(std::string_view authority, std::span<const Signer::Seed, both_logs.size()> seeds);
std::string to_text(const Keys& keys); // a line each
std::optional<Keys> keys_from(std::string_view text, std::string_view authority);
// Any number of lines, of several keys in turn; empty ones and those that begin with # are passed
// over. None: a line is no verifier.
std::optional<std::vector<Verifier>> verifiers_from(std::string_view text);

} // namespace gweld::audit

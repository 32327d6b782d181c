// recording.h - appending what a person recorded: with the versions they had before their eyes and
// a key of its own, so that a second press of the button records nothing twice and a newer entry is
// never overlooked. Knows no kind of entry.
#pragma once

#include "casework/office.h"

#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

// How long before its day an allocation, and who co-ordinates a plan, may be written down. A habit
// of the pages, not a rule: none was found.
inline constexpr int furthest_ahead_days = 28;

struct Saw {
    std::string idempotency_key;
    std::vector<record::SeenVersion> versions;
};

struct Recorded {
    base::EntryId entry;
};
struct SomebodyWasQuicker { // what has been recorded about these subjects since the form was opened
    std::vector<record::Entry> since;
    std::vector<record::SeenVersion> versions_now;
};
struct KeyUsedForSomethingElse {};
struct CorrectedAlready {};
using NotRecorded = std::variant<SomebodyWasQuicker, KeyUsedForSomethingElse, CorrectedAlready>;

// Inside the caller's transaction, after access has decided. The answer names the last draft, or
// what the key made the first time. No drafts is a bug.
base::Result<Recorded, NotRecorded>
append_drafts(record::Writing& tx, std::vector<record::Draft> drafts, const Saw& saw);

// The same refusal among a use case's own.
template <class Refused> Refused as_refusal(const NotRecorded& why) {
    return std::visit([](const auto& one) -> Refused { return one; }, why);
}

} // namespace gweld::casework

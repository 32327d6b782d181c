// phone_visits.h - visits that were written on a phone and sent later: each recorded exactly once,
// or, where it cannot be, kept as it was written for its writer to put right. Knows no form, no
// cryptography and no network: what comes in has been opened and read at the door.
#pragma once

#include "casework/phone_lists.h"
#include "casework/visits.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

using WrittenVisit = std::variant<record::VisitMade, record::VisitAttempted>;

// As its writer would record it by hand.
record::Draft draft_of_visit(Office& office, const access::Viewer& viewer,
                             const WrittenVisit& visit);

// A phone whose clock is further from ours than this is told so, and its days are doubted.
inline constexpr std::chrono::minutes clocks_agree_within{5};

struct FromPhone {
    record::ItemId item;
    record::DeviceId device;
    Uuid worker;             // who wrote it
    record::Instant written; // by the phone's clock, as is the next
    record::Instant sent;
    // By how much it was ahead of ours when the list was taken; it has been allowed for since.
    std::chrono::milliseconds fast{0};
    // What the phone took for today, where the day of the visit was given as "today" or
    // "yesterday"; none: typed as a date.
    std::optional<CivilDate> todays_date;
    std::string content; // digest of everything said
    std::vector<record::SaidOnPhone> said;
    std::variant<WrittenVisit, record::WhyHeld> visit; // or why it is none
};

struct OnRecord {
    base::EntryId visit;
    std::vector<base::EntryId> same_day; // others' visits, or this worker's from another phone
};
struct KeptForWriter {
    record::WhyHeld because;
};
struct ReceivedVisit {
    std::variant<OnRecord, KeptForWriter> how;
    record::Instant at; // when it was received for the first time
};
struct SomebodyElses {}; // whoever is signed in did not write it
using NotReceived = std::variant<SomebodyElses, record::StoreFault>;

// Durable when it answers. The same item again, whoever sends it in whatever order, answers as the
// first time; the same item with another text is kept for its writer. Two phones that wrote about
// one child on one day make two visits. Whether the child may be written about is decided as of
// now: where not, the visit is in no child's record.
base::Result<ReceivedVisit, NotReceived> receive(Office& office, const access::Viewer& viewer,
                                                 const FromPhone& sent);

// Which of these items the record does not hold, neither recorded nor kept; the phone asks before
// it lets go of its copies, because a record may have been restored from a backup behind it.
// Whoever is signed in: a colleague who uses the phone must not make it take its owner's visits for
// lost.
std::vector<record::ItemId> not_here(const record::Reading& reading,
                                     const std::vector<record::ItemId>& items);

// ---- what waits for its writer ---------------------------------------------------------------
struct HeldVisit {
    record::Entry entry;
    record::PhoneVisitHeld held;
};
struct SentVisit {
    record::Entry entry;
    record::PhoneVisitReceived received;
};
struct PhoneMatters {
    std::vector<HeldVisit> waiting; // oldest first
    std::vector<SentVisit> sent;    // newest first; the last hundred
    std::vector<ListOnPhone> lists; // newest first; the last hundred
};
base::Result<std::shared_ptr<const PhoneMatters>, record::StoreFault>
phone_matters(Office& office, const access::Viewer& viewer);

// `held` is the entry that keeps it; NotFoundOrNotYours for anybody but its writer.
// Put right by its writer: the visit is recorded now, and the item waits no longer. Pressed twice
// it is recorded once.
VisitAnswer record_held(Office& office, const access::Viewer& viewer, base::EntryId held,
                        const WrittenVisit& visit, const Saw& saw);
// Not to be recorded, and why. The text is kept.
VisitAnswer set_aside(Office& office, const access::Viewer& viewer, base::EntryId held,
                      const std::string& reason);

} // namespace gweld::casework

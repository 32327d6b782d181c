// enquiries.h - one child's way from a strategy discussion to a conference: what each meeting was,
// which enquiry it led to, what was found, by when the conference is due. A fold over entries and
// pure rules; knows no storage.
#pragma once

#include "law/card.h"
#include "law/clock.h"
#include "protection/history.h"
#include "record/tables.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gweld::protection {

enum class MeetingKind : std::uint8_t { strategy_discussion, internal_meeting };

// With the police and children's services there it is a strategy discussion; without either it is
// an internal meeting, whatever it was called. Source: Wales Safeguarding Procedures (children),
// section 3 part 1, page 8 (minimum attendance: police and social services).
MeetingKind kind_of_meeting(const record::StrategyDiscussionHeld& held);

// The same from the row of one child, for lists: whether it counts as a strategy discussion, being
// one or accepted as one.
bool counts(const record::StrategyDiscussionRow& row);

struct Acceptance { // by a head of service
    EntryId entry;
    CivilDate on;
    std::string reason;
    std::string by; // their name then
};

struct Discussion { // one child's part of it
    EntryId entry;
    CivilDate on;
    MeetingKind kind = MeetingKind::internal_meeting;
    std::optional<Acceptance> accepted;
    record::Threshold threshold = record::Threshold::not_met;
    std::optional<record::EnquiryBy> enquiry;

    // An internal meeting starts no clock and satisfies no duty, unless it was accepted.
    bool counts() const { return kind == MeetingKind::strategy_discussion || accepted; }
    bool calls_for_enquiry() const { return counts() && threshold == record::Threshold::met; }
};

struct Conclusion {
    EntryId entry;
    CivilDate on;
    record::Determination determination = record::Determination::not_substantiated;
    std::string analysis;
    std::string what_follows;
};

struct Enquiry {
    EntryId entry;
    EntryId discussion; // the newest version of the one it names; as named where that is gone
    CivilDate on;
    record::EnquiryBy by = record::EnquiryBy::social_services;
    std::optional<Conclusion> concluded;

    bool continuing_risk() const {
        return concluded &&
               concluded->determination == record::Determination::substantiated_continuing_risk;
    }
    // Imported: neither the discussion it began with nor what it found is known here.
    bool began_elsewhere() const { return discussion.uuid.is_nil(); }
    bool finding_unknown() const {
        return concluded && concluded->determination == record::Determination::not_recorded;
    }
};

struct Booking {
    EntryId entry;
    record::ConferenceType type = record::ConferenceType::initial;
    CivilDate on;
    std::string at;
    std::string place;
    std::string chair;
};

struct ChildAtHeldConference {
    EntryId entry;
    CivilDate on;
    record::ConferenceType type = record::ConferenceType::initial;
    record::ConferenceDecision decision = record::ConferenceDecision::not_recorded;
};

struct EnquiryHistory { // each list by day, then in the order recorded
    std::vector<Discussion> discussions;
    std::vector<Enquiry> enquiries;
    std::vector<Booking> bookings;
    std::vector<ChildAtHeldConference> conferences;

    const Discussion* discussion(EntryId entry) const; // null: none such
    const Enquiry* enquiry(EntryId entry) const;
};

// As history_of: entries about the child, oldest first; corrections are followed, what was
// withdrawn is gone, and what was not known at known_at is not there.
EnquiryHistory enquiries_of(PersonId child, std::span<const record::Entry> entries,
                            std::optional<Instant> known_at);

// ---- the conference clock
// ------------------------------------------------------------------------

// 15 working days (card cp.conference.initial) from the LAST strategy discussion that counts. Later
// discussions move it until the conference is held, the enquiry ends without continuing risk, or
// the next enquiry begins.
struct ConferenceClock {
    std::vector<const Discussion*> discussions; // every one that counts, by day; point into history
    std::optional<CivilDate> anchor;            // none: no strategy discussion that counts
    std::optional<CivilDate> due_by;            // none: cannot be worked out
    const ChildAtHeldConference* held = nullptr; // the first initial one since the enquiry began
    const Booking* booked = nullptr;             // the newest for an initial one since it began
};
// Only what was so by as_of counts. The enquiry is one of the history's own.
ConferenceClock conference_clock(const EnquiryHistory& history, const Enquiry& enquiry,
                                 const law::Book& book, CivilDate as_of);

// ---- what should have happened and has not
// ---------------------------------------------------------

enum class Gap : std::uint8_t {
    threshold_met_no_enquiry,
    continuing_risk_no_conference_booked,
    conference_due_not_held
};
struct GapFound {
    Gap gap;
    CivilDate since;              // the discussion, the conclusion, or the day it was due by
    std::optional<EntryId> entry; // the discussion or the enquiry
    friend bool operator==(const GapFound&, const GapFound&) = default;
};
// Oldest first. Only a child at continuing risk (determination 3) misses a conference.
std::vector<GapFound> gaps_of(const EnquiryHistory& history, const law::Book& book,
                              CivilDate as_of);

// The discussion an enquiry may start from: the last that counts, threshold met, by as_of, and no
// enquiry or initial conference on or since that day. Null: none.
const Discussion* discussion_waiting(const EnquiryHistory& history, CivilDate as_of);

} // namespace gweld::protection

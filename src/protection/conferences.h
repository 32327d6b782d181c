// conferences.h - one child's conferences, each with everything recorded round it: how it was
// booked and moved, the reports before it, what was sent out after it, who did not agree, what
// people thought of it. A fold over entries and pure rules; knows no storage.
#pragma once

#include "law/card.h"
#include "protection/enquiries.h"
#include "protection/history.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::protection {

template <class Kind> struct Noted { // its newest version
    EntryId entry;
    CivilDate recorded_on; // of its first version
    std::string by;        // who recorded it, as they were called then
    Kind body;
};

struct ReportIn {
    Noted<record::ConferenceReportReceived> received;
    std::optional<record::ConferenceReportShared> shared;
};

struct Conference {
    record::ConferenceType type = record::ConferenceType::initial;
    // Each time it was booked; the last one holds. Empty: held without one.
    std::vector<Noted<record::ConferenceBooked>> bookings;
    std::optional<Noted<record::ConferenceHeld>> held;
    std::vector<ReportIn> reports; // by day received
    std::vector<Noted<record::ConferencePaperSent>> papers;
    std::vector<Noted<record::DissentRecorded>> dissents;
    std::vector<Noted<record::ConferenceRecordAnswered>> answers;
    std::vector<Noted<record::ConferenceFeedbackGiven>> feedback;

    const record::ConferenceBooked* booking() const; // null: held without one
    CivilDate on() const;                            // held, or booked for
    EntryId entry() const;                           // of the meeting, else of the last booking
};

struct ConferenceHistory {
    std::vector<Conference> conferences; // by day
    const Conference*
    of(EntryId version) const; // any version of a booking or a meeting; null: none

    std::map<base::Uuid, std::size_t> places; // where each version is
};

// As history_of. Bookings of one type follow one another until one is held: they are of one
// conference, which was moved. A meeting belongs to the bookings before it of its type if it was
// not held before the first of them was recorded.
ConferenceHistory conferences_of(PersonId child, std::span<const record::Entry> entries,
                                 std::optional<Instant> known_at);

// ---- by when
// ---------------------------------------------------------------------------------------
struct ConferenceDue {
    const law::Card* card = nullptr; // null: no rule of that name
    std::optional<CivilDate> anchor; // none: nothing that the time runs from is recorded
    std::optional<CivilDate> due_by; // none: cannot be worked out
};
// An initial one: from the last strategy discussion that counts. A review: from the conference
// before. On moving here: from the day the move was agreed, given with the booking. `conference`
// null: the one that is still to be booked. Law gives no other time for a child not yet born
// (Wales Safeguarding Procedures, section 2, page 10 points to regional protocols).
ConferenceDue due_of(record::ConferenceType type, const Conference* conference,
                     const EnquiryHistory& enquiries, const History& history, const law::Book& book,
                     CivilDate as_of);

// ---- what is sent out after one
// --------------------------------------------------------------------
enum class PaperState : std::uint8_t { waiting, overdue, sent, sent_late, cannot_say };
struct PaperClock {
    record::ConferencePaper paper{};
    const law::Card* card = nullptr;
    CivilDate held_on = record::to_be_given;
    std::optional<CivilDate> due_by;
    std::optional<CivilDate> sent_on; // the first time
    PaperState state = PaperState::waiting;
};
// The outline plan where a name was placed on the register at it; the record of every one. None
// for a conference of which only the day is recorded: what was sent of it nobody can say.
std::vector<PaperClock> paper_clocks(const Conference& conference, const law::Book& book,
                                     CivilDate as_of);
// Comments on the record, counted from the day it was sent: the day each person received it is not
// recorded. None: not sent, or cannot be worked out.
std::optional<CivilDate> comments_by(const Conference& conference, const law::Book& book);

// ---- who was there, who wrote
// ----------------------------------------------------------------------
enum class Quorum : std::uint8_t { attendance_unknown, no_rule, quorate, inquorate };
struct QuorumCount {
    Quorum quorum = Quorum::no_rule;
    int agencies = 0; // there, each counted once
    std::optional<int> needed;
};
// `needed`: the council's own rule, children's services among them; none: it has set none. No
// national rule for Wales was found (law/no-figure.md).
QuorumCount quorum_of(const record::ConferenceHeld& held, std::optional<int> needed);

// Of the agencies invited those that no report has come from, in the order invited.
std::vector<record::Agency> reports_missing(const Conference& conference);
std::vector<record::Agency> invited_agencies(const Conference& conference);

} // namespace gweld::protection

// conference_kinds.h - round a conference: who chairs when, how this council holds conferences, the
// reports that come before one and everything that follows it. Booking and holding themselves stand
// in enquiry_kinds.h. Included by kinds.h, which names them. Knows no rule.
#pragma once

#include "record/enquiry_kinds.h"

namespace gweld::record {

using base::WorkerId;

// ---- who chairs when
// -------------------------------------------------------------------------------
enum class Weekday { monday, tuesday, wednesday, thursday, friday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday)

struct WeeklySlot {
    Weekday day = Weekday::monday;
    std::string at; // "10:00"
    int minutes = 0;
};
BOOST_DESCRIBE_STRUCT(WeeklySlot, (), (day, at, minutes))

struct ChairSlotsSet { // about: the chair. Every week from that day on, until a later one.
    WorkerId chair;
    CivilDate from = to_be_given;
    std::vector<WeeklySlot> slots; // none: chairs no longer
};
BOOST_DESCRIBE_STRUCT(ChairSlotsSet, (), (chair, from, slots))

struct ChairAway { // about: the chair
    WorkerId chair;
    CivilDate from = to_be_given;
    CivilDate back_on = to_be_given; // the first day there again
    std::string why;
};
BOOST_DESCRIBE_STRUCT(ChairAway, (), (chair, from, back_on, why))

// What no national text that was read gives a figure for, as this council has decided it. None:
// the council has not, and no clock is shown. About: the authority's own id. The latest one from a
// day on or before holds.
struct ConferencePracticeSet {
    CivilDate from = to_be_given;
    std::optional<int> quorum;                 // agencies there, children's services among them
    std::optional<int> reports_before_initial; // working days before the conference
    std::optional<int> reports_before_review;
    std::string source; // who decided it, and where it is written
};
BOOST_DESCRIBE_STRUCT(ConferencePracticeSet, (),
                      (from, quorum, reports_before_initial, reports_before_review, source))

// ---- before a conference
// ---------------------------------------------------------------------------
// In all of these `conference` is the entry by which it was booked or held, in any version; and
// about: every child of the conference.
struct ConferenceReportReceived {
    base::EntryId conference;
    Agency agency = Agency::other;
    std::string name; // who wrote it
    std::string role;
    CivilDate received_on = to_be_given;
    std::string strengths;
    std::string worries;
    std::string risk;   // the agency's view of it
    std::string change; // what should change
};
BOOST_DESCRIBE_STRUCT(ConferenceReportReceived, (),
                      (conference, agency, name, role, received_on, strengths, worries, risk,
                       change))

struct ConferenceReportShared {
    base::EntryId report;
    CivilDate on = to_be_given;
    std::string with; // "Their mother, read to her in Polish"
};
BOOST_DESCRIBE_STRUCT(ConferenceReportShared, (), (report, on, with))

// ---- after a conference
// ----------------------------------------------------------------------------
enum class ConferencePaper { outline_plan, full_record };
BOOST_DESCRIBE_ENUM(ConferencePaper, outline_plan, full_record)

struct ConferencePaperSent {
    base::EntryId conference;
    ConferencePaper paper = ConferencePaper::full_record;
    CivilDate on = to_be_given;
    std::vector<std::string> to; // each by name
};
BOOST_DESCRIBE_STRUCT(ConferencePaperSent, (), (conference, paper, on, to))

struct DissentRecorded { // somebody at the conference did not agree with what was decided
    base::EntryId conference;
    Agency agency = Agency::other;
    std::string name;
    CivilDate on = to_be_given;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(DissentRecorded, (), (conference, agency, name, on, reason))

enum class RecordAnswer { agreed, asked_for_change };
BOOST_DESCRIBE_ENUM(RecordAnswer, agreed, asked_for_change)

struct ConferenceRecordAnswered { // an agency on the record it was sent; none: no answer
    base::EntryId conference;
    Agency agency = Agency::other;
    std::string name;
    CivilDate on = to_be_given;
    RecordAnswer answer = RecordAnswer::agreed;
    std::string words; // what they asked to change
};
BOOST_DESCRIBE_STRUCT(ConferenceRecordAnswered, (), (conference, agency, name, on, answer, words))

enum class FeedbackFrom { child, parent, agency, other };
enum class Felt { yes, partly, no, not_answered };
BOOST_DESCRIBE_ENUM(FeedbackFrom, child, parent, agency, other)
BOOST_DESCRIBE_ENUM(Felt, yes, partly, no, not_answered)

struct ConferenceFeedbackGiven {
    base::EntryId conference;
    FeedbackFrom from = FeedbackFrom::other;
    std::string name; // empty: they would rather not say
    CivilDate on = to_be_given;
    Felt prepared = Felt::not_answered;   // knew beforehand what would be said
    Felt understood = Felt::not_answered; // what was said
    Felt listened = Felt::not_answered;   // to them
    Felt know_next = Felt::not_answered;  // what happens now
    std::string good;
    std::string better;
    std::string language; // of their words, BCP 47
};
BOOST_DESCRIBE_STRUCT(ConferenceFeedbackGiven, (),
                      (conference, from, name, on, prepared, understood, listened, know_next, good,
                       better, language))

} // namespace gweld::record

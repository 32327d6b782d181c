// enquiry_kinds.h - from worry to the register: strategy discussion, section 47 enquiry,
// conference. Included by kinds.h, which names them. Knows no rule: whether a meeting was a
// strategy discussion is worked out from who came (protection/enquiries.h), not from what it was
// called.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// ---- who came
// ------------------------------------------------------------------------------------
enum class Agency {
    childrens_services,
    police,
    health,
    education,
    adult_services,
    housing,
    probation,
    voluntary_sector,
    other
};
enum class Came { attended, sent_apologies, did_not_come };
BOOST_DESCRIBE_ENUM(Agency, childrens_services, police, health, education, adult_services, housing,
                    probation, voluntary_sector, other)
BOOST_DESCRIBE_ENUM(Came, attended, sent_apologies, did_not_come)

struct AgencyAtMeeting { // one person who was invited
    Agency agency = Agency::other;
    std::string name;
    std::string role;
    Came came = Came::attended;
    std::string brought; // what they knew or said
};
BOOST_DESCRIBE_STRUCT(AgencyAtMeeting, (), (agency, name, role, came, brought))

struct MeetingAction {
    std::string what;
    std::string owner;
    std::optional<CivilDate> by;
};
BOOST_DESCRIBE_STRUCT(MeetingAction, (), (what, owner, by))

// ---- strategy discussions
// --------------------------------------------------------------------------
enum class Threshold { met, not_met }; // of significant harm
enum class EnquiryBy { social_services, jointly_with_police, not_recorded };
BOOST_DESCRIBE_ENUM(Threshold, met, not_met)
BOOST_DESCRIBE_ENUM(EnquiryBy, social_services, jointly_with_police, not_recorded)

struct ChildAtDiscussion {
    PersonId child;
    Threshold threshold = Threshold::not_met;
};
BOOST_DESCRIBE_STRUCT(ChildAtDiscussion, (), (child, threshold))

struct StrategyDiscussionHeld { // about: every child in children
    CivilDate on = to_be_given;
    std::string at; // "10:30", or empty
    std::vector<AgencyAtMeeting> invited;
    std::vector<ChildAtDiscussion> children;
    std::optional<EnquiryBy> enquiry; // none: no section 47 enquiry was decided on
    std::string decided;
    std::string why;
    std::vector<MeetingAction> actions;
};
BOOST_DESCRIBE_STRUCT(StrategyDiscussionHeld, (),
                      (on, at, invited, children, enquiry, decided, why, actions))

// A head of service takes a meeting without the police as a strategy discussion, and says why.
struct InternalMeetingAccepted { // about: what the meeting was about
    base::EntryId discussion;
    CivilDate on = to_be_given;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(InternalMeetingAccepted, (), (discussion, on, reason))

// ---- section 47 enquiries
// --------------------------------------------------------------------------
struct EnquiryStarted {       // about: every child of the enquiry
    base::EntryId discussion; // nil: imported, and the source holds no strategy discussions
    CivilDate on = to_be_given;
    EnquiryBy by = EnquiryBy::social_services;
};
BOOST_DESCRIBE_STRUCT(EnquiryStarted, (), (discussion, on, by))

// Wales Safeguarding Procedures (children), section 3 part 2, page 3: determinations 1, 2 and 3.
enum class Determination {
    not_substantiated,
    substantiated_not_continuing_risk,
    substantiated_continuing_risk,
    not_recorded // imported: the source's outcomes are other ones, and stand in what_follows
};
BOOST_DESCRIBE_ENUM(Determination, not_substantiated, substantiated_not_continuing_risk,
                    substantiated_continuing_risk, not_recorded)

struct ChildAtEnquiry {
    PersonId child;
    Determination determination = Determination::not_substantiated;
    std::string analysis;
    std::string what_follows;
};
BOOST_DESCRIBE_STRUCT(ChildAtEnquiry, (), (child, determination, analysis, what_follows))

struct EnquiryConcluded { // about: every child in children
    base::EntryId enquiry;
    CivilDate on = to_be_given;
    std::vector<ChildAtEnquiry> children;
};
BOOST_DESCRIBE_STRUCT(EnquiryConcluded, (), (enquiry, on, children))

// ---- conferences
// -----------------------------------------------------------------------------------
// Everything after the chair's name came later.
struct ConferenceBooked { // about: every child it is for. The latest one of its type holds.
    ConferenceType type = ConferenceType::initial;
    CivilDate on = to_be_given;
    std::string at; // "10:30"
    std::string place;
    std::string chair;
    std::optional<base::WorkerId> chair_worker = {}; // none: not one whose diary is kept here
    std::optional<int> minutes = {};
    std::string interpreter = {};  // language the family needs one for, BCP 47; empty: none
    std::string access_needs = {}; // of the room and the way to it
    std::optional<int> travel_minutes = {};       // of the chair, there and back
    std::string late_because = {};                // why it is for a day after it is due
    std::optional<CivilDate> move_agreed_on = {}; // the later of notice and agreement: transfer in
    std::vector<Agency> invited = {};
    std::string family_invited = {};
};
BOOST_DESCRIBE_STRUCT(ConferenceBooked, (),
                      (type, on, at, place, chair, chair_worker, minutes, interpreter, access_needs,
                       travel_minutes, late_because, move_agreed_on, invited, family_invited))

enum class ConferenceDecision { placed, not_placed, continued, removed, not_recorded };
BOOST_DESCRIBE_ENUM(ConferenceDecision, placed, not_placed, continued, removed, not_recorded)

struct ChildAtConference {
    PersonId child;
    ConferenceDecision decision = ConferenceDecision::not_recorded;
    std::vector<Category> categories; // where the name was placed
    std::string why;
    std::string childs_part; // how the child took part, or was heard
};
BOOST_DESCRIBE_STRUCT(ChildAtConference, (), (child, decision, categories, why, childs_part))

// Everything after the date came later: an entry without it says only that it was held.
struct ConferenceHeld { // about: every child considered
    ConferenceType type = ConferenceType::review;
    CivilDate on = to_be_given;
    std::string chair = {};
    std::vector<AgencyAtMeeting> invited = {};
    std::string parents_part = {};
    std::vector<ChildAtConference> children = {};
    std::string outline_plan = {};
    std::string went_ahead = {}; // too few agencies there: who went on all the same, and why
};
BOOST_DESCRIBE_STRUCT(ConferenceHeld, (),
                      (type, on, chair, invited, parents_part, children, outline_plan, went_ahead))

} // namespace gweld::record

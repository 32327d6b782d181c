// kinds.h - everything that can be recorded, one struct a kind, in the past tense. The members are
// described once; JSON, tables, the data dictionary and the API come from that description.
// Knows no storage and no rules.
#pragma once

#include "record/access_kinds.h"
#include "record/account_kinds.h"
#include "record/alert_kinds.h"
#include "record/assessment_kinds.h"
#include "record/conference_kinds.h"
#include "record/contacts.h"
#include "record/continuity_kinds.h"
#include "record/document_kinds.h"
#include "record/enquiry_kinds.h"
#include "record/imported_kinds.h"
#include "record/kind_parts.h"
#include "record/merging_kinds.h"
#include "record/phone_kinds.h"
#include "record/plan_kinds.h"
#include "record/protected_kinds.h"
#include "record/referral_kinds.h"
#include "record/rights_kinds.h"
#include "record/signing_kinds.h"
#include "record/story_kinds.h"

namespace gweld::record {

// Each enumerator is stored by its name (BOOST_DESCRIBE), so order may change and names may not.
enum class Place { home, school, office, other, not_recorded };
enum class Announced { announced, unannounced, not_recorded };
enum class WriteUp { complete, to_follow };
enum class AttemptFailed { nobody_home, refused_entry, child_not_there, unsafe_to_go_in, other };
enum class GroundForRemoval {
    decided_at_review_conference,
    moved_to_another_authority,
    reached_eighteen,
    died,
    not_given_by_source // an imported end date; no page offers it
};
enum class AllocatedAs { allocated_worker, co_worker, other };

BOOST_DESCRIBE_ENUM(Place, home, school, office, other, not_recorded)
BOOST_DESCRIBE_ENUM(Announced, announced, unannounced, not_recorded)
BOOST_DESCRIBE_ENUM(WriteUp, complete, to_follow)
BOOST_DESCRIBE_ENUM(AttemptFailed, nobody_home, refused_entry, child_not_there, unsafe_to_go_in,
                    other)
BOOST_DESCRIBE_ENUM(GroundForRemoval, decided_at_review_conference, moved_to_another_authority,
                    reached_eighteen, died, not_given_by_source)
BOOST_DESCRIBE_ENUM(AllocatedAs, allocated_worker, co_worker, other)

// ---- people --------------------------------------------------------------------------------
struct PersonDescribed { // about: the person. The latest one not withdrawn is how they are now.
    std::string number;  // the id the council knows the child by (its id in the source system)
    std::string forename;
    std::string surname;
    Sex sex = Sex::not_known;
    std::optional<CivilDate> born;
    std::optional<CivilDate> expected; // unborn children
    std::optional<CivilDate> died;
    std::string ethnicity; // the source's code, unread
    std::string language;  // BCP 47 ("cy", "en", "pl") the child prefers to speak; empty: not known
};
BOOST_DESCRIBE_STRUCT(PersonDescribed, (),
                      (number, forename, surname, sex, born, expected, died, ethnicity, language))

struct FamilyMemberNamed { // about: the person, the family
    FamilyId family;
    std::string family_number;
};
BOOST_DESCRIBE_STRUCT(FamilyMemberNamed, (), (family, family_number))

struct AddressLivedAt { // about: the person
    AddressKind kind = AddressKind::home;
    std::string lines; // "3 Maes-y-coed, Pentre Felin"
    std::string postcode;
    CivilDate from = to_be_given;
    std::optional<CivilDate> until;
};
BOOST_DESCRIBE_STRUCT(AddressLivedAt, (), (kind, lines, postcode, from, until))

// ---- the workforce ---------------------------------------------------------------------------
struct TeamDescribed { // about: the team
    std::string number;
    std::string name;
    std::string parent_number;
};
BOOST_DESCRIBE_STRUCT(TeamDescribed, (), (number, name, parent_number))

struct WorkerDescribed { // about: the worker
    std::string number;
    std::string name;
    std::string job_title;
    std::string registration; // Social Care Wales (or Social Work England) number
    std::string team;         // the team's name, as the source gives it
};
BOOST_DESCRIBE_STRUCT(WorkerDescribed, (), (number, name, job_title, registration, team))

struct Allocated { // about: the child, the worker
    PersonId child;
    WorkerId worker;
    std::optional<TeamId> team;
    AllocatedAs as = AllocatedAs::allocated_worker;
    CivilDate from = to_be_given;   // the first day
    std::optional<CivilDate> until; // the first day on which it is over
};
BOOST_DESCRIBE_STRUCT(Allocated, (), (child, worker, team, as, from, until))

struct AllocationEnded { // about: the child, the worker
    base::EntryId allocation;
    CivilDate until = to_be_given;
};
BOOST_DESCRIBE_STRUCT(AllocationEnded, (), (allocation, until))

// ---- the register ------------------------------------------------------------------------------
struct PlacedOnRegister { // about: the child. On the register on days on <= d < the removal.
    CivilDate on = to_be_given;
    std::vector<Category> categories;
    std::string plan_number; // the plan's id in the source system
};
BOOST_DESCRIBE_STRUCT(PlacedOnRegister, (), (on, categories, plan_number))

struct RemovedFromRegister { // about: the child
    base::EntryId placed;
    CivilDate on = to_be_given; // the first day off the register
    GroundForRemoval ground = GroundForRemoval::not_given_by_source;
};
BOOST_DESCRIBE_STRUCT(RemovedFromRegister, (), (placed, on, ground))

struct CategoryChanged { // about: the child
    base::EntryId placed;
    std::vector<Category> categories;
    std::string why = {};
};
BOOST_DESCRIBE_STRUCT(CategoryChanged, (), (placed, categories, why))

// ---- visits ------------------------------------------------------------------------------------
struct ChildAtVisit { // one child's part of a visit to a family
    PersonId child;
    Answer seen = Answer::not_recorded;
    Answer alone = Answer::not_recorded;
    Answer bedroom = Answer::not_recorded;
    std::string words;          // the child's own words, in the language they spoke
    std::string words_language; // BCP 47; empty when words is empty
};
BOOST_DESCRIBE_STRUCT(ChildAtVisit, (), (child, seen, alone, bedroom, words, words_language))

struct VisitMade { // about: every child in children
    CivilDate on = to_be_given;
    std::string arrived; // "15:10", or empty
    Place place = Place::not_recorded;
    Announced announced = Announced::not_recorded;
    std::vector<ChildAtVisit> children;
    std::string account;
    WriteUp write_up = WriteUp::complete;
};
BOOST_DESCRIBE_STRUCT(VisitMade, (), (on, arrived, place, announced, children, account, write_up))

struct VisitAttempted { // about: every child the visit was for
    CivilDate on = to_be_given;
    std::string arrived;
    Place place = Place::not_recorded;
    Announced announced = Announced::not_recorded;
    AttemptFailed because = AttemptFailed::nobody_home;
    std::vector<PersonId> children;
    std::string account;
};
BOOST_DESCRIBE_STRUCT(VisitAttempted, (),
                      (on, arrived, place, announced, because, children, account))

struct ChildsWords {
    PersonId child;
    std::string words;
    std::string words_language;
};
BOOST_DESCRIBE_STRUCT(ChildsWords, (), (child, words, words_language))

struct VisitWrittenUp { // about: the visit's children. Ends the write-up duty of a one-minute stub.
    base::EntryId visit;
    std::vector<ChildsWords> words;
    std::string account;
};
BOOST_DESCRIBE_STRUCT(VisitWrittenUp, (), (visit, words, account))

// ---- meetings while a child is on the register
// ---------------------------------------------------

// Everything after the date came later: an entry without it says only that the group met.
struct CoreGroupMet { // about: every child of the plan
    CivilDate on = to_be_given;
    std::vector<AgencyAtMeeting> invited = {};
    std::string family_part = {}; // how the parents and the child took part, or were heard
    std::string progress = {};    // of the plan as a whole
    std::vector<MeetingAction> actions = {};
    std::optional<CivilDate> next_on = {};
    std::vector<OutcomeProgress> outcomes = {};
};
BOOST_DESCRIBE_STRUCT(CoreGroupMet, (),
                      (on, invited, family_part, progress, actions, next_on, outcomes))

// ---- corrections and imports
// --------------------------------------------------------------------- Says that the entry it
// corrects should never have been there. Putting one right is a further entry of the same kind with
// `corrects` set; this is for one recorded on the wrong child.
struct Withdrawn { // about: what the withdrawn entry was about
    std::string explanation;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (explanation))

// What an extract was said to hold: a duty met by meetings is undetermined, not overdue, while no
// table of meetings has ever been read. About: the authority's own id.
struct ExtractRead {
    std::string source;
    std::vector<std::string> tables;
    int rows_accepted = 0;
    int rows_refused = 0;
};
BOOST_DESCRIBE_STRUCT(ExtractRead, (), (source, tables, rows_accepted, rows_refused))

// The name a kind has in the log, for ever. Version 1 throughout.
template <class Kind> struct Named;
#define GWELD_KIND(Type, text)                                                                     \
    template <> struct Named<Type> {                                                               \
        static constexpr std::string_view name = text;                                             \
    };
GWELD_KIND(PersonDescribed, "person.described")
GWELD_KIND(FamilyMemberNamed, "family.member-named")
GWELD_KIND(AddressLivedAt, "address.lived-at")
GWELD_KIND(TeamDescribed, "team.described")
GWELD_KIND(WorkerDescribed, "worker.described")
GWELD_KIND(Allocated, "allocation.made")
GWELD_KIND(AllocationEnded, "allocation.ended")
GWELD_KIND(PlacedOnRegister, "register.placed")
GWELD_KIND(RemovedFromRegister, "register.removed")
GWELD_KIND(CategoryChanged, "register.category-changed")
GWELD_KIND(VisitMade, "visit.made")
GWELD_KIND(VisitAttempted, "visit.attempted")
GWELD_KIND(VisitWrittenUp, "visit.written-up")
GWELD_KIND(StrategyDiscussionHeld, "strategy-discussion.held")
GWELD_KIND(InternalMeetingAccepted, "internal-meeting.accepted")
GWELD_KIND(EnquiryStarted, "enquiry.started")
GWELD_KIND(EnquiryConcluded, "enquiry.concluded")
GWELD_KIND(ConferenceBooked, "conference.booked")
GWELD_KIND(ConferenceHeld, "conference.held")
GWELD_KIND(ChairSlotsSet, "chair.slots-set")
GWELD_KIND(ChairAway, "chair.away")
GWELD_KIND(ConferencePracticeSet, "conference.practice-set")
GWELD_KIND(ConferenceReportReceived, "conference.report-received")
GWELD_KIND(ConferenceReportShared, "conference.report-shared")
GWELD_KIND(ConferencePaperSent, "conference.paper-sent")
GWELD_KIND(DissentRecorded, "conference.dissent-recorded")
GWELD_KIND(ConferenceRecordAnswered, "conference.record-answered")
GWELD_KIND(ConferenceFeedbackGiven, "conference.feedback-given")
GWELD_KIND(CoreGroupMet, "core-group.met")
GWELD_KIND(PlanAgreed, "plan.agreed")
GWELD_KIND(PlanActionMarked, "plan.action-marked")
GWELD_KIND(PlanEnded, "plan.ended")
GWELD_KIND(CoordinatorNamed, "plan.coordinator-named")
GWELD_KIND(TemporarilyMoved, "register.moved-for-a-time")
GWELD_KIND(CameBack, "register.came-back")
GWELD_KIND(PermanentMoveNotified, "register.move-notified")
GWELD_KIND(ReceivingConferenceHeld, "register.receiving-conference-held")
GWELD_KIND(ContactReceived, "contact.received")
GWELD_KIND(ContactTaken, "contact.taken")
GWELD_KIND(ContactWaits, "contact.waits")
GWELD_KIND(ContactChildMatched, "contact.child-matched")
GWELD_KIND(ContactDecided, "contact.decided")
GWELD_KIND(ContactNobodyNeeded, "contact.nobody-needed")
GWELD_KIND(AlertSeen, "alert.seen")
GWELD_KIND(AlertAnswered, "alert.answered")
GWELD_KIND(ContactOutcomeImported, "contact.outcome-imported")
GWELD_KIND(EarlyHelpImported, "early-help.imported")
GWELD_KIND(EpisodeImported, "episode.imported")
GWELD_KIND(AssessmentImported, "assessment.imported")
GWELD_KIND(AssessmentFactorsImported, "assessment.factors-imported")
GWELD_KIND(AssessmentWritten, "assessment.written")
GWELD_KIND(AssessmentGapAllowed, "assessment.gap-allowed")
GWELD_KIND(AssessmentFinished, "assessment.finished")
GWELD_KIND(DocumentBroughtIn, "document.brought-in")
GWELD_KIND(Signed, "signing.signed")
GWELD_KIND(ReturnedForRework, "signing.returned")
GWELD_KIND(ReferralSent, "contact.referral-sent")
GWELD_KIND(ReferrerAsked, "contact.referrer-asked")
GWELD_KIND(ReferrerAnswered, "contact.referrer-answered")
GWELD_KIND(ReferrerTold, "contact.referrer-told")
GWELD_KIND(EventWeighed, "event.weighed")
GWELD_KIND(EventNoted, "event.noted")
GWELD_KIND(RelativeNamed, "relative.named")
GWELD_KIND(RelationNamed, "relation.named")
GWELD_KIND(RelationEnded, "relation.ended")
GWELD_KIND(RelativeLivedAt, "relative.lived-at")
GWELD_KIND(PeopleMerged, "person.merged")
GWELD_KIND(PeopleUnmerged, "person.unmerged")
GWELD_KIND(PersonExcluded, "access.excluded")
GWELD_KIND(ExclusionLifted, "access.exclusion-lifted")
GWELD_KIND(RecordRestricted, "access.restricted")
GWELD_KIND(RestrictionLifted, "access.restriction-lifted")
GWELD_KIND(OpenedInEmergency, "access.opened-in-emergency")
GWELD_KIND(OpeningReviewed, "access.opening-reviewed")
GWELD_KIND(ConnectionDeclared, "worker.connection-declared")
GWELD_KIND(MistakeTold, "person.mistake-told")
GWELD_KIND(MistakeRead, "person.mistake-read")
GWELD_KIND(AddressProtected, "address.protected")
GWELD_KIND(ProtectionLiftAsked, "address.protection-lift-asked")
GWELD_KIND(ProtectionLifted, "address.protection-lifted")
GWELD_KIND(EntryDisagreedWith, "entry.disagreed-with")
GWELD_KIND(OwnRecordAsked, "own-record.asked")
GWELD_KIND(PassageLeftOut, "own-record.passage-left-out")
GWELD_KIND(PassagePutBack, "own-record.passage-put-back")
GWELD_KIND(PassagesRead, "own-record.passages-read")
GWELD_KIND(OwnRecordGiven, "own-record.given")
GWELD_KIND(PhoneListTaken, "phone.list-taken")
GWELD_KIND(PhoneListWiped, "phone.list-wiped")
GWELD_KIND(PhoneVisitReceived, "phone.visit-received")
GWELD_KIND(PhoneVisitHeld, "phone.visit-held")
GWELD_KIND(PhoneVisitSettled, "phone.visit-settled")
GWELD_KIND(ContinuityLooksReturned, "continuity.looks-returned")
GWELD_KIND(AccountChanged, "account.changed")
GWELD_KIND(Withdrawn, "entry.withdrawn")
GWELD_KIND(ExtractRead, "extract.read")
#undef GWELD_KIND

template <class... Ts> struct KindList {};
using AllKinds = KindList<
    PersonDescribed, FamilyMemberNamed, AddressLivedAt, TeamDescribed, WorkerDescribed, Allocated,
    AllocationEnded, PlacedOnRegister, RemovedFromRegister, CategoryChanged, VisitMade,
    VisitAttempted, VisitWrittenUp, StrategyDiscussionHeld, InternalMeetingAccepted, EnquiryStarted,
    EnquiryConcluded, ConferenceBooked, ConferenceHeld, ChairSlotsSet, ChairAway,
    ConferencePracticeSet, ConferenceReportReceived, ConferenceReportShared, ConferencePaperSent,
    DissentRecorded, ConferenceRecordAnswered, ConferenceFeedbackGiven, CoreGroupMet, PlanAgreed,
    PlanActionMarked, PlanEnded, CoordinatorNamed, TemporarilyMoved, CameBack,
    PermanentMoveNotified, ReceivingConferenceHeld, ContactReceived, ContactTaken, ContactWaits,
    ContactChildMatched, ContactDecided, ContactNobodyNeeded, AlertSeen, AlertAnswered,
    ContactOutcomeImported, EarlyHelpImported, EpisodeImported, AssessmentImported,
    AssessmentFactorsImported, AssessmentWritten, AssessmentGapAllowed, AssessmentFinished,
    DocumentBroughtIn, Signed, ReturnedForRework, ReferralSent, ReferrerAsked, ReferrerAnswered,
    ReferrerTold, EventWeighed, EventNoted, RelativeNamed, RelationNamed, RelationEnded,
    RelativeLivedAt, PeopleMerged, PeopleUnmerged, PersonExcluded, ExclusionLifted,
    RecordRestricted, RestrictionLifted, OpenedInEmergency, OpeningReviewed, ConnectionDeclared,
    MistakeTold, MistakeRead, AddressProtected, ProtectionLiftAsked, ProtectionLifted,
    EntryDisagreedWith, OwnRecordAsked, PassageLeftOut, PassagePutBack, PassagesRead,
    OwnRecordGiven, PhoneListTaken, PhoneListWiped, PhoneVisitReceived, PhoneVisitHeld,
    PhoneVisitSettled, ContinuityLooksReturned, AccountChanged, Withdrawn, ExtractRead>;

} // namespace gweld::record

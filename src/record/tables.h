// tables.h - the tables beside the log: what is so now, for lists and searches. Every row can be
// computed again from the entries (projection.h) and none is the truth.
#pragma once

#include "base/uuid.h"
#include "record/entry.h"
#include "record/rights_rows.h"

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gweld::record {

// Rows hold only: std::int64_t, std::string, Uuid, and std::optional of those. Dates are day
// numbers (days since 1970-01-01), instants are Unix milliseconds. The first `key_width` members
// are the primary key. `authority` is the first column of every table and is added by the store.
struct PersonRow {
    Uuid person;
    std::string number;
    std::string forename;
    std::string surname;
    std::string sex;
    std::optional<std::int64_t> born;
    std::optional<std::int64_t> expected;
    std::optional<std::int64_t> died;
    std::string ethnicity;
    std::string language;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (person, number, forename, surname, sex, born, expected, died, ethnicity,
                       language))

struct NameKeyRow { // one per search key of a person's name (people/names.h)
    std::string key;
    Uuid person;
};
BOOST_DESCRIBE_STRUCT(NameKeyRow, (), (key, person))

struct FamilyMemberRow {
    Uuid family;
    Uuid person;
};
BOOST_DESCRIBE_STRUCT(FamilyMemberRow, (), (family, person))

struct AddressRow {
    Uuid entry;
    Uuid person;
    std::string kind;
    std::string lines;
    std::string postcode;
    std::int64_t from_day = 0;
    std::optional<std::int64_t> until_day;
};
BOOST_DESCRIBE_STRUCT(AddressRow, (), (entry, person, kind, lines, postcode, from_day, until_day))

struct TeamRow {
    Uuid team;
    std::string number;
    std::string name;
    std::string parent_number;
};
BOOST_DESCRIBE_STRUCT(TeamRow, (), (team, number, name, parent_number))

struct WorkerRow {
    Uuid worker;
    std::string number;
    std::string name;
    std::string job_title;
    std::string registration;
    std::string team;
};
BOOST_DESCRIBE_STRUCT(WorkerRow, (), (worker, number, name, job_title, registration, team))

struct AllocationRow {
    Uuid entry;
    Uuid child;
    Uuid worker;
    std::optional<Uuid> team;
    std::string as;
    std::int64_t from_day = 0;
    std::optional<std::int64_t> until_day;
};
BOOST_DESCRIBE_STRUCT(AllocationRow, (), (entry, child, worker, team, as, from_day, until_day))

struct RegistrationRow {
    Uuid entry;
    Uuid child;
    std::int64_t start_day = 0;
    std::optional<std::int64_t> end_day;
    std::string categories; // comma-separated names
    std::string plan_number;
    std::string ground;
};
BOOST_DESCRIBE_STRUCT(RegistrationRow, (),
                      (entry, child, start_day, end_day, categories, plan_number, ground))

struct VisitRow { // one per child and visit, made or attempted; for analysts
    Uuid entry;
    Uuid child;
    std::string made; // "made" or "attempted"
    std::int64_t on_day = 0;
    std::string place;
    std::string announced;
    std::string seen;
    std::string alone;
    std::string bedroom;
    std::string because;
    std::string write_up;
    Uuid worker;
    std::int64_t recorded_at = 0;
    std::optional<std::int64_t> source_recorded_at;
};
BOOST_DESCRIBE_STRUCT(VisitRow, (),
                      (entry, child, made, on_day, place, announced, seen, alone, bedroom, because,
                       write_up, worker, recorded_at, source_recorded_at))

struct MeetingRow { // one per child and conference or core group
    Uuid entry;
    Uuid child;
    std::string meeting; // "conference.initial", "conference.review", "core-group"
    std::int64_t on_day = 0;
};
BOOST_DESCRIBE_STRUCT(MeetingRow, (), (entry, child, meeting, on_day))

struct StrategyDiscussionRow { // one per child and discussion, whatever it was called
    Uuid entry;
    Uuid child;
    std::int64_t on_day = 0;
    std::string childrens_services; // "attended", "sent_apologies", "did_not_come", "not_invited"
    std::string police;             // the same
    std::string threshold;          // "met" or "not_met"
    std::string enquiry;            // how it was to be made; empty: none was decided on
    std::optional<std::int64_t> accepted_day; // by a head of service, without the police
};
BOOST_DESCRIBE_STRUCT(StrategyDiscussionRow, (),
                      (entry, child, on_day, childrens_services, police, threshold, enquiry,
                       accepted_day))

struct EnquiryRow { // one per child and section 47 enquiry
    Uuid entry;
    Uuid child;
    Uuid discussion;
    std::int64_t on_day = 0;
    std::string by;
    std::optional<std::int64_t> concluded_day;
    std::string determination; // empty: not concluded for this child
};
BOOST_DESCRIBE_STRUCT(EnquiryRow, (),
                      (entry, child, discussion, on_day, by, concluded_day, determination))

struct ConferenceBookedRow { // one per child and booking
    Uuid entry;
    Uuid child;
    std::string type; // "initial", "review", "transfer_in"
    std::int64_t on_day = 0;
    std::string at;
    std::string place;
    std::string chair;
    std::optional<Uuid> chair_worker = {}; // none: not one whose diary is kept here
    std::optional<std::int64_t> minutes = {};
};
BOOST_DESCRIBE_STRUCT(ConferenceBookedRow, (),
                      (entry, child, type, on_day, at, place, chair, chair_worker, minutes))

struct ChairDiaryRow { // what a chair's diary says: the slots of a week, or days away
    Uuid entry;
    Uuid worker;
    std::int64_t from_day = 0;
    std::optional<std::int64_t> back_day; // none: slots; else away until that day
    std::string slots;                    // "tuesday 10:00 90,friday 14:00 90"
    std::string why;                      // away
};
BOOST_DESCRIBE_STRUCT(ChairDiaryRow, (), (entry, worker, from_day, back_day, slots, why))

// The outcome of a contact that another system decided, on a day that system does not give.
inline constexpr std::string_view outcome_in_earlier_system = "in_earlier_system";

struct ContactRow { // what came in at the front door and how it stands: decided or waiting
    Uuid contact;
    Uuid entry; // its newest version
    std::int64_t received_day = 0;
    std::string received_time;
    std::string channel;
    std::string source;
    std::string organisation;
    std::string referrer;
    std::string referrer_role;
    std::string harm;
    std::string worry_begins; // the first 200 bytes at most, cut between words
    std::string worry_language;
    std::optional<Uuid> worker; // who has it; none: nobody yet
    std::string worker_name;
    std::string waits_for;
    std::string waits_from;
    std::optional<std::int64_t> waits_until;
    std::int64_t waits = 0;    // 1: one date; more: extended
    std::int64_t children = 0; // how many it is about
    std::int64_t matched = 0;  // of these, how many are known people
    std::string outcome;       // empty: waiting for a decision
    std::optional<std::int64_t> decided_day;
    std::optional<std::int64_t> decided_at; // when that was recorded
    std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(ContactRow, (),
                      (contact, entry, received_day, received_time, channel, source, organisation,
                       referrer, referrer_role, harm, worry_begins, worry_language, worker,
                       worker_name, waits_for, waits_from, waits_until, waits, children, matched,
                       outcome, decided_day, decided_at, decided_by))

struct ContactChildRow {
    Uuid contact;
    std::int64_t nth = 0; // from 1, in the order given
    std::optional<Uuid> person;
    std::optional<Uuid> matched_by; // the entry that said who it is; none: known from the start
    std::string name;
    std::optional<std::int64_t> born;
    std::string age;
    std::optional<std::int64_t> expected;
    std::string address;
    std::string postcode;
};
BOOST_DESCRIBE_STRUCT(ContactChildRow, (),
                      (contact, nth, person, matched_by, name, born, age, expected, address,
                       postcode))

// There while a contact was decided as a referral or a strategy discussion and what that calls for
// (record/hand_over.h) has not come for this child.
struct HandOverRow {
    Uuid contact;
    std::int64_t nth = 0; // the child's place in the contact
    Uuid child;
    std::int64_t received_day = 0;
    std::int64_t decided_day = 0;
    std::string outcome;
    std::string harm;
    std::string lacks; // "worker", "discussion", "worker_and_discussion"
};
BOOST_DESCRIBE_STRUCT(HandOverRow, (),
                      (contact, nth, child, received_day, decided_day, outcome, harm, lacks))

struct SigningRow { // one per entry that asks for a signature, and how far it has come
    Uuid entry;
    std::string decision; // record/signing.h: "assessment.finished"
    std::int64_t recorded_at = 0;
    std::int64_t recorded_day = 0; // in Wales
    Uuid author;
    std::string author_name;
    std::string team; // the author's, by name, as it was then; empty: serves the whole county
    std::string author_role;
    std::int64_t signatures = 0;
    std::string state;    // "waiting", "signed", "returned"
    std::string asked_of; // the role whose signature is next; empty: none
    std::optional<std::int64_t> settled_at;
    std::string settled_by; // who signed last or returned it
};
BOOST_DESCRIBE_STRUCT(SigningRow, (),
                      (entry, decision, recorded_at, recorded_day, author, author_name, team,
                       author_role, signatures, state, asked_of, settled_at, settled_by))
struct ReferralRow { // a contact that came by the partners' form
    Uuid contact;
    Uuid entry;
    std::string reference;
    std::int64_t given = 0; // of what the form asked
    std::int64_t asked = 0;
    std::int64_t files = 0;     // with the form and with the answers
    std::int64_t questions = 0; // asked back
    std::int64_t answers = 0;
};
BOOST_DESCRIBE_STRUCT(ReferralRow, (),
                      (contact, entry, reference, given, asked, files, questions, answers))

// There while a contact from a professional is decided and nobody has recorded that the referrer
// was told.
struct ReferrerToTellRow {
    Uuid contact;
    std::int64_t decided_day = 0;
};
BOOST_DESCRIBE_STRUCT(ReferrerToTellRow, (), (contact, decided_day))

struct MergeRow { // two records said to be one person's; there while that holds
    Uuid entry;
    Uuid kept;
    Uuid other; // whose rows of other tables stay under this id
};
BOOST_DESCRIBE_STRUCT(MergeRow, (), (entry, kept, other))

// Who may not see a record, to whom alone it is open, and who opened it in an emergency: what an
// access decision reads, one or more for each entry and child.
inline constexpr std::string_view barrier_excluded = "excluded"; // `worker` is
inline constexpr std::string_view barrier_to_chain = "chain"; // open to the allocated chain alone
inline constexpr std::string_view barrier_to_list = "list";   // open to those listed by the entry
inline constexpr std::string_view barrier_listed = "listed";  // `worker` is, by the same entry
inline constexpr std::string_view barrier_opened = "opened";  // by `worker`, in an emergency
struct BarrierRow {
    Uuid entry;
    Uuid child;
    std::int64_t nth = 0;
    std::string barrier;
    std::optional<Uuid> worker;           // none: chain, list
    std::int64_t from_at = 0;             // holds from this moment
    std::optional<std::int64_t> until_at; // and before this one; none: until it is lifted
};
BOOST_DESCRIBE_STRUCT(BarrierRow, (), (entry, child, nth, barrier, worker, from_at, until_at))

struct EmergencyOpeningRow {
    Uuid entry;
    Uuid child;
    Uuid worker;
    std::string worker_name;
    std::string team; // the worker's, by name, as it was then; empty: serves the whole county
    std::string because;
    std::int64_t opened_at = 0;
    std::string found; // by whoever reviewed it; empty: nobody has
    std::optional<std::int64_t> reviewed_at;
    std::string reviewed_by;
};
BOOST_DESCRIBE_STRUCT(EmergencyOpeningRow, (),
                      (entry, child, worker, worker_name, team, because, opened_at, found,
                       reviewed_at, reviewed_by))

struct ConnectionRow { // whom and where a worker declared; compared with records, shown to no other
    Uuid entry;
    Uuid worker;
    std::string worker_name;
    std::string as_what; // as ConnectedAs names it
    std::string forename;
    std::string surname;
    std::optional<std::int64_t> born;
    std::string address;
    std::string postcode;
};
BOOST_DESCRIBE_STRUCT(ConnectionRow, (),
                      (entry, worker, worker_name, as_what, forename, surname, born, address,
                       postcode))

struct ProvenanceRow { // the newest entry made from a source's row
    std::string source;
    std::string file;
    std::string key;
    Uuid entry;
    std::string fingerprint;
};
BOOST_DESCRIBE_STRUCT(ProvenanceRow, (), (source, file, key, entry, fingerprint))

template <class Row> struct TableOf;
#define GWELD_TABLE(Row, text, width)                                                              \
    template <> struct TableOf<Row> {                                                              \
        static constexpr std::string_view name = text;                                             \
        static constexpr std::size_t key_width = width;                                            \
    };
GWELD_TABLE(PersonRow, "person", 1)
GWELD_TABLE(NameKeyRow, "name_key", 2)
GWELD_TABLE(FamilyMemberRow, "family_member", 2)
GWELD_TABLE(AddressRow, "address", 1)
GWELD_TABLE(TeamRow, "team", 1)
GWELD_TABLE(WorkerRow, "worker", 1)
GWELD_TABLE(AllocationRow, "allocation", 1)
GWELD_TABLE(RegistrationRow, "registration", 1)
GWELD_TABLE(VisitRow, "visit", 2)
GWELD_TABLE(MeetingRow, "meeting", 2)
GWELD_TABLE(StrategyDiscussionRow, "strategy_discussion", 2)
GWELD_TABLE(EnquiryRow, "enquiry", 2)
GWELD_TABLE(ConferenceBookedRow, "conference_booked", 2)
GWELD_TABLE(ChairDiaryRow, "chair_diary", 1)
GWELD_TABLE(ContactRow, "contact", 1)
GWELD_TABLE(ContactChildRow, "contact_child", 2)
GWELD_TABLE(HandOverRow, "hand_over", 2)
GWELD_TABLE(SigningRow, "signing", 1)
GWELD_TABLE(ReferralRow, "referral", 1)
GWELD_TABLE(ReferrerToTellRow, "referrer_to_tell", 1)
GWELD_TABLE(MergeRow, "person_merge", 1)
GWELD_TABLE(BarrierRow, "barrier", 3)
GWELD_TABLE(EmergencyOpeningRow, "emergency_opening", 1)
GWELD_TABLE(ConnectionRow, "connection", 1)
GWELD_TABLE(MistakeToldRow, "mistake_told", 2)
GWELD_TABLE(ProtectedAddressRow, "protected_address", 1)
GWELD_TABLE(OwnRecordRow, "own_record", 1)
GWELD_TABLE(ProvenanceRow, "provenance", 3)
#undef GWELD_TABLE

template <class... Rows> struct RowList {};
using AllRows =
    RowList<PersonRow, NameKeyRow, FamilyMemberRow, AddressRow, TeamRow, WorkerRow, AllocationRow,
            RegistrationRow, VisitRow, MeetingRow, StrategyDiscussionRow, EnquiryRow,
            ConferenceBookedRow, ChairDiaryRow, ContactRow, ContactChildRow, HandOverRow,
            SigningRow, ReferralRow, ReferrerToTellRow, MergeRow, BarrierRow, EmergencyOpeningRow,
            ConnectionRow, MistakeToldRow, ProtectedAddressRow, OwnRecordRow, ProvenanceRow>;

} // namespace gweld::record

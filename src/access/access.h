// access.h - who may see and do what: one function decides every read and every write, and denies
// what it does not know. Knows no page, no store and no clock.
//
// The order of the decision (each step may end it): account, authority, exclusion, seal,
// restriction, relationship, role, and where restriction or relationship refuse, an opening in an
// emergency. NOT MODELLED: the seal, because its entries do not exist yet; its place in the order
// is kept in access.cc. Whoever is excluded is also shown a record without the child
// (store/hidden/): lists, counts and search ask no decision for each row.
#pragma once

#include "record/store.h"
#include "time/civil_date.h"
#include "time/instant.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::access {

using base::Uuid;
using time::CivilDate;

// Someone who has signed in, as their account says at this moment.
struct Viewer {
    std::string sign_in_name;
    Uuid worker;
    std::string name;
    record::Role role = record::Role::social_worker;
    std::optional<Uuid> team;
    std::string team_name;
};

enum class Action : std::uint8_t {
    see_record,
    record_visit,
    record_meeting,
    correct_entry,
    allocate,
    record_enquiry, // strategy discussions, section 47 enquiries, conferences
    accept_meeting, // one without the police, as a strategy discussion
    write_plan,     // and mark its actions
    keep_register,  // who co-ordinates, categories, moves, that no plan is needed
    record_assessment,
    allow_gap,      // say why an assessment may be finished without something
    sign,           // or return for rework; nobody their own work: casework/signing.h
    run_conference, // book and hold one, its reports, papers, dissent and feedback
    record_story,   // what matters in the chronology, relatives, who is what to whom
    merge_people,   // say that two records are one person's, or that they are not; of both records
    bar,   // exclude somebody or restrict the record: at once, by whoever works with the child
    unbar, // lift either
    see_protected_address, // by whoever has to go there or to send somebody
    answer_for_record      // give people a copy of their own
};
// At the front door, where a contact may be about children nobody knows yet.
enum class ContactAction : std::uint8_t {
    see,
    work,   // record it, take it, say whom it waits for, match it, decide it
    extend, // let it wait longer than was first said
    let_go  // say that nobody has to have a child whom a decision handed on
};

// By people who are not signed in, at the partners' form. Nothing of any record is read to them but
// the question they were asked.
enum class PublicAction : std::uint8_t { refer, answer_question };

// Everything about one child that bears on the decision, read in the same transaction.
struct Bearing {
    std::span<const record::AllocationRow> of_child;
    std::span<const record::AllocationRow> of_family;       // of the child's brothers and sisters
    std::span<const record::RegistrationRow> registrations; // of the child
    std::span<const record::ConferenceBookedRow> bookings = {};
    std::span<const record::HandOverRow> hand_overs = {}; // still waiting for somebody
    std::span<const record::BarrierRow> barriers = {};    // of the child, ended ones too
};

enum class ContactStands : std::uint8_t { waiting, decided };
struct ContactBearing {
    std::span<const record::AllocationRow> of_children; // of every child known in the contact
    std::span<const record::BarrierRow> barriers = {};  // of every one of them
    ContactStands stands = ContactStands::waiting;
};

// A moment and its day in Wales: allocations count by the day, barriers by the moment.
struct When {
    CivilDate today;
    time::Instant at;
};

// Why it is allowed: written with every look, shown to whoever asks later.
enum class Ground : std::uint8_t {
    none,
    own_allocation,    // allocated to this worker today
    family_allocation, // a brother or sister is
    team_allocation,   // allocated today in this person's team
    // Without an allocated worker, and on the register, handed on by the front door, never yet
    // given to anybody, or last held in this manager's team: somebody must be able to act. Other
    // teams' closed cases are none of it.
    nobody_allocated,
    whole_service,     // head of service
    duty_desk,         // out of hours and duty: anyone may need to be found
    partners_form,     // anybody: a report about a child is never turned away
    chairs_conference, // a reviewing officer: chaired the last one, or chairs one to come
    front_door,        // a manager answers for whatever came in, whoever it is about
    emergency          // opened with a reason, for eight hours, to be reviewed by somebody else
};
std::string_view name_of(Ground ground);

// What stands in the way where it is not allowed. Nobody is told of an exclusion but those it does
// not exclude: the page is that of a record which is not there.
enum class Bar : std::uint8_t { none, excluded, restricted };
std::string_view name_of(Bar bar);

struct Decision {
    Ground ground = Ground::none;
    Bar bar = Bar::none; // none: nobody's to see but whoever has a ground
    bool allowed() const { return ground != Ground::none; }
};

// Dates: an allocation counts on days from <= today < until, a barrier at moments from <= at <
// until. A team is compared by id. A record that is restricted is open to those listed, or to the
// allocated chain: whoever it is allocated to, their manager, the head of service, the chair of the
// child's conferences; to others, as to whoever has no ground, only in an emergency. Nothing opens
// a record to whom it excludes.
Decision decide(const Viewer& viewer, Action action, const Bearing& bearing, const When& now);

// Duty workers and team managers work the front door, a head of service sees it and may extend; a
// social worker sees what is about a child allocated to them today. While it waits for a decision a
// restriction keeps nobody at the front door from it: a worry about a child must be acted on.
Decision decide(const Viewer& viewer, ContactAction action, const ContactBearing& bearing,
                const When& now);

// Whoever works with children or answers for the work; whom a record excludes decide() refuses.
bool may_open_in_emergency(const Viewer& viewer);
// Of what was opened in an emergency, whoever may open the record or not; nobody their own.
bool may_review(const Viewer& viewer, Uuid opened_by);

Decision decide(PublicAction action);

// Pages that are about no single child.
// every_record: opens any record, so that "not found" means that there is none.
enum class Place : std::uint8_t {
    my_work,
    my_team,
    whole_service,
    enquiries,
    figures,
    search,
    front_door,
    alerts,
    signing,
    conferences,         // chairs, their load, what is due
    conference_practice, // this council's own figures for conferences
    out_of_hours,        // the pack for when the server is out of reach
    emergencies,         // what was opened in an emergency, to be reviewed
    accounts,            // who may sign in, and as what
    unusual_looks,       // what the Caldicott guardian asks about
    own_records,         // who asked for a copy of their own
    every_record
};
bool may_enter(const Viewer& viewer, Place place);

// A chair's own diary, or as a team manager or head of service anybody's.
bool may_keep_diary(const Viewer& viewer, Uuid chair);

bool holds_on(const record::AllocationRow& allocation, CivilDate day);
bool holds_at(const record::BarrierRow& barrier, time::Instant at);
// One of these keeps this worker from the record now.
bool excludes(std::span<const record::BarrierRow> barriers, Uuid worker, time::Instant at);

} // namespace gweld::access

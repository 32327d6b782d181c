// access.h - who may see and do what: one function decides every read and every write, and denies
// what it does not know. Knows no page, no store and no clock.
//
// The order of the decision (each step may end it): account, authority, exclusion, seal,
// restriction, relationship, role. NOT MODELLED: exclusion, seal, restriction and break-glass,
// because their entries do not exist yet; their places in the order are kept in access.cc.
#pragma once

#include "record/store.h"
#include "time/civil_date.h"

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
    merge_people    // say that two records are one person's, or that they are not; of both records
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
};

struct ContactBearing {
    std::span<const record::AllocationRow> of_children; // of every child known in the contact
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
    front_door         // a manager answers for whatever came in, whoever it is about
};
std::string_view name_of(Ground ground);

struct Decision {
    Ground ground = Ground::none;
    bool allowed() const { return ground != Ground::none; }
};

// Dates: an allocation counts on days from <= today < until. A team is compared by id.
Decision decide(const Viewer& viewer, Action action, const Bearing& bearing, CivilDate today);

// Duty workers and team managers work the front door, a head of service sees it and may extend; a
// social worker sees what is about a child allocated to them today.
Decision decide(const Viewer& viewer, ContactAction action, const ContactBearing& bearing,
                CivilDate today);

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
    every_record
};
bool may_enter(const Viewer& viewer, Place place);

// A chair's own diary, or as a team manager or head of service anybody's.
bool may_keep_diary(const Viewer& viewer, Uuid chair);

bool holds_on(const record::AllocationRow& allocation, CivilDate day);

} // namespace gweld::access

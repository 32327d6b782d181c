// contacts.h - what is done with a contact: recorded, corrected, taken, made to wait for somebody
// until a date, matched to a child, decided. Each is one durable append with the version its writer
// saw.
#pragma once

#include "casework/contact.h"
#include "casework/recording.h"

#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

inline constexpr std::size_t most_children_in_a_contact = 40;
inline constexpr std::size_t longest_name = 200; // letters, not bytes
// For one wait; a manager may let it wait again. A habit of the page, not a rule: none was found.
inline constexpr int longest_wait_days = 28;
inline constexpr int longest_ago_days = 366;

enum class ContactNonsense {
    // recording
    no_children,
    too_many_children,
    in_the_future,
    too_long_ago, // more than a year: a slip of the year, or a matter for the child's record
    no_time,
    no_name,
    name_too_long,
    born_after_contact,
    born_an_adult, // eighteen or over on the day it came in
    same_child_twice,
    no_such_child,
    professional_not_named,
    no_worry,
    // correcting
    later_than_recorded,
    child_left_out,
    child_after_decision, // another child: a contact of its own
    of_earlier_system,    // an extract brought it, and the next one would bring it back
    // waiting
    nobody_has_it_yet,
    somebody_else_has_it,
    nothing_to_wait_for,
    until_is_past,
    until_is_too_far, // see longest_wait_days
    extending_needs_a_manager,
    extending_needs_a_reason,
    // matching
    no_such_place,
    matched_already,
    not_matched,
    no_why,
    // deciding
    decided_already,
    no_reason,
    no_consent,
    child_not_matched,
    nobody_allocated,
    // letting a child go whom a decision handed on
    nobody_is_waited_for, // somebody has the child by now, or nothing called for anybody
    waited_for_already,   // it was never let go, or that was taken back
    // asking the referrer back
    not_by_form,
    no_question,
    no_until,
    // telling the referrer
    not_decided_yet,
    no_referrer_to_tell,
    told_before_decision,
    told_in_future,
    nobody_told,
    nothing_told
};

using ContactRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                    CorrectedAlready, ContactNonsense, record::StoreFault>;
using ContactAnswer = base::Result<Recorded, ContactRefused>;

using record::is_professional;
// Letters of a text, not bytes.
std::size_t letters_in(std::string_view text);
// The age of a child named in the contact who was eighteen or over on the day; none: was not.
std::optional<int> adult_on(const record::ChildInContact& child, CivilDate day);
// What is wrong with it, at this moment; none: it may be recorded.
std::optional<ContactNonsense> nonsense_in(const record::ContactReceived& contact,
                                           time::Instant now);

// The contact's id is made from the key, so that a second press names the same contact.
ContactId contact_of_key(std::string_view idempotency_key);
// `contact` need not be filled in.
ContactAnswer record_contact(Office& office, const access::Viewer& viewer,
                             record::ContactReceived contact, const Saw& saw);

// The whole contact as it should read. Every child keeps its place and whom it was known as when it
// was recorded; another may follow while nothing is decided. It cannot have come in later than it
// was first recorded. Whatever was decided, taken, matched or told of it stands as it is.
// NOT MODELLED: leaving a child out, because a match or a decision may rest on its place.
ContactAnswer correct_contact(Office& office, const access::Viewer& viewer, ContactId contact,
                              const record::ContactReceived& as_it_was, const std::string& why,
                              const Saw& saw);

// By whoever will have it. Taking what one has already is no news and no error.
ContactAnswer take_contact(Office& office, const access::Viewer& viewer, ContactId contact,
                           const Saw& saw);

struct WaitFor {
    ContactId contact;
    std::string waits_for;
    std::string from;
    CivilDate until = record::to_be_given;
    std::string because; // of an extension
};
// The first by whoever has it; a later one is an extension: a team manager or head of service, with
// a reason. `until`: today or later.
ContactAnswer wait_for(Office& office, const access::Viewer& viewer, const WaitFor& what,
                       const Saw& saw);

struct Match {
    ContactId contact;
    int nth = 0;
    PersonId person;
    std::string because;
};
ContactAnswer match_child(Office& office, const access::Viewer& viewer, const Match& what,
                          const Saw& saw);
// Withdraws the match that holds.
ContactAnswer unmatch_child(Office& office, const access::Viewer& viewer, ContactId contact,
                            int nth, const std::string& why, const Saw& saw);

struct Decide {
    ContactId contact;
    record::ContactOutcome outcome = record::ContactOutcome::no_further_action;
    std::string reason;
    record::Consent consent = record::Consent::not_recorded;
    std::vector<int> new_people; // children to be made known now, by their place
};
// Always a reason. To the allocated worker only where a matched child has one today; early help
// only with consent; a referral or a strategy discussion only when every child is matched or made
// known with it, in the same append.
ContactAnswer decide_contact(Office& office, const access::Viewer& viewer, const Decide& what,
                             const Saw& saw);

} // namespace gweld::casework

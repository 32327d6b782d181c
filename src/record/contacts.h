// contacts.h - the front door: what came in about a child, who has it, whom it waits for, which
// child it is about and what was decided. Included by kinds.h; knows no storage and no rules.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

enum class Channel {
    telephone,
    online_form,
    secure_email,
    police_report,
    out_of_hours,
    in_person,
    letter,
    other,
    not_recorded
};
enum class ContactSource {
    police,
    health,
    school,
    nursery,
    probation,
    housing,
    social_services,
    other_authority,
    voluntary_organisation,
    other_professional,
    family,
    member_of_public,
    child_themself,
    not_recorded
};
enum class SignificantHarm { possible, not_suspected, not_recorded };
enum class ContactOutcome {
    allocated_worker,
    advice,
    early_help,
    referral,
    strategy_discussion,
    no_further_action
};
enum class Consent { given, refused, not_asked, not_recorded };

BOOST_DESCRIBE_ENUM(Channel, telephone, online_form, secure_email, police_report, out_of_hours,
                    in_person, letter, other, not_recorded)
BOOST_DESCRIBE_ENUM(ContactSource, police, health, school, nursery, probation, housing,
                    social_services, other_authority, voluntary_organisation, other_professional,
                    family, member_of_public, child_themself, not_recorded)
BOOST_DESCRIBE_ENUM(SignificantHarm, possible, not_suspected, not_recorded)
BOOST_DESCRIBE_ENUM(ContactOutcome, allocated_worker, advice, early_help, referral,
                    strategy_discussion, no_further_action)
BOOST_DESCRIBE_ENUM(Consent, given, refused, not_asked, not_recorded)

// A professional is never anonymous and is told what was decided; a relative, a member of the
// public or a child may be anonymous.
constexpr bool is_professional(ContactSource source) {
    return source != ContactSource::family && source != ContactSource::member_of_public &&
           source != ContactSource::child_themself;
}

struct ChildInContact {
    std::optional<PersonId> person; // known when the contact was recorded; else none
    std::string name;               // as given: "Leo Hartley", "Unknown girl"
    std::optional<CivilDate> born;
    std::string age;                   // as given, where the date of birth is not: "about 3"
    std::optional<CivilDate> expected; // unborn children
    std::string address;
    std::string postcode;
};
BOOST_DESCRIBE_STRUCT(ChildInContact, (), (person, name, born, age, expected, address, postcode))

struct ContactReceived { // about: the contact, then every child known already
    ContactId contact;
    CivilDate on = to_be_given;
    std::string at; // "10:06"
    Channel channel = Channel::other;
    ContactSource source = ContactSource::member_of_public;
    std::string organisation;
    std::string referrer; // a professional is named; a member of the public may be empty
    std::string referrer_role;
    std::string reach; // how to reach them
    std::vector<ChildInContact> children;
    std::string worry;          // in the caller's words
    std::string worry_language; // BCP 47
    SignificantHarm harm = SignificantHarm::not_suspected;
};
BOOST_DESCRIBE_STRUCT(ContactReceived, (),
                      (contact, on, at, channel, source, organisation, referrer, referrer_role,
                       reach, children, worry, worry_language, harm))

struct ContactTaken { // about: the contact. The latest one says who has it.
    ContactId contact;
    WorkerId worker;
    std::string name; // of the worker, as it was then
};
BOOST_DESCRIBE_STRUCT(ContactTaken, (), (contact, worker, name))

struct ContactWaits { // about: the contact. A second one is an extension.
    ContactId contact;
    std::string waits_for; // "Whether she came to school today"
    std::string from;      // whom it is to come from
    CivilDate until = to_be_given;
    std::string because; // never empty for an extension
};
BOOST_DESCRIBE_STRUCT(ContactWaits, (), (contact, waits_for, from, until, because))

struct ContactChildMatched { // about: the contact, the child. Undone by Withdrawn.
    ContactId contact;
    int nth = 0; // the child's place in the contact, from 1
    PersonId person;
    std::string because; // empty: somebody nobody knew before, described with it
};
BOOST_DESCRIBE_STRUCT(ContactChildMatched, (), (contact, nth, person, because))

struct ContactDecided { // about: the contact, then every child it was decided for
    ContactId contact;
    ContactOutcome outcome = ContactOutcome::no_further_action;
    std::string reason;
    Consent consent = Consent::not_recorded; // to early help
    std::vector<PersonId> children;
    CivilDate on = to_be_given;
    // The day the contact came in: a child matched to it later has no other entry that says.
    std::optional<CivilDate> received = {};
};
BOOST_DESCRIBE_STRUCT(ContactDecided, (),
                      (contact, outcome, reason, consent, children, on, received))

// A decision called for somebody to have this child, and a manager says that nobody has to. About:
// the contact, the child.
struct ContactNobodyNeeded {
    ContactId contact;
    int nth = 0; // the child's place in the contact, from 1
    std::string because;
    CivilDate on = to_be_given;
};
BOOST_DESCRIBE_STRUCT(ContactNobodyNeeded, (), (contact, nth, because, on))

} // namespace gweld::record

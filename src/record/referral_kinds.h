// referral_kinds.h - what a partner's form says of a contact beyond what every contact says, the
// questions asked back, their answers, and that the referrer was told. Included by kinds.h; knows
// no storage and no rules. Every one is about the contact.
#pragma once

#include "record/kept_file.h"
#include "record/kind_parts.h"

namespace gweld::record {

using base::EntryId;

enum class DangerNow { yes, no };
enum class FamilyTold { yes, no };
enum class Agrees { yes, no, not_asked };
enum class ToldBy { telephone, letter, secure_email, in_person, not_told };

BOOST_DESCRIBE_ENUM(DangerNow, yes, no)
BOOST_DESCRIBE_ENUM(FamilyTold, yes, no)
BOOST_DESCRIBE_ENUM(Agrees, yes, no, not_asked)
BOOST_DESCRIBE_ENUM(ToldBy, telephone, letter, secure_email, in_person, not_told)

struct ReferredAdult { // a parent, a carer, another adult of the household; as given
    std::string name;
    std::string relation;
    std::string reach;
};
BOOST_DESCRIBE_STRUCT(ReferredAdult, (), (name, relation, reach))

// Recorded with the ContactReceived of the same form. Whoever sent it is not signed in: the name in
// it is what they gave, and nobody has checked it.
struct ReferralSent {
    ContactId contact;
    std::string reference;            // "BCD-FGH-JKL": for the telephone, and to answer a question
    std::string code_digest;          // BLAKE2b-256, hexadecimal, of reference and secret code
    std::vector<std::string> schools; // of each child, in the order of the contact's children
    std::vector<ReferredAdult> adults;
    std::string languages;     // what is spoken at home, and whether an interpreter is needed
    std::string communication; // how the child or the parents communicate
    std::string seen;          // what the referrer saw or was told, and when
    std::string history;       // what happened before, as far as they know
    std::string done_already;
    std::optional<FamilyTold> family_told; // none: not answered
    std::optional<Agrees> agrees;          // none: not answered
    std::string why_not;                   // not told, or not agreed
    DangerNow danger = DangerNow::no;
    std::vector<KeptFile> files;
    int given = 0; // of what the form asks
    int asked = 0;
    std::vector<std::string> missing; // by the names of casework/completeness.h
};
BOOST_DESCRIBE_STRUCT(ReferralSent, (),
                      (contact, reference, code_digest, schools, adults, languages, communication,
                       seen, history, done_already, family_told, agrees, why_not, danger, files,
                       given, asked, missing))

struct ReferrerAsked { // by the front door; the referrer sees the question and nothing else
    ContactId contact;
    std::string question;
};
BOOST_DESCRIBE_STRUCT(ReferrerAsked, (), (contact, question))

struct ReferrerAnswered { // by whoever has the reference and the code
    ContactId contact;
    EntryId question;
    std::string answer;
    std::vector<KeptFile> files;
};
BOOST_DESCRIBE_STRUCT(ReferrerAnswered, (), (contact, question, answer, files))

struct ReferrerTold { // what was decided; not_told: that they will not be, and why
    ContactId contact;
    CivilDate on = to_be_given;
    ToldBy how = ToldBy::telephone;
    std::string whom;
    std::string told; // in words; or why they will not be told
};
BOOST_DESCRIBE_STRUCT(ReferrerTold, (), (contact, on, how, whom, told))

} // namespace gweld::record

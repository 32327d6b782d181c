// imported_kinds.h - what an extract of an earlier system says that no kind of ours says: its codes
// and names of outcomes as it gave them, no more. Included by kinds.h; knows no extract and no
// rule.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// Decided before it came here: the source says with which outcomes, not when, by whom or why.
struct ContactOutcomeImported { // about: the contact, the child
    ContactId contact;
    std::vector<std::string> outcomes; // as the source names them: "NEW_REFERRAL_FLAG"
};
BOOST_DESCRIBE_STRUCT(ContactOutcomeImported, (), (contact, outcomes))

struct EarlyHelpImported { // about: the child
    std::string number;
    CivilDate from = to_be_given;
    std::optional<CivilDate> until;
    std::string reason;
    std::string end_reason;
    std::string organisation;
    std::string worker; // the name where the extract has it, else the number
};
BOOST_DESCRIBE_STRUCT(EarlyHelpImported, (),
                      (number, from, until, reason, end_reason, organisation, worker))

// A referral and all that followed from it, until the case was closed.
struct EpisodeImported { // about: the child
    std::string number;
    CivilDate from = to_be_given; // the day of the referral
    std::optional<CivilDate> until;
    std::string need; // the code: "N1"
    std::string source;
    std::vector<std::string> outcomes; // of the referral
    std::string close_reason;          // the code: "RC7"
    std::string team;
    std::string worker;
};
BOOST_DESCRIBE_STRUCT(EpisodeImported, (),
                      (number, from, until, need, source, outcomes, close_reason, team, worker))

struct AssessmentImported { // about: the child
    std::string number;
    std::string episode; // the number of the referral it belongs to
    CivilDate started = to_be_given;
    std::optional<CivilDate> authorised;
    Answer child_seen = Answer::not_recorded;
    std::vector<std::string> outcomes;
    std::string comments;
    std::string team;
    std::string worker;
};
BOOST_DESCRIBE_STRUCT(AssessmentImported, (),
                      (number, episode, started, authorised, child_seen, outcomes, comments, team,
                       worker))

struct AssessmentFactorsImported { // about: the child
    base::EntryId assessment;
    std::vector<std::string> factors; // the codes: "3B"
};
BOOST_DESCRIBE_STRUCT(AssessmentFactorsImported, (), (assessment, factors))

} // namespace gweld::record

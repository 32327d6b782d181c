// assessment_words.h - assessments in the reader's words: kinds, decisions, what is missing, how
// far one has come. Knows no page.
#pragma once

#include "casework/assessments.h"
#include "casework/assessments_due.h"
#include "casework/signing.h"
#include "web/components/tone.h"
#include "web/pages/site.h"

#include <array>
#include <string>

namespace gweld::web::pages {

inline constexpr std::array assessment_types{record::AssessmentType::care_and_support,
                                             record::AssessmentType::after_section_47};
inline constexpr std::array assessment_decisions{
    record::AssessmentDecision::care_and_support_plan,
    record::AssessmentDecision::preventative_services,
    record::AssessmentDecision::information_advice_or_assistance,
    record::AssessmentDecision::family_or_community,
    record::AssessmentDecision::fuller_assessment,
    record::AssessmentDecision::no_needs};

std::string said(const Words& say, record::AssessmentType type);
std::string said(const Words& say, record::AssessmentDecision decision);
std::string said(const Words& say, record::SeenAtAssessment seen);
// What stands as a heading above the answer: "Risks".
std::string said(const Words& say, record::AssessmentGap part);
// "Ffion: Risks"; of the family just "Why now".
std::string gap_words(const Words& say, const casework::OpenAssessment& open,
                      const casework::AssessmentGapFound& gap);
// The child's name; where it may not be shown: "a child whose record is not yours".
std::string child_named(const Words& say, const casework::OpenAssessment& open,
                        record::PersonId child);
std::string names_of(const Words& say, const casework::OpenAssessment& open);

// "Being written", "Finished, waiting for a signature", "Signed", "Returned for rework".
ours::Status state_of(const Caller& caller, const casework::AssessmentFile& file);
// By when it is due, or when it was done.
ours::Status due_status(const Caller& caller, const casework::AssessmentDue& due);
// "the referral on 3 November"
std::string runs_from_words(const Caller& caller, const casework::AssessmentDue& due);

} // namespace gweld::web::pages

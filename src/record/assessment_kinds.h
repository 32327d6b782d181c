// assessment_kinds.h - the assessment of a family's children: what was written, which gap a manager
// let stand and why, and that it was finished. Included by kinds.h, which names them. Knows no
// rule: what a gap is, and by when it is due, is worked out (casework/assessment_gaps.h,
// protection/assessments.h).
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

// Each stands for a card in law/assessment/, which says from when it runs and by when it is due.
enum class AssessmentType {
    care_and_support, // assessment.child
    after_section_47  // assessment.section-47
};
enum class SeenAtAssessment { alone, not_alone, not_seen, not_recorded };
// Where these come from and how sure we are: law/assessment/README.md.
enum class AssessmentDecision {
    care_and_support_plan,
    preventative_services,
    information_advice_or_assistance,
    family_or_community,
    fuller_assessment,
    no_needs,
    not_recorded
};
enum class SharedWith { parent_or_carer, agency };
// What has to be there before an assessment is finished; from why_now to not_shared of the family,
// the rest of one child.
enum class AssessmentGap {
    why_now,
    others_seen,
    family,
    analysis,
    shared,
    seen,
    seen_when_and_how,
    why_not_alone,
    words,
    words_language,
    communication,
    identity,
    risks,
    protective,
    childs_analysis,
    decision,
    what_follows,
    shared_with_child
};
BOOST_DESCRIBE_ENUM(AssessmentType, care_and_support, after_section_47)
BOOST_DESCRIBE_ENUM(SeenAtAssessment, alone, not_alone, not_seen, not_recorded)
BOOST_DESCRIBE_ENUM(AssessmentDecision, care_and_support_plan, preventative_services,
                    information_advice_or_assistance, family_or_community, fuller_assessment,
                    no_needs, not_recorded)
BOOST_DESCRIBE_ENUM(SharedWith, parent_or_carer, agency)
BOOST_DESCRIBE_ENUM(AssessmentGap, why_now, others_seen, family, analysis, shared, seen,
                    seen_when_and_how, why_not_alone, words, words_language, communication,
                    identity, risks, protective, childs_analysis, decision, what_follows,
                    shared_with_child)

struct ChildInAssessment {
    PersonId child;
    SeenAtAssessment seen = SeenAtAssessment::not_recorded;
    std::optional<CivilDate> seen_on;
    std::string how;                // where, how often, how they took part
    std::string why_not;            // why not seen, or not alone
    std::string words;              // the child's own, in the language they spoke
    std::string words_language;     // BCP 47; empty when words is empty
    std::string communication;      // needs
    std::string identity;           // language, culture, faith, disability, who they are
    std::vector<std::string> risks; // one factor each
    std::vector<std::string> protective;
    std::string analysis; // what it means for this child
    AssessmentDecision decision = AssessmentDecision::not_recorded;
    std::string what_follows;
    std::optional<CivilDate> shared_on; // with the child
};
BOOST_DESCRIBE_STRUCT(ChildInAssessment, (),
                      (child, seen, seen_on, how, why_not, words, words_language, communication,
                       identity, risks, protective, analysis, decision, what_follows, shared_on))

struct AssessmentShared {
    SharedWith with = SharedWith::parent_or_carer;
    std::string name;
    CivilDate on = to_be_given;
};
BOOST_DESCRIBE_STRUCT(AssessmentShared, (), (with, name, on))

struct AssessmentContent { // written once for the family
    AssessmentType type = AssessmentType::care_and_support;
    CivilDate started = to_be_given;
    CivilDate runs_from = to_be_given; // the referral, or the start of the section 47 enquiries
    std::string why_now;
    std::string others_seen; // who else was seen or spoken to, and when
    std::string family;      // what is happening in the family
    std::vector<ChildInAssessment> children;
    std::string analysis; // of the family as a whole
    std::vector<AssessmentShared> shared;
    std::optional<base::EntryId> brought_in = {}; // the document it was last begun again with
};
BOOST_DESCRIBE_STRUCT(AssessmentContent, (),
                      (type, started, runs_from, why_now, others_seen, family, children, analysis,
                       shared, brought_in))

// One for each time it was saved, with gaps or without; the latest stands. About: the first, and
// one that changes what the children's records show of it, every child and then the assessment; any
// other the assessment alone, so that saving a draft stands in nobody's way.
struct AssessmentWritten {
    AssessmentId assessment;
    AssessmentContent content;
};
BOOST_DESCRIBE_STRUCT(AssessmentWritten, (), (assessment, content))

struct AssessmentGapAllowed { // about: every child of the assessment, then the assessment
    AssessmentId assessment;
    AssessmentGap gap = AssessmentGap::why_now;
    std::optional<PersonId> child; // whose part; none: the family's
    std::string because;
};
BOOST_DESCRIBE_STRUCT(AssessmentGapAllowed, (), (assessment, gap, child, because))

struct GapLeft { // as it was let stand, so that whoever signs signs this too
    AssessmentGap gap = AssessmentGap::why_now;
    std::optional<PersonId> child;
    std::string because;
    std::string allowed_by; // their name then
};
BOOST_DESCRIBE_STRUCT(GapLeft, (), (gap, child, because, allowed_by))

// Holds the whole content, so that a signature over it covers every word. Finished again after
// rework, it corrects the one before.
struct AssessmentFinished { // about: every child in children, then the assessment
    AssessmentId assessment;
    CivilDate on = to_be_given;
    AssessmentContent content;
    std::vector<GapLeft> gaps_left;
};
BOOST_DESCRIBE_STRUCT(AssessmentFinished, (), (assessment, on, content, gaps_left))

} // namespace gweld::record

// assessments.h - the assessments of one child and by when each is due. A fold over entries and
// pure rules; knows no storage and not what an assessment says.
#pragma once

#include "law/card.h"
#include "protection/duties.h"
#include "protection/history.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace gweld::protection {

inline constexpr std::string_view needs_rule = "assessment.child";
inline constexpr std::string_view after_enquiries_rule = "assessment.section-47";
std::string_view rule_of(record::AssessmentType type);

struct Assessment {
    record::AssessmentId id;
    record::AssessmentType type = record::AssessmentType::care_and_support;
    CivilDate started = record::to_be_given;
    CivilDate runs_from = record::to_be_given;
    std::optional<EntryId> finished; // the version that stands; none: being written
    bool returned = false;           // that version was given back for rework
    // The day the first version was finished that nobody gave back. None: not completed.
    std::optional<CivilDate> completed_on;
    std::optional<CivilDate> completion_recorded_on;
    std::optional<EntryId> completed_by;
};

// By the day they were started. Entries about the child, oldest first; what was withdrawn is gone.
std::vector<Assessment> assessments_of(std::span<const record::Entry> entries);

enum class RunsFrom : std::uint8_t {
    referral,       // a contact about the child was decided to be one
    enquiries,      // section 47 enquiries that led to the register
    as_written_down // what the assessment itself says; nothing else in the record does
};
struct AssessmentDuty {
    Duty duty;
    RunsFrom runs_from = RunsFrom::as_written_down;
    std::optional<record::AssessmentId> assessment; // that runs from this day, or that met it
};

// Oldest anchor first; one for each rule and day. Met by the first assessment completed that names
// this day or, where none names it, by the first completed on or after it: one assessment may meet
// both rules. Only what was so by as_of counts. What was imported starts no duty. A referral after
// which a manager said that nobody has to have the child: lapsed where that was on or before the
// due day, else not done; unless an assessment was begun all the same. LOCAL: that reading of ours
// is in no source. Source: the cards in law/assessment/.
std::vector<AssessmentDuty> assessment_duties(PersonId child,
                                              std::span<const record::Entry> entries,
                                              const History& history, const law::Book& book,
                                              CivilDate as_of);

} // namespace gweld::protection

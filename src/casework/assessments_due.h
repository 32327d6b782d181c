// assessments_due.h - by when an assessment of a child is due and how that stands, as lists show
// it.
#pragma once

#include "casework/standing.h"
#include "protection/assessments.h"

#include <optional>
#include <vector>

namespace gweld::casework {

struct AssessmentDue {
    Condition condition;
    protection::RunsFrom runs_from{};
    std::optional<record::AssessmentId> assessment; // none: none has been started
};
// Oldest first; those met are among them.
std::vector<AssessmentDue> assessments_due(const Facts& child, const law::Book& book,
                                           CivilDate today);

} // namespace gweld::casework

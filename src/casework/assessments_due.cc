#include "casework/assessments_due.h"

namespace gweld::casework {

std::vector<AssessmentDue> assessments_due(const Facts& child, const law::Book& book,
                                           CivilDate today) {
    std::vector<AssessmentDue> all;
    for (auto& found :
         protection::assessment_duties(child.child, child.entries, child.history, book, today)) {
        const auto* card = book.card(found.duty.rule);
        AssessmentDue due{
            {card, found.duty, found.duty.met_on, std::nullopt}, found.runs_from, found.assessment};
        if (const auto* calendar = book.calendar(card->calendar);
            calendar != nullptr && found.duty.due_by) {
            due.condition.working_days_left =
                calendar->working_days_between(today, *found.duty.due_by);
        }
        all.push_back(std::move(due));
    }
    return all;
}

} // namespace gweld::casework

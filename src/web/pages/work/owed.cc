#include "web/pages/work/owed.h"

#include "casework/standing.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/assessments/assessment_words.h"
#include "web/pages/signing/signing_words.h"
#include "web/pages/standing_words.h"
#include "web/pages/work/owed.html.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::Standing;

struct OwedAssessment {
    const Standing* child = nullptr;
    casework::AssessmentDue due;
};

std::vector<OwedAssessment> assessments_owed(const Caller& caller, const casework::DaysWork& work) {
    std::vector<OwedAssessment> owed;
    const auto add = [&](const Standing& child) {
        for (auto& due :
             casework::assessments_due(*child.facts, caller.office().book, caller.today())) {
            if (due.condition.open() && due.condition.duty.due_by) {
                owed.push_back({&child, std::move(due)});
            }
        }
    };
    for (const auto& household : work.households) {
        std::ranges::for_each(household.children, add);
    }
    std::ranges::for_each(work.others, add);
    std::ranges::stable_sort(owed, {},
                             [](const OwedAssessment& o) { return *o.due.condition.duty.due_by; });
    return owed;
}

Content assessment_cell(const Caller& caller, const OwedAssessment& owed) {
    const auto& say = caller.say;
    const auto child = base::to_text(owed.child->facts->child.uuid);
    const auto to =
        owed.due.assessment
            ? caller.to("assessment", {{"id", base::to_text(owed.due.assessment->uuid)}})
            : caller.to("child.assessments", {{"id", child}});
    const auto& title = owed.due.condition.card->title;
    Markup cell;
    cell.put(ours::link(to, say.language() == Language::welsh ? title.cy : title.en,
                        casework::full_name(*owed.child->facts->person)));
    if (!owed.due.assessment) {
        cell.raw("<br>").text(say.say("Not started"));
    }
    return cell.take();
}

Url where_to_rework(const Caller& caller, const casework::ReturnedLine& line) {
    if (line.assessment) {
        return caller.to("assessment", {{"id", base::to_text(line.assessment->uuid)}});
    }
    if (line.contact) {
        return caller.to("contact", {{"id", base::to_text(line.contact->uuid)}});
    }
    return line.children.empty()
               ? caller.to("work")
               : caller.to("child.protection",
                           {{"id", base::to_text(line.children.front()->child.uuid)}});
}

} // namespace

Html assessments_due(const Caller& caller, const casework::DaysWork& work) {
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Assessments due");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}}, {say.say("Assessment"), {}}, {say.say("Due"), {}}};
    for (const auto& owed : assessments_owed(caller, work)) {
        Markup due;
        due.put(ours::render(due_status(caller, owed.due)));
        const auto page =
            caller.to("child.due", {{"id", base::to_text(owed.child->facts->child.uuid)}});
        due.put(ours::link(Url::path(page.text() + "#" + owed.due.condition.card->id),
                           say.say("How this is worked out"),
                           casework::full_name(*owed.child->facts->person)));
        table.rows.push_back(
            {{name_and_age(caller, *owed.child->facts), assessment_cell(caller, owed), due.take()},
             tone_of(owed.due.condition),
             {}});
    }
    return table.rows.empty() ? Html{} : ours::render(table);
}

std::vector<WorkParts::Returned> returned_work(const Caller& caller,
                                               const std::vector<casework::ReturnedLine>& lines) {
    const auto& say = caller.say;
    std::vector<WorkParts::Returned> returned;
    for (const auto& line : lines) {
        std::string names;
        for (const auto& child : line.children) {
            names += (names.empty() ? "" : ", ") + casework::full_name(*child->person);
        }
        WorkParts::Returned shown;
        shown.what = decision_words(say, line.row.decision) + (names.empty() ? "" : ": " + names);
        shown.by = say.say("{name} wrote:", {{"name", line.row.settled_by}});
        shown.words = line.words;
        shown.href = where_to_rework(caller, line);
        returned.push_back(std::move(shown));
    }
    return returned;
}

} // namespace gweld::web::pages

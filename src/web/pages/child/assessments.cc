#include "web/pages/child/assessments.html.h"

#include "casework/assessments.h"
#include "casework/assessments_due.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/assessments/assessment_words.h"
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/child/duty_words.h"
#include "web/pages/child/parts.h"
#include "web/pages/child/wording.h"

#include <algorithm>
#include <map>

namespace gweld::web::pages::child_record {

namespace {

using casework::AssessmentDue;

struct Of { // one child, as every part of the page sees it
    const Shown& shown;
    std::vector<AssessmentDue> due;
    std::vector<casework::AssessmentFile> files; // newest first
    const Words& say() const { return shown.say(); }
};

// The record has been opened already, and an assessment of the child is part of it.
std::vector<casework::AssessmentFile> files_of(const Shown& shown) {
    std::vector<casework::AssessmentFile> files;
    const auto all = protection::assessments_of(shown.facts().entries);
    const auto read = shown.caller.office().store.read([&](const record::Reading& reading) {
        for (auto one = all.rbegin(); one != all.rend(); ++one) {
            if (auto file = casework::read_assessment(reading, one->id)) {
                files.push_back(std::move(*file));
            }
        }
    });
    if (!read.ok()) {
        files.clear();
    }
    return files;
}

Html due_cell(const Of& of, const AssessmentDue& due) {
    Markup cell;
    const auto from = runs_from_words(of.shown.caller, due);
    cell.put(ours::render(due_status(of.shown.caller, due)));
    cell.put(ours::link(Url::path(of.shown.to("child.due").text() + "#" + due.condition.card->id),
                        of.say().say("How this is worked out"), from));
    return cell.take();
}

Html owed_table(const Of& of) {
    const auto& say = of.say();
    ours::CardTable table;
    table.caption = say.say("Due, and not started");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {
        {say.say("Assessment"), {}}, {say.say("Counted from"), {}}, {say.say("Due"), {}}};
    for (const auto& due : of.due) {
        if (due.assessment || due.condition.duty.met_on) {
            continue;
        }
        table.rows.push_back({{spoken(say, due.condition.card->title),
                               runs_from_words(of.shown.caller, due), due_cell(of, due)},
                              due.condition.overdue() ? ours::Tone::overdue : ours::Tone::waiting,
                              {}});
    }
    return table.rows.empty() ? Html{} : ours::render(table);
}

Html dues_of(const Of& of, casework::AssessmentId id) {
    Markup cell;
    for (const auto& due : of.due) {
        if (due.assessment == id) {
            cell.put(due_cell(of, due)).raw("<br>");
        }
    }
    return cell.take();
}

Html all_table(const Of& of) {
    if (of.files.empty()) {
        return {};
    }
    const auto& say = of.say();
    ours::CardTable table;
    table.caption = say.say("Assessments");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Assessment"), {}},
                     {say.say("Started"), {}},
                     {say.say("How far it is"), {}},
                     {say.say("Due"), {}}};
    for (const auto& file : of.files) {
        const auto started = near_day(say, file.content.started, of.shown.today);
        const auto to = of.shown.caller.to("assessment", {{"id", base::to_text(file.id.uuid)}});
        table.rows.push_back(
            {{ours::link(to, pages::said(say, file.content.type), started), started,
              ours::render(state_of(of.shown.caller, file)), dues_of(of, file.id)},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

std::vector<std::string> answer_for(const Of& of) {
    const auto& say = of.say();
    const auto overdue = std::ranges::count_if(
        of.due, [](const AssessmentDue& due) { return due.condition.overdue(); });
    const auto writing =
        std::ranges::count_if(of.files, [](const auto& file) { return file.being_written(); });
    std::vector<std::string> answer;
    if (overdue > 0) {
        answer.push_back(say.say_n("1 assessment is overdue.", "{n} assessments are overdue.",
                                   static_cast<long>(overdue)));
    }
    if (writing > 0) {
        answer.push_back(say.say_n("1 assessment is being written.",
                                   "{n} assessments are being written.",
                                   static_cast<long>(writing)));
    }
    if (answer.empty()) {
        answer.push_back(say.say("No assessment is under way or overdue."));
    }
    return answer;
}

} // namespace

Html assessments_of_child(const Shown& shown) {
    const Of of{shown,
                casework::assessments_due(shown.facts(), shown.caller.office().book, shown.today),
                files_of(shown)};
    AssessmentsParts parts;
    parts.answer = answer_for(of);
    if (shown.may(access::Action::record_assessment)) {
        govuk::Button start;
        start.content = shown.say().say("Start an assessment");
        start.href = shown.to("assessment.new");
        parts.buttons.push_back(govuk::render(start));
    }
    parts.owed = owed_table(of);
    parts.all = all_table(of);
    parts.none =
        shown.say().say("No assessment of {name} is recorded here.", {{"name", shown.called()}});
    parts.brought_in = brought_in_list(shown, record::BroughtInAs::assessment);
    return child_assessments(shown.say(), parts);
}

} // namespace gweld::web::pages::child_record

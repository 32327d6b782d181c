#include "web/pages/work/conference_tasks.h"

#include "casework/conference_work.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/conferences/load.html.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages {

namespace {

using casework::ConferenceOwes;

std::string what_words(const Words& say, ConferenceOwes owes) {
    switch (owes) {
    case ConferenceOwes::own_report:
        return say.say("Children’s services have sent no report to the conference");
    case ConferenceOwes::sharing:
        return say.say("A report has not been shared with the family");
    case ConferenceOwes::outline_plan:
        return say.say("Outline plan to be sent out");
    case ConferenceOwes::full_record:
        break;
    }
    return say.say("Record of the conference to be sent out");
}

bool is_report(ConferenceOwes owes) {
    return owes == ConferenceOwes::own_report || owes == ConferenceOwes::sharing;
}

ours::Status status_of(const Caller& caller, const casework::ConferenceTask& task) {
    const auto& say = caller.say;
    const auto date = near_date(caller, task.by);
    if (is_report(task.owes)) {
        return {ours::Tone::soon, say.say("Conference {date}", {{"date", date}}), {}};
    }
    return task.by < caller.today() ? ours::Status{ours::Tone::overdue, say.say("Overdue"),
                                                   say.say("was due {date}", {{"date", date}})}
                                    : ours::Status{ours::Tone::waiting, say.say("Not sent yet"),
                                                   say.say("by {date}", {{"date", date}})};
}

} // namespace

Html conference_tasks_of(const Caller& caller, const casework::DaysWork& work) {
    const auto tasks = casework::conference_tasks(work, caller.office().book, caller.today());
    if (tasks.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("For conferences");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Children"), {}}, {say.say("What"), {}}, {say.say("When"), {}}};
    for (const auto& task : tasks) {
        const auto status = status_of(caller, task);
        table.rows.push_back(
            {{ours::link(caller.to("conference", {{"id", base::to_text(task.conference.uuid)}}),
                         names_of(task.children), what_words(say, task.owes)),
              what_words(say, task.owes), ours::render(status)},
             status.tone,
             {}});
    }
    return ours::render(table);
}

} // namespace gweld::web::pages

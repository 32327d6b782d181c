#include "web/pages/visit/form_view.h"

#include "casework/standing.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/furniture.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/frame/frame.h"
#include "web/pages/standing_words.h"
#include "web/pages/unsaved/unsaved_form.h"
#include "web/pages/visit/form_pieces.h"
#include "web/pages/visit/questions.h"
#include "web/pages/visit/visit_form.html.h"

namespace gweld::web::pages {

namespace {

using casework::Facts;

Html hidden_fields(const Caller& caller, const VisitForm& form) {
    Markup out;
    // Enter in a text box presses the first button; for recording that is the whole visit.
    out.put(csrf_field(caller)).put(hidden_field("key", form.key));
    out.put(hidden_field("today", time::to_iso(caller.today())));
    for (const auto& version : form.versions) {
        out.put(hidden_field(field_of("version", base::PersonId{version.subject}),
                             std::to_string(version.version)));
    }
    return out.take();
}

void put_questions(const Caller& caller, const VisitForm& form, const FormView& view,
                   FormParts& parts) {
    const auto& say = caller.say;
    const auto today = caller.today();
    put_common_questions(
        say, form,
        {say.say("Today, {date}", {{"date", say.short_date(today)}}),
         say.say("Yesterday, {date}", {{"date", say.short_date(today.plus_days(-1))}})},
        view.faults, parts);
    if (form.purpose == Purpose::correcting) {
        parts.reason =
            text_box(say,
                     {"reason", say.say("Why are you correcting this?"),
                      say.say("What stood before is kept and shown beside it."), form.reason, 2},
                     view.faults);
    }
    if (form.purpose == Purpose::recording) {
        parts.short_of_time = short_of_time(say);
    }
}

} // namespace

Response show_form(const Caller& caller, const VisitForm& form, const FormView& view,
                   const std::vector<std::shared_ptr<const Facts>>& children) {
    const auto& say = caller.say;
    FormParts parts;
    govuk::BackLink back;
    back.content = say.say("Back");
    back.href = view.back;
    parts.back = govuk::render(back);
    parts.errors = error_summary(say, view.faults);
    parts.since = said_since(say, view.recorded_since);
    parts.heading = view.heading;
    parts.above = view.above;
    parts.action = view.action;
    const auto unsaved = unsaved_parts(caller, view.heading, view.action);
    parts.begun = unsaved.begun;
    parts.save = save_bar(say, form, unsaved.state);
    Markup hidden;
    hidden.put(hidden_fields(caller, form)).put(unsaved.hidden);
    parts.hidden = hidden.take();
    put_questions(caller, form, view, parts);
    for (std::size_t i = 0; i < form.children.size(); ++i) {
        const auto age = age_words(say, *children[i]->person, caller.today());
        parts.children.push_back(child_box(say, form.children[i], age, {}, view.faults));
    }
    Frame frame;
    frame.title = (view.faults.empty() ? "" : say.say("Error") + ": ") + view.heading;
    frame.here = Nav::work;
    frame.script = Script::visit;
    frame.status = view.status;
    frame.content = visit_form(say, parts);
    return framed(caller, frame);
}

} // namespace gweld::web::pages

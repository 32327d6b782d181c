#include "web/pages/story/story_form.h"

#include "web/pages/problems/problems.h"
#include "web/pages/story/story_faults.h"
#include "web/pages/visit/family.h"

#include <algorithm>

namespace gweld::web::pages::story {

namespace {

casework::Saw saw_now(const StoryForm& form) {
    casework::Saw saw{form.key, {}};
    if (form.part == Part::genogram) {
        saw.versions.push_back({form.logs.front().subject, form.logs.front().version});
        return saw;
    }
    saw.versions.push_back({form.child().child.uuid, form.child().version});
    for (const auto& member : form.record.family()) {
        saw.versions.push_back({member->child.uuid, member->version});
    }
    return saw;
}

// As it was when the form was first shown, or as it is once the writer has been shown what changed.
casework::Saw saw_to_send(const StoryForm& form) {
    const auto posted = saw_in(form.typed);
    if (posted.versions.empty() || !form.since.empty()) {
        return saw_now(form);
    }
    return {form.key, posted.versions};
}

// The first of the form's own fields among these; a sentence without one would lead nowhere.
std::string field_of(const StoryForm& form, std::initializer_list<std::string_view> wanted) {
    const auto* const found =
        std::ranges::find_if(wanted, [&](auto field) { return form.typed.has(field); });
    return std::string{found == wanted.end() ? "why" : *found};
}

FieldFault fault_in(const StoryForm& form, casework::StoryNonsense nonsense) {
    auto fault = fault_of(nonsense);
    if (!form.typed.has(fault.field)) { // a new relative has two dates of its own
        fault.field = form.typed.text("lives").empty()
                          ? field_of(form, {"since-day", "name", "on-day"})
                          : field_of(form, {"home-day", "name", "on-day"});
    }
    return fault;
}

} // namespace

const std::string& StoryForm::called() const {
    const auto& person = *child().person;
    return person.forename.empty() ? person.surname : person.forename;
}

Url StoryForm::back() const {
    return caller.to(part == Part::chronology ? "child.chronology" : "child.genogram",
                     {{"id", id()}});
}

StoryOpened open_story(const Caller& caller, Part part, access::Action action,
                       std::string_view page) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto opened = casework::open_record(caller.office(), caller.viewer, *child, action, page);
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    StoryForm form{caller, std::move(opened).value(), part};
    if (part == Part::genogram) {
        auto logs = casework::family_logs(caller.office(), form.child());
        if (!logs.ok()) {
            return base::Err{casework::OpenRefused{logs.error()}};
        }
        form.logs = std::move(logs).value();
        form.kin = casework::kin_of(form.logs);
    }
    take_typed(caller, form.typed, form.key);
    return base::Ok{std::move(form)};
}

Response show_page(const StoryForm& form, const Page& page, std::vector<Html> questions) {
    Sheet sheet;
    sheet.back = form.back();
    sheet.heading = page.heading;
    sheet.lede = page.lede;
    sheet.since = form.since;
    sheet.questions = std::move(questions);
    sheet.action = page.action;
    sheet.save = page.save;
    sheet.saw = saw_to_send(form);
    sheet.faults = form.faults;
    if (!form.on_record.list().empty()) {
        sheet.was = marks_of_what_was(form.on_record, form.since.empty() ? form.typed : Fields{});
    }
    sheet.status = form.status;
    return show_sheet(form.caller, sheet);
}

casework::Saw saw_by(const StoryForm& form, const std::vector<casework::PersonId>& children) {
    auto saw = saw_in(form.typed);
    if (form.part == Part::chronology) {
        std::erase_if(saw.versions, [&](const auto& seen) {
            return std::ranges::find(children, casework::PersonId{seen.subject}) == children.end();
        });
    }
    // A form of ours always has one; without it every press would be another entry.
    if (saw.idempotency_key.empty()) {
        saw.idempotency_key = base::to_text(casework::fresh_id(form.caller.office()));
    }
    return saw;
}

Response with_faults(StoryForm form, Answers& answers, Draw draw) {
    form.faults = answers.take_faults();
    form.status = 422;
    return draw(form);
}

Response answered(StoryForm form, const casework::StoryAnswer& answer, std::string_view saved,
                  Draw draw) {
    const auto& caller = form.caller;
    if (answer.ok()) {
        return see_other(Url::path(form.back().text() + "?saved=" + std::string{saved}));
    }
    const auto again = [&](int status) {
        form.status = status;
        return draw(form);
    };
    const auto first_field = field_of(form, {"name", "now", "what", "why", "on-day"});
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::SomebodyWasQuicker& quicker) {
                form.since = said_since(caller.say, quicker.since);
                if (!form.on_record.list().empty()) {
                    form.meanwhile = bring_together(form.typed, form.on_record);
                }
                return again(409);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                form.key.clear();
                form.faults.push_back({first_field,
                                       words::mark("This form was saved once and then changed. If "
                                                   "both are right, press the button again"),
                                       {}});
                return again(409);
            },
            [&](const casework::CorrectedAlready&) {
                form.faults.push_back({first_field,
                                       words::mark("Somebody has put this right already. Go back "
                                                   "and open the newest one"),
                                       {}});
                return again(409);
            },
            [&](casework::StoryNonsense nonsense) {
                form.faults.push_back(fault_in(form, nonsense));
                return again(422);
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
        },
        answer.error());
}

} // namespace gweld::web::pages::story

#include "web/pages/forms/lone_form.h"

#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

casework::Saw saw_to_send(const LoneForm& form) {
    const auto posted = saw_in(form.typed);
    if (posted.versions.empty() || !form.since.empty()) {
        return {form.key, {form.version}};
    }
    return {form.key, posted.versions};
}

} // namespace

LoneForm lone_form(const Caller& caller, record::SeenVersion version, Url home) {
    LoneForm form{caller, version, std::move(home)};
    take_typed(caller, form.typed, form.key);
    return form;
}

Response show_lone(const LoneForm& form, const Page& page, std::vector<Html> questions) {
    Sheet sheet;
    sheet.back = form.home;
    sheet.heading = page.heading;
    sheet.lede = page.lede;
    sheet.since = form.since;
    sheet.questions = std::move(questions);
    sheet.action = page.action;
    sheet.save = page.save;
    sheet.saw = saw_to_send(form);
    sheet.faults = form.faults;
    sheet.status = form.status;
    sheet.here = Nav::conferences;
    return show_sheet(form.caller, sheet);
}

Response lone_faults(LoneForm form, Answers& answers, DrawLone draw) {
    form.faults = answers.take_faults();
    form.status = 422;
    return draw(form);
}

Response lone_drawn_again(LoneForm form, const WhyNot& why, DrawLone draw) {
    const auto again = [&](int status) {
        form.status = status;
        return draw(form);
    };
    return std::visit(
        base::overloaded{
            [&](const casework::SomebodyWasQuicker& quicker) {
                form.since = said_since(form.say(), quicker.since);
                return again(409);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                form.key.clear();
                form.faults.push_back(
                    {"on-day",
                     words::mark("This form was saved once and then changed. If both are right, "
                                 "press the button again"),
                     {}});
                return again(409);
            },
            [&](const FieldFault& fault) {
                form.faults.push_back(fault);
                return again(422);
            },
            [&](record::StoreFault fault) { return store_says(form.caller, fault); },
            [&](const auto&) { return not_found(form.caller); },
        },
        why);
}

Response lone_home(const LoneForm& form, std::string_view saved) {
    return see_other(Url::path(form.home.text() + "?saved=" + std::string{saved}));
}

Response lone_refusal(const Caller& caller, const casework::OpenRefused& refused) {
    return refusal(caller, refused);
}

} // namespace gweld::web::pages

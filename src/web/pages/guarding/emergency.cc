// Opening a record in an emergency. The page is the same whether there is such a record or not.
#include "casework/emergencies.h"
#include "web/pages/forms/answers.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using words::mark;

struct Typed {
    const Caller& caller;
    Fields fields = {};
    std::vector<FieldFault> faults = {};
    int status = 200;
};

Response draw(const Typed& typed) {
    const auto& caller = typed.caller;
    const auto& say = caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    Sheet sheet;
    sheet.back = caller.to("search");
    sheet.heading = say.say("Open a record in an emergency");
    sheet.lede = say.say("If a child is in danger now, phone 999 first. The record opens to you "
                         "alone, for eight hours. Whoever works with the child is told, and "
                         "somebody else looks at your reason within two working days.");
    sheet.questions.push_back(
        ask.one_of({"because", say.say("Why do you need it?")}, reasons_to_open(say)));
    sheet.questions.push_back(ask.box({"words", say.say("In your own words"),
                                       say.say("A sentence is enough: who asks, and what for.")},
                                      2));
    sheet.action = caller.to("emergency", {{"id", std::string{caller.param("id")}}});
    sheet.save = say.say("Open the record");
    sheet.saw = saw_in(typed.fields);
    sheet.faults = typed.faults;
    sheet.status = typed.status;
    sheet.here = Nav::search;
    sheet.keeps = Keeps::nothing;
    return show_sheet(caller, sheet);
}

Response with_fault(Typed typed, FieldFault fault) {
    typed.faults.push_back(std::move(fault));
    typed.status = 422;
    return draw(typed);
}

Response to_the_record(const Caller& caller, std::string_view saved) {
    return see_other(
        Url::path(caller.to("child", {{"id", std::string{caller.param("id")}}}).text() +
                  "?saved=" + std::string{saved}));
}

Response save(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    if (!id || !access::may_open_in_emergency(caller.viewer)) {
        return not_found(caller);
    }
    Typed typed{caller, caller.request.form};
    Answers answers{typed.fields, caller.today()};
    const auto because = answers.choice<record::WhyOpened>("because", mark("Choose why"));
    const auto words = answers.text("words", mark("Write why you need it"));
    if (!answers.all_well()) {
        typed.faults = answers.take_faults();
        typed.status = 422;
        return draw(typed);
    }
    const auto done =
        casework::open_in_emergency(caller.office(), caller.viewer, base::PersonId{*id}, *because,
                                    words, saw_in(typed.fields).idempotency_key);
    if (done.ok()) {
        return to_the_record(caller, "emergency");
    }
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::OpenAlready&) { return to_the_record(caller, "open-already"); },
            [&](const casework::ReasonTooShort&) {
                return with_fault(std::move(typed),
                                  {"words", mark("Write at least ten letters"), {}});
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                typed.fields = Fields{};
                return with_fault(std::move(typed),
                                  {"because",
                                   mark("This form was sent once before. If the record is not open "
                                        "to you any more, say again why you need it"),
                                   {}});
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
        },
        done.error());
}

Response show(const Caller& caller) {
    const bool may =
        base::parse_uuid(caller.param("id")) && access::may_open_in_emergency(caller.viewer);
    return may ? draw({caller}) : not_found(caller);
}

} // namespace

void add_emergency_pages(Site& site) {
    add_page(site, Method::get, "emergency", "/emergency/{id}", show);
    add_page(site, Method::post, "emergency", "/emergency/{id}", save);
}

} // namespace gweld::web::pages

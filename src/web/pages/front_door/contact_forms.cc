#include "web/pages/front_door/contact_forms.h"

#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages::door {

using casework::ContactRefused;

namespace {

std::variant<Opened, Response> open(const Caller& caller, base::ContactId contact) {
    auto opened = casework::open_contact(caller.office(), caller.viewer, contact, "contact");
    if (!opened.ok()) {
        return door::refusal(caller, opened.error());
    }
    return Opened{caller, std::move(opened).value()};
}

Response quicker(const Opened& opened, const casework::SomebodyWasQuicker& news, Typed typed,
                 Show show) {
    const auto& say = opened.caller.say;
    typed.since = happened_since(say, news.since);
    typed.saw = {{}, news.versions_now};
    typed.status = 409;
    // Opened again, so that what is shown is the newest.
    const auto again = open(opened.caller, opened.open.id());
    const auto* newest = std::get_if<Opened>(&again);
    return newest == nullptr ? std::get<Response>(again) : show(*newest, typed);
}

} // namespace

std::variant<Opened, Response> open(const Caller& caller) {
    const auto contact = contact_in(caller);
    return contact ? open(caller, *contact) : not_found(caller);
}

std::variant<Opened, Response> open_for(const Caller& caller, Needs needs) {
    auto opening = open(caller);
    const auto* opened = std::get_if<Opened>(&opening);
    return opened == nullptr || needs(opened->open) ? std::move(opening) : not_found(caller);
}

casework::Saw saw_by(const Caller& caller) {
    auto saw = saw_in(caller.request.form);
    // Whatever else was sent is none of this form's: what changed about it is not told.
    const auto contact = contact_in(caller);
    std::erase_if(saw.versions,
                  [&](const auto& seen) { return !contact || seen.subject != contact->uuid; });
    if (saw.idempotency_key.empty()) {
        saw.idempotency_key = base::to_text(casework::fresh_id(caller.office()));
    }
    return saw;
}

Response saved(const Opened& opened, std::string_view what) {
    return see_other(Url::path(opened.to("contact").text() + "?saved=" + std::string{what}));
}

Sheet sheet_of(const Opened& opened, const Typed& typed) {
    Sheet sheet;
    sheet.back = opened.to("contact");
    sheet.since = typed.since;
    sheet.saw = typed.saw;
    if (typed.since.empty() && typed.saw.versions.empty() && typed.status == 200 &&
        opened.caller.typed() == nullptr) {
        sheet.saw.versions = {opened.open.version};
    }
    sheet.faults = typed.faults;
    sheet.here = Nav::front_door;
    sheet.status = typed.status;
    return sheet;
}

Response not_done(const Opened& opened, const ContactRefused& refused, Typed typed, Show show) {
    const auto& caller = opened.caller;
    const auto fault = [&](std::string_view field, std::string_view sentence, int status) {
        typed.faults.push_back({std::string{field}, sentence, {}});
        typed.status = status;
        return show(opened, typed);
    };
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::SomebodyWasQuicker& news) {
                return quicker(opened, news, typed, show);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                typed.saw.idempotency_key.clear();
                return fault("main-content",
                             words::mark("This form was saved once and then changed. If both are "
                                         "right, press Save again"),
                             409);
            },
            [&](const casework::CorrectedAlready&) {
                return fault("main-content", words::mark("Somebody has taken this back already"),
                             409);
            },
            [&](casework::ContactNonsense nonsense) {
                const auto wrong = wrong_with(nonsense);
                return fault(wrong.field, wrong.sentence, 422);
            },
            [&](record::StoreFault store) { return store_says(caller, store); },
        },
        refused);
}

} // namespace gweld::web::pages::door

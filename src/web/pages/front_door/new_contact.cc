#include "casework/contacts.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/front_door/contact_questions.h"
#include "web/pages/front_door/contact_typed.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/new_contact.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

#include <cstdio>

namespace gweld::web::pages {

namespace {

using namespace door;

struct Draft {
    Fields typed;
    std::size_t blocks = 1;
    std::vector<FieldFault> faults = {};
    casework::Saw saw = {};
    int status = 200;
};

std::string two(int number) {
    char text[12];
    std::snprintf(text, sizeof text, "%02d", number);
    return text;
}

// Now is when a telephone call comes in; anything else is typed over.
Draft begun_or_blank(const Caller& caller) {
    if (const auto* begun = caller.typed()) {
        return {*begun, child_blocks(*begun), {}, saw_in(*begun), 200};
    }
    const auto wall = time::wall_time_in_wales(caller.office().clock.now());
    const auto date = wall.date.ymd();
    const auto minutes = static_cast<int>(wall.since_midnight.count());
    return {Fields{{{"on-day", std::to_string(static_cast<unsigned>(date.day()))},
                    {"on-month", std::to_string(static_cast<unsigned>(date.month()))},
                    {"on-year", std::to_string(static_cast<int>(date.year()))},
                    {"at", two(minutes / 60) + ":" + two(minutes % 60)}}}};
}

Response show_form(const Caller& caller, const Draft& draft) {
    const auto& say = caller.say;
    const Questions ask{say, draft.typed, draft.faults};
    Sheet sheet;
    sheet.back = caller.to("front-door");
    sheet.back_words = say.say("Front door");
    sheet.heading = say.say("Record a new contact");
    sheet.lede = say.say("It waits at the front door, where everybody sees it, until somebody "
                         "decides what happens next.");
    sheet.questions.push_back(danger_now(say));
    ask_how(say, ask, sheet.questions);
    ask_who(say, ask, sheet.questions);
    sheet.questions.push_back(part_heading(say, say.say("The children")));
    for (std::size_t nth = 1; nth <= draft.blocks; ++nth) {
        sheet.questions.push_back(ask_child(say, ask, nth, KnownAlready::ask));
    }
    sheet.questions.push_back(add_child(say, std::to_string(draft.blocks)));
    ask_worry(say, ask, sheet.questions);
    sheet.action = caller.to("contact.new");
    sheet.save = say.say("Save the contact");
    sheet.saw = draft.saw;
    sheet.faults = draft.faults;
    sheet.here = Nav::front_door;
    sheet.status = draft.status;
    return show_sheet(caller, sheet);
}

bool may_record(const Caller& caller) {
    return access::decide(caller.viewer, access::ContactAction::work, {}, caller.when()).allowed();
}

Response show(const Caller& caller) {
    return may_record(caller) ? show_form(caller, begun_or_blank(caller)) : not_for_you(caller);
}

Response again(const Caller& caller, Draft draft, std::vector<FieldFault> faults, int status) {
    draft.faults = std::move(faults);
    draft.status = status;
    return show_form(caller, draft);
}

Response not_saved(const Caller& caller, const casework::ContactRefused& refused, Draft draft) {
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](casework::ContactNonsense nonsense) {
                const auto wrong = wrong_with(nonsense);
                return again(caller, draft, {{std::string{wrong.field}, wrong.sentence, {}}}, 422);
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
            // The first press was saved and the form changed since: what is here now is news.
            [&](const auto&) {
                draft.saw = {};
                return again(caller, draft,
                             {{"worry",
                               words::mark("This form was saved once and then changed. If both are "
                                           "right, press Save again"),
                               {}}},
                             409);
            },
        },
        refused);
}

Response save(const Caller& caller) {
    if (!may_record(caller)) {
        return not_for_you(caller);
    }
    const auto& posted = caller.request.form;
    Draft draft{posted, child_blocks(posted), {}, saw_in(posted), 200};
    if (draft.saw.idempotency_key.empty()) {
        draft.saw.idempotency_key = base::to_text(casework::fresh_id(caller.office()));
    }
    if (posted.has("add")) {
        if (draft.blocks == casework::most_children_in_a_contact) {
            const auto wrong = wrong_with(casework::ContactNonsense::too_many_children);
            return again(caller, draft, {{std::string{wrong.field}, wrong.sentence, {}}}, 422);
        }
        ++draft.blocks;
        return show_form(caller, draft);
    }
    const auto contact = parse_contact(posted, caller.today(), people_numbered(caller));
    if (!contact.ok()) {
        return again(caller, draft, contact.error(), 422);
    }
    const casework::Saw saw{draft.saw.idempotency_key, {}};
    const auto answer =
        casework::record_contact(caller.office(), caller.viewer, contact.value(), saw);
    if (!answer.ok()) {
        return not_saved(caller, answer.error(), std::move(draft));
    }
    const auto id = base::to_text(casework::contact_of_key(saw.idempotency_key).uuid);
    return see_other(Url::path(caller.to("contact", {{"id", id}}).text() + "?saved=contact"));
}

} // namespace

void add_new_contact_pages(Site& site) {
    add_page(site, Method::get, "contact.new", "/front-door/new", show);
    add_page(site, Method::post, "contact.new", "/front-door/new", save);
}

} // namespace gweld::web::pages

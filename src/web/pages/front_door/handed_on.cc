#include "web/pages/front_door/handed_on.h"

#include "web/components/back_link.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/components/tone.h"
#include "web/pages/forms/typed.h"
#include "web/pages/frame/frame.h"
#include "web/pages/frame/page_turns.h"
#include "web/pages/front_door/contact_forms.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/referral.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/standing_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using namespace door;
using casework::HandedOn;
using casework::HandedOnList;

constexpr std::size_t on_a_page = 25;

// ---- the table -------------------------------------------------------------------------------

std::string name_of(const Caller& caller, const HandedOn& one) {
    if (!one.person) {
        return caller.say.say("A child");
    }
    auto name = casework::full_name(*one.person);
    const auto known = age_words(caller.say, *one.person, caller.today());
    const auto& age = known.empty() ? one.age_as_given : known;
    return age.empty() ? name : name + ", " + age;
}

std::string days_words(const Words& say, int days) {
    return days == 0 ? say.say("today")
                     : say.say_n("1 day ago", "{n} days ago", static_cast<long>(days));
}

bool may_allocate(const Caller& caller) {
    return caller.viewer.role == record::Role::team_manager ||
           caller.viewer.role == record::Role::head_of_service;
}

Html what_to_do(const Caller& caller, const HandedOn& one) {
    const auto& say = caller.say;
    const auto name = name_of(caller, one);
    if (one.lacks_worker() && may_allocate(caller)) {
        return ours::link(caller.to("allocate", {{"id", base::to_text(one.row.child)}}),
                          say.say("Allocate a worker"), name);
    }
    return ours::link(caller.to("contact", {{"id", base::to_text(one.row.contact)}}),
                      say.say("Open the contact"), name);
}

ours::CardRow row_of(const Caller& caller, const HandedOn& one) {
    const auto& say = caller.say;
    const auto tone = one.of_harm() ? ours::Tone::overdue : ours::Tone::soon;
    Markup who;
    who.put(ours::link(caller.to("contact", {{"id", base::to_text(one.row.contact)}}),
                       name_of(caller, one)));
    if (!one.worker.empty()) {
        who.raw("<br>");
        who.put(say.say("Allocated to {name}", {{"name", one.worker}}));
    }
    return {{who.take(),
             outcome_words(say, one.row.outcome) + ", " +
                 say.short_date(day_of(one.row.decided_day)) + ", " + days_words(say, one.days),
             ours::render(ours::Status{tone, lacks_words(say, one.row.lacks), {}}),
             what_to_do(caller, one)},
            tone,
            {}};
}

// ---- the page of all -------------------------------------------------------------------------

std::string lede_of(const Words& say, const HandedOnList& list) {
    if (list.all == 0) {
        return say.say("Every child whom a decision handed on has somebody.");
    }
    auto lede = say.say_n("1 child was handed on and is still waiting for somebody.",
                          "{n} children were handed on and are still waiting for somebody.",
                          static_cast<long>(list.all));
    if (list.of_harm > 0) {
        lede +=
            " " + say.say_n("For 1 of them harm was possible.",
                            "For {n} of them harm was possible.", static_cast<long>(list.of_harm));
    }
    return lede;
}

Response show_all(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::front_door)) {
        return not_for_you(caller);
    }
    const auto page = page_asked(caller, "page", any_page);
    const auto read = casework::handed_on(caller.office(), (page - 1) * on_a_page, on_a_page);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& say = caller.say;
    const auto& list = *read.value();
    const auto last = std::max<std::size_t>(1, (list.all + on_a_page - 1) / on_a_page);
    if (page > last) {
        return see_other(with_query(caller, caller.to("front-door.handed-on"),
                                    {{"page", std::to_string(last)}}));
    }
    HandedOnParts parts;
    auto back = govuk::back_link(say, caller.to("front-door"));
    back.content = say.say("Front door");
    parts.back = govuk::render(back);
    parts.lede = lede_of(say, list);
    parts.table = handed_on_table(caller, list);
    parts.turns = page_turns(caller, caller.to("front-door.handed-on"), "page", page, last);
    Frame frame;
    frame.title = say.say("Handed on, and waiting for somebody");
    frame.here = Nav::front_door;
    frame.board = Board{{}};
    frame.content = handed_on_page(say, parts);
    return framed(caller, frame);
}

// ---- nobody has to ----------------------------------------------------------------------------

int nth_in(const Opened& opened, const Typed& typed) {
    const auto nth = typed.fields.list().empty() ? opened.caller.request.query.text("nth")
                                                 : typed.fields.text("nth");
    return whole_number(nth).value_or(0);
}

const casework::ContactChild* child_at(const Opened& opened, int nth) {
    const auto found = std::ranges::find_if(
        opened.open.children, [&](const auto& child) { return child.row.nth == nth; });
    return found == opened.open.children.end() ? nullptr : &*found;
}

// What both forms share: which child, why, and that only who may is asked.
Response show_why(const Opened& opened, const Typed& typed, Sheet sheet, const std::string& why) {
    const auto& say = opened.caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    sheet.questions = {
        hidden_field("nth", std::to_string(nth_in(opened, typed))),
        ask.box({"because", why, say.say("Enough for somebody who reads it in a year’s time.")},
                4)};
    sheet.save = say.say("Save");
    return show_sheet(opened.caller, sheet);
}

Response show_let_go(const Opened& opened, const Typed& typed) {
    const auto* child = child_at(opened, nth_in(opened, typed));
    if (opened.open.let_go != casework::May::yes || child == nullptr ||
        (child->lacks.empty() && typed.status == 200)) {
        return not_found(opened.caller);
    }
    const auto& say = opened.caller.say;
    auto sheet = sheet_of(opened, typed);
    sheet.heading = let_go_words(say, child->lacks);
    sheet.action = opened.to("contact.let-go");
    if (child->lacks.empty()) { // somebody came while this was written
        return show_why(opened, typed, std::move(sheet), say.say("Why is it not needed?"));
    }
    sheet.lede = say.say(
        "{name} was handed on: {outcome}. What is missing: {lacks}. Say what was found out and why "
        "it is not needed after all. It is kept with your name, and {name} leaves the list of "
        "those who wait for somebody.",
        {{"name", child_words(say, child->row, opened.caller.today())},
         {"outcome", outcome_words(say, opened.open.row.outcome)},
         {"lacks", lacks_words(say, child->lacks)}});
    return show_why(opened, typed, std::move(sheet), say.say("Why is it not needed?"));
}

Response show_take_back(const Opened& opened, const Typed& typed) {
    const auto* child = child_at(opened, nth_in(opened, typed));
    if (opened.open.let_go != casework::May::yes || child == nullptr ||
        (child->let_go_because.empty() && typed.status == 200)) {
        return not_found(opened.caller);
    }
    const auto& say = opened.caller.say;
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("It is needed after all");
    sheet.lede = say.say("{name} waits for somebody again. What was said before stays in the "
                         "record, marked as taken back, with your name and reason.",
                         {{"name", child_words(say, child->row, opened.caller.today())}});
    sheet.action = opened.to("contact.let-go.back");
    return show_why(opened, typed, std::move(sheet), say.say("Why is it needed?"));
}

casework::LetGo asked_for(const Opened& opened, Answers& answers) {
    casework::LetGo what;
    what.contact = opened.open.id();
    what.nth = whole_number(answers.text("nth")).value_or(0);
    what.because = answers.text("because", words::mark("Say why"));
    return what;
}

Maybe act_let_go(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    const auto what = asked_for(opened, answers);
    return answers.all_well()
               ? Maybe{casework::let_go(opened.caller.office(), opened.caller.viewer, what, saw)}
               : std::nullopt;
}

Maybe act_take_back(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    const auto what = asked_for(opened, answers);
    return answers.all_well() ? Maybe{casework::take_back_letting_go(
                                    opened.caller.office(), opened.caller.viewer, what, saw)}
                              : std::nullopt;
}

Response let_go(const Caller& caller) {
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    return save(caller, "let-go", show_let_go, act_let_go, may_let_go);
}
Response take_back(const Caller& caller) {
    return save(caller, "let-go-back", show_take_back, act_take_back, may_let_go);
}

} // namespace

namespace door {

std::string let_go_words(const Words& say, std::string_view lacks) {
    return lacks == "discussion" ? say.say("No strategy discussion is needed after all")
                                 : say.say("Nobody has to have this child");
}

std::string lacks_words(const Words& say, std::string_view lacks) {
    return lacks == "worker"       ? say.say("No worker allocated")
           : lacks == "discussion" ? say.say("No strategy discussion held")
           : lacks == "worker_and_discussion"
               ? say.say("No strategy discussion held, no worker allocated")
               : std::string{lacks};
}

Html handed_on_table(const Caller& caller, const HandedOnList& list) {
    if (list.page.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Possible harm first, then the longest decided");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("Decided"), {}},
                     {say.say("What is missing"), {}},
                     {say.say("What to do"), {}}};
    for (const auto& one : list.page) {
        table.rows.push_back(row_of(caller, one));
    }
    return ours::render(table);
}

} // namespace door

void add_handed_on_pages(Site& site) {
    add_page(site, Method::get, "front-door.handed-on", "/front-door/handed-on", show_all);
    add_page(site, Method::get, "contact.let-go", "/contact/{id}/let-go",
             (get_form<show_let_go, may_let_go>));
    add_page(site, Method::post, "contact.let-go", "/contact/{id}/let-go", let_go);
    add_page(site, Method::get, "contact.let-go.back", "/contact/{id}/let-go/back",
             (get_form<show_take_back, may_let_go>));
    add_page(site, Method::post, "contact.let-go.back", "/contact/{id}/let-go/back", take_back);
}

} // namespace gweld::web::pages

#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/forms/typed.h"
#include "web/pages/front_door/contact_view.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using casework::ContactRefused;
using casework::OpenContact;
using namespace door;

// ---- every form of a contact alike -----------------------------------------------------------

struct Opened {
    const Caller& caller;
    OpenContact open;
    Url to(std::string_view route) const {
        return caller.to(route, {{"id", base::to_text(open.row.contact)}});
    }
};

struct Typed {
    Fields fields = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    casework::Saw saw = {};
    int status = 200;
};

using Show = Response (*)(const Opened&, const Typed&);
using Act = casework::ContactAnswer (*)(const Opened&, Answers&, const casework::Saw&);

std::variant<Opened, Response> open(const Caller& caller, base::ContactId contact) {
    auto opened = casework::open_contact(caller.office(), caller.viewer, contact, "contact");
    if (!opened.ok()) {
        return door::refusal(caller, opened.error());
    }
    return Opened{caller, std::move(opened).value()};
}

std::variant<Opened, Response> open(const Caller& caller) {
    const auto contact = contact_in(caller);
    return contact ? open(caller, *contact) : not_found(caller);
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
    if (typed.since.empty() && typed.status == 200) {
        sheet.saw.versions = {opened.open.version};
    }
    sheet.faults = typed.faults;
    sheet.here = Nav::front_door;
    sheet.status = typed.status;
    return sheet;
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

// act() is asked only when every answer could be read.
template <class Read>
Response save(const Caller& caller, std::string_view what, Show show, const Read& act) {
    const auto opening = open(caller);
    const auto* opened = std::get_if<Opened>(&opening);
    if (opened == nullptr) {
        return std::get<Response>(opening);
    }
    Typed typed{caller.request.form, {}, {}, saw_by(caller), 200};
    Answers answers{caller.request.form, caller.today()};
    const auto done = act(*opened, answers, typed.saw);
    if (!answers.all_well()) {
        typed.faults = answers.take_faults();
        typed.status = 422;
        return show(*opened, typed);
    }
    return done->ok() ? saved(*opened, what) : not_done(*opened, done->error(), typed, show);
}

template <Show show> Response get_form(const Caller& caller) {
    const auto opening = open(caller);
    const auto* opened = std::get_if<Opened>(&opening);
    if (opened == nullptr) {
        return std::get<Response>(opening);
    }
    return show(*opened, {});
}

Response show_page(const Opened& opened, const Typed& typed) {
    return show_contact(opened.caller, opened.open, {typed.faults, typed.since, typed.status});
}

// ---- take ------------------------------------------------------------------------------------

using Maybe = std::optional<casework::ContactAnswer>;

Response take(const Caller& caller) {
    return save(caller, "taken", show_page,
                [](const Opened& opened, Answers&, const casework::Saw& saw) {
                    return Maybe{casework::take_contact(
                        opened.caller.office(), opened.caller.viewer, opened.open.id(), saw)};
                });
}

// From the board, where one form serves every row: take=<contact>:<version>.
Response take_from_board(const Caller& caller) {
    const auto pressed = caller.request.form.text("take");
    const auto colon = pressed.find(':');
    const auto contact = base::parse_uuid(pressed.substr(0, colon));
    const auto version =
        colon == std::string_view::npos ? std::nullopt : whole_number(pressed.substr(colon + 1));
    if (!contact || !version) {
        return not_found(caller);
    }
    // The same press at the same moment of the contact is the same taking.
    const casework::Saw saw{"take " + std::string{pressed} + " " + caller.viewer.sign_in_name,
                            {{*contact, *version}}};
    const base::ContactId id{*contact};
    const auto done = casework::take_contact(caller.office(), caller.viewer, id, saw);
    auto now = casework::open_contact(caller.office(), caller.viewer, id, "contact");
    if (!now.ok()) {
        return door::refusal(caller, now.error());
    }
    const Opened opened{caller, std::move(now).value()};
    return done.ok() ? saved(opened, "taken") : not_done(opened, done.error(), {}, show_page);
}

// ---- wait ------------------------------------------------------------------------------------

Response show_wait(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    const bool longer = opened.open.row.waits > 0;
    const Questions ask{say, typed.fields, typed.faults};
    auto sheet = sheet_of(opened, typed);
    sheet.heading = longer ? say.say("Let it wait longer") : say.say("It has to wait for somebody");
    sheet.lede = say.say("Its own day to be decided does not move. When the date you give has "
                         "passed, it goes to the team manager.");
    sheet.questions = {ask.line({"waits-for", say.say("What does it wait for?"), {}}),
                       ask.line({"from", say.say("From whom?"), {}}),
                       ask.date({"until", say.say("Until when?"), {}})};
    if (longer) {
        sheet.questions.push_back(
            ask.box({"because", say.say("Why does it have to wait longer?"), {}}, 3));
    }
    sheet.action = opened.to("contact.wait");
    sheet.save = say.say("Save");
    return show_sheet(opened.caller, sheet);
}

Maybe act_wait(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    casework::WaitFor what;
    what.contact = opened.open.id();
    what.waits_for = answers.text("waits-for", words::mark("Say what it waits for"));
    what.from = answers.text("from", words::mark("Say from whom"));
    const auto until = answers.date("until", words::mark("Say until when"));
    what.because = answers.text("because");
    if (!answers.all_well()) {
        return std::nullopt;
    }
    what.until = *until;
    return casework::wait_for(opened.caller.office(), opened.caller.viewer, what, saw);
}

Response wait(const Caller& caller) { return save(caller, "waits", show_wait, act_wait); }

// ---- match -----------------------------------------------------------------------------------

// Why they may be the same, as it was suggested: kept with the match.
std::string why_suggested(const Opened& opened, int nth, base::Uuid person) {
    for (const auto& child : opened.open.children) {
        for (const auto& suggestion : child.suggestions) {
            if (child.row.nth == nth && suggestion.person.person == person) {
                return alike_words(opened.caller.say, suggestion.alike);
            }
        }
    }
    return {};
}

Maybe act_match(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    const auto nth = whole_number(answers.text("nth")).value_or(0);
    const auto person = base::parse_uuid(answers.text("person"));
    auto why = person ? why_suggested(opened, nth, *person) : std::string{};
    if (why.empty() && person) {
        why = opened.caller.say.say("Chosen at the front door");
    }
    return casework::match_child(
        opened.caller.office(), opened.caller.viewer,
        {opened.open.id(), nth, base::PersonId{person.value_or(base::Uuid{})}, why}, saw);
}

Response match(const Caller& caller) { return save(caller, "matched", show_page, act_match); }

int nth_in(const Opened& opened, const Typed& typed) {
    const auto& request = opened.caller.request;
    const auto nth = typed.fields.has("nth") ? typed.fields.text("nth") : request.query.text("nth");
    return whole_number(nth).value_or(0);
}

Response show_unmatch(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("This is somebody else");
    sheet.lede = say.say("The match is taken back. It stays in the record, marked as taken back, "
                         "with your name and reason.");
    sheet.questions = {hidden_field("nth", std::to_string(nth_in(opened, typed))),
                       ask.box({"why", say.say("How do you know?"), {}}, 3)};
    sheet.action = opened.to("contact.unmatch");
    sheet.save = say.say("Take the match back");
    return show_sheet(opened.caller, sheet);
}

Maybe act_unmatch(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    const auto why = answers.text("why", words::mark("Say why"));
    if (!answers.all_well()) {
        return std::nullopt;
    }
    const auto nth = whole_number(answers.text("nth")).value_or(0);
    return casework::unmatch_child(opened.caller.office(), opened.caller.viewer, opened.open.id(),
                                   nth, why, saw);
}

Response unmatch(const Caller& caller) {
    return save(caller, "unmatched", show_unmatch, act_unmatch);
}

// ---- decide ----------------------------------------------------------------------------------

std::vector<Option> children_nobody_knew(const Opened& opened) {
    std::vector<Option> options;
    for (const auto& child : opened.open.children) {
        if (!child.person) {
            options.push_back({std::to_string(child.row.nth),
                               child_words(opened.caller.say, child.row, opened.caller.today()),
                               {},
                               {}});
        }
    }
    return options;
}

Response show_decide(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("Decide what happens next");
    sheet.questions = {
        ask.one_of({"outcome", say.say("What did you decide?"), {}}, outcome_options(say)),
        ask.box({"reason", say.say("Why?"),
                 say.say("Enough for somebody who reads it in a year’s time.")},
                4),
        ask.one_of({"consent", say.say("For early help: does the family consent?"),
                    say.say("Leave it unanswered for any other decision.")},
                   {{"given", say.say("Yes, they consent"), {}, {}},
                    {"refused", say.say("No, they refuse"), {}, {}},
                    {"not_asked", say.say("They have not been asked"), {}, {}}})};
    const auto unknown = children_nobody_knew(opened);
    if (!unknown.empty()) {
        sheet.questions.push_back(
            ask.any_of({"new", say.say("Tick each child whom nobody here knew before"),
                        say.say("For a referral or a strategy discussion every child is matched "
                                "or made known now. Look at the possible matches first.")},
                       unknown));
    }
    sheet.action = opened.to("contact.decide");
    sheet.save = say.say("Save the decision");
    return show_sheet(opened.caller, sheet);
}

Maybe act_decide(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    casework::Decide what;
    what.contact = opened.open.id();
    const auto outcome =
        answers.choice<record::ContactOutcome>("outcome", words::mark("Say what you decided"));
    what.reason = answers.text("reason", words::mark("Say why you decided so"));
    what.consent =
        answers.choice<record::Consent>("consent", "").value_or(record::Consent::not_asked);
    for (const auto nth : answers.ticked("new")) {
        what.new_people.push_back(whole_number(nth).value_or(0));
    }
    if (!answers.all_well()) {
        return std::nullopt;
    }
    what.outcome = *outcome;
    return casework::decide_contact(opened.caller.office(), opened.caller.viewer, what, saw);
}

Response decide(const Caller& caller) { return save(caller, "decided", show_decide, act_decide); }

} // namespace

void add_contact_forms(Site& site) {
    add_page(site, Method::post, "front-door.take", "/front-door/take", take_from_board);
    add_page(site, Method::post, "contact.take", "/contact/{id}/take", take);
    add_page(site, Method::get, "contact.wait", "/contact/{id}/wait", get_form<show_wait>);
    add_page(site, Method::post, "contact.wait", "/contact/{id}/wait", wait);
    add_page(site, Method::post, "contact.match", "/contact/{id}/match", match);
    add_page(site, Method::get, "contact.unmatch", "/contact/{id}/unmatch", get_form<show_unmatch>);
    add_page(site, Method::post, "contact.unmatch", "/contact/{id}/unmatch", unmatch);
    add_page(site, Method::get, "contact.decide", "/contact/{id}/decide", get_form<show_decide>);
    add_page(site, Method::post, "contact.decide", "/contact/{id}/decide", decide);
}

} // namespace gweld::web::pages

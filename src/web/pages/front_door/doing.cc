#include "record/codec.h"
#include "web/pages/forms/typed.h"
#include "web/pages/front_door/contact_forms.h"
#include "web/pages/front_door/decided_already.html.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using namespace door;

Response show_page(const Opened& opened, const Typed& typed) {
    return show_contact(opened.caller, opened.open, {typed.faults, typed.since, typed.status});
}

// ---- take ------------------------------------------------------------------------------------

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

Response wait(const Caller& caller) {
    return save(caller, "waits", show_wait, act_wait, may_have_it_wait);
}

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

// Somebody else was quicker: asking again would lead nowhere. What was typed is shown, to be kept.
Response decided_meanwhile(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    DecidedMeanwhile parts;
    for (const auto& entry : opened.open.history) {
        if (entry.kind == record::Named<record::ContactDecided>::name) {
            const auto body = record::body_of<record::ContactDecided>(entry);
            parts.by =
                say.say("{name} decided it {moment}:", {{"name", entry.recorded_by.name},
                                                        {"moment", say.moment(entry.recorded_at)}});
            parts.what =
                outcome_words(say, boost::describe::enum_to_string(body.outcome, "")) + ".";
            parts.reason = body.reason;
        }
    }
    if (parts.by.empty()) {
        parts.what = outcome_words(say, opened.open.row.outcome) + ".";
    }
    parts.typed = typed.fields.text("reason");
    parts.contact = opened.to("contact");
    Frame frame;
    frame.title = say.say("This contact is decided already");
    frame.here = Nav::front_door;
    frame.status = typed.fields.list().empty() ? 200 : 409;
    frame.content = decided_already(say, parts);
    return framed(opened.caller, frame);
}

Response show_decide(const Opened& opened, const Typed& typed) {
    if (opened.open.decided()) {
        return decided_meanwhile(opened, typed);
    }
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
        answers.choice<record::Consent>("consent", "").value_or(record::Consent::not_recorded);
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
    add_page(site, Method::get, "contact.wait", "/contact/{id}/wait",
             (get_form<show_wait, may_have_it_wait>));
    add_page(site, Method::post, "contact.wait", "/contact/{id}/wait", wait);
    add_page(site, Method::post, "contact.match", "/contact/{id}/match", match);
    add_page(site, Method::get, "contact.unmatch", "/contact/{id}/unmatch", get_form<show_unmatch>);
    add_page(site, Method::post, "contact.unmatch", "/contact/{id}/unmatch", unmatch);
    add_page(site, Method::get, "contact.decide", "/contact/{id}/decide", get_form<show_decide>);
    add_page(site, Method::post, "contact.decide", "/contact/{id}/decide", decide);
}

} // namespace gweld::web::pages

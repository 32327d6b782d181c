#include "casework/assessments.h"
#include "casework/signing.h"
#include "casework/standing.h"
#include "record/codec.h"
#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/pages/assessments/content.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/telling.html.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/frame/frame.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"
#include "web/pages/signing/ledger.html.h"
#include "web/pages/signing/signing.h"
#include "web/pages/signing/signing_words.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::OpenSigning;
using words::mark;

struct Signing {
    const Caller& caller;
    const OpenSigning& open;
    Fields typed = {};
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    int status = 200;
    std::string key = {}; // empty: a fresh one is made
    const Words& say() const { return caller.say; }
};

// ---- what is signed
// --------------------------------------------------------------------------------

// Told as in the record of each child, in full.
std::vector<SigningParts::Told> told_of(const Signing& signing) {
    std::vector<SigningParts::Told> all;
    for (const auto& child : signing.open.children) {
        casework::OpenRecord record;
        record.standing.facts = child;
        const child_record::Shown shown{signing.caller, record, signing.caller.today()};
        const child_record::Teller teller{shown, {}};
        const auto told = teller.tell(signing.open.entry);
        Markup text;
        text.raw("<p class=\"govuk-body\"><strong>").text(told.title).raw("</strong></p>");
        text.put(told_words(signing.say(), told));
        all.push_back({casework::full_name(*child->person), text.take()});
    }
    return all;
}

SigningParts::Told contact_of(const Signing& signing) {
    const auto& say = signing.say();
    const auto decided = record::body_of<record::ContactDecided>(signing.open.entry);
    std::string came_in;
    std::string worry;
    std::string lang;
    if (const auto& contact = signing.open.contact) {
        std::string names;
        for (const auto& child : contact->children) {
            names += (names.empty() ? "" : ", ") + child.name;
        }
        came_in = say.say("About {names}. Came in {date}, {channel}.",
                          {{"names", names},
                           {"date", near_date(signing.caller, contact->on)},
                           {"channel", door::channel_words(say, boost::describe::enum_to_string(
                                                                    contact->channel, ""))}});
        worry = contact->worry;
        lang = contact->worry_language;
    }
    return {
        {},
        contact_to_sign(
            say, came_in, worry, lang,
            door::outcome_words(say, boost::describe::enum_to_string(decided.outcome, "")),
            decided.reason,
            ours::link(signing.caller.to("contact", {{"id", base::to_text(decided.contact.uuid)}}),
                       say.say("Read everything that came in, with files and answers")))};
}

std::string signature_line(const Words& say, const record::Entry& entry) {
    const bool returned = entry.kind == record::Named<record::ReturnedForRework>::name;
    const auto words = returned ? record::body_of<record::ReturnedForRework>(entry).words
                                : record::body_of<record::Signed>(entry).words;
    const std::initializer_list<words::Slot> who{{"name", entry.recorded_by.name},
                                                 {"moment", say.moment(entry.recorded_at)}};
    const auto line = returned ? say.say("Returned for rework by {name}, {moment}:", who)
                               : say.say("Signed by {name}, {moment}.", who);
    return words.empty() ? line : line + " " + words;
}

struct Shown {
    std::vector<SigningParts::Told> content;
    std::vector<std::string> before; // what the manager has to know of it first
};

std::vector<std::string> earlier_versions(const Signing& signing,
                                          const casework::AssessmentFile& file) {
    const auto& say = signing.say();
    std::vector<std::string> lines;
    for (const auto& version : file.finished) {
        if (version.entry.id == signing.open.entry.id) {
            break;
        }
        lines.push_back(say.say("An earlier version was finished on {date}.",
                                {{"date", say.long_date(version.body.on)}}));
        for (const auto& signature : version.signatures) {
            lines.push_back(signature_line(say, signature));
        }
    }
    return lines;
}

// What stands in the very version that is signed, which need not be what was last written.
Shown assessment_of(const Signing& signing) {
    const auto body = record::body_of<record::AssessmentFinished>(signing.open.entry);
    const auto open = casework::open_assessment(signing.caller.office(), signing.caller.viewer,
                                                body.assessment, "signing");
    if (!open.ok()) {
        return {};
    }
    const auto& say = signing.say();
    Shown shown;
    shown.content.push_back(
        {{}, assessment_content(signing.caller, open.value(), body.content, body.gaps_left)});
    std::string names;
    for (const auto& child : signing.open.children) {
        names += (names.empty() ? "" : ", ") + casework::full_name(*child->person);
    }
    shown.before = {say.say("About {names}.", {{"names", names}}),
                    say.say("Said to have been finished on {date}; counted from {from}.",
                            {{"date", say.long_date(body.on)},
                             {"from", say.long_date(body.content.runs_from)}})};
    std::ranges::move(earlier_versions(signing, open.value().file),
                      std::back_inserter(shown.before));
    return shown;
}

Shown shown_of(const Signing& signing) {
    const auto& entry = signing.open.entry;
    Shown shown;
    if (entry.kind == record::Named<record::AssessmentFinished>::name) {
        shown = assessment_of(signing);
    } else if (entry.kind == record::Named<record::ContactDecided>::name) {
        shown.content = {contact_of(signing)};
    } else {
        shown.content = told_of(signing);
    }
    if (entry.corrects && !entry.reason.empty()) {
        shown.before.push_back(signing.say().say("What was changed, as {name} says:",
                                                 {{"name", entry.recorded_by.name}}) +
                               " " + entry.reason);
    }
    return shown;
}

// ---- the page
// --------------------------------------------------------------------------------------

Html hidden_fields(const Signing& signing) {
    const auto& open = signing.open;
    Markup hidden;
    hidden.put(csrf_field(signing.caller));
    hidden.put(hidden_field("key", signing.key.empty()
                                       ? base::to_text(casework::fresh_id(signing.caller.office()))
                                       : signing.key));
    hidden.put(
        hidden_field("saw", base::to_text(open.entry.id) + ":" + std::to_string(open.version)));
    hidden.put(hidden_field("content", open.content));
    return hidden.take();
}

Html button_of(const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.classes = std::string{classes};
    button.prevent_double_click = true;
    return govuk::render(button);
}

std::string why_not(const Signing& signing) {
    const auto& say = signing.say();
    const auto& row = signing.open.row;
    if (row.state == "signed") {
        return say.say("Signed by {name}.", {{"name", row.settled_by}});
    }
    if (row.state == "returned") {
        return say.say("Returned for rework by {name}.", {{"name", row.settled_by}});
    }
    if (row.author == signing.caller.viewer.worker) {
        return say.say("You wrote this yourself, so somebody else signs it.");
    }
    return signing.open.turn == casework::Turn::not_theirs
               ? say.say("It waits for somebody else’s signature.")
               : std::string{};
}

Response draw(const Signing& signing) {
    const auto& caller = signing.caller;
    const auto& say = caller.say;
    const auto& open = signing.open;
    const Questions ask{say, signing.typed, signing.faults};
    SigningParts parts;
    parts.back = govuk::render(govuk::back_link(say, caller.to("signing")));
    parts.errors = error_summary(say, signing.faults);
    parts.since = signing.since;
    parts.heading = decision_words(say, open.row.decision);
    parts.written = say.say("Recorded by {name}, {moment}.",
                            {{"name", open.entry.recorded_by.name},
                             {"moment", say.moment_year(open.entry.recorded_at)}});
    auto shown = shown_of(signing);
    parts.before = std::move(shown.before);
    parts.content = std::move(shown.content);
    for (const auto& signature : open.signatures) {
        parts.so_far.push_back(signature_line(say, signature));
    }
    parts.cannot = why_not(signing);
    parts.hidden = hidden_fields(signing);
    const auto id = base::to_text(open.entry.id);
    parts.sign = caller.to("signing.sign", {{"id", id}});
    parts.give_back = caller.to("signing.return", {{"id", id}});
    parts.sign_words = ask.box({"words", say.say("Anything to add? (optional)"),
                                say.say("A direction, or what to look at next.")},
                               2);
    parts.return_words = ask.box({"why", say.say("What has to change?")}, 4);
    parts.sign_button = button_of(say.say("Sign it"), "");
    // Of the words that go with a signature, two lines at most, no draft is kept.
    const auto unsaved = unsaved_parts(caller, parts.heading, parts.give_back,
                                       caller.to("signing.one", {{"id", id}}));
    parts.begun = unsaved.begun;
    parts.return_hidden = unsaved.hidden;
    parts.return_state = unsaved.state;
    parts.return_button = button_of(say.say("Return it for rework"), "govuk-button--secondary");
    parts.digest = open.content;
    Frame frame;
    frame.title = (signing.faults.empty() ? "" : say.say("Error") + ": ") + parts.heading;
    frame.here = Nav::signing;
    frame.status = signing.status;
    frame.content = signing_page(say, parts);
    return framed(caller, frame);
}

template <class Then> Response opened(const Caller& caller, const Then& then) {
    const auto id = entry_in(caller, "id");
    if (!id) {
        return not_found(caller);
    }
    const auto open = casework::open_signing(caller.office(), caller.viewer, *id);
    return open.ok() ? then(Signing{caller, open.value()}) : refusal(caller, open.error());
}

std::string_view sentence_for(casework::SigningNonsense nonsense) {
    using casework::SigningNonsense;
    switch (nonsense) {
    case SigningNonsense::own_work:
        return mark("You wrote this yourself, so somebody else signs it.");
    case SigningNonsense::not_your_turn:
        return mark("It waits for somebody else’s signature.");
    case SigningNonsense::put_right_since:
        return mark("It was put right since you opened this page. The new version waits for a "
                    "signature");
    case SigningNonsense::settled_already:
        return mark("It has been signed or returned already");
    case SigningNonsense::no_words:
        break;
    }
    return mark("Write what has to change");
}

Response settled(Signing signing, const casework::SigningAnswer& answer, std::string_view saved) {
    const auto& caller = signing.caller;
    if (answer.ok()) {
        return see_other(Url::path(caller.to("signing").text() + "?saved=" + std::string{saved}));
    }
    const auto wrong = [&](std::string_view field, std::string_view sentence, int status) {
        signing.faults.push_back({std::string{field}, sentence, {}});
        signing.status = status;
        return draw(signing);
    };
    return std::visit(
        base::overloaded{
            [&](const casework::NotFoundOrNotYours&) { return not_found(caller); },
            [&](const casework::SomebodyWasQuicker& quicker) {
                signing.since = said_since(caller.say, quicker.since);
                signing.status = 409;
                return draw(signing);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                signing.key.clear();
                return wrong("words",
                             mark("This form was saved once and then changed. If both are right, "
                                  "press the button again"),
                             409);
            },
            [&](const casework::CorrectedAlready&) { return not_found(caller); },
            [&](casework::SigningNonsense nonsense) {
                const bool typed = nonsense == casework::SigningNonsense::no_words;
                return wrong(typed ? "why" : "words", sentence_for(nonsense), typed ? 422 : 409);
            },
            [&](record::StoreFault fault) { return store_says(caller, fault); },
        },
        answer.error());
}

Response sign(const Caller& caller) {
    return opened(caller, [&](Signing signing) {
        take_typed(caller, signing.typed, signing.key);
        const record::Signed body{base::EntryId{signing.open.entry.id},
                                  std::string{signing.typed.text("content")},
                                  Answers{signing.typed, caller.today()}.text("words")};
        const auto answer =
            casework::sign(caller.office(), caller.viewer, body, saw_in(signing.typed));
        return settled(std::move(signing), answer, "signed");
    });
}

Response give_back(const Caller& caller) {
    return opened(caller, [&](Signing signing) {
        take_typed(caller, signing.typed, signing.key);
        const record::ReturnedForRework body{base::EntryId{signing.open.entry.id},
                                             std::string{signing.typed.text("content")},
                                             Answers{signing.typed, caller.today()}.text("why")};
        const auto answer = casework::return_for_rework(caller.office(), caller.viewer, body,
                                                        saw_in(signing.typed));
        return settled(std::move(signing), answer, "returned");
    });
}

} // namespace

void add_signing_one_pages(Site& site) {
    add_page(site, Method::get, "signing.one", "/signing/{id}", [](const Caller& caller) {
        return opened(caller, [&](Signing signing) {
            take_typed(caller, signing.typed, signing.key);
            return draw(signing);
        });
    });
    add_page(site, Method::post, "signing.sign", "/signing/{id}/sign", sign);
    add_page(site, Method::post, "signing.return", "/signing/{id}/return", give_back);
}

} // namespace gweld::web::pages

#include "record/codec.h"
#include "web/components/back_link.h"
#include "web/components/spoken.h"
#include "web/pages/child/wording.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/front_door/contact.html.h"
#include "web/pages/front_door/contact_view.h"
#include "web/pages/front_door/corrected.h"
#include "web/pages/front_door/front_door.h"
#include "web/pages/front_door/referral.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using casework::May;
using casework::OpenContact;
using namespace door;

struct Shown {
    const Caller& caller;
    const OpenContact& open;
    const Words& say() const { return caller.say; }
    std::string id() const { return base::to_text(open.row.contact); }
    Url to(std::string_view route) const { return caller.to(route, {{"id", id()}}); }
};

std::optional<time::CivilDate> due_day(const OpenContact& open) {
    const auto* due = std::get_if<law::Due>(&open.due);
    return due == nullptr ? std::nullopt : std::optional{due->by};
}

// ---- the answer ------------------------------------------------------------------------------

std::string consent_told(const Shown& shown) {
    for (const auto& entry : shown.open.history) {
        const bool decision = entry.kind == record::Named<record::ContactDecided>::name;
        if (decision && entry.recorded_by.name == shown.open.row.decided_by) {
            const auto words =
                consent_words(shown.say(), record::body_of<record::ContactDecided>(entry));
            return words.empty() ? words : " " + words;
        }
    }
    return {};
}

std::string lede_first(const Shown& shown) {
    const auto& row = shown.open.row;
    if (!shown.open.decided()) {
        return shown.say().say("Waiting for a decision.");
    }
    if (!row.decided_day) {
        return outcome_words(shown.say(), row.outcome) + ".";
    }
    return shown.say().say("Decided on {date} by {name}:",
                           {{"date", shown.say().short_date(day_of(*row.decided_day))},
                            {"name", row.decided_by}}) +
           " " + outcome_words(shown.say(), row.outcome) + "." + consent_told(shown);
}

std::string by_when(const Shown& shown) {
    const auto& say = shown.say();
    const auto due = due_day(shown.open);
    if (!due) {
        return say.say("By when cannot be said: the calendar does not reach so far.");
    }
    const auto today = shown.caller.today();
    if (*due == today) {
        return say.say("It is to be decided today.");
    }
    const std::initializer_list<words::Slot> date{{"date", say.long_date(*due)}};
    return *due < today ? say.say("It was to be decided by {date} and is late.", date)
                        : say.say("It is to be decided by {date}.", date);
}

std::string who_has_it(const Shown& shown) {
    const auto& row = shown.open.row;
    return row.worker ? shown.say().say("{name} has it.", {{"name", row.worker_name}})
                      : shown.say().say("Nobody has it yet.");
}

std::string waiting_for(const Shown& shown) {
    const auto& say = shown.say();
    const auto& row = shown.open.row;
    if (!row.waits_until) {
        return {};
    }
    const auto date = say.short_date(day_of(*row.waits_until));
    return *row.waits_until < shown.caller.today().day_number()
               ? say.say("It waited for {from} until {date}: the team manager is to say what "
                         "happens now.",
                         {{"from", row.waits_from}, {"date", date}})
               : say.say("It waits for {from} until {date}.",
                         {{"from", row.waits_from}, {"date", date}});
}

std::string still_waiting(const Shown& shown) {
    const auto waiting = std::ranges::count_if(
        shown.open.children, [](const auto& child) { return !child.lacks.empty(); });
    return waiting == 0 ? std::string{}
                        : shown.say().say_n("1 child is still waiting for somebody.",
                                            "{n} children are still waiting for somebody.",
                                            static_cast<long>(waiting));
}

std::string lede_rest(const Shown& shown) {
    return shown.open.decided() ? still_waiting(shown)
           : shown.open.row.harm == "possible"
               ? shown.say().say("The contact may be about a child in danger: act now, whatever "
                                 "the day.") +
                     " " + who_has_it(shown) + " " + waiting_for(shown)
               : by_when(shown) + " " + who_has_it(shown) + " " + waiting_for(shown);
}

// ---- how it came in --------------------------------------------------------------------------

void add(std::vector<NameAndValue>& facts, std::string name, std::vector<std::string> values) {
    std::erase_if(values, [](const auto& value) { return value.empty(); });
    if (!values.empty()) {
        facts.push_back({std::move(name), std::move(values)});
    }
}

std::vector<NameAndValue> facts_of(const Shown& shown) {
    const auto& say = shown.say();
    const auto& in = shown.open.received;
    const auto& row = shown.open.row;
    std::vector<NameAndValue> facts;
    add(facts, say.say("Came in"),
        {say.long_date(in.on) + (in.at.empty() ? "" : ", " + child_record::time_of_day(in.at))});
    add(facts, say.say("How it came"), {channel_words(say, row.channel)});
    add(facts, say.say("From"),
        {in.referrer.empty() && in.source != record::ContactSource::not_recorded
             ? say.say("Somebody who gave no name")
             : in.referrer,
         in.referrer_role, in.organisation, source_words(say, row.source)});
    add(facts, say.say("How to reach them"), {in.reach});
    return facts;
}

// ---- the rule and the history ----------------------------------------------------------------

std::vector<std::string> due_lines(const Shown& shown) {
    const auto& say = shown.say();
    const auto* card = shown.caller.office().book.card(casework::decision_rule);
    std::vector<std::string> lines;
    if (card != nullptr) {
        const bool welsh = say.language() == words::Language::welsh;
        lines.push_back(welsh ? card->sentence.cy : card->sentence.en);
    }
    const auto* due = std::get_if<law::Due>(&shown.open.due);
    if (due == nullptr) {
        lines.push_back(say.say("By when cannot be said: the calendar does not reach so far."));
        return lines;
    }
    lines.push_back(say.say("It came in on {date}; that day is not counted.",
                            {{"date", say.long_date(shown.open.received.on)}}));
    if (due->working) {
        for (const auto day : due->working->skipped) {
            lines.push_back(
                say.say("{date} is not a working day.", {{"date", say.long_date(day)}}));
        }
    }
    lines.push_back(say.say("The last day on which it is on time is {date}.",
                            {{"date", say.long_date(due->by)}}));
    return lines;
}

std::vector<ContactHappening> history_of(const Shown& shown) {
    std::vector<ContactHappening> lines;
    for (const auto& entry : shown.open.history) {
        auto told = happened(shown.say(), entry);
        lines.push_back({std::move(told.what), std::move(told.detail),
                         shown.say().say("{name}, {moment}",
                                         {{"name", entry.recorded_by.name},
                                          {"moment", shown.say().moment(entry.recorded_at)}})});
    }
    return lines;
}

// ---- what can be done ------------------------------------------------------------------------

Html hidden_fields(const Shown& shown) {
    Markup hidden;
    hidden.put(csrf_field(shown.caller));
    hidden.put(hidden_field("key", base::to_text(casework::fresh_id(shown.caller.office()))));
    hidden.put(hidden_field("saw", base::to_text(shown.open.version.subject) + ":" +
                                       std::to_string(shown.open.version.version)));
    return hidden.take();
}

void put_actions(const Shown& shown, ContactParts& parts) {
    const auto& open = shown.open;
    const bool works = open.work == May::yes && !open.decided();
    const bool mine = open.row.worker == shown.caller.viewer.worker;
    const bool extends = open.extend == May::yes && open.row.waits > 0 && !open.decided();
    parts.hidden = hidden_fields(shown);
    parts.may_take = works && !mine;
    parts.take = shown.to("contact.take");
    parts.may_wait = (works && mine && open.row.waits == 0) || extends;
    parts.wait_words = extends ? shown.say().say("Let it wait longer")
                               : shown.say().say("It has to wait for somebody");
    parts.wait = shown.to("contact.wait");
    parts.may_decide = works;
    parts.decide = shown.to("contact.decide");
    parts.match = shown.to("contact.match");
}

Html back_to_the_door(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::front_door)) {
        return {};
    }
    auto back = govuk::back_link(caller.say, caller.to("front-door"));
    back.content = caller.say.say("Front door");
    return govuk::render(back);
}

Response show(const Caller& caller) {
    const auto contact = contact_in(caller);
    if (!contact) {
        return not_found(caller);
    }
    const auto open = casework::open_contact(caller.office(), caller.viewer, *contact, "contact");
    return open.ok() ? show_contact(caller, open.value(), {}) : door::refusal(caller, open.error());
}

} // namespace

namespace door {

std::optional<base::ContactId> contact_in(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    return id ? std::optional{base::ContactId{*id}} : std::nullopt;
}

Response refusal(const Caller& caller, const casework::OpenRefused& refused) {
    if (const auto* fault = std::get_if<record::StoreFault>(&refused)) {
        return store_says(caller, *fault);
    }
    return not_found(caller);
}

Response show_contact(const Caller& caller, const OpenContact& open, const ContactView& view) {
    const Shown shown{caller, open};
    ContactParts parts;
    parts.back = back_to_the_door(caller);
    parts.saved = view.status == 200 ? saved_banner(caller) : Html{};
    parts.errors = error_summary(caller.say, view.faults);
    parts.since = view.since;
    std::vector<record::ContactChildRow> rows;
    for (const auto& child : open.children) {
        rows.push_back(child.row);
        parts.children.push_back(child_of_contact(caller, open, child));
    }
    parts.heading = children_words(caller.say, rows, caller.today());
    parts.lede_first = lede_first(shown);
    parts.lede_rest = lede_rest(shown);
    parts.act_now = open.row.harm == "possible" && !open.decided();
    parts.worry = open.received.worry.empty()
                      ? caller.say.say("What was said is not in the extract it came with.")
                      : open.received.worry;
    parts.language = !open.received.worry_language.empty() ? open.received.worry_language
                     : open.received.worry.empty()
                         ? std::string{words::tag_of(caller.say.language())}
                         : std::string{"en"};
    parts.facts = facts_of(shown);
    parts.corrections = corrections_in(caller.say, open.history);
    parts.may_correct = open.work == May::yes && open.may_be_corrected();
    parts.correct = shown.to("contact.correct");
    parts.due = due_lines(shown);
    parts.rule = caller.to("rule", {{"rule", std::string{casework::decision_rule}}});
    parts.history = history_of(shown);
    parts.referral = referral_part(caller, open);
    put_actions(shown, parts);
    Frame frame;
    frame.title = caller.say.say("Contact") + ": " + parts.heading;
    frame.here = Nav::front_door;
    frame.status = view.status;
    frame.content = contact_page(caller.say, parts);
    return framed(caller, frame);
}

} // namespace door

void add_contact_pages(Site& site) {
    add_page(site, Method::get, "contact", "/contact/{id}", show);
}

} // namespace gweld::web::pages

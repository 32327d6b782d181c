#include "casework/asking_back.h"
#include "web/components/back_link.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/front_door/contact_forms.h"
#include "web/pages/front_door/referral.h"
#include "web/pages/front_door/referral.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages {

namespace {

using namespace door;

// ---- ask back --------------------------------------------------------------------------------

Response show_ask(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    const Questions ask{say, typed.fields, typed.faults};
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("Ask the referrer something");
    sheet.lede = say.say("They see the question and their reference, and nothing else. Write no "
                         "name of a child and nothing from the record. Phone them as well: no "
                         "message is sent to them.");
    sheet.questions = {ask.box({"question", say.say("What do you ask?"), {}}, 3)};
    if (opened.open.row.waits == 0) {
        sheet.questions.push_back(
            ask.date({"until", say.say("Until when does the contact wait for the answer?"),
                      say.say("Its own day to be decided does not move.")}));
    }
    sheet.action = opened.to("contact.ask");
    sheet.save = say.say("Save the question");
    return show_sheet(opened.caller, sheet);
}

Maybe act_ask(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    casework::AskReferrer what;
    what.contact = opened.open.id();
    what.question = answers.text("question", words::mark("Write what you ask"));
    what.until = answers.date("until", "");
    if (!answers.all_well()) {
        return std::nullopt;
    }
    return casework::ask_referrer(opened.caller.office(), opened.caller.viewer, what, saw);
}

Response ask_back(const Caller& caller) { return save(caller, "asked", show_ask, act_ask); }

// ---- tell ------------------------------------------------------------------------------------

Fields begins(const Opened& opened) {
    const auto today = opened.caller.today().ymd();
    return Fields{{{"on-day", std::to_string(static_cast<unsigned>(today.day()))},
                   {"on-month", std::to_string(static_cast<unsigned>(today.month()))},
                   {"on-year", std::to_string(static_cast<int>(today.year()))},
                   {"whom", opened.open.received.referrer}}};
}

Response show_tell(const Opened& opened, const Typed& typed) {
    const auto& say = opened.caller.say;
    const auto fields = typed.fields.list().empty() ? begins(opened) : typed.fields;
    const Questions ask{say, fields, typed.faults};
    auto sheet = sheet_of(opened, typed);
    sheet.heading = say.say("Record that the referrer was told");
    sheet.lede = outcome_words(say, opened.open.row.outcome) + ". " +
                 say.say("Tell them what they need to know to keep the child safe, and no more.");
    std::vector<Option> ways;
    for (const auto& [value, how] : {std::pair{"telephone", record::ToldBy::telephone},
                                     {"letter", record::ToldBy::letter},
                                     {"secure_email", record::ToldBy::secure_email},
                                     {"in_person", record::ToldBy::in_person},
                                     {"not_told", record::ToldBy::not_told}}) {
        ways.push_back({value, told_by_words(say, how), {}, {}});
    }
    sheet.questions = {ask.one_of({"how", say.say("How were they told?"), {}}, ways),
                       ask.date({"on", say.say("When?"), {}}),
                       ask.line({"whom", say.say("Who was told?"), {}}),
                       ask.box({"told", say.say("What were they told?"),
                                say.say("If they will not be told: why not.")},
                               3)};
    sheet.action = opened.to("contact.tell");
    sheet.save = say.say("Save");
    return show_sheet(opened.caller, sheet);
}

Maybe act_tell(const Opened& opened, Answers& answers, const casework::Saw& saw) {
    casework::TellReferrer what;
    what.contact = opened.open.id();
    const auto how = answers.choice<record::ToldBy>("how", words::mark("Say how they were told"));
    const auto on = answers.past_date("on", words::mark("Say when they were told"),
                                      words::mark("They cannot have been told later than today"));
    what.whom = answers.text("whom");
    what.told = answers.text("told", words::mark("Write what they were told, or why they will not "
                                                 "be"));
    if (!answers.all_well()) {
        return std::nullopt;
    }
    what.how = *how;
    what.on = *on;
    return casework::tell_referrer(opened.caller.office(), opened.caller.viewer, what, saw);
}

Response tell(const Caller& caller) { return save(caller, "told", show_tell, act_tell); }

// ---- who is still to be told -------------------------------------------------------------------

std::string days_words(const Words& say, int days) {
    return days == 0 ? say.say("today")
                     : say.say_n("1 day ago", "{n} days ago", static_cast<long>(days));
}

Html to_tell_table(const Caller& caller, const std::vector<casework::ReferrerWaiting>& longest) {
    if (longest.empty()) {
        return {};
    }
    const auto& say = caller.say;
    const bool may_tell =
        access::decide(caller.viewer, access::ContactAction::work, {}, caller.when()).allowed();
    ours::CardTable table;
    table.caption =
        say.say("Decided contacts whose referrer has not been told, the longest decided first");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {
        {say.say("Contact"), {}}, {say.say("Who reported"), {}}, {say.say("Decided"), {}}};
    if (may_tell) {
        table.columns.push_back({say.say("What to do"), {}});
    }
    for (const auto& one : longest) {
        const auto id = base::to_text(one.row.contact);
        const auto who = children_words(say, one.children, caller.today());
        ours::CardRow row{
            {ours::link(caller.to("contact", {{"id", id}}), who),
             one.row.referrer + (one.row.organisation.empty() ? "" : ", " + one.row.organisation),
             say.short_date(day_of(*one.row.decided_day)) + ": " +
                 outcome_words(say, one.row.outcome) + ", " + days_words(say, one.days)},
            ours::Tone::waiting,
            {}};
        if (may_tell) {
            row.cells.push_back(ours::link(caller.to("contact.tell", {{"id", id}}),
                                           say.say("Record that they were told"), ": " + who));
        }
        table.rows.push_back(std::move(row));
    }
    return ours::render(table);
}

Response show_to_tell(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::front_door)) {
        return not_for_you(caller);
    }
    const auto read = casework::referrers_to_tell(caller.office());
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& say = caller.say;
    const auto& list = read.value();
    ToTellParts parts;
    auto back = govuk::back_link(say, caller.to("front-door"));
    back.content = say.say("Front door");
    parts.back = govuk::render(back);
    parts.lede = list.all == 0
                     ? say.say("Every professional who reported has been told what was decided.")
                     : say.say_n("1 professional has not been told what was decided.",
                                 "{n} professionals have not been told what was decided.",
                                 static_cast<long>(list.all));
    parts.table = to_tell_table(caller, list.longest);
    if (list.all > list.longest.size()) {
        parts.more = say.say("The {n} longest decided are shown.",
                             {{"n", std::to_string(list.longest.size())}});
    }
    parts.rule = caller.to("rule", {{"rule", "report.acknowledgement"}});
    Frame frame;
    frame.title = say.say("Referrers to tell");
    frame.here = Nav::front_door;
    frame.content = referrers_to_tell(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_referrer_pages(Site& site) {
    add_page(site, Method::get, "contact.ask", "/contact/{id}/ask", get_form<show_ask>);
    add_page(site, Method::post, "contact.ask", "/contact/{id}/ask", ask_back);
    add_page(site, Method::get, "contact.tell", "/contact/{id}/tell", get_form<show_tell>);
    add_page(site, Method::post, "contact.tell", "/contact/{id}/tell", tell);
    add_page(site, Method::get, "front-door.to-tell", "/front-door/to-tell", show_to_tell);
}

} // namespace gweld::web::pages

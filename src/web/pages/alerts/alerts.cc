#include "web/pages/alerts/alerts.h"

#include "casework/mistakes.h"
#include "web/pages/alerts/alert_words.h"
#include "web/pages/alerts/alerts.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using casework::Alert;

std::string ladder_of(const Caller& caller, const Alert& alert) {
    const auto& say = caller.say;
    if (alert.quiet_until) {
        return say.say("Asked again on {date}.", {{"date", near_date(caller, *alert.quiet_until)}});
    }
    auto with = alert.rung == casework::Rung::worker && !alert.first_with.empty()
                    ? say.say("With {name}.", {{"name", alert.first_with}})
                    : say.say("With {role}.", {{"role", rung_words(say, alert.rung)}});
    if (alert.climbs_after) {
        with += " " + say.say("It climbs if nobody answers by {date}.",
                              {{"date", near_date(caller, *alert.climbs_after)}});
    }
    return with;
}

AlertItem item_of(const Caller& caller, const Alert& alert) {
    AlertItem item;
    item.record = record_of(caller, alert);
    item.whom = whom(caller, alert);
    item.lacks = lacks(caller.say, alert);
    item.since = caller.say.say("Since {date}.", {{"date", near_date(caller, alert.since)}});
    item.ladder = ladder_of(caller, alert);
    for (const auto& step : alert.steps) {
        item.steps.push_back(step_words(caller, step));
    }
    if (!alert.quiet_until) {
        item.answer = answer_to(caller, alert);
    }
    return item;
}

std::vector<AlertItem> items_of(const Caller& caller, const std::vector<Alert>& alerts) {
    std::vector<AlertItem> items;
    items.reserve(alerts.size());
    for (const auto& alert : alerts) {
        items.push_back(item_of(caller, alert));
    }
    return items;
}

std::vector<AlertSection> sections(const Caller& caller, const casework::Alerts& alerts) {
    const auto& say = caller.say;
    std::vector<AlertSection> list{{"to-answer", say.say("For you to answer"),
                                    say.say("Longest first."), items_of(caller, alerts.to_answer),
                                    say.say("Nothing waits for your answer.")}};
    if (caller.viewer.role == record::Role::team_manager ||
        caller.viewer.role == record::Role::head_of_service) {
        list.push_back({"below", say.say("Still with somebody before you"),
                        say.say("They come to you if nobody answers in time."),
                        items_of(caller, alerts.below), say.say("Nothing is on its way to you.")});
    }
    list.push_back({"quiet", say.say("Answered, and not yet put right"),
                    say.say("Each is asked again on its day, until the record says that it is "
                            "done."),
                    items_of(caller, alerts.quiet),
                    say.say("Nothing that was answered is still to be put right.")});
    return list;
}

std::string what_it_was(const Words& say, const casework::MistakeToRead& told) {
    const std::initializer_list<words::Slot> slots{
        {"name", told.kept}, {"other", told.other}, {"by", told.by}};
    return told.row.mistake == "two_for_one"
               ? say.say("{name} and {other} are two people; they were read as one. Put right by "
                         "{by}.",
                         slots)
               : say.say("{name} and {other} are one person, who had two records. Put right by "
                         "{by}.",
                         slots);
}

std::string what_they_did(const Words& say, const record::MistakeToldRow& row) {
    std::string did;
    if (row.recorded > 0) {
        did = say.say_n("Meanwhile you recorded 1 entry.", "Meanwhile you recorded {n} entries.",
                        static_cast<long>(row.recorded), {});
    }
    if (row.looked > 0) {
        did += (did.empty() ? "" : " ") + say.say_n("You looked at a record 1 time.",
                                                    "You looked at a record {n} times.",
                                                    static_cast<long>(row.looked), {});
    }
    return did;
}

MistakeItem item_of(const Caller& caller, const casework::MistakeToRead& told) {
    MistakeItem item;
    item.what = what_it_was(caller.say, told);
    item.did = what_they_did(caller.say, told.row);
    item.when = caller.say.say("Told {moment}.",
                               {{"moment", caller.say.moment_year(record::Instant{
                                               std::chrono::milliseconds{told.row.told_at}})}});
    item.records.emplace_back(told.kept,
                              caller.to("child", {{"id", base::to_text(told.row.kept)}}));
    if (told.row.mistake == "two_for_one") {
        item.records.emplace_back(told.other,
                                  caller.to("child", {{"id", base::to_text(told.row.other)}}));
    }
    item.read = caller.to("mistake.read", {{"told", base::to_text(told.row.entry)}});
    item.hidden = csrf_field(caller);
    return item;
}

Response note_read(const Caller& caller) {
    const auto told = base::parse_uuid(caller.param("told"));
    if (!told) {
        return not_found(caller);
    }
    const auto done =
        casework::note_mistake_read(caller.office(), caller.viewer, base::EntryId{*told});
    return done.ok() ? see_other(Url::path(caller.to("alerts").text() + "?saved=mistake-read"))
                     : refusal(caller, done.error());
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::alerts)) {
        return not_found(caller);
    }
    const auto read = casework::alerts_for(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto mistakes = casework::mistakes_to_read(caller.office(), caller.viewer);
    if (!mistakes.ok()) {
        return store_says(caller, mistakes.error());
    }
    const auto& say = caller.say;
    const auto waiting = static_cast<long>(read.value().to_answer.size());
    AlertsParts parts;
    parts.saved = saved_banner(caller);
    parts.lede = waiting == 0 ? say.say("Nothing waits for your answer.")
                              : say.say_n("1 alert waits for your answer.",
                                          "{n} alerts wait for your answer.", waiting);
    for (const auto& told : mistakes.value()) {
        parts.mistakes.push_back(item_of(caller, told));
    }
    parts.sections = sections(caller, read.value());
    Frame frame;
    frame.title = say.say("Alerts");
    frame.here = Nav::alerts;
    frame.board = Board{{parts.saved.markup()}};
    frame.content = alerts_page(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_alert_pages(Site& site) {
    add_page(site, Method::get, "alerts", "/alerts", show);
    add_page(site, Method::post, "mistake.read", "/alerts/mistakes/{told}", note_read);
    add_alert_answer_pages(site);
}

} // namespace gweld::web::pages

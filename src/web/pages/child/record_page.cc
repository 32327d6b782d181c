#include "web/pages/child/record_page.h"

#include "casework/plans.h"
#include "casework/register_changes.h"
#include "record/codec.h"
#include "web/components/button.h"
#include "web/components/link.h"
#include "web/components/ours.h"
#include "web/pages/child/record_page.html.h"
#include "web/pages/child/wording.h"
#include "web/pages/frame/frame.h"
#include "web/pages/merging/merging.html.h"
#include "web/pages/plans/plan_words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::child_record {

namespace {

std::vector<Content> facts(const Shown& shown) {
    const auto& say = shown.say();
    const auto& person = shown.person();
    std::vector<Content> list;
    const auto years = age(say, person, shown.today);
    const auto since = born(say, person);
    if (person.died) {
        list.emplace_back(
            say.say("Died {date}", {{"date", plain_date(say, day_numbered(*person.died))}}));
        list.emplace_back(since);
    } else if (!years.empty()) {
        list.emplace_back(strong_then(say, years, since));
    } else if (!since.empty()) {
        list.emplace_back(since);
    } else {
        list.emplace_back(say.say("Date of birth not known"));
        if (const auto& given = shown.facts().age_as_given) {
            list.emplace_back(say.say("{age}, as was said on {date}",
                                      {{"age", given->age}, {"date", plain_date(say, given->on)}}));
        }
    }
    if (const auto spoken = speaks(say, person.language); !spoken.empty()) {
        list.emplace_back(spoken);
    }
    if (const auto* held = shown.standing().allocated) {
        const auto worker = shown.record.workers().find(held->worker);
        const auto team =
            held->team ? shown.record.teams().find(*held->team) : shown.record.teams().end();
        list.emplace_back(fact_of(
            say, say.say("Social worker"),
            worker == shown.record.workers().end() ? say.say("not known") : worker->second.name,
            team == shown.record.teams().end() ? std::string{} : team->second));
    }
    if (const auto& coordinator = shown.record.coordinator;
        coordinator && !coordinator->missing()) {
        list.emplace_back(
            fact_of(say, say.say("Co-ordinates the plan"), coordinator->worker->name, {}));
    }
    list.emplace_back(fact_of(say, say.say("Record number"), person.number, {}));
    return list;
}

void add_register(const Shown& shown, std::vector<ours::Alert>& alerts) {
    if (const auto* registration = shown.standing().registration) {
        const auto& say = shown.say();
        alerts.push_back({ours::AlertTone::danger,
                          alert_text(say,
                                     say.say("On the child protection register since {date}:",
                                             {{"date", plain_date(say, registration->start)}}),
                                     all_of(say, registration->categories))});
    }
}

void add_nobody(const Shown& shown, std::vector<ours::Alert>& alerts) {
    if (shown.standing().allocated == nullptr && !shown.person().died) {
        const auto& say = shown.say();
        alerts.push_back(
            {ours::AlertTone::warning, alert_text(say, say.say("No worker is allocated."),
                                                  say.say("A manager must choose one for {name}.",
                                                          {{"name", shown.called()}}))});
    }
}

void add_coordinator_missing(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto& coordinator = shown.record.coordinator;
    if (coordinator && coordinator->missing()) {
        const auto& say = shown.say();
        alerts.push_back(
            {ours::AlertTone::danger,
             alert_text(say, pages::said(say, *coordinator),
                        say.say("A registered social worker is to be named at once."))});
    }
}

// Whoever visits or answers the telephone has to know where the child is to be found.
void add_away(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto* stay = shown.standing().registration;
    if (stay == nullptr) {
        return;
    }
    const auto& say = shown.say();
    const auto& moves = shown.facts().moves;
    if (const auto* away = protection::away_on(moves, stay->entry, shown.today)) {
        const auto& move = away->move;
        auto rest =
            say.say("Expected back on {date}. The name stays on the register here. {text}",
                    {{"date", near_day(say, move.until, shown.today)}, {"text", move.agreed}});
        if (protection::to_be_treated_as_permanent(move.from, move.until)) {
            rest += " " + say.say("More than twelve weeks: the procedures treat it as a permanent "
                                  "move.");
        }
        alerts.push_back({ours::AlertTone::warning,
                          alert_text(say,
                                     say.say("In the area of {place} since {date}.",
                                             {{"place", move.authority},
                                              {"date", near_day(say, move.from, shown.today)}}),
                                     rest)});
    }
    if (const auto* leaving = protection::leaving_from(moves, stay->entry)) {
        alerts.push_back(
            {ours::AlertTone::warning,
             alert_text(say,
                        say.say("Moves for good to the area of {place}.",
                                {{"place", leaving->move.authority}}),
                        say.say("The responsibility stays here until they have held their "
                                "conference."))});
    }
}

void add_plan_missing(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto& facts = shown.facts();
    if (shown.standing().registration != nullptr || facts.history.registrations.empty() ||
        shown.standing().allocated == nullptr) {
        return;
    }
    if (protection::missing_plan(casework::plans_of(facts), facts.history, shown.today)) {
        const auto& say = shown.say();
        alerts.push_back({ours::AlertTone::warning,
                          alert_text(say, say.say("Off the register without a plan."),
                                     say.say("No care and support plan has been made since, and "
                                             "nobody has recorded that none is needed."))});
    }
}

void add_places_missing(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto* registration = shown.standing().registration;
    if (registration == nullptr) {
        return;
    }
    long missing = 0;
    for (const auto& visit : protection::seen_without_a_place(shown.facts().history, shown.today)) {
        missing += visit.on >= registration->start ? 1 : 0;
    }
    if (missing > 0) {
        const auto& say = shown.say();
        alerts.push_back({ours::AlertTone::information,
                          alert_text(say,
                                     say.say_n("1 visit has no place recorded.",
                                               "{n} visits have no place recorded.", missing),
                                     say.say("Without one it cannot count as seen at home."))});
    }
}

std::optional<Html> way_to_take_back(const Shown& shown, const casework::MergedRecord& merged) {
    const auto to =
        shown.may(access::Action::merge_people)
            ? shown.to_if_there("same-person.take-back", {{"id", base::to_text(merged.merge.uuid)}})
            : std::nullopt;
    return to ? std::optional{ours::link(*to, shown.say().say("They are two people"),
                                         casework::full_name(merged.as_described))}
              : std::nullopt;
}

// Whoever came by the other name or number has to see at once why they are here.
void add_merged(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto& say = shown.say();
    for (const auto& merged : shown.facts().merged) {
        const auto& entries = shown.facts().entries;
        const auto said = std::ranges::find(entries, merged.merge.uuid, &record::Entry::id);
        if (said == entries.end()) {
            continue;
        }
        alerts.push_back(
            {ours::AlertTone::information,
             merged_alert(
                 say,
                 say.say("Recorded as the same person as {name}, record number {number}.",
                         {{"name", casework::full_name(merged.as_described)},
                          {"number", merged.as_described.number}}),
                 say.say("{name} said so at {moment}: {reason}",
                         {{"name", said->recorded_by.name},
                          {"moment", near_moment(say, said->recorded_at, shown.today)},
                          {"reason", record::body_of<record::PeopleMerged>(*said).reason}}),
                 way_to_take_back(shown, merged).value_or(Html{}))});
    }
}

// Whoever reads it has to know that others may not, and on what ground they read it themselves.
void add_guarded(const Shown& shown, std::vector<ours::Alert>& alerts) {
    const auto& say = shown.say();
    const auto at = shown.caller.office().clock.now();
    const bool restricted =
        std::ranges::any_of(shown.facts().barriers, [&](const record::BarrierRow& row) {
            return access::holds_at(row, at) && (row.barrier == record::barrier_to_chain ||
                                                 row.barrier == record::barrier_to_list);
        });
    if (restricted) {
        alerts.push_back({ours::AlertTone::information,
                          alert_text(say, say.say("Restricted record."),
                                     say.say("Do not speak of it to colleagues who cannot open "
                                             "it."))});
    }
    if (shown.record.ground == access::Ground::emergency) {
        alerts.push_back({ours::AlertTone::warning,
                          alert_text(say, say.say("You opened this record in an emergency."),
                                     say.say("It closes to you eight hours after you opened it. "
                                             "Somebody else reviews your reason."))});
    }
}

Html button_to(const Url& url, const std::string& words, std::string_view classes) {
    govuk::Button button;
    button.content = words;
    button.href = url;
    button.classes = joined("app-button-small", classes);
    return govuk::render(button);
}

std::vector<Html> actions(const Shown& shown) {
    const auto& say = shown.say();
    std::vector<Html> list;
    if (shown.may(access::Action::record_visit)) {
        if (const auto visit = shown.to_if_there("visit.new", {{"id", shown.id()}})) {
            list.push_back(button_to(*visit, say.say("Record a visit"), {}));
        }
    }
    if (shown.standing().registration != nullptr && shown.may(access::Action::record_meeting)) {
        if (const auto meeting = shown.to_if_there("core-group.new", {{"id", shown.id()}})) {
            list.push_back(
                button_to(*meeting, say.say("Record a core group"), "govuk-button--secondary"));
        }
    }
    if (shown.may(access::Action::allocate)) {
        if (const auto allocate = shown.to_if_there("allocate", {{"id", shown.id()}})) {
            list.push_back(
                button_to(*allocate, say.say("Allocate a worker"), "govuk-button--secondary"));
        }
    }
    govuk::Button print;
    print.content = say.say("Print");
    print.type = "button";
    print.classes = "govuk-button--secondary app-button-small app-script-only";
    print.attributes = {{"data-print", std::nullopt}};
    list.push_back(govuk::render(print));
    return list;
}

struct Tab {
    std::string_view route;
    std::string_view words;
};
constexpr std::array tabs{
    Tab{"child", words::mark("Summary")},
    Tab{"child.story", words::mark("Story")},
    Tab{"child.chronology", words::mark("Chronology")},
    Tab{"child.genogram", words::mark("Genogram")},
    Tab{"child.timeline", words::mark("Timeline")},
    Tab{"child.visits", words::mark("Visits")},
    Tab{"child.protection", words::mark("Protection")},
    Tab{"child.plan", words::mark("Plan")},
    Tab{"child.assessments", words::mark("Assessments")},
    Tab{"child.people", words::mark("Family and people")},
    Tab{"child.due", words::mark("What is due")},
    Tab{"child.looks", words::mark("Who has looked")},
};

} // namespace

Response record_page(const Shown& shown, std::string_view route, const std::string& heading,
                     const Html& content) {
    const auto& say = shown.say();
    const auto name = casework::full_name(shown.person());
    ours::PersonBanner banner;
    banner.name = name;
    banner.facts = facts(shown);
    banner.alerts_label = say.say("Alerts");
    add_register(shown, banner.alerts);
    add_coordinator_missing(shown, banner.alerts);
    add_away(shown, banner.alerts);
    add_nobody(shown, banner.alerts);
    add_plan_missing(shown, banner.alerts);
    add_places_missing(shown, banner.alerts);
    add_merged(shown, banner.alerts);
    add_guarded(shown, banner.alerts);
    banner.actions = actions(shown);
    banner.tabs_label = say.say("{name}: the parts of the record", {{"name", name}});
    for (const auto& tab : tabs) {
        banner.tabs.push_back({say.say(tab.words), shown.to(tab.route), tab.route == route});
    }
    Frame frame;
    frame.title = heading.empty() ? name : heading + ": " + name;
    frame.before_content = ours::render(banner);
    const auto printed =
        say.say("Confidential. Printed by {name}, {moment}. Put it in the confidential waste.",
                {{"name", shown.caller.viewer.name},
                 {"moment", say.moment_year(shown.caller.office().clock.now())}});
    frame.content = record_body(say, printed, saved_banner(shown.caller), content);
    return framed(shown.caller, frame);
}

} // namespace gweld::web::pages::child_record

#include "web/pages/team/team.h"

#include "casework/handing_over.h"
#include "casework/signing.h"
#include "casework/worklist.h"
#include "web/components/figures.h"
#include "web/components/link.h"
#include "web/pages/frame/frame.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/team/team.html.h"
#include "web/pages/team/waiting_work.h"

namespace gweld::web::pages {

namespace {

using casework::Standing;
using casework::TeamToday;

struct Shown {
    const Caller& caller;
    const TeamToday& team;
    const std::vector<casework::UnsignedCount>& unsigned_work;
    const casework::HandedOnList& handed_on;
    const casework::Openings& openings;
    bool whole_service() const { return caller.viewer.role == record::Role::head_of_service; }
};

std::string none_overdue(const Shown& shown, const std::string& all) {
    const auto& say = shown.caller.say;
    return shown.whole_service()
               ? say.say("None of the {all} children on the register has a visit overdue.",
                         {{"all", all}})
               : say.say("None of the {all} children on the register in {team} has a visit "
                         "overdue.",
                         {{"all", all}, {"team", shown.caller.viewer.team_name}});
}

std::string lede_first(const Shown& shown) {
    const auto& say = shown.caller.say;
    const auto overdue = static_cast<long>(shown.team.overdue.size());
    const auto all = std::to_string(shown.team.on_register);
    if (shown.team.on_register == 0) {
        return say.say("There is no child on the register here today.");
    }
    if (overdue == 0) {
        return none_overdue(shown, all);
    }
    return shown.whole_service()
               ? say.say_n("1 of the {all} children on the register has a visit overdue.",
                           "{n} of the {all} children on the register have a visit overdue.",
                           overdue, {{"all", all}})
               : say.say_n("1 of the {all} children on the register in {team} has a visit overdue.",
                           "{n} of the {all} children on the register in {team} have a visit "
                           "overdue.",
                           overdue, {{"all", all}, {"team", shown.caller.viewer.team_name}});
}

std::string lede_rest(const Shown& shown) {
    const auto& say = shown.caller.say;
    const auto unallocated = static_cast<long>(shown.team.unallocated.size());
    std::string rest;
    if (unallocated > 0) {
        rest = say.say_n("1 child has nobody allocated.", "{n} children have nobody allocated.",
                         unallocated) +
               " ";
        if (!shown.whole_service()) {
            // Otherwise a manager would look in vain for them in the team.
            rest += say.say("Whoever has nobody is shown to every manager and counted here.") + " ";
        }
    }
    if (!shown.team.due_soon.empty()) {
        rest += say.say_n("1 more has a visit due in the next three working days.",
                          "{n} more have a visit due in the next three working days.",
                          static_cast<long>(shown.team.due_soon.size()));
    }
    return rest;
}

Html right_now(const Shown& shown) {
    const auto& say = shown.caller.say;
    const auto of = say.say("of {all}", {{"all", std::to_string(shown.team.on_register)}});
    const auto figure = [&](std::size_t count, const std::string& of_all, const std::string& words,
                            std::string_view section) {
        return ours::RightNowFigure{
            std::to_string(count), of_all,
            team_link(say, words, Url::fragment(section), say.say("See who"))};
    };
    return ours::render(std::vector<ours::RightNowFigure>{
        figure(shown.team.without_coordinator.size(), of,
               say.say("children on the register whose plan nobody co-ordinates."),
               "no-coordinator"),
        figure(shown.team.overdue.size(), of,
               say.say("children on the register with a visit overdue."), "overdue"),
        figure(shown.team.unallocated.size(), of,
               say.say("children on the register with nobody allocated."), "nobody-allocated"),
        figure(shown.handed_on.all, {},
               say.say("children handed on by the front door, waiting for somebody."), "handed-on"),
        {std::to_string(shown.team.stubs.size()),
         {},
         team_link(say,
                   say.say_n("visit saved and still to be written up.",
                             "visits saved and still to be written up.",
                             static_cast<long>(shown.team.stubs.size())),
                   Url::fragment("write-ups"), say.say("See which"))}});
}

// A heading stands above each.
ours::CardTable called(const std::string& caption) {
    ours::CardTable table;
    table.caption = caption;
    table.caption_classes = "govuk-visually-hidden";
    return table;
}

std::string worker_of(const Shown& shown, const Standing& child) {
    if (child.allocated == nullptr) {
        return shown.caller.say.say("Nobody allocated");
    }
    const auto worker = shown.team.workers.find(child.allocated->worker);
    return worker == shown.team.workers.end() ? shown.caller.say.say("not known") : worker->second;
}

Content how(const Shown& shown, const Standing& child, std::string_view rule) {
    const auto* condition = child.condition(rule);
    return condition == nullptr ? Content{shown.caller.say.say("Cannot be worked out")}
                                : Content{ours::render(status_of(shown.caller, *condition))};
}

Html children_table(const Shown& shown, const std::vector<Standing>& children, ours::Tone tone,
                    const std::string& caption) {
    if (children.empty()) {
        return {};
    }
    const auto& say = shown.caller.say;
    auto table = called(caption);
    table.columns = {{say.say("Child"), {}},
                     {say.say("Worker"), {}},
                     {say.say("Seen alone"), say.say(", every 10 working days")},
                     {say.say("Seen at home"), say.say(", every 4 weeks")},
                     {say.say("Bedroom seen"), say.say(", once between conferences")}};
    for (const auto& child : children) {
        table.rows.push_back(
            {{name_and_age(shown.caller, *child.facts), worker_of(shown, child),
              how(shown, child, "cp.visit.seen-alone"), how(shown, child, "cp.visit.seen-at-home"),
              how(shown, child, "cp.visit.bedroom-seen")},
             tone,
             {}});
    }
    return ours::render(table);
}

Html unallocated_table(const Shown& shown) {
    if (shown.team.unallocated.empty()) {
        return {};
    }
    const auto& caller = shown.caller;
    auto table = called(caller.say.say("Nobody allocated"));
    table.columns = {{caller.say.say("Child"), {}},
                     {caller.say.say("Seen alone"), {}},
                     {caller.say.say("What to do"), {}}};
    for (const auto& child : shown.team.unallocated) {
        const auto allocate =
            caller.to("allocate", {{"id", base::to_text(child.facts->child.uuid)}});
        table.rows.push_back(
            {{name_and_age(caller, *child.facts), how(shown, child, "cp.visit.seen-alone"),
              team_allocate(caller.say, allocate, casework::full_name(*child.facts->person))},
             child.any_visit_overdue() ? ours::Tone::overdue : ours::Tone::soon,
             {}});
    }
    return ours::render(table);
}

// Of somebody who has left only the day they were named is known, not the day they left.
std::string since_words(const Caller& caller, const casework::CoordinatorToday& coordinator) {
    const auto date = near_date(caller, coordinator.since);
    return coordinator.worker ? caller.say.say("named on {date}", {{"date", date}}) : date;
}

Html without_coordinator_table(const Shown& shown) {
    if (shown.team.without_coordinator.empty()) {
        return {};
    }
    const auto& caller = shown.caller;
    auto table = called(caller.say.say("Nobody co-ordinates the plan"));
    table.columns = {{caller.say.say("Child"), {}},
                     {caller.say.say("What is wrong"), {}},
                     {caller.say.say("Since"), {}},
                     {caller.say.say("What to do"), {}}};
    for (const auto& one : shown.team.without_coordinator) {
        const auto& facts = *one.child.facts;
        table.rows.push_back(
            {{name_and_age(caller, facts),
              ours::render(
                  ours::Status{ours::Tone::overdue, said(caller.say, one.coordinator), {}}),
              since_words(caller, one.coordinator),
              team_do(caller.say, caller.say.say("Name who co-ordinates"),
                      caller.to("coordinator", {{"id", base::to_text(facts.child.uuid)}}),
                      casework::full_name(*facts.person))},
             ours::Tone::overdue,
             {}});
    }
    return ours::render(table);
}

Html without_plan_table(const Shown& shown) {
    if (shown.team.without_plan.empty()) {
        return {};
    }
    const auto& caller = shown.caller;
    auto table = called(caller.say.say("Off the register without a plan"));
    table.columns = {{caller.say.say("Child"), {}},
                     {caller.say.say("Worker"), {}},
                     {caller.say.say("Left the register"), {}},
                     {caller.say.say("What to do"), {}}};
    for (const auto& one : shown.team.without_plan) {
        const auto& facts = *one.child.facts;
        table.rows.push_back(
            {{name_and_age(caller, facts), worker_of(shown, one.child),
              near_date(caller, one.since),
              team_do(caller.say, caller.say.say("Open the plan"),
                      caller.to("child.plan", {{"id", base::to_text(facts.child.uuid)}}),
                      casework::full_name(*facts.person))},
             ours::Tone::soon,
             {}});
    }
    return ours::render(table);
}

Html caseloads_table(const Shown& shown) {
    if (shown.team.caseloads.empty()) {
        return {};
    }
    const auto& say = shown.caller.say;
    auto table = called(say.say("Caseloads"));
    table.columns = {{say.say("Worker"), {}},
                     {say.say("Children"), {}, ours::Column::number},
                     {say.say("On the register"), {}, ours::Column::number},
                     {say.say("With a visit overdue"), {}, ours::Column::number}};
    for (const auto& load : shown.team.caseloads) {
        table.rows.push_back({{load.worker.name, std::to_string(load.children),
                               std::to_string(load.on_register), std::to_string(load.overdue)},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

Html write_ups_table(const Shown& shown) {
    if (shown.team.stubs.empty()) {
        return {};
    }
    const auto& caller = shown.caller;
    auto table = called(caller.say.say("Visits to write up"));
    table.columns = {{caller.say.say("Children"), {}},
                     {caller.say.say("Saved"), {}},
                     {caller.say.say("Write-up due"), {}}};
    for (const auto& stub : shown.team.stubs) {
        Markup names;
        for (const auto& child : stub.children) {
            if (child != stub.children.front()) {
                names.raw("<br>");
            }
            names.put(name_and_age(caller, *child));
        }
        const casework::Condition condition{nullptr, *stub.duty, {}, stub.working_days_left};
        table.rows.push_back({{names.take(), near_date(caller, stub.duty->anchor),
                               ours::render(status_of(caller, condition))},
                              tone_of(condition),
                              {}});
    }
    return ours::render(table);
}

std::vector<TeamSection> sections(const Shown& shown) {
    const auto& say = shown.caller.say;
    const auto overdue = say.say("Overdue");
    const auto soon = say.say("Due in the next three working days");
    return {
        {"no-coordinator", say.say("Nobody co-ordinates the plan"),
         say.say("A registered social worker co-ordinates the plan of every child on the "
                 "register; where none is named the senior manager is told at once. Wales "
                 "Safeguarding Procedures (children), section 4, page 3."),
         without_coordinator_table(shown),
         say.say("Somebody co-ordinates the plan of every child on the register.")},
        {"nobody-allocated",
         say.say("Nobody allocated"),
         {},
         unallocated_table(shown),
         say.say("Every child on the register has a worker today.")},
        handed_on_section(shown.caller, shown.handed_on),
        {"overdue", overdue, say.say("Longest overdue first."),
         children_table(shown, shown.team.overdue, ours::Tone::overdue, overdue),
         say.say("No visit is overdue.")},
        {"due-soon", soon, say.say("Soonest first; nobody who is overdue already."),
         children_table(shown, shown.team.due_soon, ours::Tone::soon, soon),
         say.say("No visit is due in the next three working days.")},
        {"no-plan", say.say("Off the register without a plan"),
         say.say("The name left the register at a review conference, and neither a care and "
                 "support plan nor that none is needed has been recorded since. No time limit "
                 "could be confirmed, so none is shown."),
         without_plan_table(shown), say.say("Nobody who left the register is without a plan.")},
        {"caseloads", say.say("Caseloads"),
         say.say("A child counts once, with the allocated worker of today."),
         caseloads_table(shown), say.say("Nobody has a child allocated today.")},
        emergencies_section(shown.caller, shown.openings),
        {"unsigned", say.say("Waiting for a signature"),
         say.say("By what it is and how long it has waited, in days since it was recorded."),
         unsigned_table(shown.caller, shown.unsigned_work),
         say.say("Nothing waits for a signature.")},
        {"write-ups", say.say("Visits to write up"),
         say.say("They count already for when the child was seen."), write_ups_table(shown),
         say.say("Every visit is written up.")},
    };
}

std::string places_missing(const Shown& shown) {
    if (shown.team.visits_without_place == 0) {
        return {};
    }
    return shown.caller.say.say_n(
        "In the last 28 days 1 visit to a child has no place recorded. It cannot count as seen at "
        "home until somebody puts it right.",
        "In the last 28 days {n} visits to a child have no place recorded. They cannot count as "
        "seen at home until somebody puts them right.",
        static_cast<long>(shown.team.visits_without_place));
}

// By name, at the very top: this is not one figure among others.
std::vector<std::string> without_coordinator_names(const Shown& shown) {
    std::vector<std::string> names;
    for (const auto& one : shown.team.without_coordinator) {
        names.push_back(casework::full_name(*one.child.facts->person));
    }
    return names;
}

std::string heading_of(const Shown& shown) {
    const auto& say = shown.caller.say;
    return shown.whole_service()
               ? say.say("The whole service today")
               : say.say("{team} today", {{"team", shown.caller.viewer.team_name}});
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::my_team)) {
        return not_for_you(caller);
    }
    const auto read = casework::team_today(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto unsigned_work = casework::unsigned_counts(caller.office(), caller.viewer);
    if (!unsigned_work.ok()) {
        return store_says(caller, unsigned_work.error());
    }
    const auto handed_on = casework::handed_on(caller.office(), 0, handed_on_shown);
    if (!handed_on.ok()) {
        return store_says(caller, handed_on.error());
    }
    const auto openings = casework::openings(caller.office(), caller.viewer);
    if (!openings.ok()) {
        return store_says(caller, openings.error());
    }
    const Shown shown{caller, *read.value(), *unsigned_work.value(), *handed_on.value(),
                      openings.value()};
    TeamParts parts;
    parts.saved = saved_banner(caller);
    parts.heading = heading_of(shown);
    parts.date = caller.say.long_date(caller.today());
    parts.lede_first = lede_first(shown);
    parts.lede_rest = lede_rest(shown);
    parts.alert_icon = ours::danger_icon();
    parts.without_coordinator = without_coordinator_names(shown);
    parts.right_now = right_now(shown);
    parts.places_missing = places_missing(shown);
    parts.sections = sections(shown);
    add_own_records_section(caller, parts.sections);
    if (caller.viewer.role == record::Role::team_manager) {
        const auto& say = caller.say;
        if (caller.site.phones.offered == Phones::Offered::yes) {
            parts.phones = ours::link(caller.to("team.phones"), say.say("Phones of your team"));
        }
        parts.looked = ours::link(caller.to("looked"), say.say("Who has looked at my cases"));
    }
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::team;
    frame.board = Board{{parts.saved.markup()}};
    frame.content = team_page(caller.say, parts);
    return framed(caller, frame);
}

} // namespace

void add_team_pages(Site& site) { add_page(site, Method::get, "team", "/team", show); }

} // namespace gweld::web::pages

#include "web/pages/work/work.h"

#include "casework/worklist.h"
#include "web/components/button.h"
#include "web/components/card_table.h"
#include "web/components/household.h"
#include "web/components/link.h"
#include "web/pages/frame/frame.h"
#include "web/pages/guarding/openings.h"
#include "web/pages/guarding/protecting_words.h"
#include "web/pages/offline/offline.h"
#include "web/pages/plans/plan_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/standing_words.h"
#include "web/pages/work/conference_tasks.h"
#include "web/pages/work/owed.h"
#include "web/pages/work/work.html.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using casework::Household;
using casework::Standing;
using casework::Task;

std::string task_words(const Words& say, const casework::TaskForChild& task) {
    const auto& name = task.child->facts->person->forename;
    switch (task.task) {
    case Task::see_alone:
        return say.say("See {name} alone.", {{"name", name}});
    case Task::see_at_home:
        return say.say("See {name} at home.", {{"name", name}});
    case Task::see_bedroom:
        return say.say("See the bedroom of {name}.", {{"name", name}});
    }
    return {};
}

Content plan_of(const Words& say, const Household& household) {
    const auto tasks = casework::what_puts_it_right(household);
    if (tasks.empty()) {
        return Content{say.say("Nothing is needed in the next three working days.")};
    }
    std::vector<std::string> lines;
    for (const auto& task : tasks) {
        lines.push_back(task_words(say, task));
    }
    const auto lead = casework::needs_a_home_visit(tasks)
                          ? say.say("One home visit puts all of this right:")
                          : say.say("A visit anywhere is enough this time:");
    return Content{plan_line(say, lead, lines)};
}

std::string household_name(const Words& say, const Household& household) {
    if (household.children.size() == 1) {
        return casework::full_name(*household.children.front().facts->person);
    }
    return say.say("The {surname} family", {{"surname", household.surname}});
}

Html record_button(const Caller& caller, const Household& household, const std::string& name) {
    Markup words;
    words.text(caller.say.say("Record a visit"))
        .raw("<span class=\"govuk-visually-hidden\">: ")
        .text(name)
        .raw("</span>");
    govuk::Button button;
    button.content = words.take();
    button.href = caller.to("visit.new",
                            {{"id", base::to_text(household.children.front().facts->child.uuid)}});
    button.classes = "app-button-small";
    if (casework::what_puts_it_right(household).empty()) {
        button.classes += " govuk-button--secondary";
    }
    return govuk::render(button);
}

ours::HouseholdChild child_of(const Caller& caller, const Standing& standing) {
    ours::HouseholdChild child;
    child.name = name_and_age(caller, *standing.facts);
    for (const auto* rule :
         {"cp.visit.seen-alone", "cp.visit.seen-at-home", "cp.visit.bedroom-seen"}) {
        const auto* condition = standing.condition(rule);
        child.conditions.push_back(
            condition == nullptr
                ? ours::Status{ours::Tone::unknown, caller.say.say("Cannot be worked out"), {}}
                : status_of(caller, *condition));
    }
    return child;
}

ours::Household card_of(const Caller& caller, const Household& household) {
    const auto& say = caller.say;
    const auto name = household_name(say, household);
    ours::Household card;
    card.due = due_block(say, household.children.front());
    card.name = name;
    if (household.home != nullptr) {
        card.where = address_words(say, household.home->lines, household.home->postcode);
    }
    card.action = record_button(caller, household, name);
    card.caption = name;
    card.columns = {{say.say("Child"), {}},
                    {say.say("Seen alone"), say.say(", every 10 working days")},
                    {say.say("Seen at home"), say.say(", every 4 weeks")},
                    {say.say("Bedroom seen"), say.say(", once between conferences")}};
    for (const auto& child : household.children) {
        card.children.push_back(child_of(caller, child));
    }
    card.plan = plan_of(say, household);
    return card;
}

WaitingStub stub_of(const Caller& caller, const casework::StubWaiting& waiting) {
    std::string names;
    for (const auto& child : waiting.children) {
        names += (names.empty() ? "" : ", ") + child->person->forename;
    }
    WaitingStub stub;
    stub.write_up = caller.to("visit.write-up", {{"id", base::to_text(waiting.visit.uuid)}});
    stub.who = names + ", " + near_date(caller, waiting.duty->anchor);
    casework::Condition condition{nullptr, *waiting.duty, {}, waiting.working_days_left};
    stub.status = ours::render(status_of(caller, condition));
    return stub;
}

std::string lede_first(const Words& say, const casework::DaysWork& work) {
    if (work.overdue_alone == 0) {
        return say.say("Nobody is overdue to be seen alone.");
    }
    return say.say_n("1 child is overdue to be seen alone.",
                     "{n} children are overdue to be seen alone.",
                     static_cast<long>(work.overdue_alone));
}

std::string lede_rest(const Words& say, const casework::DaysWork& work) {
    std::string rest;
    if (work.overdue_home > 0) {
        rest += say.say_n("1 child is overdue to be seen at home.",
                          "{n} children are overdue to be seen at home.",
                          static_cast<long>(work.overdue_home)) +
                " ";
    }
    if (work.due_soon > 0) {
        rest += say.say_n("1 more has something due within three working days.",
                          "{n} more have something due within three working days.",
                          static_cast<long>(work.due_soon)) +
                " ";
    }
    return rest + say.say_n("You have 1 child on the register.",
                            "You have {n} children on the register.",
                            static_cast<long>(work.children_on_register));
}

constexpr int deadline_working_days = 10; // a habit of the page, not a rule

bool is_near(const casework::Condition& meeting) {
    return meeting.open() && meeting.duty.due_by &&
           (meeting.overdue() ||
            (meeting.working_days_left && *meeting.working_days_left <= deadline_working_days));
}

struct Near {
    const Standing* child = nullptr;
    const casework::Condition* meeting = nullptr;
};

// Brothers and sisters have one meeting.
bool one_meeting(const Near& a, const Near& b) {
    const auto& family = b.child->facts->family;
    return a.meeting->card == b.meeting->card && a.meeting->duty.due_by == b.meeting->duty.due_by &&
           std::ranges::find(family, a.child->facts->child.uuid) != family.end();
}

ours::Status meeting_status(const Caller& caller, const casework::Condition& meeting) {
    const auto date = near_date(caller, *meeting.duty.due_by);
    auto when = meeting.overdue() ? caller.say.say("was due {date}", {{"date", date}})
                                  : caller.say.say("by {date}", {{"date", date}});
    if (meeting.booked) {
        when += ", " +
                caller.say.say("booked for {date}", {{"date", near_date(caller, *meeting.booked)}});
    } else if (meeting.card->id == "cp.conference.review") {
        when += ", " + caller.say.say("not booked");
    }
    return {tone_of(meeting), days_words(caller.say, meeting), when};
}

Html meetings_due(const Caller& caller, const casework::DaysWork& work) {
    std::vector<Near> near;
    for (const auto& household : work.households) {
        for (const auto& child : household.children) {
            for (const auto& meeting : child.meetings) {
                if (is_near(meeting)) {
                    near.push_back({&child, &meeting});
                }
            }
        }
    }
    std::ranges::stable_sort(near, {}, [](const Near& n) { return *n.meeting->duty.due_by; });
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Meetings due");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}}, {say.say("Meeting"), {}}, {say.say("Due"), {}}};
    Near before;
    for (const auto& here : near) {
        const auto name = name_and_age(caller, *here.child->facts);
        if (before.child != nullptr && one_meeting(before, here)) {
            Markup names;
            names.put(table.rows.back().cells.front()).raw("<br>").put(name);
            table.rows.back().cells.front() = names.take();
            continue;
        }
        before = here;
        const auto& title = here.meeting->card->title;
        table.rows.push_back(
            {{name, caller.request.language == Language::welsh ? title.cy : title.en,
              ours::render(meeting_status(caller, *here.meeting))},
             tone_of(*here.meeting),
             {}});
    }
    return table.rows.empty() ? Html{} : ours::render(table);
}

Html actions_overdue(const Caller& caller, const casework::DaysWork& work) {
    if (work.actions.empty()) {
        return {};
    }
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Overdue in a plan");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Child"), {}},
                     {say.say("What"), {}},
                     {say.say("Who"), {}},
                     {say.say("How it stands"), {}}};
    for (const auto& one : work.actions) {
        Markup names;
        for (const auto& child : one.children) {
            if (child != one.children.front()) {
                names.raw("<br>");
            }
            names.put(name_and_age(caller, *child));
        }
        const auto way =
            caller.to("plan.action", {{"id", base::to_text(one.children.front()->child.uuid)},
                                      {"action", base::to_text(one.action.action.uuid)}});
        table.rows.push_back(
            {{names.take(), ours::link(way, one.action.what), one.action.who,
              ours::render(status_of(caller, protection::ActionState::overdue, one.action))},
             ours::Tone::overdue,
             {}});
    }
    return ours::render(table);
}

Response show(const Caller& caller) {
    if (!access::may_enter(caller.viewer, access::Place::my_work)) {
        return not_for_you(caller);
    }
    const auto read = casework::days_work(caller.office(), caller.viewer);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& work = read.value();
    const auto returned = casework::returned_to(caller.office(), caller.viewer);
    if (!returned.ok()) {
        return store_says(caller, returned.error());
    }
    const auto opened = casework::openings_of_mine(caller.office(), caller.viewer);
    if (!opened.ok()) {
        return store_says(caller, opened.error());
    }
    WorkParts parts;
    parts.opened = openings_table(caller, opened.value(), review_so_far);
    parts.returned = returned_work(caller, returned.value());
    parts.assessments = assessments_due(caller, work);
    parts.saved = saved_banner(caller);
    if (const auto begun =
            static_cast<long>(casework::count_unsaved(caller.office(), caller.viewer));
        begun > 0) {
        parts.begun = caller.say.say_n("You began 1 form and have not saved it.",
                                       "You began {n} forms and have not saved them.", begun);
        parts.drafts = caller.to("drafts");
    }
    parts.looked = caller.to("looked");
    const auto offline = offline_notice(caller);
    parts.get_ready_words = offline.get_ready;
    parts.get_ready = caller.to("offline");
    parts.from_phone_words = offline.needs_you;
    parts.from_phone = caller.to("offline.waiting");
    parts.date = caller.say.long_date(caller.today());
    parts.lede_first = lede_first(caller.say, work);
    parts.lede_rest = lede_rest(caller.say, work);
    parts.no_children = work.households.empty();
    std::vector<ours::Household> cards;
    for (const auto& household : work.households) {
        cards.push_back(card_of(caller, household));
    }
    parts.households = ours::render(cards);
    for (const auto& stub : work.stubs) {
        parts.stubs.push_back(stub_of(caller, stub));
    }
    parts.deadlines = meetings_due(caller, work);
    parts.conferences = conference_tasks_of(caller, work);
    parts.actions = actions_overdue(caller, work);
    for (const auto& other : work.others) {
        parts.others.push_back(name_and_age(caller, *other.facts));
    }
    Frame frame;
    frame.title = caller.say.say("My work today");
    frame.here = Nav::work;
    frame.board = Board{{parts.saved.markup()}};
    frame.content = pages::work(caller.say, parts);
    return framed(caller, frame);
}

} // namespace

void add_work_pages(Site& site) { add_page(site, Method::get, "work", "/work", show); }

} // namespace gweld::web::pages

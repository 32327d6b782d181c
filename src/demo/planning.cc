#include "demo/planning.h"

#include "demo/moments.h"
#include "demo/planning_texts.h"

#include <algorithm>

namespace gweld::demo {

namespace {

constexpr int told_for_days = 400; // of stays that ended before, nothing is told

const DemoPlanTexts& texts_for(const Case& family) {
    return family.household.language == "cy" ? plan_texts_in_welsh() : plan_texts_in_english();
}

std::string words_for(const Case& family, std::string_view sentence) {
    return filled(sentence, {family.household.children.front().forename, family.household.carer,
                             family.household.children.back().forename});
}

base::Uuid planned_id(const Stay& stay, std::string_view kind, std::size_t number) {
    return base::uuid_of("demo", kind, stay.plan_number + " " + std::to_string(number));
}

bool recent(const County& county, const Stay& stay) {
    return !stay.end || time::days_between(*stay.end, county.days.today) < told_for_days;
}

record::PlanOutcome outcome_of(const Case& family, const Stay& stay, const DemoOutcome& from,
                               std::size_t number, CivilDate agreed) {
    record::PlanOutcome outcome;
    outcome.outcome.uuid = planned_id(stay, "outcome", number);
    outcome.better = words_for(family, from.better);
    outcome.danger = words_for(family, from.danger);
    for (const auto& action : from.actions) {
        const auto place = number * 10 + outcome.actions.size();
        outcome.actions.push_back({base::ActionId{planned_id(stay, "action", place)},
                                   words_for(family, action.what), words_for(family, action.who),
                                   agreed.plus_days(action.due_in_days)});
    }
    return outcome;
}

void set_children(record::PlanAgreed& plan, const std::vector<Uuid>& children) {
    plan.children.clear();
    for (const auto& child : children) {
        plan.children.push_back(base::PersonId{child});
    }
    for (auto& outcome : plan.outcomes) {
        outcome.children = plan.children;
    }
}

std::vector<Uuid> registered_children(const Case& family, const Stay& stay, CivilDate day) {
    std::vector<Uuid> children;
    for (const auto& child : family.household.children) {
        if (registered(child, stay, day)) {
            children.push_back(child.id.uuid);
        }
    }
    return children;
}

std::size_t leads(const County& county, const Case& family, CivilDate day) {
    const auto* held = family.held_on(day);
    return held == nullptr ? county.staff.manager_of(family.team) : held->worker;
}

// The days on which somebody else begins to hold the family, or nobody does.
std::vector<CivilDate> handed_over(const Case& family, const Stay& stay, CivilDate today) {
    std::vector<CivilDate> days{stay.start};
    for (const auto& holding : family.holdings) {
        for (const auto day : {std::optional{holding.from}, holding.until}) {
            if (day && stay.contains(*day) && *day > stay.start && *day <= today) {
                days.push_back(*day);
            }
        }
    }
    std::ranges::sort(days);
    const auto twice = std::ranges::unique(days);
    days.erase(twice.begin(), twice.end());
    return days;
}

const Stay* open_stay(const Case& family) {
    return family.stays.back().end ? nullptr : &family.stays.back();
}

// Whose newest co-ordinator took over from somebody who has left since.
bool taken_over_from_a_leaver(const County& county, const Case& family) {
    const auto* stay = open_stay(family);
    if (stay == nullptr || family.script != nullptr) {
        return false;
    }
    const auto days = handed_over(family, *stay, county.days.today);
    if (days.size() < 2) {
        return false;
    }
    const auto before = leads(county, family, days[days.size() - 2]);
    return !county.staff.workers[before].works_on(county.days.today) &&
           leads(county, family, days.back()) != before;
}

} // namespace

PlantedGaps gaps_planted(const County& county, const std::vector<Case>& cases) {
    PlantedGaps gaps;
    for (const auto& family : cases) {
        const auto* stay = open_stay(family);
        if (stay == nullptr || family.script != nullptr ||
            family.registered_on(county.days.today) == 0) {
            continue;
        }
        if (gaps.nobody_named == nullptr || stay->start > open_stay(*gaps.nobody_named)->start) {
            gaps.nobody_named = &family;
        }
        if (gaps.named_has_left == nullptr && taken_over_from_a_leaver(county, family)) {
            gaps.named_has_left = &family;
        }
    }
    return gaps;
}

void tell_coordinators(const County& county, const Case& family, const PlantedGaps& gaps,
                       Scribe& scribe) {
    for (const auto& stay : family.stays) {
        const bool open = !stay.end;
        if (!recent(county, stay) || (open && &family == gaps.nobody_named)) {
            continue;
        }
        auto days = handed_over(family, stay, county.days.today);
        if (open && &family == gaps.named_has_left) {
            days.pop_back();
        }
        std::optional<std::size_t> before;
        for (const auto day : days) {
            const auto worker = leads(county, family, day);
            if (before == worker) {
                continue;
            }
            before = worker;
            const auto id = county.staff.workers[worker].id;
            for (const auto& child : registered_children(family, stay, day)) {
                scribe.write(record::CoordinatorNamed{base::PersonId{child}, id, day},
                             {{child, id.uuid}, day},
                             {moment(county.workdays.on_or_after(day), at_time(16, 20)),
                              county.staff.manager_of(family.team)});
            }
        }
    }
}

// ---- the plan of a stay
// --------------------------------------------------------------------------

StayPlan::StayPlan(const County& county, const Case& family, const Stay& stay, Scribe& scribe,
                   Chance chance)
    : county_{county}, family_{family}, stay_{stay}, scribe_{scribe}, chance_{chance} {
    constexpr int without_in_a_thousand = 70;
    told_ = recent(county, stay) &&
            (!chance_.happens(without_in_a_thousand) || family.script != nullptr);
}

void StayPlan::add_progress(record::CoreGroupMet& met) {
    if (!plan_) {
        return;
    }
    constexpr std::array weights{420, 360, 110, 110};
    constexpr std::array moved{record::OutcomeMoved::better, record::OutcomeMoved::no_change,
                               record::OutcomeMoved::worse, record::OutcomeMoved::not_discussed};
    const auto& texts = texts_for(family_);
    for (std::size_t at = 0; at < plan_->outcomes.size(); ++at) {
        const auto how = chance_.weighted(weights);
        const auto& words = texts.outcomes[first_ + at].moved;
        record::OutcomeProgress said{plan_->outcomes[at].outcome, moved.at(how), {}};
        if (how < words.size() && chance_.happens(700)) {
            said.words = words_for(family_, words.at(how));
        }
        met.outcomes.push_back(std::move(said));
    }
    met.invited = {{record::Agency::childrens_services, {}, {}, record::Came::attended, {}},
                   {record::Agency::health, {}, {}, record::Came::attended, {}},
                   {record::Agency::education,
                    {},
                    {},
                    chance_.happens(800) ? record::Came::attended : record::Came::sent_apologies,
                    {}}};
}

void StayPlan::after(CivilDate day, const std::vector<Uuid>& children, const Written& written) {
    if (!told_ || children.empty()) {
        return;
    }
    if (!plan_) {
        agree(day, children, written);
        return;
    }
    mark_done(day, children, written);
    if (!changed_ && !stay_.reviews.empty() && stay_.reviews.front() < day) {
        change(day, children, written);
    }
}

void StayPlan::agree(CivilDate day, const std::vector<Uuid>& children, const Written& written) {
    const auto& texts = texts_for(family_);
    record::PlanAgreed plan;
    plan.on = day;
    plan.language = family_.household.language.empty() ? "en" : family_.household.language;
    constexpr std::size_t outcomes = 3;
    first_ = static_cast<std::size_t>(
        chance_.between(0, static_cast<int>(texts.outcomes.size() - outcomes)));
    for (std::size_t at = 0; at < outcomes; ++at) {
        plan.outcomes.push_back(outcome_of(family_, stay_, texts.outcomes[first_ + at], at, day));
    }
    for (const auto& [happens, then] : texts.contingency) {
        plan.contingency.push_back({words_for(family_, happens), words_for(family_, then)});
    }
    const auto& [worker, nurse, teacher] = texts.roles;
    plan.taking_part = {
        {family_.household.carer, ""},
        {county_.staff.workers[leads(county_, family_, day)].name, std::string{worker}},
        {"Anwen Price", std::string{nurse}},
        {"Mr Lewis", std::string{teacher}}};
    set_children(plan, children);
    scribe_.write(plan, {children, day}, written);
    plan_ = std::move(plan);
}

void StayPlan::change(CivilDate day, const std::vector<Uuid>& children, const Written& written) {
    const auto& texts = texts_for(family_);
    changed_ = true;
    plan_->on = day;
    plan_->changed = texts.changed;
    auto& last = plan_->outcomes.back();
    last.actions.push_back({base::ActionId{planned_id(stay_, "action", 99)},
                            words_for(family_, texts.after_handing), family_.household.carer,
                            day.plus_days(28)});
    for (auto& action : plan_->outcomes.front().actions) {
        if (std::ranges::find(done_, action.action) == done_.end() && action.by) {
            action.by = std::max(*action.by, day.plus_days(14));
        }
    }
    set_children(*plan_, children);
    scribe_.write(*plan_, {children, day}, written);
}

void StayPlan::mark_done(CivilDate day, const std::vector<Uuid>& children, const Written& written) {
    constexpr int done_in_a_thousand = 930;
    for (const auto& outcome : plan_->outcomes) {
        for (const auto& action : outcome.actions) {
            const bool due = action.by && *action.by < day;
            if (!due || std::ranges::find(done_, action.action) != done_.end() ||
                !chance_.happens(done_in_a_thousand)) {
                continue;
            }
            done_.push_back(action.action);
            scribe_.write(
                record::PlanActionMarked{action.action, day, record::ActionCame::done, {}},
                {children, day}, written);
        }
    }
}

// ---- after the register, and elsewhere
// ---------------------------------------------------------------

namespace {

void carry_on(const County& county, const Case& family, const Stay& stay, CivilDate day,
              const std::vector<Uuid>& children, Scribe& scribe, Chance& chance) {
    constexpr int review_in_days = 90;
    constexpr int done_in_a_thousand = 950;
    const auto& texts = texts_for(family);
    record::PlanAgreed plan;
    plan.kind = record::PlanKind::care_and_support;
    plan.on = day;
    plan.language = family.household.language.empty() ? "en" : family.household.language;
    for (std::size_t at = 1; at < 3; ++at) {
        plan.outcomes.push_back(outcome_of(family, stay, texts.outcomes[at], at + 10, day));
    }
    plan.taking_part = {{family.household.carer, ""}};
    plan.review_on = day.plus_days(review_in_days);
    plan.changed = texts.carried_on;
    set_children(plan, children);
    const auto worker = leads(county, family, day);
    scribe.write(plan, {children, day}, {moment(day, at_time(15, 10)), worker});
    for (const auto& outcome : plan.outcomes) {
        for (const auto& action : outcome.actions) {
            const auto done = county.workdays.on_or_before(*action.by);
            if (chance.happens(done_in_a_thousand) && done > day && done < county.days.today) {
                scribe.write(
                    record::PlanActionMarked{action.action, done, record::ActionCame::done, {}},
                    {children, done}, {moment(done, at_time(16, 40)), worker});
            }
        }
    }
}

const Case* first_on_register(const County& county, const std::vector<Case>& cases, int skip) {
    for (const auto& family : cases) {
        const bool fits = family.script == nullptr && open_stay(family) != nullptr &&
                          family.held_on(county.days.today) != nullptr &&
                          family.registered_on(county.days.today) > 0 &&
                          time::days_between(open_stay(family)->start, county.days.today) > 100;
        if (fits && skip-- == 0) {
            return &family;
        }
    }
    return nullptr;
}

} // namespace

void tell_what_followed(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    constexpr int planned_in_a_thousand = 800;
    constexpr int not_needed_in_a_thousand = 500; // of the rest
    for (const auto& stay : family.stays) {
        // A case still open is the one in which the gap is to be seen.
        const bool still_held = family.held_on(county.days.today) != nullptr;
        const bool carried =
            chance.happens(still_held ? planned_in_a_thousand / 2 : planned_in_a_thousand);
        const bool not_needed = chance.happens(not_needed_in_a_thousand);
        if (!stay.end || !recent(county, stay) ||
            stay.ground != record::GroundForRemoval::decided_at_review_conference) {
            continue;
        }
        const auto day = county.workdays.after(*stay.end, chance.between(3, 8));
        const auto conference = stay.end->plus_days(-1);
        const auto children = registered_children(family, stay, conference);
        if (day >= county.days.today || children.empty()) {
            continue;
        }
        if (carried) {
            carry_on(county, family, stay, day, children, scribe, chance);
        } else if (not_needed) {
            for (const auto& child : children) {
                scribe.write(record::PlanEnded{day, std::string{texts_for(family).not_needed}},
                             {{child}, day},
                             {moment(day, at_time(15, 10)), county.staff.manager_of(family.team)});
            }
        }
    }
}

PlantedMoves moves_planted(const County& county, const std::vector<Case>& cases) {
    return {first_on_register(county, cases, 2), first_on_register(county, cases, 5)};
}

void tell_move(const County& county, const Case& family, const PlantedMoves& moves,
               base::EntryId placed, Uuid child, Scribe& scribe) {
    constexpr std::string_view neighbour = "Dyffryn Alaw County Council";
    const auto manager = county.staff.manager_of(family.team);
    if (&family == moves.away) {
        const auto from = county.workdays.before(county.days.today, 12);
        scribe.write(record::TemporarilyMoved{placed, std::string{neighbour}, from,
                                              from.plus_days(56),
                                              "Their duty team visits every week; we see the "
                                              "children alone every ten working days."},
                     {{child}, from}, {moment(from, at_time(11, 45)), manager});
    }
    if (&family == moves.leaving) {
        const auto told = county.workdays.before(county.days.today, 7);
        scribe.write(record::PermanentMoveNotified{placed, std::string{neighbour}, told,
                                                   county.workdays.after(told, 2)},
                     {{child}, told},
                     {moment(county.workdays.after(told, 2), at_time(12, 15)), manager});
    }
}

} // namespace gweld::demo

#include "casework/figures.h"

#include "casework/county_figures.h"
#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using protection::Duty;
using protection::DutyState;

std::vector<Uuid> with_a_stub(const record::Reading& reading) {
    std::set<Uuid> children;
    reading.each_entry(0, [&](const record::Entry& entry) {
        if (entry.kind == record::Named<record::VisitMade>::name &&
            record::body_of<record::VisitMade>(entry).write_up == record::WriteUp::to_follow) {
            for (const auto& subject : entry.about) {
                children.insert(reading.kept_for(subject));
            }
        }
        return true;
    });
    return {children.begin(), children.end()};
}

// Writing up is owed for any child, every other duty here for one on the register.
std::vector<Uuid> children_under(const record::Reading& reading, const law::Card& card,
                                 CivilDate as_of) {
    return card.kind == law::ClockKind::single ? with_a_stub(reading)
                                               : ever_registered(reading, as_of);
}

bool in_month(const Duty& duty, measure::Period month) {
    return duty.due_by && month.from <= *duty.due_by && *duty.due_by <= month.to;
}

bool met_on_time(DutyState state) {
    return state == DutyState::on_time || state == DutyState::on_time_recorded_late ||
           state == DutyState::on_time_recording_unknown;
}

bool decided_not_on_time(DutyState state) {
    return state == DutyState::late || state == DutyState::overdue || state == DutyState::not_done;
}

std::int64_t unallocated_now(const CountyFigures& figures,
                             const std::vector<measure::ChildDuties>& children, CivilDate today) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const bool here = std::ranges::any_of(
            children[i].on_register, [&](const auto& span) { return span.contains(today); });
        const bool held = std::ranges::any_of(
            figures.workers[i], [&](const auto& h) { return h.span.contains(today); });
        count += here && !held ? 1 : 0;
    }
    return count;
}

std::string holder_on(const std::vector<measure::Held>& held, CivilDate day) {
    for (const auto& h : held) {
        if (h.span.contains(day)) {
            return h.group;
        }
    }
    return {};
}

// What happened between the anchor and the due day that did not count.
bool seen_without_counting(const Facts& facts, const Duty& duty) {
    return std::ranges::any_of(facts.history.visits, [&](const auto& visit) {
        const auto& v = visit.believed();
        return v.seen == record::Answer::yes && duty.anchor < v.on && v.on <= *duty.due_by;
    });
}

bool attempted(const Facts& facts, const Duty& duty) {
    return std::ranges::any_of(facts.entries, [&](const auto& entry) {
        return entry.kind == record::Named<record::VisitAttempted>::name &&
               duty.anchor < entry.effective && entry.effective <= *duty.due_by;
    });
}

Reason reason_for(const Facts& facts, const Duty& duty) {
    if (seen_without_counting(facts, duty)) {
        return duty.rule == "cp.visit.seen-at-home" ? Reason::not_at_home : Reason::seen_not_alone;
    }
    if (attempted(facts, duty)) {
        return Reason::family_out_or_refused;
    }
    return duty.state == DutyState::late ? Reason::seen_late : Reason::no_visit;
}

std::vector<ReasonCount> most_frequent_first(const std::map<Reason, std::int64_t>& counts) {
    std::vector<ReasonCount> all;
    for (const auto& [reason, count] : counts) {
        all.push_back({reason, count});
    }
    std::ranges::sort(all, std::greater{}, &ReasonCount::count);
    return all;
}

struct Opening {
    Office& office;
    const record::Reading& reading;
    const access::Viewer& viewer;
    CivilDate today;
    measure::Period month;
    std::map<Reason, std::int64_t> reasons;
};

bool may_open(const Opening& opening, const Facts& facts) {
    return access::decide(opening.viewer, access::Action::see_record, facts.bearing(),
                          opening.office.when())
        .allowed();
}

void sort_duty(Opening& opening, const protection::Duty& duty, const CountyFigures& counted,
               std::size_t i, OpenedIndicator& opened) {
    const bool here = in_month(duty, opening.month);
    const bool now = duty.state == DutyState::overdue;
    if (!here && !now) {
        return;
    }
    const auto facts = opening.office.facts.of(opening.reading, counted.children[i]);
    const ChildBehind behind{may_open(opening, *facts) ? facts : nullptr, duty,
                             holder_on(counted.workers[i], *duty.due_by),
                             holder_on(counted.teams[i], *duty.due_by)};
    if (now) {
        opened.overdue_now.push_back(behind);
    }
    if (here && met_on_time(duty.state)) {
        opened.on_time.push_back(behind);
    } else if (here && decided_not_on_time(duty.state)) {
        ++opening.reasons[reason_for(*facts, duty)];
        opened.not_on_time.push_back(behind);
    }
}

void by_due_day(std::vector<ChildBehind>& list) {
    std::ranges::sort(list, [](const auto& a, const auto& b) {
        return *a.duty.due_by != *b.duty.due_by ? *a.duty.due_by < *b.duty.due_by
                                                : a.duty.anchor < b.duty.anchor;
    });
}

OpenedIndicator opened_of(Opening opening, const CountyFigures& counted,
                          const CountyFigures::OfRule& rule, Moment moment) {
    OpenedIndicator opened{
        moment,
        rule.indicator,
        {opening.month.from, total(rule.children, opening.month, opening.today)},
        measure::by_holder(rule.children, counted.teams, opening.month, opening.today),
        {},
        {},
        {},
        {}};
    for (std::size_t i = 0; i < rule.children.size(); ++i) {
        for (const auto& duty : rule.children[i].duties) {
            sort_duty(opening, duty, counted, i, opened);
        }
    }
    opened.reasons = most_frequent_first(opening.reasons);
    by_due_day(opened.not_on_time);
    by_due_day(opened.on_time);
    by_due_day(opened.overdue_now);
    return opened;
}

} // namespace

std::vector<std::string_view> measured_rules() {
    return {"cp.visit.seen-alone", "cp.visit.seen-at-home", "cp.visit.bedroom-seen",
            "cp.core-group", "cp.conference.review"};
}

RuleDuties duties_under(Office& office, const record::Reading& reading, const law::Card& card,
                        CivilDate as_of) {
    RuleDuties duties;
    duties.card = &card;
    const auto names = holder_names_in(reading);
    for (const auto& child : children_under(reading, card, as_of)) {
        const auto facts = office.facts.of(reading, PersonId{child});
        duties.children.push_back(
            measure::child_duties(facts->history, card, office.book, as_of, facts->coverage));
        auto holders = holders_of(facts->allocations, names);
        duties.teams.push_back(std::move(holders.teams));
        duties.workers.push_back(std::move(holders.workers));
    }
    return duties;
}

bool at_hand(Office& office) {
    return office.figures.holds({}, {office.facts.newest_head_met(), office.today()});
}

base::Result<ServiceFigures, record::StoreFault> service_figures(Office& office) {
    ServiceFigures figures;
    figures.as_of = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto counted = county_figures(office, reading, figures.as_of);
        for (const auto& rule : counted->rules) {
            figures.indicators.push_back(rule.indicator);
        }
        if (const auto* alone = counted->of("cp.visit.seen-alone")) {
            figures.overdue_alone = alone->indicator.overdue_now;
            figures.on_register = alone->indicator.on_register_now;
            figures.unallocated = unallocated_now(*counted, alone->children, figures.as_of);
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(figures)};
}

base::Result<std::shared_ptr<const OpenedIndicator>, record::StoreFault>
open_indicator(Office& office, const access::Viewer& viewer, std::string_view rule,
               CivilDate month) {
    std::shared_ptr<const OpenedIndicator> opened;
    const auto rules = measured_rules();
    if (std::ranges::find(rules, rule) == rules.end()) {
        return base::Ok{std::move(opened)};
    }
    const auto today = office.today();
    const auto period = whole_month(month);
    const auto key = key_of(viewer) + '/' + std::string{rule} + '/' + time::to_iso(period.from);
    const auto read = office.store.read([&](const record::Reading& reading) {
        const Moment moment{reading.head(), today};
        const auto counted = county_figures(office, reading, today);
        if (const auto* measured = counted->of(rule)) {
            opened = office.opened.of(key, moment, [&] {
                return std::make_shared<const OpenedIndicator>(opened_of(
                    {office, reading, viewer, today, period, {}}, *counted, *measured, moment));
            });
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(opened)};
}

} // namespace gweld::casework

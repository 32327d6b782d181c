#include "casework/figures.h"

#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using measure::Held;
using protection::Duty;
using protection::DutyState;

std::vector<Uuid> ever_registered(const record::Reading& reading, CivilDate as_of) {
    std::set<Uuid> children;
    const CivilDate first = time::day(1, std::chrono::January, 1900);
    for (const auto& row :
         reading.registrations_between(first.day_number(), as_of.day_number() + 1)) {
        children.insert(row.child);
    }
    return {children.begin(), children.end()};
}

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

struct Names {
    std::map<Uuid, std::string> workers;
    std::map<Uuid, std::string> teams;
};

Names names_in(const record::Reading& reading) {
    Names names;
    for (const auto& worker : reading.workers()) {
        names.workers.emplace(worker.worker, worker.name);
    }
    for (const auto& team : reading.teams()) {
        names.teams.emplace(team.team, team.name);
    }
    return names;
}

std::string name_of(const std::map<Uuid, std::string>& names, const std::optional<Uuid>& id) {
    const auto found = id ? names.find(*id) : names.end();
    return found == names.end() ? std::string{} : found->second;
}

time::Span span_of(const record::AllocationRow& row) {
    time::Span span{CivilDate::from_day_number(static_cast<std::int32_t>(row.from_day)), {}};
    if (row.until_day) {
        span.until = CivilDate::from_day_number(static_cast<std::int32_t>(*row.until_day));
    }
    return span;
}

void add_holders(RuleDuties& duties, const std::vector<record::AllocationRow>& rows,
                 const Names& names) {
    std::vector<Held> teams;
    std::vector<Held> workers;
    for (const auto& row : rows) {
        if (row.as == "allocated_worker") {
            teams.push_back({span_of(row), name_of(names.teams, row.team)});
            workers.push_back({span_of(row), name_of(names.workers, row.worker)});
        }
    }
    duties.teams.push_back(std::move(teams));
    duties.workers.push_back(std::move(workers));
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

CivilDate first_of_month(CivilDate date) {
    const auto ymd = date.ymd();
    return CivilDate{ymd.year() / ymd.month() / 1};
}

measure::Period whole_month(CivilDate any_day) {
    const auto first = first_of_month(any_day);
    return {first, first.plus_months_clipped(1).plus_days(-1)};
}

measure::Tally total(const RuleDuties& duties, measure::Period period, CivilDate as_of) {
    measure::Tally sum;
    for (const auto& child : duties.children) {
        sum += measure::tally(child, period, as_of);
    }
    return sum;
}

std::int64_t on_register_on(const RuleDuties& duties, CivilDate day) {
    return std::ranges::count_if(duties.children, [&](const auto& child) {
        return std::ranges::any_of(child.on_register,
                                   [&](const auto& span) { return span.contains(day); });
    });
}

Indicator indicator_of(const RuleDuties& duties, CivilDate as_of) {
    Indicator indicator;
    indicator.card = duties.card;
    const auto this_month = first_of_month(as_of);
    std::vector<std::optional<double>> points;
    for (int back = months_shown; back >= 1; --back) {
        const auto month = this_month.plus_months_clipped(-back);
        indicator.months.push_back({month, total(duties, whole_month(month), as_of)});
        points.push_back(indicator.months.back().tally.percent_on_time());
    }
    indicator.usual = measure::usual_range(points, baseline_months);
    indicator.overdue_now = measure::overdue_on(duties.children, as_of);
    indicator.on_register_now = on_register_on(duties, as_of);
    return indicator;
}

std::int64_t unallocated_now(const RuleDuties& duties, CivilDate today) {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < duties.children.size(); ++i) {
        const bool here = std::ranges::any_of(
            duties.children[i].on_register, [&](const auto& span) { return span.contains(today); });
        const bool held = std::ranges::any_of(
            duties.workers[i], [&](const auto& h) { return h.span.contains(today); });
        count += here && !held ? 1 : 0;
    }
    return count;
}

std::string holder_on(const std::vector<Held>& held, CivilDate day) {
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
                          opening.today)
        .allowed();
}

void sort_child(Opening& opening, const RuleDuties& duties, std::size_t i,
                OpenedIndicator& opened) {
    const auto facts = opening.office.facts.of(opening.reading, duties.children[i].child);
    for (const auto& duty : duties.children[i].duties) {
        const bool here = in_month(duty, opening.month);
        const bool now = duty.state == DutyState::overdue;
        if (!here && !now) {
            continue;
        }
        const ChildBehind behind{may_open(opening, *facts) ? facts : nullptr, duty,
                                 holder_on(duties.workers[i], *duty.due_by),
                                 holder_on(duties.teams[i], *duty.due_by)};
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
}

void by_due_day(std::vector<ChildBehind>& list) {
    std::ranges::sort(list, [](const auto& a, const auto& b) {
        return *a.duty.due_by != *b.duty.due_by ? *a.duty.due_by < *b.duty.due_by
                                                : a.duty.anchor < b.duty.anchor;
    });
}

std::shared_ptr<const RuleFigures> figures_under(Office& office, const record::Reading& reading,
                                                 const law::Card& card, CivilDate today) {
    return office.figures.of(card.id, {reading.head(), today}, [&] {
        RuleFigures counted;
        counted.duties = duties_under(office, reading, card, today);
        counted.indicator = indicator_of(counted.duties, today);
        return std::make_shared<const RuleFigures>(std::move(counted));
    });
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
    const auto names = names_in(reading);
    for (const auto& child : children_under(reading, card, as_of)) {
        const auto facts = office.facts.of(reading, PersonId{child});
        duties.children.push_back(
            measure::child_duties(facts->history, card, office.book, as_of, facts->coverage));
        add_holders(duties, facts->allocations, names);
    }
    return duties;
}

base::Result<ServiceFigures, record::StoreFault> service_figures(Office& office) {
    ServiceFigures figures;
    figures.as_of = office.today();
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto rule : measured_rules()) {
            const auto* card = office.book.card(rule);
            if (card == nullptr) {
                continue;
            }
            const auto counted = figures_under(office, reading, *card, figures.as_of);
            figures.indicators.push_back(counted->indicator);
            if (rule == "cp.visit.seen-alone") {
                figures.overdue_alone = counted->indicator.overdue_now;
                figures.on_register = counted->indicator.on_register_now;
                figures.unallocated = unallocated_now(counted->duties, figures.as_of);
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(figures)};
}

base::Result<std::optional<OpenedIndicator>, record::StoreFault>
open_indicator(Office& office, const access::Viewer& viewer, std::string_view rule,
               CivilDate month) {
    std::optional<OpenedIndicator> opened;
    const auto rules = measured_rules();
    const auto* card = office.book.card(rule);
    if (card == nullptr || std::ranges::find(rules, rule) == rules.end()) {
        return base::Ok{std::move(opened)};
    }
    const auto today = office.today();
    const auto period = whole_month(month);
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto counted = figures_under(office, reading, *card, today);
        const auto& duties = counted->duties;
        opened.emplace(
            OpenedIndicator{counted->indicator,
                            {period.from, total(duties, period, today)},
                            measure::by_holder(duties.children, duties.teams, period, today),
                            {},
                            {},
                            {},
                            {}});
        Opening opening{office, reading, viewer, today, period, {}};
        for (std::size_t i = 0; i < duties.children.size(); ++i) {
            sort_child(opening, duties, i, *opened);
        }
        opened->reasons = most_frequent_first(opening.reasons);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    by_due_day(opened->not_on_time);
    by_due_day(opened->on_time);
    by_due_day(opened->overdue_now);
    return base::Ok{std::move(opened)};
}

} // namespace gweld::casework

// The two tables the register is made of: plans and visits.
#include "ssd/extract_reader.h"

#include <algorithm>
#include <tuple>

namespace gweld::ssd {

std::vector<record::Category> ExtractReader::categories_of(RowReading& row) {
    using namespace columns::cp_plans;
    const auto initial = row.closed(initial_category, categories_in, Reason::category_not_known);
    auto latest = row.closed(latest_category, categories_in, Reason::category_not_known);
    // NOT MODELLED: on which day the category changed from the initial to the latest, because the
    // dataset does not say. The latest is what the plan is for now.
    if (latest.listed.empty() && !latest.multiple_without_list) {
        latest = initial;
    }
    if (!row.refused() && latest.listed.empty()) {
        row.warn(latest.multiple_without_list ? Notice::category_list_missing
                                              : Notice::category_missing);
    }
    return std::move(latest.listed);
}

void ExtractReader::read_plans() {
    each_row(Table::cp_plans, [this](RowReading& row) { read_plan(row); });
    check_plans_overlap();
}

void ExtractReader::read_plan(RowReading& row) {
    using namespace columns::cp_plans;
    PlanRow plan;
    plan.id = row.required(id);
    plan.person = row.text(person);
    refer_to_person(row, person);
    plan.start_text = row.text(start);
    plan.from = row.required_date(start);
    plan.until = row.date(end);
    if (!row.refused() && plan.from > today_) {
        row.fault(start, Reason::in_the_future);
    }
    if (!row.refused() && plan.until && *plan.until < plan.from) {
        row.fault(end, Reason::end_before_start);
    }
    plan.categories = categories_of(row);
    const auto number = plan.id;
    keep(row, extract_.plans, plans_, number, std::move(plan),
         [](const PlanRow& a, const PlanRow& b) {
             return std::tie(a.person, a.from, a.until, a.categories) ==
                    std::tie(b.person, b.from, b.until, b.categories);
         });
}

// A plan covers the days from <= d < until, so one may begin on the day another ends.
void ExtractReader::check_plans_overlap() {
    std::vector<const PlanRow*> in_order;
    for (const auto& plan : extract_.plans) {
        if (!plan.until || plan.from < *plan.until) {
            in_order.push_back(&plan);
        }
    }
    std::ranges::sort(in_order, {}, [](const PlanRow* plan) {
        return std::tie(plan->person, plan->from, plan->line);
    });
    std::unordered_set<std::int64_t> refused;
    const PlanRow* standing = nullptr; // the one of this child that ends last
    for (const auto* plan : in_order) {
        if (standing == nullptr || standing->person != plan->person ||
            (standing->until && *standing->until <= plan->from)) {
            standing = plan;
            continue;
        }
        refused.insert(plan->line);
        refuse(Table::cp_plans, key_of(plan->id));
        extract_.findings.row_fault(
            Table::cp_plans,
            {std::string{file_of(Table::cp_plans)}, plan->line,
             std::string{columns_of(Table::cp_plans)[columns::cp_plans::start].name},
             plan->start_text, Reason::plans_overlap, standing->line});
    }
    std::erase_if(extract_.plans, [&](const PlanRow& plan) { return refused.contains(plan.line); });
}

void ExtractReader::read_visits() {
    each_row(Table::cp_visits, [this](RowReading& row) { read_visit(row); });
    check_visits_twice();
}

namespace {

void warn_of_visit(RowReading& row, const VisitRow& visit) {
    if (visit.alone == record::Answer::yes && visit.seen != record::Answer::yes) {
        row.warn(Notice::alone_but_not_seen);
    }
    if (visit.place == record::Place::not_recorded) {
        row.warn(Notice::place_missing);
    }
    if (!visit.recorded_at) {
        row.warn(Notice::recorded_at_missing);
    } else if (time::date_in_wales(*visit.recorded_at) < visit.on) {
        row.warn(Notice::recorded_before_visit);
    }
}

auto said_in(const VisitRow& v) {
    return std::tuple{v.on, v.minute_of_day, v.place, v.seen, v.alone, v.bedroom, v.recorded_at};
}

} // namespace

// The plan a visit row names is not read: a visit belongs to a child and a day, and stays in the
// record whether or not a plan covers it.
void ExtractReader::read_visit(RowReading& row) {
    using namespace columns::cp_visits;
    VisitRow visit;
    visit.line = static_cast<std::int32_t>(row.line());
    visit.id = row.required(id);
    refer_to_person(row, person);
    if (row.cell(date).empty()) {
        row.fault(date, Reason::value_missing);
    }
    if (const auto when = row.moment(date, Reason::not_a_date)) {
        visit.on = when->date;
        visit.minute_of_day = minute_of(*when);
        if (visit.on > today_) {
            row.fault(date, Reason::in_the_future);
        }
    }
    visit.seen = row.closed(seen, answer_in, Reason::not_yes_or_no);
    visit.alone = row.closed(alone, answer_in, Reason::not_yes_or_no);
    visit.bedroom = row.closed(bedroom, answer_in, Reason::not_yes_or_no);
    visit.place = row.closed(place, place_in, Reason::place_not_known);
    if (const auto when = row.moment(recorded_at, Reason::not_a_moment)) {
        visit.recorded_at = when->as_instant();
        if (*visit.recorded_at > now_) {
            row.fault(recorded_at, Reason::in_the_future);
        }
    }
    const auto who = row.text(person);
    if (row.refused()) {
        refuse(Table::cp_visits, key_of(visit.id, who));
        refuse(Table::cp_visits, key_of(visit.id));
        return;
    }
    const auto place_of_person = people_.place_of.find(who);
    if (place_of_person == people_.place_of.end()) {
        return; // there is no ssd_person.csv, which has been said once
    }
    visit.person = static_cast<std::uint32_t>(place_of_person->second);
    warn_of_visit(row, visit);
    extract_.visits.push_back(std::move(visit));
}

// The number of a visit is one row's in the dataset, but where brothers and sisters were seen
// together the products write one row a child under it: the row is the visit and the child.
void ExtractReader::check_visits_twice() {
    auto& visits = extract_.visits;
    std::ranges::sort(visits, {}, [](const VisitRow& visit) {
        return std::tuple<const std::string&, std::uint32_t, std::int32_t>{visit.id, visit.person,
                                                                           visit.line};
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        auto& visit = visits[i];
        if (kept == 0 || visits[kept - 1].id != visit.id ||
            visits[kept - 1].person != visit.person) {
            if (kept != i) {
                visits[kept] = std::move(visit);
            }
            ++kept;
            continue;
        }
        const auto& first = visits[kept - 1];
        if (said_in(first) == said_in(visit)) {
            extract_.findings.warn(Notice::row_twice, Table::cp_visits, visit.line);
            pass_over(Table::cp_visits);
            continue;
        }
        extract_.findings.row_fault(
            Table::cp_visits,
            {std::string{file_of(Table::cp_visits)}, visit.line,
             std::string{columns_of(Table::cp_visits)[columns::cp_visits::id].name},
             shown(visit.id), Reason::row_differs, first.line});
    }
    visits.erase(visits.begin() + static_cast<std::ptrdiff_t>(kept), visits.end());
}

} // namespace gweld::ssd

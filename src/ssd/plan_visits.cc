// Visits: the rows of one number that agree about the visit are one entry about several children.
#include "ssd/planner.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace gweld::ssd {
namespace {

std::optional<time::Instant> moment_of(const record::VisitMade& made) {
    if (made.arrived.size() != 5) {
        return std::nullopt;
    }
    const auto minutes = std::chrono::hours{std::stoi(made.arrived.substr(0, 2))} +
                         std::chrono::minutes{std::stoi(made.arrived.substr(3))};
    return time::at_wall_time_in_wales(made.on, minutes);
}

auto details_of(const VisitRow& row) {
    return std::tuple{row.on, row.minute_of_day, row.place, row.recorded_at};
}

} // namespace

std::string clock_text(std::int16_t minute_of_day) {
    if (minute_of_day < 0) {
        return {};
    }
    const auto digits = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return digits(minute_of_day / 60) + ":" + digits(minute_of_day % 60);
}

void Planner::put_visits() {
    struct OneVisit {
        time::CivilDate on;
        std::uint32_t begin;
        std::uint32_t count;
    };
    const auto& rows = extract_.visits;
    std::vector<OneVisit> visits;
    for (std::uint32_t begin = 0; begin < rows.size();) {
        auto end = begin + 1;
        while (end < rows.size() && rows[end].id == rows[begin].id) {
            ++end;
        }
        visits.push_back({rows[begin].on, begin, end - begin});
        begin = end;
    }
    // As they happened; visits of one day by their number. Not by the lines of the file, so that
    // two extracts of the same record give the same log.
    std::ranges::sort(visits, {},
                      [](const OneVisit& visit) { return std::pair{visit.on, visit.begin}; });
    for (const auto& visit : visits) {
        put_visit(std::span{rows}.subspan(visit.begin, visit.count));
    }
}

std::vector<Planner::VisitGroup> Planner::groups_of(std::span<const VisitRow> rows) const {
    std::vector<const VisitRow*> in_order;
    for (const auto& row : rows) {
        in_order.push_back(&row);
    }
    const auto child_of = [this](const VisitRow* row) {
        return person(extract_.people[row->person].described.number);
    };
    // By the children's ids, which do not depend on the order of any file.
    std::ranges::sort(in_order, {}, child_of);
    std::vector<VisitGroup> groups;
    for (const auto* row : in_order) {
        auto group = std::ranges::find_if(groups, [row](const VisitGroup& other) {
            return details_of(*other.rows.front()) == details_of(*row);
        });
        if (group == groups.end()) {
            VisitGroup fresh;
            fresh.made.on = row->on;
            fresh.made.arrived = clock_text(row->minute_of_day);
            fresh.made.place = row->place;
            fresh.recorded_at = row->recorded_at;
            group = groups.insert(groups.end(), std::move(fresh));
        }
        const auto child = child_of(row);
        group->rows.push_back(row);
        group->about.push_back(child.uuid);
        group->made.children.push_back({child, row->seen, row->alone, row->bedroom, {}, {}});
    }
    return groups;
}

Said Planner::said_by(const VisitGroup& group, std::string key) const {
    auto what = said(Table::cp_visits, std::move(key), group.made);
    what.about = group.about;
    what.effective = group.made.on;
    what.effective_at = moment_of(group.made);
    what.recorded_at = group.recorded_at;
    return what;
}

Became Planner::put_group(const VisitGroup& group, std::string key) {
    return put(said_by(group, std::move(key))).became;
}

void Planner::put_visit(std::span<const VisitRow> rows) {
    const auto visit_key = key_of(rows.front().id);
    auto groups = groups_of(rows);
    keep_absent(groups.front(), rows, visit_key);
    for (const auto& group : groups) {
        const auto& first_child = extract_.people[group.rows.front()->person].described.number;
        const bool first = &group == &groups.front();
        auto key = first ? visit_key : key_of(rows.front().id, first_child);
        const auto became = put_group(group, key);
        count(Table::cp_visits, key, became, static_cast<std::int64_t>(group.rows.size()));
    }
    withdraw_spent_parts(rows, visit_key);
}

// Children whose row was in the visit before and is not in this extract stay in it: a row that has
// gone is reported, never taken for something that did not happen.
void Planner::keep_absent(VisitGroup& group, std::span<const VisitRow> rows,
                          const std::string& key) {
    const auto* left = earlier_.find(Table::cp_visits, key);
    if (left == nullptr || left->withdrawn || earlier_.changed_by_hand(left->entry) ||
        left->fingerprint == mark_of(fingerprint_of(said_by(group, key)))) {
        return;
    }
    const auto before = reading_.entry(left->entry);
    if (!before || before->kind != record::Named<record::VisitMade>::name) {
        return;
    }
    const auto made = record::body_of<record::VisitMade>(*before);
    std::unordered_set<record::Uuid, base::UuidHash> here;
    for (const auto& row : rows) {
        here.insert(person(extract_.people[row.person].described.number).uuid);
    }
    VisitGroup apart;
    apart.made = made;
    apart.made.children.clear();
    apart.recorded_at = before->provenance->recorded_at;
    const bool agree =
        std::tie(made.on, made.arrived, made.place, apart.recorded_at) ==
        std::tie(group.made.on, group.made.arrived, group.made.place, group.recorded_at);
    auto& into = agree ? group : apart;
    for (const auto& part : made.children) {
        if (here.contains(part.child.uuid)) {
            continue;
        }
        into.made.children.push_back(part);
        into.about.push_back(part.child.uuid);
        const auto who = reading_.person(part.child.uuid);
        auto row_key = key + "/" + key_of(who ? who->number : base::to_text(part.child.uuid));
        if (!extract_.of(Table::cp_visits).refused_keys.contains(row_key)) {
            not_in_extract(Table::cp_visits, row_key);
        }
        if (!agree) {
            put_group(apart, std::move(row_key));
            apart.made.children.clear();
            apart.about.clear();
        }
    }
    if (agree) {
        std::ranges::sort(group.about);
        std::ranges::sort(group.made.children, {}, &record::ChildAtVisit::child);
    }
}

// An entry made of part of a visit's rows has had its day once all its children are in another.
void Planner::withdraw_spent_parts(std::span<const VisitRow> rows, const std::string& key) {
    for (const auto& part_key : earlier_.parts_of_visit(key)) {
        auto* left = earlier_.find(Table::cp_visits, part_key);
        if (left == nullptr || left->seen || left->withdrawn ||
            earlier_.changed_by_hand(left->entry)) {
            continue;
        }
        const auto before = reading_.entry(left->entry);
        const auto made = record::body_of<record::VisitMade>(*before);
        const bool all_here = std::ranges::all_of(made.children, [&](const auto& part) {
            return std::ranges::any_of(rows, [&](const VisitRow& row) {
                return person(extract_.people[row.person].described.number) == part.child;
            });
        });
        if (all_here) {
            withdraw(*left, part_key);
        }
    }
}

} // namespace gweld::ssd

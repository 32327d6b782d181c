// People, the workforce, plans and addresses: one row, one entry, and one for its end.
#include "ssd/planner.h"

#include <algorithm>

namespace gweld::ssd {
namespace {

bool says_the_same(const Left& left, const Said& what) {
    return left.fingerprint == mark_of(fingerprint_of(what));
}

} // namespace

Became both(Became beginning, Became end) {
    if (beginning == Became::kept_by_hand || end == Became::kept_by_hand) {
        return Became::kept_by_hand;
    }
    if (beginning == Became::added) {
        return Became::added;
    }
    return beginning == Became::unchanged && end == Became::unchanged ? Became::unchanged
                                                                      : Became::changed;
}

void Planner::put_people() {
    for (const auto& row : extract_.people) {
        auto what = said(Table::person, key_of(row.described.number), row.described);
        what.about = {person(row.described.number).uuid};
        const auto key = what.key;
        count(Table::person, key, put(std::move(what)).became);
    }
}

void Planner::put_teams() {
    for (const auto& row : extract_.teams) {
        auto what = said(Table::department, key_of(row.described.number), row.described);
        what.about = {team_id(authority_, row.described.number).uuid};
        const auto key = what.key;
        count(Table::department, key, put(std::move(what)).became);
    }
}

void Planner::put_workers() {
    for (const auto& row : extract_.workers) {
        auto what = said(Table::professionals, key_of(row.described.number), row.described);
        what.about = {worker_id(authority_, row.described.number).uuid};
        const auto key = what.key;
        count(Table::professionals, key, put(std::move(what)).became);
    }
}

void Planner::put_family_members() {
    for (const auto& row : extract_.family_members) {
        const auto family = family_id(authority_, row.family);
        auto what = said(Table::family, key_of(row.family, row.person),
                         record::FamilyMemberNamed{family, row.family});
        what.about = {person(row.person).uuid, family.uuid};
        const auto key = what.key;
        count(Table::family, key, put(std::move(what)).became);
    }
}

void Planner::put_addresses() {
    for (const auto& row : extract_.addresses) {
        auto what = said(Table::address, key_of(row.id), row.lived_at);
        what.about = {person(row.person).uuid};
        what.effective = row.lived_at.from;
        const auto key = what.key;
        count(Table::address, key, put(std::move(what)).became);
    }
}

void Planner::put_involvements() {
    for (const auto& row : extract_.involvements) {
        count(Table::involvements, key_of(row.id), put_involvement(row));
    }
}

// An end that was there from the start is part of the allocation; one that an open allocation got
// later is an entry of its own, because that is what happened.
Became Planner::put_involvement(const InvolvementRow& row) {
    const auto key = key_of(row.id);
    const auto child = person(row.person);
    const auto worker = worker_id(authority_, row.worker);
    record::Allocated body{child, worker, std::nullopt, row.as, row.from, std::nullopt};
    if (!row.team.empty()) {
        body.team = team_id(authority_, row.team);
    }
    const auto as_said = [&] {
        auto what = said(Table::involvements, key, body);
        what.about = {child.uuid, worker.uuid};
        what.effective = row.from;
        return what;
    };
    auto open = as_said();
    auto* left = earlier_.find(Table::involvements, key);
    if (left != nullptr && !left->withdrawn && says_the_same(*left, open)) {
        const auto beginning = put(std::move(open));
        if (!row.until) {
            return withdraw_end(Table::involvements, key) ? Became::changed : beginning.became;
        }
        auto end = said(Table::involvements, end_key(key),
                        record::AllocationEnded{base::EntryId{beginning.entry}, *row.until});
        end.about = {child.uuid, worker.uuid};
        end.effective = *row.until;
        end.content = time::to_iso(*row.until);
        return both(beginning.became, put(std::move(end)).became);
    }
    body.until = row.until;
    const auto whole = put(as_said()).became;
    const bool end_withdrawn =
        whole != Became::kept_by_hand && withdraw_end(Table::involvements, key);
    return both(whole, end_withdrawn ? Became::changed : Became::unchanged);
}

void Planner::put_plans() {
    for (const auto& row : extract_.plans) {
        count(Table::cp_plans, key_of(row.id), put_plan(row));
    }
}

Became Planner::put_plan(const PlanRow& row) {
    const auto key = key_of(row.id);
    const auto child = person(row.person);
    auto what =
        said(Table::cp_plans, key, record::PlacedOnRegister{row.from, row.categories, row.id});
    what.about = {child.uuid};
    what.effective = row.from;
    const auto placed = put(std::move(what));
    if (!row.until) {
        return put_or_take_back_end(Table::cp_plans, key, placed.became, std::nullopt);
    }
    auto end = said(Table::cp_plans, end_key(key),
                    record::RemovedFromRegister{base::EntryId{placed.entry}, *row.until,
                                                record::GroundForRemoval::not_given_by_source});
    end.about = {child.uuid};
    end.effective = *row.until;
    end.content = time::to_iso(*row.until);
    return put_or_take_back_end(Table::cp_plans, key, placed.became, std::move(end));
}

Became Planner::put_or_take_back_end(Table table, const std::string& key, Became beginning,
                                     std::optional<Said> end) {
    if (end) {
        return both(beginning, put(*std::move(end)).became);
    }
    return both(beginning, withdraw_end(table, key) ? Became::changed : Became::unchanged);
}

} // namespace gweld::ssd

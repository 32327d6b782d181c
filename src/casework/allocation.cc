#include "casework/allocation.h"

#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Draft;

constexpr int furthest_ahead_days = 28;

std::optional<Uuid> team_named(const record::Reading& reading, std::string_view name) {
    for (const auto& team : reading.teams()) {
        if (team.name == name) {
            return team.team;
        }
    }
    return std::nullopt;
}

std::vector<Draft> drafts_for(Office& office, const access::Viewer& viewer,
                              const record::Reading& reading, const Facts& facts,
                              const Allocate& what, const record::WorkerRow& worker) {
    std::vector<Draft> drafts;
    const std::int64_t from = what.from.day_number();
    for (const auto& row : facts.allocations) {
        if (row.as == "allocated_worker" && row.from_day <= from &&
            (!row.until_day || *row.until_day > from)) {
            drafts.push_back(draft_of(
                office, viewer, record::Named<record::AllocationEnded>::name,
                {facts.child.uuid, row.worker}, what.from,
                record::encode(record::AllocationEnded{base::EntryId{row.entry}, what.from})));
        }
    }
    record::Allocated made;
    made.child = facts.child;
    made.worker = base::WorkerId{what.worker};
    if (const auto team = team_named(reading, worker.team)) {
        made.team = base::TeamId{*team};
    }
    made.from = what.from;
    drafts.push_back(draft_of(office, viewer, record::Named<record::Allocated>::name,
                              {facts.child.uuid, what.worker}, what.from, record::encode(made)));
    return drafts;
}

bool already_theirs(const Facts& facts, const Allocate& what) {
    return std::ranges::any_of(facts.allocations, [&](const auto& row) {
        return row.as == "allocated_worker" && row.worker == what.worker &&
               access::holds_on(row, what.from) && !row.until_day;
    });
}

struct Attempt {
    std::optional<AllocationRefused> refused;
    base::EntryId entry;
};

void append(record::Writing& tx, std::vector<Draft> drafts, const Saw& saw, Attempt& attempt) {
    attempt.entry = base::EntryId{drafts.back().id};
    const auto result = tx.append({saw.idempotency_key, saw.versions, std::move(drafts)});
    if (std::holds_alternative<record::ChangedMeanwhile>(result)) {
        SomebodyWasQuicker quicker;
        for (const auto& version : saw.versions) {
            quicker.versions_now.push_back({version.subject, tx.version_of(version.subject)});
        }
        attempt.refused = std::move(quicker);
    } else if (const auto* already = std::get_if<record::AlreadyRecorded>(&result)) {
        attempt.entry = base::EntryId{already->entries.back()};
    } else if (!std::holds_alternative<record::Appended>(result)) {
        attempt.refused = NotFoundOrNotYours{};
    }
}

void allocate_within(Office& office, record::Writing& tx, const access::Viewer& viewer,
                     const Allocate& what, const Saw& saw, Attempt& attempt) {
    const auto facts = office.facts.of(tx, what.child);
    const bool seen =
        facts->person &&
        look(office, tx, viewer, access::Action::see_record, *facts, "allocate").allowed();
    const auto worker = tx.worker(what.worker);
    if (!seen) {
        attempt.refused = NotFoundOrNotYours{};
    } else if (!worker) {
        attempt.refused = AllocationNonsense::no_such_worker;
    } else if (already_theirs(*facts, what)) {
        attempt.refused = AllocationNonsense::already_theirs;
    } else {
        append(tx, drafts_for(office, viewer, tx, *facts, what, *worker), saw, attempt);
    }
}

} // namespace

base::Result<Recorded, AllocationRefused> allocate(Office& office, const access::Viewer& viewer,
                                                   const Allocate& what, const Saw& saw) {
    if (viewer.role != record::Role::team_manager && viewer.role != record::Role::head_of_service) {
        return base::Err{AllocationRefused{AllocationNonsense::not_a_manager}};
    }
    const auto today = office.today();
    if (what.from < today || time::days_between(today, what.from) > furthest_ahead_days) {
        return base::Err{AllocationRefused{AllocationNonsense::from_before_now}};
    }
    Attempt attempt;
    const auto done = office.store.write([&](record::Writing& tx) {
        allocate_within(office, tx, viewer, what, saw, attempt);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{AllocationRefused{done.error()}};
    }
    if (attempt.refused) {
        return base::Err{*attempt.refused};
    }
    return base::Ok{Recorded{attempt.entry}};
}

} // namespace gweld::casework

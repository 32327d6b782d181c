#include "casework/allocation.h"

#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Draft;

std::optional<Uuid> team_named(const record::Reading& reading, std::string_view name) {
    for (const auto& team : reading.teams()) {
        if (team.name == name) {
            return team.team;
        }
    }
    return std::nullopt;
}

std::vector<Draft> drafts_for(Office& office, const access::Viewer& viewer,
                              const record::Reading& reading, const Ties& ties,
                              const Allocate& what, const record::WorkerRow& worker) {
    std::vector<Draft> drafts;
    const std::int64_t from = what.from.day_number();
    for (const auto& row : ties.allocations) {
        const bool over_by_then = row.until_day && *row.until_day <= from;
        if (row.as == "allocated_worker" && !over_by_then) {
            // One that was still to begin ends on its own first day: it never holds.
            const auto until = std::max(
                what.from, CivilDate::from_day_number(static_cast<std::int32_t>(row.from_day)));
            drafts.push_back(
                draft_of(office, viewer, record::Named<record::AllocationEnded>::name,
                         {ties.child.uuid, row.worker}, until,
                         record::encode(record::AllocationEnded{base::EntryId{row.entry}, until})));
        }
    }
    record::Allocated made;
    made.child = ties.child;
    made.worker = base::WorkerId{what.worker};
    if (const auto team = team_named(reading, worker.team)) {
        made.team = base::TeamId{*team};
    }
    made.from = what.from;
    drafts.push_back(draft_of(office, viewer, record::Named<record::Allocated>::name,
                              {ties.child.uuid, what.worker}, what.from, record::encode(made)));
    return drafts;
}

bool already_theirs(const Ties& ties, const Allocate& what) {
    return std::ranges::any_of(ties.allocations, [&](const auto& row) {
        return row.as == "allocated_worker" && row.worker == what.worker &&
               access::holds_on(row, what.from) && !row.until_day;
    });
}

struct Attempt {
    std::optional<AllocationRefused> refused;
    base::EntryId entry;
};

void allocate_within(Office& office, record::Writing& tx, const access::Viewer& viewer,
                     const Allocate& what, const Saw& saw, Attempt& attempt) {
    const auto ties = read_ties(tx, what.child);
    const bool allowed =
        ties.person &&
        look(office, tx, viewer, access::Action::allocate, ties, "allocate").allowed();
    const auto worker = tx.worker(what.worker);
    if (!allowed) {
        attempt.refused = NotFoundOrNotYours{};
    } else if (!worker) {
        attempt.refused = AllocationNonsense::no_such_worker;
    } else if (already_theirs(ties, what)) {
        attempt.refused = AllocationNonsense::already_theirs;
    } else {
        const auto done =
            append_drafts(tx, drafts_for(office, viewer, tx, ties, what, *worker), saw);
        if (done.ok()) {
            attempt.entry = done.value().entry;
        } else {
            attempt.refused = as_refusal<AllocationRefused>(done.error());
        }
    }
}

} // namespace

base::Result<Recorded, AllocationRefused> allocate(Office& office, const access::Viewer& viewer,
                                                   const Allocate& what, const Saw& saw) {
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

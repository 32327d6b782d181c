#include "record/access_projection.h"

#include "record/codec.h"
#include "record/kinds.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::record {

namespace {

std::int64_t millis(Instant at) { return at.time_since_epoch().count(); }

// Of the children an entry is about: the worker, named last, has no record of their own.
std::vector<Uuid> children_of(const Entry& entry, const std::optional<Uuid>& worker) {
    auto children = entry.about;
    if (worker) {
        std::erase(children, *worker);
    }
    return children;
}

std::vector<BarrierRow> for_each_child(const Entry& entry, const std::optional<Uuid>& worker,
                                       const std::vector<BarrierRow>& rows) {
    std::vector<BarrierRow> all;
    for (const auto& child : children_of(entry, worker)) {
        for (auto row : rows) {
            row.entry = entry.id;
            row.child = child;
            row.from_at = millis(entry.recorded_at);
            row.nth = static_cast<std::int64_t>(all.size());
            all.push_back(std::move(row));
        }
    }
    return all;
}

BarrierRow barrier(std::string_view what, std::optional<Uuid> worker = {}) {
    BarrierRow row;
    row.barrier = what;
    row.worker = worker;
    return row;
}

std::vector<BarrierRow> rows_of(const Entry& entry) {
    if (entry.kind == Named<PersonExcluded>::name) {
        const auto worker = body_of<PersonExcluded>(entry).worker.uuid;
        return for_each_child(entry, worker, {barrier(barrier_excluded, worker)});
    }
    if (entry.kind == Named<RecordRestricted>::name) {
        const auto body = body_of<RecordRestricted>(entry);
        if (body.open_to == OpenTo::allocated_chain) {
            return for_each_child(entry, {}, {barrier(barrier_to_chain)});
        }
        std::vector<BarrierRow> rows{barrier(barrier_to_list)};
        for (const auto& one : body.listed) {
            rows.push_back(barrier(barrier_listed, one.worker.uuid));
        }
        return for_each_child(entry, {}, rows);
    }
    if (entry.kind == Named<OpenedInEmergency>::name) {
        auto rows = for_each_child(entry, {}, {barrier(barrier_opened, entry.recorded_by.worker)});
        for (auto& row : rows) {
            row.until_at = millis(entry.recorded_at + emergency_lasts);
        }
        return rows;
    }
    return {};
}

void put_all(TableHands& hands, const std::vector<BarrierRow>& rows) {
    for (const auto& row : rows) {
        hands.put(row);
    }
}

void end(TableHands& hands, base::EntryId ended, Instant at) {
    const auto entry = hands.entry(ended.uuid);
    if (!entry) {
        return;
    }
    auto rows = rows_of(*entry);
    for (auto& row : rows) {
        row.until_at = millis(at);
    }
    put_all(hands, rows);
}

EmergencyOpeningRow opening_row(const Entry& entry) {
    EmergencyOpeningRow row;
    row.entry = entry.id;
    row.child = entry.about.at(0);
    row.worker = entry.recorded_by.worker;
    row.worker_name = entry.recorded_by.name;
    row.team = entry.recorded_by.team;
    row.because = boost::describe::enum_to_string(body_of<OpenedInEmergency>(entry).because, "");
    row.opened_at = millis(entry.recorded_at);
    return row;
}

void review(TableHands& hands, const Entry& entry) {
    const auto body = body_of<OpeningReviewed>(entry);
    const auto opening = hands.entry(body.opening.uuid);
    if (!opening) {
        return;
    }
    auto row = opening_row(*opening);
    row.found = boost::describe::enum_to_string(body.found, "");
    row.reviewed_at = millis(entry.recorded_at);
    row.reviewed_by = entry.recorded_by.name;
    hands.put(row);
}

ConnectionRow connection_row(const Entry& entry) {
    const auto body = body_of<ConnectionDeclared>(entry);
    ConnectionRow row;
    row.entry = entry.id;
    row.worker = entry.about.at(0);
    row.worker_name = entry.recorded_by.name;
    row.as_what = boost::describe::enum_to_string(body.as, "");
    row.forename = body.forename;
    row.surname = body.surname;
    row.born = body.born ? std::optional<std::int64_t>{body.born->day_number()} : std::nullopt;
    row.address = body.address;
    row.postcode = body.postcode;
    return row;
}

} // namespace

void project_access(const Entry& entry, TableHands& hands) {
    put_all(hands, rows_of(entry));
    if (entry.kind == Named<RecordRestricted>::name) {
        if (const auto before = body_of<RecordRestricted>(entry).instead_of) {
            end(hands, *before, entry.recorded_at);
        }
    } else if (entry.kind == Named<ExclusionLifted>::name) {
        end(hands, body_of<ExclusionLifted>(entry).exclusion, entry.recorded_at);
    } else if (entry.kind == Named<RestrictionLifted>::name) {
        end(hands, body_of<RestrictionLifted>(entry).restriction, entry.recorded_at);
    } else if (entry.kind == Named<OpenedInEmergency>::name) {
        hands.put(opening_row(entry));
    } else if (entry.kind == Named<OpeningReviewed>::name) {
        review(hands, entry);
    } else if (entry.kind == Named<ConnectionDeclared>::name) {
        hands.put(connection_row(entry));
    }
}

} // namespace gweld::record

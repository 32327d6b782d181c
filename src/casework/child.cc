#include "casework/child.h"

namespace gweld::casework {

namespace {

void fill_family(Office& office, const record::Reading& reading, OpenRecord& open) {
    for (const auto& member : open.standing.facts->family) {
        auto facts = office.facts.of(reading, PersonId{member});
        if (facts->person) {
            open.family.push_back(std::move(facts));
        }
    }
}

void fill_workers(const record::Reading& reading, OpenRecord& open) {
    for (const auto& allocation : open.standing.facts->allocations) {
        if (!open.workers.contains(allocation.worker)) {
            if (auto worker = reading.worker(allocation.worker)) {
                open.workers.emplace(allocation.worker, std::move(*worker));
            }
        }
    }
    for (const auto& team : reading.teams()) {
        open.teams.emplace(team.team, team.name);
    }
}

} // namespace

namespace {

// Read before the permission and shown only after it: what is shown of the child herself is what
// the permission's own transaction saw.
base::Result<OpenRecord, record::StoreFault> read_ahead(Office& office, PersonId child) {
    OpenRecord open;
    const auto read = office.store.read([&](const record::Reading& reading) {
        open.standing.facts = office.facts.of(reading, child);
        fill_family(office, reading, open);
        fill_workers(reading, open);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(open)};
}

} // namespace

base::Result<OpenRecord, OpenRefused> open_record(Office& office, const access::Viewer& viewer,
                                                  PersonId child, access::Action action,
                                                  std::string_view page) {
    auto read = read_ahead(office, child);
    if (!read.ok()) {
        return base::Err{OpenRefused{read.error()}};
    }
    auto open = std::move(read).value();
    bool allowed = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto facts = office.facts.of(tx, child);
        if (!facts->person) {
            return record::Keep::no;
        }
        const auto decision = look(office, tx, viewer, action, *facts, page);
        allowed = decision.allowed();
        open.ground = decision.ground;
        open.standing.facts = std::move(facts);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    if (!allowed) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    open.standing = standing_of(std::move(open.standing.facts), office.book, office.today());
    return base::Ok{std::move(open)};
}

base::Result<std::vector<record::ChainedLook>, record::StoreFault>
looks_at(Office& office, const OpenRecord& open) {
    std::vector<record::ChainedLook> looks;
    constexpr std::size_t newest = 200;
    const auto read = office.store.read([&](const record::Reading& reading) {
        looks = reading.looks_at(open.standing.facts->child.uuid, newest);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(looks)};
}

} // namespace gweld::casework

#include "casework/child.h"

namespace gweld::casework {

namespace {

base::Result<SurroundingsKept::AsOf, record::StoreFault> read_around(Office& office,
                                                                     PersonId child) {
    SurroundingsKept::AsOf read;
    const auto done = office.store.read([&](const record::Reading& reading) {
        read = {office.surroundings.of(reading, child, office.facts), reading.head()};
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(read)};
}

// What is known of the child before the permission, so that the permission's own transaction, for
// which others wait, need not read a whole record. Nothing of it is shown before that transaction
// has let the reader in and found it still so, or read it again.
base::Result<SurroundingsKept::AsOf, record::StoreFault> known_before(Office& office,
                                                                      PersonId child) {
    auto kept = office.surroundings.last(child);
    if (kept.around) {
        return base::Ok{std::move(kept)};
    }
    return read_around(office, child);
}

} // namespace

base::Result<OpenRecord, OpenRefused> open_record(Office& office, const access::Viewer& viewer,
                                                  PersonId child, access::Action action,
                                                  std::string_view page) {
    auto before = known_before(office, child);
    if (!before.ok()) {
        return base::Err{OpenRefused{before.error()}};
    }
    OpenRecord open;
    std::shared_ptr<const Facts> facts;
    bool allowed = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto& known = before.value();
        open.around = known.head == tx.head() ? known.around : nullptr;
        facts = open.around ? open.around->facts : office.facts.of(tx, child);
        if (!facts->person) {
            return record::Keep::no;
        }
        const auto decision = look(office, tx, viewer, action, *facts, page);
        allowed = decision.allowed();
        open.ground = decision.ground;
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{OpenRefused{done.error()}};
    }
    if (!allowed) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    if (!open.around) {
        auto after = read_around(office, child);
        if (!after.ok()) {
            return base::Err{OpenRefused{after.error()}};
        }
        open.around = std::move(after.value().around);
    }
    open.coordinator = coordinator_of(open.around->named, *facts, office.today());
    open.standing = standing_of(std::move(facts), office.book, office.today());
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

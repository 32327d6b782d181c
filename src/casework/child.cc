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
// has let the reader in and found it still so, or it has been read again.
struct Before {
    SurroundingsKept::AsOf known;
    enum class From : std::uint8_t { an_earlier_request, this_request } from;
};
base::Result<Before, record::StoreFault> known_before(Office& office, PersonId child) {
    auto kept = office.surroundings.last(child);
    if (kept.around && kept.head >= office.facts.newest_head_met()) {
        return base::Ok{Before{std::move(kept), Before::From::an_earlier_request}};
    }
    auto read = read_around(office, child);
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{Before{std::move(read).value(), Before::From::this_request}};
}

struct Permission {
    access::Decision decision;
    std::shared_ptr<const Ties> ties; // it rests on
    std::int64_t head = 0;
};

// What was read for this request may be shown where the child's own record has not moved on.
bool may_be_shown(const Before& before, const Permission& permission) {
    return before.known.around->facts == permission.ties &&
           (before.from == Before::From::this_request || before.known.head == permission.head);
}

// None: there is no such child.
base::Result<std::optional<Permission>, record::StoreFault>
ask_permission(Office& office, const access::Viewer& viewer, PersonId child, access::Action action,
               std::string_view page, const SurroundingsKept::AsOf& known) {
    std::optional<Permission> permission;
    const auto done = office.store.write([&](record::Writing& tx) {
        std::shared_ptr<const Ties> ties = known.around->facts;
        const auto head = tx.head();
        if (known.head != head) {
            ties = office.facts.ties_of(tx, child);
        }
        if (!ties->person) {
            return record::Keep::no;
        }
        const auto decision = look(office, tx, viewer, action, *ties, page);
        permission = {decision, std::move(ties), head};
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(permission)};
}

} // namespace

base::Result<OpenRecord, OpenRefused> open_record(Office& office, const access::Viewer& viewer,
                                                  PersonId child, access::Action action,
                                                  std::string_view page) {
    const auto before = known_before(office, child);
    if (!before.ok()) {
        return base::Err{OpenRefused{before.error()}};
    }
    const auto asked = ask_permission(office, viewer, child, action, page, before.value().known);
    if (!asked.ok()) {
        return base::Err{OpenRefused{asked.error()}};
    }
    const auto& permission = asked.value();
    if (!permission || !permission->decision.allowed()) {
        return base::Err{OpenRefused{NotFoundOrNotYours{}}};
    }
    OpenRecord open;
    open.ground = permission->decision.ground;
    open.around = before.value().known.around;
    if (!may_be_shown(before.value(), *permission)) { // somebody wrote meanwhile
        auto after = read_around(office, child);
        if (!after.ok()) {
            return base::Err{OpenRefused{after.error()}};
        }
        open.around = std::move(after.value().around);
        // Nothing of it is shown to whom it would not have let in.
        if (!access::decide(viewer, action, open.around->facts->bearing(), office.when())
                 .allowed()) {
            return base::Err{OpenRefused{NotFoundOrNotYours{}}};
        }
    }
    open.coordinator = coordinator_of(open.around->named, *open.around->facts, office.today());
    open.standing = standing_of(open.around->facts, office.book, office.today());
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

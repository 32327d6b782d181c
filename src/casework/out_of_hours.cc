#include "casework/out_of_hours.h"

#include "people/names.h"
#include "record/codec.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace gweld::casework {

namespace {

constexpr std::string_view page = "continuity-pack";
constexpr std::chrono::minutes clock_may_be_off{5};

std::set<PersonId> who_matters(const record::Reading& reading, CivilDate today) {
    const auto n = today.day_number();
    std::set<PersonId> children;
    for (const auto& row : reading.registrations_between(n, n + 1)) {
        children.insert(PersonId{row.child});
    }
    for (const auto& row : reading.enquiries_between(n, n + 1)) {
        if (!row.concluded_day) {
            children.insert(PersonId{row.child});
        }
    }
    for (const auto& row : reading.hand_overs()) {
        if (row.harm == "possible" || row.outcome == "strategy_discussion") {
            children.insert(PersonId{row.child});
        }
    }
    return children;
}

bool in_directory_order(const OpenRecord& a, const OpenRecord& b) {
    const auto& pa = *a.standing.facts->person;
    const auto& pb = *b.standing.facts->person;
    return pa.surname != pb.surname ? people::comes_before(pa.surname, pb.surname)
                                    : people::comes_before(pa.forename, pb.forename);
}

std::optional<LooksNonsense> lists_nonsense(const PackLooks& given, record::Instant now) {
    constexpr std::size_t longest_name = 200;
    if (given.reader.empty() || given.reader.size() > longest_name) {
        return LooksNonsense::nobody_named;
    }
    if (given.looks.empty()) {
        return LooksNonsense::no_looks;
    }
    if (given.looks.size() > most_pack_looks) {
        return LooksNonsense::too_many;
    }
    for (const auto& look : given.looks) {
        if (look.at + clock_may_be_off < given.made) {
            return LooksNonsense::before_the_pack;
        }
        if (look.at > now + clock_may_be_off) {
            return LooksNonsense::in_the_future;
        }
    }
    return std::nullopt;
}

// Nobody was signed in: the name is what they said.
record::Look look_of(const PackLooks& given, const PackLook& look) {
    return {look.at,
            Uuid{},
            given.reader,
            std::string{record::name_of(record::Role::duty_worker)},
            look.child.uuid,
            std::string{page},
            std::string{access::name_of(access::Ground::duty_desk)},
            true};
}

record::Draft returned(Office& office, const access::Viewer& viewer, const PackLooks& given,
                       const LooksHandedIn& counted) {
    record::ContinuityLooksReturned body;
    body.list = given.list;
    body.made = time::to_rfc3339(given.made);
    body.reader = given.reader;
    body.looks = static_cast<int>(counted.looks);
    body.unknown = static_cast<int>(counted.unknown);
    return draft_of(office, viewer, record::Named<record::ContinuityLooksReturned>::name,
                    {given.list.uuid}, office.today(), record::encode(body));
}

// The pack cannot ask who reads it: nobody who may must be excluded from the child.
bool somebody_on_duty_is_excluded(const record::Reading& reading, const Facts& child,
                                  time::Instant at) {
    for (const auto& account : reading.accounts()) {
        access::Viewer reader;
        reader.role = account.role;
        if (!account.closed && access::may_enter(reader, access::Place::out_of_hours) &&
            access::excludes(child.barriers, account.worker, at)) {
            return true;
        }
    }
    return false;
}

} // namespace

access::Viewer duty_desk() {
    access::Viewer desk;
    desk.role = record::Role::duty_worker;
    return desk;
}

base::Result<OutOfHours, record::StoreFault> out_of_hours(Office& office) {
    OutOfHours pack;
    const auto desk = duty_desk();
    const auto today = office.today();
    pack.as_of = office.clock.now();
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (const auto& child : who_matters(reading, today)) {
            OpenRecord open;
            open.around = office.surroundings.of(reading, child, office.facts);
            const auto& facts = open.around->facts;
            if (!facts->person) {
                continue;
            }
            const auto decision =
                access::decide(desk, access::Action::see_record, facts->bearing(), office.when());
            if (!decision.allowed() || somebody_on_duty_is_excluded(reading, *facts, pack.as_of)) {
                continue;
            }
            open.ground = decision.ground;
            open.coordinator = coordinator_of(open.around->named, *facts, today);
            open.standing = standing_of(facts, office.book, today);
            pack.children.push_back(std::move(open));
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::stable_sort(pack.children, in_directory_order);
    return base::Ok{std::move(pack)};
}

base::Result<LooksHandedIn, LooksRefused>
hand_in_looks(Office& office, const access::Viewer& viewer, const PackLooks& given) {
    if (!access::may_enter(viewer, access::Place::out_of_hours)) {
        return base::Err{LooksRefused{NotFoundOrNotYours{}}};
    }
    if (const auto nonsense = lists_nonsense(given, office.clock.now())) {
        return base::Err{LooksRefused{*nonsense}};
    }
    LooksHandedIn counted;
    bool before = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        counted = {};
        before = tx.version_of(given.list.uuid) > 0;
        if (before) {
            return record::Keep::no;
        }
        for (const auto& look : given.looks) {
            if (tx.person(look.child.uuid)) {
                tx.log_look(look_of(given, look));
                ++counted.looks;
            } else {
                ++counted.unknown;
            }
        }
        static_cast<void>(append_drafts(tx, {returned(office, viewer, given, counted)},
                                        {base::to_text(given.list.uuid), {}}));
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{LooksRefused{done.error()}};
    }
    if (before) {
        return base::Err{LooksRefused{HandedInBefore{}}};
    }
    return base::Ok{counted};
}

} // namespace gweld::casework

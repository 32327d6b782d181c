#include "casework/phone_lists.h"

#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using record::DeviceId;
using record::PhoneListTaken;
using record::PhoneListWiped;

// A draft about one worker's phones and one list.
template <class Kind>
record::Draft about_list(Office& office, const access::Viewer& viewer, Uuid worker, DeviceId device,
                         const Kind& body) {
    return draft_of(office, viewer, record::Named<Kind>::name,
                    {record::phones_of(worker), device.uuid}, office.today(), record::encode(body));
}

bool may_carry(Office& office, record::Writing& tx, const access::Viewer& viewer,
               const std::vector<PersonId>& children) {
    bool all = true;
    for (const auto& child : children) {
        const auto ties = read_ties(tx, child);
        const auto decided = [&] {
            return look(office, tx, viewer, access::Action::record_visit, ties, "offline-list");
        };
        all = ties.person && decided().allowed() && all;
    }
    return all;
}

// The one account of a worker that is open; if none is, one that is closed.
std::optional<record::Account> account_of(const record::Reading& reading, Uuid worker) {
    std::optional<record::Account> found;
    for (const auto& account : reading.accounts()) {
        if (account.worker == worker && (!found || found->closed)) {
            found = account;
        }
    }
    return found;
}

// Whoever took it, and the manager of their team: somebody ill or gone cannot do it.
bool may_wipe(const record::Reading& reading, const access::Viewer& viewer, Uuid taker) {
    if (viewer.worker == taker) {
        return true;
    }
    const auto account = account_of(reading, taker);
    return viewer.role == record::Role::team_manager && viewer.team && account &&
           account->team == viewer.team;
}

// By the newest entry about it alone: the id may be anybody's, and their log as long as may be.
bool is_a_list(const record::Reading& reading, DeviceId device) {
    const auto newest = reading.version_of(device.uuid);
    bool list = false;
    if (newest > 0) {
        reading.each_entry(newest - 1, [&](const record::Entry& entry) {
            list = is_a<PhoneListTaken>(entry) || is_a<PhoneListWiped>(entry);
            return false;
        });
    }
    return list;
}

} // namespace

base::Result<ListTaken, ListRefused> take_list(Office& office, const access::Viewer& viewer,
                                               const std::vector<PersonId>& children,
                                               std::chrono::hours life) {
    if (children.empty()) {
        return base::Err{ListRefused{NoChildren{}}};
    }
    if (std::set<PersonId>(children.begin(), children.end()).size() > most_children_on_phone) {
        return base::Err{ListRefused{TooManyChildren{}}};
    }
    const auto now = office.clock.now();
    const ListTaken list{DeviceId{fresh_id(office)}, now, now + life};
    const auto draft =
        about_list(office, viewer, viewer.worker, list.device,
                   PhoneListTaken{list.device, children, time::to_rfc3339(list.until)});
    bool allowed = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        allowed = may_carry(office, tx, viewer, children);
        if (allowed) {
            static_cast<void>(append_drafts(tx, {draft}, {}));
        }
        return record::Keep::yes; // a refused look stays in the access log
    });
    if (!done.ok()) {
        return base::Err{ListRefused{done.error()}};
    }
    if (!allowed) {
        return base::Err{ListRefused{NotFoundOrNotYours{}}};
    }
    return base::Ok{list};
}

base::Result<base::Nothing, WipeRefused> wipe_list(Office& office, const access::Viewer& viewer,
                                                   DeviceId device, const std::string& why) {
    bool theirs = false;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto list = list_on_phone(tx, device);
        theirs = list && may_wipe(tx, viewer, list->worker);
        if (theirs && !list->wiped) {
            static_cast<void>(append_drafts(
                tx, {about_list(office, viewer, list->worker, device, PhoneListWiped{device, why})},
                {}));
        }
        return theirs ? record::Keep::yes : record::Keep::no;
    });
    if (!done.ok()) {
        return base::Err{WipeRefused{done.error()}};
    }
    if (!theirs) {
        return base::Err{WipeRefused{NotFoundOrNotYours{}}};
    }
    return base::Ok{base::Nothing{}};
}

std::optional<ListOnPhone> list_on_phone(const record::Reading& reading, DeviceId device) {
    if (!is_a_list(reading, device)) {
        return std::nullopt;
    }
    std::optional<ListOnPhone> list;
    for (const auto& entry : reading.about(device.uuid, 0)) {
        if (is_a<PhoneListTaken>(entry)) {
            const auto taken = record::body_of<PhoneListTaken>(entry);
            list = {device,
                    entry.recorded_by.worker,
                    entry.recorded_at,
                    time::parse_rfc3339(taken.until).value_or(entry.recorded_at),
                    taken.children,
                    {}};
        } else if (list && is_a<PhoneListWiped>(entry)) {
            list->wiped = entry.recorded_at;
        }
    }
    return list;
}

OnPhone what_becomes_of(const record::Reading& reading, const ListOnPhone& list,
                        const access::When& now) {
    const auto account = account_of(reading, list.worker);
    if (list.wiped || (account && account->closed)) {
        return OnPhone::goes;
    }
    // An allocation that has ended is no reason: what was to be visited today may be on its way.
    const bool shut =
        account && std::ranges::any_of(list.children, [&](PersonId child) {
            const access::Viewer worker{account->sign_in_name, account->worker,
                                        account->display_name, account->role,
                                        account->team,         account->team_name};
            const auto ties = read_ties(reading, child);
            return access::decide(worker, access::Action::see_record, ties.bearing(), now).bar !=
                   access::Bar::none;
        });
    return shut ? OnPhone::goes : OnPhone::stays;
}

base::Result<std::vector<TeamsPhone>, record::StoreFault>
phones_of_team(Office& office, const access::Viewer& viewer, record::Instant since) {
    std::vector<TeamsPhone> phones;
    const auto read = office.store.read([&](const record::Reading& reading) {
        std::set<Uuid> seen{viewer.worker}; // one worker may have several accounts
        for (const auto& account : reading.accounts()) {
            if (!seen.insert(account.worker).second || !may_wipe(reading, viewer, account.worker)) {
                continue;
            }
            for (const auto& entry : reading.about(record::phones_of(account.worker), 0)) {
                const auto list =
                    is_a<PhoneListTaken>(entry)
                        ? list_on_phone(reading, record::body_of<PhoneListTaken>(entry).device)
                        : std::nullopt;
                if (list && list->until >= since) {
                    phones.push_back({account.display_name, *list});
                }
            }
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    std::ranges::stable_sort(phones, std::ranges::greater{},
                             [](const TeamsPhone& one) { return one.list.taken; });
    return base::Ok{std::move(phones)};
}

base::Result<Ever, record::StoreFault> any_phone_yet(Office& office) {
    Ever ever = Ever::no;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto has_phones = [&](Uuid worker) {
            return reading.version_of(record::phones_of(worker)) > 0;
        };
        const bool any =
            std::ranges::any_of(reading.accounts(), has_phones, &record::Account::worker) ||
            std::ranges::any_of(reading.workers(), has_phones, &record::WorkerRow::worker);
        ever = any ? Ever::yes : Ever::no;
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{ever};
}

} // namespace gweld::casework

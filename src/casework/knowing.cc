// What a new worker reads first: the last worry, how many workers there have been.
#include "casework/story.h"

#include "casework/contact.h"
#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

struct NewestContact {
    ContactId contact;
    CivilDate on;
};

std::optional<ContactId> contact_in(const record::Entry& entry) {
    if (entry.kind == record::Named<record::ContactReceived>::name) {
        return record::body_of<record::ContactReceived>(entry).contact;
    }
    if (entry.kind == record::Named<record::ContactChildMatched>::name) {
        return record::body_of<record::ContactChildMatched>(entry).contact;
    }
    return std::nullopt;
}

std::optional<NewestContact> newest_contact(const Facts& child) {
    std::optional<NewestContact> newest;
    for (const auto& entry : child.entries) {
        if (const auto contact = contact_in(entry);
            contact && (!newest || newest->on <= entry.effective)) {
            newest = NewestContact{*contact, entry.effective};
        }
    }
    return newest;
}

bool is_about(const record::ContactReceived& received, const std::vector<ContactTies>& ties,
              PersonId child) {
    const bool named = std::ranges::any_of(received.children,
                                           [&](const auto& one) { return one.person == child; });
    return named || std::ranges::any_of(ties, [&](const auto& each) {
               return std::ranges::any_of(
                   each.children, [&](const auto& row) { return row.person == child.uuid; });
           });
}

} // namespace

base::Result<std::optional<LastWorry>, record::StoreFault>
last_worry(Office& office, const access::Viewer& viewer, const Facts& child) {
    const auto newest = newest_contact(child);
    if (!newest) {
        return base::Ok{std::optional<LastWorry>{}};
    }
    std::optional<LastWorry> worry;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto ties = read_contact_ties(tx, newest->contact);
        if (!ties) {
            return record::Keep::no;
        }
        worry = LastWorry{newest->on, std::nullopt};
        if (!access::decide(viewer, access::ContactAction::see, ties->bearing(), office.when())
                 .allowed()) {
            return record::Keep::no; // not asked for by name: no look, and no refused one
        }
        look(office, tx, viewer, access::ContactAction::see, *ties, "child.story");
        for (const auto& entry : tx.about(newest->contact.uuid, 0)) {
            if (entry.kind == record::Named<record::ContactReceived>::name) {
                worry->received = record::body_of<record::ContactReceived>(entry);
                worry->on = entry.effective;
            }
        }
        // Matched to another child since: then it is that child's worry.
        if (worry->received && !is_about(*worry->received, {*ties}, child.child)) {
            worry.reset();
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(worry)};
}

WorkersCounted workers_counted(const Facts& child, CivilDate today) {
    const auto year_ago = today.plus_months_clipped(-12).day_number();
    std::set<Uuid> all;
    std::set<Uuid> lately;
    for (const auto& row : child.allocations) {
        if (row.as != "allocated_worker" || row.from_day > today.day_number()) {
            continue;
        }
        all.insert(row.worker);
        if (!row.until_day || *row.until_day > year_ago) {
            lately.insert(row.worker);
        }
    }
    return {lately.size(), all.size()};
}

} // namespace gweld::casework

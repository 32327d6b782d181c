#include "record/hand_over.h"
#include "record/referral_rows.h"
#include "record/restating.h"
#include "record/rows_of.h"

#include <set>

namespace gweld::record {

namespace {

HandOverRow hand_over_at(const ContactChildRow& child) {
    HandOverRow row;
    row.contact = child.contact;
    row.nth = child.nth;
    return row;
}

} // namespace

// Few entries are about one contact, so its rows are made afresh from all that stand.
void Projection::contact(Uuid contact) {
    auto all = hands_.about(contact);
    for (const auto& entry : all) {
        if (is_a<ContactReceived>(entry) && !is_new(entry)) {
            for (const auto& child : contact_child_rows(body_of<ContactReceived>(entry))) {
                hands_.remove(child);
                hands_.remove(hand_over_at(child));
            }
        }
    }
    ContactRow row;
    row.contact = contact;
    const auto received = standing_among<ContactReceived>(all);
    if (received.empty()) {
        hands_.remove(row);
        return referral(row, std::move(all));
    }
    row = contact_row(received.back().first, received.back().second);
    auto children = contact_child_rows(received.back().second);
    note_all<ContactChildMatched>(all, children);
    for (const auto& child : children) {
        row.matched += child.person ? 1 : 0;
        hands_.put(child);
    }
    note_all<ContactTaken>(all, row);
    note_all<ContactWaits>(all, row);
    note_all<ContactDecided>(all, row);
    note_all<ContactOutcomeImported>(all, row); // gives way to a decision made here
    hands_.put(row);
    hand_overs(row, children, all);
    referral(row, std::move(all));
}

std::vector<AllocationRow> Projection::allocations_of(Uuid child) const {
    std::vector<AllocationRow> rows;
    for (const auto& [entry, body] : standing<Allocated>(child)) {
        if (const auto row = allocation_after(versions_of(entry.id))) {
            rows.push_back(*row);
        }
    }
    return rows;
}

std::vector<StrategyDiscussionRow> Projection::discussions_of(Uuid child) const {
    std::vector<StrategyDiscussionRow> rows;
    for (const auto& [entry, body] : standing<StrategyDiscussionHeld>(child)) {
        std::ranges::copy_if(discussion_after(versions_of(entry.id)), std::back_inserter(rows),
                             [&](const auto& row) { return row.child == child; });
    }
    return rows;
}

void Projection::hand_overs(const ContactRow& contact, const std::vector<ContactChildRow>& children,
                            const std::vector<Entry>& about) {
    const auto not_needed = standing_among<ContactNobodyNeeded>(about);
    for (const auto& child : children) {
        auto row = hand_over_at(child);
        const bool over = std::ranges::any_of(
            not_needed, [&](const auto& one) { return one.second.nth == child.nth; });
        if (child.person && calls_for_somebody(contact.outcome) && !over) {
            row.child = *child.person;
            row.received_day = contact.received_day;
            row.decided_day = contact.decided_day.value_or(contact.received_day);
            row.outcome = contact.outcome;
            row.harm = contact.harm;
            row.lacks = lacks_of(row, allocations_of(row.child), discussions_of(row.child));
        }
        row.lacks.empty() ? hands_.remove(row) : hands_.put(row);
    }
}

// Of every contact that says it is about this child. A decision alone does not say so: it was
// recorded about whoever the child was believed to be, which may not hold any more.
void Projection::hand_overs_of(Uuid child) {
    std::set<Uuid> contacts;
    const auto add = [&](const auto& standing) {
        for (const auto& [entry, body] : standing) {
            contacts.insert(body.contact.uuid);
        }
    };
    add(standing<ContactDecided>(child));
    add(standing<ContactChildMatched>(child));
    add(standing<ContactReceived>(child));
    for (const auto& one : contacts) {
        contact(one);
    }
}

void Projection::referral(const ContactRow& row, std::vector<Entry> about) {
    std::erase_if(about, [&](const auto& e) { return e.seq > now_.seq || !stands(e); });
    restate_referral(row, about, hands_);
}

} // namespace gweld::record

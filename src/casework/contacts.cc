#include "casework/contacts.h"

#include "casework/contact_parts.h"

#include <algorithm>

namespace gweld::casework {

namespace contact_parts {

ContactAnswer appended(const ContactStep& step, Drafts drafts) {
    const auto done = append_drafts(step.tx, std::move(drafts), step.saw);
    if (done.ok()) {
        return base::Ok{done.value()};
    }
    return base::Err{as_refusal<ContactRefused>(done.error())};
}

} // namespace contact_parts

namespace {

using namespace contact_parts;

ContactAnswer refuse(ContactNonsense why) { return base::Err{ContactRefused{why}}; }
Wanted no(ContactNonsense why) { return ContactRefused{why}; }

std::vector<Uuid> about(ContactId contact, const std::vector<record::ChildInContact>& children) {
    std::vector<Uuid> all{contact.uuid};
    for (const auto& child : children) {
        if (child.person) {
            all.push_back(child.person->uuid);
        }
    }
    return all;
}

bool all_are_there(const record::Reading& reading, const record::ContactReceived& contact) {
    return std::ranges::all_of(contact.children, [&](const auto& child) {
        return !child.person || reading.person(child.person->uuid);
    });
}

ContactAnswer record_within(const ContactStep& step, const record::ContactReceived& contact) {
    if (!access::decide(step.viewer, access::ContactAction::work, {}, step.office.when())
             .allowed()) {
        return base::Err{ContactRefused{NotFoundOrNotYours{}}};
    }
    if (!all_are_there(step.tx, contact)) {
        return refuse(ContactNonsense::no_such_child);
    }
    auto draft = draft_about(step, about(contact.contact, contact.children), contact);
    draft.effective = contact.on;
    return appended(step, {std::move(draft)});
}

// The newest standing entry of the kind about the contact.
template <class Kind> std::optional<base::EntryId> newest(const ContactStep& step, Uuid contact) {
    std::optional<base::EntryId> found;
    for (const auto& entry : step.tx.about(contact, 0)) {
        if (entry.kind == record::Named<Kind>::name) {
            found = base::EntryId{entry.id};
        }
    }
    return found;
}

Wanted want_to_take(const ContactStep& step, const ContactTies& ties) {
    const auto& row = ties.row;
    if (row.worker == step.viewer.worker) {
        return Recorded{*newest<record::ContactTaken>(step, row.contact)};
    }
    if (!row.outcome.empty() && saw_it_as_it_is(step, row.contact)) {
        return no(ContactNonsense::decided_already);
    }
    const record::ContactTaken taken{ContactId{row.contact}, base::WorkerId{step.viewer.worker},
                                     step.viewer.name};
    return Drafts{draft_about(step, {row.contact}, taken)};
}

std::optional<ContactNonsense> nonsense_in(const WaitFor& what, CivilDate today) {
    if (what.waits_for.empty() || what.from.empty()) {
        return ContactNonsense::nothing_to_wait_for;
    }
    if (what.until < today) {
        return ContactNonsense::until_is_past;
    }
    return time::days_between(today, what.until) > longest_wait_days
               ? std::optional{ContactNonsense::until_is_too_far}
               : std::nullopt;
}

std::optional<ContactNonsense> may_not_wait(const ContactStep& step, const ContactTies& ties,
                                            const WaitFor& what) {
    const auto allowed = [&](access::ContactAction action) {
        return access::decide(step.viewer, action, ties.bearing(), step.office.when()).allowed();
    };
    if (ties.row.waits > 0) {
        if (!allowed(access::ContactAction::extend)) {
            return ContactNonsense::extending_needs_a_manager;
        }
        return what.because.empty() ? std::optional{ContactNonsense::extending_needs_a_reason}
                                    : std::nullopt;
    }
    if (!ties.row.worker) {
        return ContactNonsense::nobody_has_it_yet;
    }
    return *ties.row.worker != step.viewer.worker
               ? std::optional{ContactNonsense::somebody_else_has_it}
               : std::nullopt;
}

Wanted want_to_wait(const ContactStep& step, const ContactTies& ties, const WaitFor& what) {
    if (saw_it_as_it_is(step, ties.row.contact)) {
        if (!ties.row.outcome.empty()) {
            return no(ContactNonsense::decided_already);
        }
        if (const auto why = may_not_wait(step, ties, what)) {
            return no(*why);
        }
    }
    const record::ContactWaits waits{what.contact, what.waits_for, what.from, what.until,
                                     what.because};
    return Drafts{draft_about(step, {ties.row.contact}, waits)};
}

Wanted want_to_match(const ContactStep& step, const ContactTies& ties, const Match& what) {
    const auto child = std::ranges::find(ties.children, what.nth, &record::ContactChildRow::nth);
    if (child == ties.children.end()) {
        return no(ContactNonsense::no_such_place);
    }
    if (!step.tx.person(what.person.uuid)) {
        return no(ContactNonsense::no_such_child);
    }
    if (saw_it_as_it_is(step, ties.row.contact)) {
        if (child->person) {
            return no(ContactNonsense::matched_already);
        }
        if (std::ranges::any_of(ties.children, [&](const auto& other) {
                return other.person == what.person.uuid;
            })) {
            return no(ContactNonsense::same_child_twice);
        }
    }
    const record::ContactChildMatched matched{what.contact, what.nth, what.person, what.because};
    return Drafts{draft_about(step, {ties.row.contact, what.person.uuid}, matched)};
}

Wanted want_to_unmatch(const ContactStep& step, const ContactTies& ties, int nth,
                       const std::string& why) {
    const auto child = std::ranges::find(ties.children, nth, &record::ContactChildRow::nth);
    if (child == ties.children.end()) {
        return no(ContactNonsense::no_such_place);
    }
    // The decision was made for the matched children and stands in their records.
    if (saw_it_as_it_is(step, ties.row.contact) && !ties.row.outcome.empty()) {
        return no(ContactNonsense::decided_already);
    }
    const auto match = child->matched_by ? step.tx.entry(*child->matched_by) : std::nullopt;
    if (!match) {
        return no(ContactNonsense::not_matched);
    }
    auto draft = draft_about(step, match->about, record::Withdrawn{why});
    draft.effective = match->effective;
    draft.corrects = match->id;
    draft.reason = why;
    return Drafts{std::move(draft)};
}

} // namespace

ContactId contact_of_key(std::string_view idempotency_key) {
    return ContactId{base::uuid_of("gweld", "contact", idempotency_key)};
}

ContactAnswer record_contact(Office& office, const access::Viewer& viewer,
                             record::ContactReceived contact, const Saw& saw) {
    if (const auto wrong = nonsense_in(contact, office.clock.now())) {
        return refuse(*wrong);
    }
    contact.contact = contact_of_key(saw.idempotency_key);
    std::optional<ContactAnswer> answer;
    const auto done = office.store.write([&](record::Writing& tx) {
        answer = record_within({office, viewer, tx, saw}, contact);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{ContactRefused{done.error()}};
    }
    return *answer;
}

ContactAnswer take_contact(Office& office, const access::Viewer& viewer, ContactId contact,
                           const Saw& saw) {
    return act(office, viewer, contact, access::ContactAction::work, saw, want_to_take);
}

ContactAnswer wait_for(Office& office, const access::Viewer& viewer, const WaitFor& what,
                       const Saw& saw) {
    if (const auto wrong = nonsense_in(what, office.today())) {
        return refuse(*wrong);
    }
    // A head of service works no contact and yet may extend; who may do neither learns nothing.
    const bool works =
        access::decide(viewer, access::ContactAction::work, {}, office.when()).allowed();
    const auto action = works ? access::ContactAction::work : access::ContactAction::extend;
    return act(office, viewer, what.contact, action, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_wait(step, ties, what);
               });
}

ContactAnswer match_child(Office& office, const access::Viewer& viewer, const Match& what,
                          const Saw& saw) {
    if (what.because.empty()) {
        return refuse(ContactNonsense::no_why);
    }
    return act(office, viewer, what.contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_match(step, ties, what);
               });
}

ContactAnswer unmatch_child(Office& office, const access::Viewer& viewer, ContactId contact,
                            int nth, const std::string& why, const Saw& saw) {
    if (why.empty()) {
        return refuse(ContactNonsense::no_why);
    }
    return act(office, viewer, contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_unmatch(step, ties, nth, why);
               });
}

} // namespace gweld::casework

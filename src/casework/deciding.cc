#include "casework/contact_parts.h"
#include "casework/contacts.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using namespace contact_parts;
using record::ContactChildRow;
using record::ContactOutcome;

bool is_to_be_new(const Decide& what, const ContactChildRow& child) {
    return std::ranges::find(what.new_people, static_cast<int>(child.nth)) != what.new_people.end();
}

bool opens_a_case(ContactOutcome outcome) {
    return outcome == ContactOutcome::referral || outcome == ContactOutcome::strategy_discussion;
}

bool anyone_allocated(const ContactTies& ties, CivilDate today) {
    return std::ranges::any_of(ties.allocations, [&](const auto& row) {
        return row.as == "allocated_worker" && access::holds_on(row, today);
    });
}

std::optional<ContactNonsense> nonsense_in(const Decide& what, const ContactTies& ties,
                                           CivilDate today) {
    const bool everyone_known = std::ranges::all_of(ties.children, [&](const auto& child) {
        return child.person || is_to_be_new(what, child);
    });
    if (opens_a_case(what.outcome) && !everyone_known) {
        return ContactNonsense::child_not_matched;
    }
    if (what.outcome == ContactOutcome::allocated_worker && !anyone_allocated(ties, today)) {
        return ContactNonsense::nobody_allocated;
    }
    return std::nullopt;
}

// The same press names the same new person.
PersonId new_person(const ContactChildRow& child) {
    return PersonId{base::uuid_of("gweld", "child of a contact",
                                  base::to_text(child.contact) + " " + std::to_string(child.nth))};
}

std::optional<CivilDate> date_of(const std::optional<std::int64_t>& day) {
    return day ? std::optional{CivilDate::from_day_number(static_cast<std::int32_t>(*day))}
               : std::nullopt;
}

record::PersonDescribed described(const ContactChildRow& child, PersonId person) {
    record::PersonDescribed body;
    // Until the council's own numbering gives one; letters and figures of the id are never reused.
    body.number = "F-" + base::to_text(person.uuid).substr(0, 8);
    const auto last = child.name.rfind(' ');
    body.forename = child.name.substr(0, last);
    body.surname = last == std::string::npos ? std::string{} : child.name.substr(last + 1);
    body.born = date_of(child.born);
    body.expected = date_of(child.expected);
    return body;
}

// A child who moved in later than the contact says is put right by correcting.
record::AddressLivedAt lives_at(const ContactChildRow& child, CivilDate received) {
    record::AddressLivedAt address;
    address.lines = child.address;
    address.postcode = child.postcode;
    address.from = received;
    return address;
}

CivilDate day_received(const ContactTies& ties) {
    return CivilDate::from_day_number(static_cast<std::int32_t>(ties.row.received_day));
}

void add_new_person(const ContactStep& step, const ContactTies& ties, const ContactChildRow& child,
                    Drafts& drafts) {
    const auto person = new_person(child);
    const auto received = day_received(ties);
    drafts.push_back(draft_about(step, {person.uuid}, described(child, person)));
    if (!child.address.empty() || !child.postcode.empty()) {
        drafts.push_back(draft_about(step, {person.uuid}, lives_at(child, received)));
    }
    drafts.push_back(
        draft_about(step, {child.contact, person.uuid},
                    record::ContactChildMatched{
                        ContactId{child.contact}, static_cast<int>(child.nth), person, {}}));
}

Drafts drafts_for(const ContactStep& step, const ContactTies& ties, const Decide& what) {
    Drafts drafts;
    record::ContactDecided decided;
    decided.received = day_received(ties);
    decided.contact = what.contact;
    decided.outcome = what.outcome;
    decided.reason = what.reason;
    decided.consent = what.consent;
    decided.on = step.office.today();
    std::vector<Uuid> about{what.contact.uuid};
    for (const auto& child : ties.children) {
        if (!child.person && is_to_be_new(what, child)) {
            add_new_person(step, ties, child, drafts);
        }
        if (child.person || is_to_be_new(what, child)) {
            decided.children.push_back(child.person ? PersonId{*child.person} : new_person(child));
            about.push_back(decided.children.back().uuid);
        }
    }
    drafts.push_back(draft_about(step, std::move(about), decided));
    return drafts;
}

// The button pressed twice: what was asked for is what is so.
std::optional<Recorded> decided_so_by_me(const ContactStep& step, const Decide& what) {
    for (const auto& entry : step.tx.about(what.contact.uuid, 0)) {
        if (entry.kind != record::Named<record::ContactDecided>::name ||
            entry.recorded_by.worker != step.viewer.worker) {
            continue;
        }
        const auto body = record::body_of<record::ContactDecided>(entry);
        if (body.outcome == what.outcome && body.reason == what.reason) {
            return Recorded{base::EntryId{entry.id}};
        }
    }
    return std::nullopt;
}

Wanted want_to_decide(const ContactStep& step, const ContactTies& ties, const Decide& what) {
    if (!ties.row.outcome.empty()) {
        if (const auto mine = decided_so_by_me(step, what)) {
            return *mine;
        }
        if (saw_it_as_it_is(step, ties.row.contact)) {
            return ContactRefused{ContactNonsense::decided_already};
        }
    } else if (const auto why = nonsense_in(what, ties, step.office.today())) {
        return ContactRefused{*why};
    }
    return drafts_for(step, ties, what);
}

} // namespace

ContactAnswer decide_contact(Office& office, const access::Viewer& viewer, const Decide& what,
                             const Saw& saw) {
    if (what.reason.empty()) {
        return base::Err{ContactRefused{ContactNonsense::no_reason}};
    }
    if (what.outcome == ContactOutcome::early_help && what.consent != record::Consent::given) {
        return base::Err{ContactRefused{ContactNonsense::no_consent}};
    }
    return act(office, viewer, what.contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_decide(step, ties, what);
               });
}

} // namespace gweld::casework

// contact_parts.h - what every use case about a contact does alike: opens the transaction, asks
// access, refuses or appends. For contacts.cc and deciding.cc only.
#pragma once

#include "casework/contacts.h"
#include "record/codec.h"

namespace gweld::casework::contact_parts {

struct ContactStep { // one use case inside its transaction
    Office& office;
    const access::Viewer& viewer;
    record::Writing& tx;
    const Saw& saw;
};

using Drafts = std::vector<record::Draft>;
// What to append; or that it is so already; or why not.
using Wanted = std::variant<Drafts, Recorded, ContactRefused>;

template <class Kind>
record::Draft draft_about(const ContactStep& step, std::vector<Uuid> about, const Kind& body) {
    return draft_of(step.office, step.viewer, record::Named<Kind>::name, std::move(about),
                    step.office.today(), record::encode(body));
}

ContactAnswer appended(const ContactStep& step, Drafts drafts);

// want(step, ties) answers Wanted. The transaction is kept even when refused: the look stays.
template <class Want>
ContactAnswer act(Office& office, const access::Viewer& viewer, ContactId contact,
                  access::ContactAction action, const Saw& saw, const Want& want) {
    std::optional<ContactAnswer> answer;
    const auto done = office.store.write([&](record::Writing& tx) {
        const ContactStep step{office, viewer, tx, saw};
        const auto ties = read_contact_ties(tx, contact);
        if (!ties || !look(office, tx, viewer, action, *ties, "contact").allowed()) {
            answer = base::Err{ContactRefused{NotFoundOrNotYours{}}};
            return record::Keep::yes;
        }
        Wanted wanted = want(step, *ties);
        if (auto* drafts = std::get_if<Drafts>(&wanted)) {
            answer = appended(step, std::move(*drafts));
        } else if (const auto* so = std::get_if<Recorded>(&wanted)) {
            answer = base::Ok{*so};
        } else {
            answer = base::Err{std::get<ContactRefused>(wanted)};
        }
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{ContactRefused{done.error()}};
    }
    return *answer;
}

// Whether the writer saw the contact as it is; when not, append_drafts tells what changed.
inline bool saw_it_as_it_is(const ContactStep& step, Uuid contact) {
    for (const auto& seen : step.saw.versions) {
        if (seen.subject == contact) {
            return step.tx.version_of(contact) == seen.version;
        }
    }
    return true;
}

} // namespace gweld::casework::contact_parts

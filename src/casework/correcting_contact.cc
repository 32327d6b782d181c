#include "casework/contact_parts.h"
#include "casework/contacts.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using namespace contact_parts;
using record::ContactReceived;
using record::Entry;

struct Versions {
    Entry first;
    Entry seen; // the newest the writer saw
};

std::optional<Versions> versions_seen(const ContactStep& step, Uuid contact) {
    const auto seen = std::ranges::find(step.saw.versions, contact, &record::SeenVersion::subject);
    std::optional<Versions> found;
    for (const auto& entry : step.tx.about(contact, 0)) {
        const bool later = seen != step.saw.versions.end() && entry.seq > seen->version;
        if (entry.kind != record::Named<ContactReceived>::name || later) {
            continue;
        }
        if (found) {
            found->seen = entry;
        } else {
            found = Versions{entry, entry};
        }
    }
    return found;
}

std::optional<ContactNonsense> wrong_with_new_children(const ContactStep& step,
                                                       const ContactTies& ties,
                                                       const ContactReceived& wanted,
                                                       std::size_t before) {
    for (std::size_t nth = before; nth < wanted.children.size(); ++nth) {
        const auto& person = wanted.children[nth].person;
        if (person && !step.tx.person(person->uuid)) {
            return ContactNonsense::no_such_child;
        }
        if (person && std::ranges::any_of(ties.children, [&](const auto& child) {
                return child.person == person->uuid;
            })) {
            return ContactNonsense::same_child_twice;
        }
    }
    return std::nullopt;
}

std::optional<ContactNonsense> wrong_with(const ContactStep& step, const ContactTies& ties,
                                          const Versions& versions, const ContactReceived& wanted,
                                          std::size_t before) {
    if (versions.first.provenance) {
        return ContactNonsense::of_earlier_system;
    }
    if (wanted.children.size() < before) {
        return ContactNonsense::child_left_out;
    }
    if (wanted.children.size() > before && !ties.row.outcome.empty()) {
        return ContactNonsense::child_after_decision;
    }
    if (const auto wrong = casework::nonsense_in(wanted, versions.first.recorded_at)) {
        return *wrong == ContactNonsense::in_the_future ? ContactNonsense::later_than_recorded
                                                        : *wrong;
    }
    return wrong_with_new_children(step, ties, wanted, before);
}

void add_known(const std::vector<record::ChildInContact>& children, std::vector<Uuid>& about) {
    for (const auto& child : children) {
        if (child.person && std::ranges::find(about, child.person->uuid) == about.end()) {
            about.push_back(child.person->uuid);
        }
    }
}

Wanted want_to_correct(const ContactStep& step, const ContactTies& ties, ContactReceived wanted,
                       const std::string& why) {
    const auto versions = versions_seen(step, ties.row.contact);
    if (!versions) {
        return ContactRefused{NotFoundOrNotYours{}};
    }
    const auto before = record::body_of<ContactReceived>(versions->seen);
    wanted.contact = before.contact;
    const auto both = std::min(before.children.size(), wanted.children.size());
    for (std::size_t nth = 0; nth < both; ++nth) {
        wanted.children[nth].person = before.children[nth].person;
    }
    if (saw_it_as_it_is(step, ties.row.contact)) {
        if (const auto wrong = wrong_with(step, ties, *versions, wanted, before.children.size())) {
            return ContactRefused{*wrong};
        }
    }
    auto about = versions->seen.about;
    add_known(wanted.children, about);
    for (const auto& child : ties.children) { // whoever was matched to it since
        if (child.person && std::ranges::find(about, *child.person) == about.end()) {
            about.push_back(*child.person);
        }
    }
    auto draft = draft_about(step, std::move(about), wanted);
    draft.effective = wanted.on;
    draft.corrects = versions->seen.id;
    draft.reason = why;
    return Drafts{std::move(draft)};
}

} // namespace

ContactAnswer correct_contact(Office& office, const access::Viewer& viewer, ContactId contact,
                              const ContactReceived& as_it_was, const std::string& why,
                              const Saw& saw) {
    if (why.empty()) {
        return base::Err{ContactRefused{ContactNonsense::no_why}};
    }
    return act(office, viewer, contact, access::ContactAction::work, saw,
               [&](const ContactStep& step, const ContactTies& ties) {
                   return want_to_correct(step, ties, as_it_was, why);
               });
}

} // namespace gweld::casework

// contacts.h - drafts about a made-up contact at the front door.
#pragma once

#include "made_up.h"

namespace gweld::made_up {

inline const CivilDate contact_day = time::day(24, std::chrono::November, 2026);

inline ContactId contact_named(std::string_view name) {
    return ContactId{base::uuid_of("made-up", "contact", name)};
}

inline Draft came_in(std::string_view name, std::string_view contact,
                     const std::vector<std::string>& children, CivilDate on = contact_day,
                     std::string_view corrects = {}) {
    ContactReceived body;
    body.contact = contact_named(contact);
    body.on = on;
    body.at = "10:06";
    body.channel = Channel::telephone;
    for (const auto& child : children) {
        ChildInContact part;
        part.name = child;
        body.children.push_back(part);
    }
    body.worry = "Seen alone by the roadside twice this morning.";
    return draft(name, {body.contact.uuid}, body, corrects);
}

inline Draft taken(std::string_view name, std::string_view contact, std::string worker) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid}, ContactTaken{id, base::WorkerId{someone(worker)}, worker});
}

inline Draft matched(std::string_view name, std::string_view contact, int nth,
                     std::string_view person) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid, someone(person)},
                 ContactChildMatched{id, nth, PersonId{someone(person)}, "Same name"});
}

inline Draft waits(std::string_view name, std::string_view contact, CivilDate until) {
    const auto id = contact_named(contact);
    return draft(name, {id.uuid}, ContactWaits{id, "An answer", "The school", until, ""});
}

inline Draft decided(std::string_view name, std::string_view contact, ContactOutcome outcome,
                     CivilDate on = contact_day, std::string_view corrects = {}) {
    const auto id = contact_named(contact);
    ContactDecided body;
    body.contact = id;
    body.outcome = outcome;
    body.reason = "Known to be safe";
    body.on = on;
    return draft(name, {id.uuid}, body, corrects);
}

} // namespace gweld::made_up

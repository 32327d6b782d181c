// front_door.h - a morning at the front door of the small office: a duty worker, another, a head of
// service, and short ways to do what they do.
#pragma once

#include "casework/contacts.h"
#include "casework/front_door.h"
#include "small_office.h"

namespace gweld::casework {

using record::ContactOutcome;

inline const auto today_there = time::day(24, std::chrono::November, 2026); // a Tuesday

inline record::ContactReceived about(std::vector<std::string> names) {
    record::ContactReceived contact;
    contact.on = today_there;
    contact.at = "08:35";
    contact.channel = record::Channel::telephone;
    contact.source = record::ContactSource::nursery;
    contact.organisation = "Meithrin y Bont";
    contact.referrer = "Non Gruffudd";
    contact.referrer_role = "Manager";
    contact.reach = "01632 960 101";
    for (auto& name : names) {
        record::ChildInContact child;
        child.name = std::move(name);
        contact.children.push_back(std::move(child));
    }
    contact.worry = "Not collected until twenty to seven.";
    contact.worry_language = "en";
    return contact;
}

inline ContactNonsense nonsense(const ContactAnswer& answer) {
    return std::get<ContactNonsense>(answer.error());
}

class FrontDoorWork : public SmallOffice {
  protected:
    static access::Viewer gwyn() {
        return {"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""};
    }
    static access::Viewer mared() {
        return {"mared", thing("mared"), "Mared Owen", record::Role::duty_worker, {}, ""};
    }
    static access::Viewer elin() {
        return {"elin", thing("elin"), "Elin Rees", record::Role::head_of_service, {}, ""};
    }
    ContactId came_in(const std::string& key, const record::ContactReceived& contact) {
        EXPECT_TRUE(record_contact(office, gwyn(), contact, {key, {}}).ok());
        return contact_of_key(key);
    }
    Saw saw(const std::string& key, ContactId contact) {
        std::int64_t version = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { version = r.version_of(contact.uuid); })
                .ok());
        return {key, {{contact.uuid, version}}};
    }
    OpenContact open(ContactId contact) {
        return open_contact(office, gwyn(), contact, "contact").value();
    }
    FrontDoor board(Show show = Show::all) { return front_door(office, gwyn(), show, 1).value(); }
    void take(ContactId contact, const access::Viewer& who) {
        EXPECT_TRUE(take_contact(office, who, contact, saw("take " + who.name, contact)).ok());
    }
    ContactAnswer decide(ContactId contact, ContactOutcome outcome, const std::string& key,
                         std::vector<int> new_people = {},
                         record::Consent consent = record::Consent::not_asked) {
        return decide_contact(office, gwyn(),
                              {contact, outcome, "Known to be safe", consent, new_people},
                              saw(key, contact));
    }
};

} // namespace gweld::casework

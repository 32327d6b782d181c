// contact_view.h - one contact as a page, for the page itself and for what comes back to it. Knows
// no store but through casework::open_contact.
#pragma once

#include "casework/contacts.h"
#include "web/pages/forms/fault.h"
#include "web/pages/front_door/contact_parts.h"
#include "web/pages/site.h"

namespace gweld::web::pages::door {

struct ContactView {
    std::vector<FieldFault> faults = {};
    std::vector<std::string> since = {};
    int status = 200;
};

std::optional<base::ContactId> contact_in(const Caller& caller);
Response show_contact(const Caller& caller, const casework::OpenContact& open,
                      const ContactView& view);
Response refusal(const Caller& caller, const casework::OpenRefused& refused);
// One child of it: as given, who it is, who it might be, and what still has to come.
ContactChildShown child_of_contact(const Caller& caller, const casework::OpenContact& open,
                                   const casework::ContactChild& child);

// What has been recorded about a contact, in sentences, oldest first.
struct Happened {
    std::string what;
    std::string detail;
};
Happened happened(const Words& say, const record::Entry& entry);
// "Gwyn Owen took it, 10:12am on Tue 24 Nov" ...: for a form somebody else was quicker than.
std::vector<std::string> happened_since(const Words& say,
                                        const std::vector<record::Entry>& entries);

} // namespace gweld::web::pages::door

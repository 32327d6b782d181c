// contact.h - opening one contact: decided, logged and read; what the record says of its children
// and who those not known yet might be. Knows no page.
#pragma once

#include "casework/child.h"
#include "casework/front_door.h"
#include "casework/matching.h"

#include <vector>

namespace gweld::casework {

using base::ContactId;

// May somebody do this about a child or a contact? Shown only where it may be done.
enum class May : std::uint8_t { no, yes };

struct ContactChild {
    record::ContactChildRow row;
    std::optional<record::PersonRow> person; // who it is; none: not matched
    std::string worker;                      // the allocated worker today; empty: nobody
    bool on_register = false;
    std::string lacks;          // as HandOverRow names it; empty: nobody is waited for
    std::string let_go_because; // a manager said so; empty: nobody did
    May open_record = May::no;
    std::vector<Suggestion> suggestions; // for whom is not matched, and only for who may match
};

struct OpenContact {
    record::ContactRow row;
    record::ContactReceived received; // as it is believed now
    std::vector<ContactChild> children;
    std::vector<record::Entry> history; // about the contact, oldest first
    law::DueAnswer due = law::CannotSay{};
    record::SeenVersion version;
    access::Ground ground{};
    May work = May::no;
    May extend = May::no;
    May let_go = May::no;

    bool decided() const { return !row.outcome.empty(); }
    bool may_be_corrected() const; // not what an extract brought
    ContactId id() const { return ContactId{row.contact}; }
};

// The contact and each matched child are looks, and so is everyone suggested. A contact that is
// not there is not logged; a refused look at one that is, is.
base::Result<OpenContact, OpenRefused> open_contact(Office& office, const access::Viewer& viewer,
                                                    ContactId contact, std::string_view page);

// Inside the caller's transaction: decides about a contact by who its children are, and writes the
// looks down. None: no such contact.
struct ContactTies {
    record::ContactRow row;
    std::vector<record::ContactChildRow> children;
    std::vector<record::AllocationRow> allocations; // of every matched child
    std::vector<record::BarrierRow> barriers;       // of the same

    access::ContactBearing bearing() const {
        return {allocations, barriers,
                row.outcome.empty() ? access::ContactStands::waiting
                                    : access::ContactStands::decided};
    }
};
std::optional<ContactTies> read_contact_ties(const record::Reading& reading, ContactId contact);
access::Decision look(Office& office, record::Writing& tx, const access::Viewer& viewer,
                      access::ContactAction action, const ContactTies& ties, std::string_view page);

} // namespace gweld::casework

// front_door.h - the board of what came in: what waits for a decision, most urgent first, by when,
// who has it, and the account that shows that nothing was lost. Knows no page.
#pragma once

#include "casework/office.h"
#include "law/clock.h"

#include <string>
#include <vector>

namespace gweld::casework {

inline constexpr std::string_view decision_rule = "report.decision";

// The last day on which a contact received on the day is decided in time: one working day after,
// by the card. CannotSay: beyond the card's calendar.
law::DueAnswer decision_due(const law::Book& book, CivilDate received);

// Where a contact stands in the queue; smaller is more urgent.
enum class Urgency : std::uint8_t {
    act_now,  // possible significant harm: does not wait for a clock
    past_due, // not decided within the working day
    waited,   // the date it was to wait until has passed: for the team manager
    today,
    later,
    undetermined
};

struct KnownOf { // what the record says of the children of a contact
    std::size_t matched = 0;
    std::size_t earlier = 0; // contacts about them in the year before this one
    bool on_register = false;
    std::string worker;       // of the first who has an allocated worker
    std::size_t possible = 0; // people whom the children not matched yet might be
};

struct WaitingContact {
    record::ContactRow row;
    std::int64_t version = 0; // of the contact, for an optimistic append
    Urgency urgency = Urgency::undetermined;
    std::optional<CivilDate> due; // none: cannot be said
    bool waited_too_long = false; // whatever else is so
    std::vector<record::ContactChildRow> children;
    KnownOf known;
    std::optional<record::ReferralRow> form; // none: it came another way
};

// Carried over + received today - decided today = waiting. Carried over: received before today and
// not decided before today. Each number is counted by itself.
struct Account {
    std::size_t carried_over = 0;
    std::size_t received = 0;
    std::size_t decided = 0;
    std::size_t waiting = 0;
    bool adds_up() const { return carried_over + received == waiting + decided; }
};
struct ChannelAccount {
    std::string channel;
    Account account;
};

enum class Show : std::uint8_t { all, mine, nobody };

struct FrontDoor {
    std::vector<WaitingContact> contacts; // of this page of the queue, most urgent first
    std::size_t pages = 1;
    std::size_t page = 1;
    std::size_t shown = 0; // in all pages of what was asked for
    std::size_t waiting = 0;
    std::size_t mine = 0;
    std::size_t nobody = 0;
    std::size_t due_today = 0; // of everything that waits
    std::size_t late = 0;
    std::size_t waited = 0;            // past the day they were to wait until
    std::size_t referrers_to_tell = 0; // of decided contacts
    Account account;
    std::vector<ChannelAccount> channels; // those with something to account for

    bool adds_up() const;
};

inline constexpr std::size_t contacts_on_a_page = 40;

// What everybody at the door sees alike, worked out once for each state of the record.
struct DoorQueue {
    std::vector<WaitingContact> contacts; // all that wait, most urgent first, without `known`
    std::size_t nobody = 0;
    std::size_t due_today = 0;
    std::size_t late = 0;
    std::size_t waited = 0;
    std::size_t referrers_to_tell = 0; // of decided contacts
    Account account;
    std::vector<ChannelAccount> channels;
};
struct DoorPage {
    std::vector<WaitingContact> contacts;
};

// A page beyond the last is the last. The viewer must have been let in (access::Place::front_door).
base::Result<FrontDoor, record::StoreFault> front_door(Office& office, const access::Viewer& viewer,
                                                       Show show, std::size_t page);

} // namespace gweld::casework

// phone_kinds.h - what went onto a phone, what came from it, and what could not be recorded as it
// came. A visit written on a phone is a visit like any other (visit.made, visit.attempted); these
// stand beside it. Included by kinds.h; knows no cryptography, no browser and no rule.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

struct DeviceTag;
struct ItemTag;
using DeviceId = base::Id<DeviceTag>; // one work list on one phone: made anew each time
using ItemId = base::Id<ItemTag>;     // one visit as saved on a phone

// Moments on a phone are what its own clock said: a claim, written as RFC 3339 in UTC.

struct PhoneListTaken { // about: the worker, the device
    DeviceId device;
    std::vector<PersonId> children; // whose names and needs are in it
    std::string until;              // by our clock
};
BOOST_DESCRIBE_STRUCT(PhoneListTaken, (), (device, children, until))

struct PhoneListWiped { // about: the worker, the device
    DeviceId device;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(PhoneListWiped, (), (device, why))

// agrees: within five minutes of ours as far as can be told.
enum class PhoneClock { agrees, fast, slow };
BOOST_DESCRIBE_ENUM(PhoneClock, agrees, fast, slow)

struct PhoneVisitReceived { // about: the visit's children, the worker's phones, the item
    base::EntryId visit;
    ItemId item;
    DeviceId device;
    std::string written;
    PhoneClock clock = PhoneClock::agrees;
    std::string content;                 // digest of what was sealed, hexadecimal
    std::vector<base::EntryId> same_day; // other visits to these children, recorded before it
};
BOOST_DESCRIBE_STRUCT(PhoneVisitReceived, (),
                      (visit, item, device, written, clock, content, same_day))

enum class WhyHeld {
    not_yours,     // or not there: never told apart
    in_future,     // the day, by our clock
    clock_wrong,   // the phone's, so that the day cannot be relied on
    not_complete,  // the form's own rules
    not_finished,  // never saved: kept while it was being written
    nobody_named,  // written without the work list
    list_wiped,    // the phone was said to be lost
    not_born,      // the day is before the birth
    said_otherwise // the same item came before with another text
};
BOOST_DESCRIBE_ENUM(WhyHeld, not_yours, in_future, clock_wrong, not_complete, not_finished,
                    nobody_named, list_wiped, not_born, said_otherwise)

struct SaidOnPhone { // one answer, as the form names it
    std::string field;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(SaidOnPhone, (), (field, value))

struct PhoneVisitHeld { // about: the worker's phones, the item. In no child's record.
    ItemId item;
    DeviceId device;
    std::string written;
    PhoneClock clock = PhoneClock::agrees;
    std::string content;
    WhyHeld because = WhyHeld::not_complete;
    std::vector<SaidOnPhone> said; // everything that was typed
};
BOOST_DESCRIBE_STRUCT(PhoneVisitHeld, (), (item, device, written, clock, content, because, said))

struct PhoneVisitSettled { // about: the worker's phones, the item
    base::EntryId held;
    std::optional<base::EntryId> visit = {}; // what it was recorded as; none: set aside
    std::string reason;                      // why it was set aside
};
BOOST_DESCRIBE_STRUCT(PhoneVisitSettled, (), (held, visit, reason))

// The subject of what came from one worker's phones, so that it is found without reading everything
// else about the worker.
inline base::Uuid phones_of(base::Uuid worker) {
    return base::uuid_of("gweld", "phones", base::to_text(worker));
}
// The subject of one item. Never its id, which a browser made: it could be a child's.
inline base::Uuid subject_of(ItemId item) {
    return base::uuid_of("gweld", "phone item", base::to_text(item.uuid));
}

} // namespace gweld::record

// phone_lists.h - the work list that goes onto a phone: taken, wiped, and what is so of it now.
// What is in it the page says; whose names may be in it access decides here. Knows no page, no
// cryptography and no browser.
#pragma once

#include "casework/office.h"
#include "casework/recording.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

// SAFETY: no more people than a day's visits are about. A choice, not a rule; see
// docs/decisions/offline.md.
inline constexpr std::size_t most_children_on_phone = 10;

struct TooManyChildren {};
struct NoChildren {};
struct ListTaken {
    record::DeviceId device;
    record::Instant at;
    record::Instant until; // at + life: from then on the phone throws it away by itself
};
using ListRefused =
    std::variant<NotFoundOrNotYours, TooManyChildren, NoChildren, record::StoreFault>;

// Each child is decided and logged as a look ("offline-list"); one refusal refuses the whole.
base::Result<ListTaken, ListRefused> take_list(Office& office, const access::Viewer& viewer,
                                               const std::vector<PersonId>& children,
                                               std::chrono::hours life);

// Whoever took the list may say that its phone is lost, or that they want it gone. Wiping twice is
// as wiping once.
using WipeRefused = std::variant<NotFoundOrNotYours, record::StoreFault>;
base::Result<base::Nothing, WipeRefused> wipe_list(Office& office, const access::Viewer& viewer,
                                                   record::DeviceId device, const std::string& why);

struct ListOnPhone {
    record::DeviceId device;
    Uuid worker;
    record::Instant taken;
    record::Instant until;
    std::vector<PersonId> children;
    std::optional<record::Instant> wiped;
};
// None: no such list; whatever else has that id is not read. Inside the caller's transaction.
std::optional<ListOnPhone> list_on_phone(const record::Reading& reading, record::DeviceId device);
// The lists that were taken by people of the viewer's team and were not over before `since`, the
// newest first. Nobody's but for a team manager, who may wipe them.
struct TeamsPhone {
    std::string worker; // by the name of the account
    ListOnPhone list;
};
base::Result<std::vector<TeamsPhone>, record::StoreFault>
phones_of_team(Office& office, const access::Viewer& viewer, record::Instant since);

// Wiped, or of somebody whose account is closed, or who has been shut out of one of the records
// since.
enum class OnPhone : std::uint8_t { stays, goes };
OnPhone what_becomes_of(const record::Reading& reading, const ListOnPhone& list,
                        const access::When& now);

// Whether anybody ever had anything to do with a phone: then a key for phones was made.
enum class Ever : std::uint8_t { no, yes };
base::Result<Ever, record::StoreFault> any_phone_yet(Office& office);

} // namespace gweld::casework

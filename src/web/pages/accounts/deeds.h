// deeds.h - what can be done to an account that is there, each with a page of its own that says
// what it does. Knows no store.
#pragma once

#include "casework/accounts.h"
#include "web/pages/accounts/account_pages.h"

#include <span>
#include <string_view>

namespace gweld::web::pages::accounts {

struct Deed {
    std::string_view name; // in the address
    std::string_view heading;
    std::string_view what; // it does
    bool (*fits)(const casework::AccountListed&);
    std::vector<Html> (*boxes)(const Words&, const People&, const record::Account&, const Fields&);
    // None: something is not chosen.
    std::optional<casework::AccountChange> (*change)(const Fields&, const People&);
};
std::span<const Deed> all_deeds();

} // namespace gweld::web::pages::accounts

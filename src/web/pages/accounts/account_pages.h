// account_pages.h - what the pages about accounts share. Knows no single one.
#pragma once

#include "casework/accounts.h"
#include "web/pages/accounts/accounts_parts.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages::accounts {

std::string said(const Words& say, record::Role role);
std::string said(const Words& say, record::AccountDeed deed);
std::string state_of(const Words& say, const casework::AccountListed& one);
// What is wrong, as a sentence. A fault of the store is a page of its own.
std::string said(const Words& say, const casework::AccountRefused& refused);

struct People { // to choose from
    std::vector<record::TeamRow> teams;
    std::vector<record::WorkerRow> workers;
};
base::Result<People, record::StoreFault> people_of(const Caller& caller);
casework::TeamGiven team_in(const Fields& form, const People& people);
std::optional<record::Role> role_in(const Fields& form);

Html text_box(const Words& say, std::string_view name, std::string_view label,
              const std::string& value);
Html password_box(const Words& say, std::string_view label);
Html role_select(const Words& say, const std::string& chosen);
Html team_select(const Words& say, const People& people, const std::string& chosen);
Html worker_select(const Words& say, const People& people, const std::string& chosen);
Html errors(const Words& say, const std::string& error);
Html done_banner(const Caller& caller);

void add_listing(Site& site);
void add_opening(Site& site);
void add_changing(Site& site);

} // namespace gweld::web::pages::accounts

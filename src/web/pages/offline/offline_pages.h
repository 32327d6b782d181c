// offline_pages.h - what the offline pages share. Knows no single one.
#pragma once

#include "casework/phone_visits.h"
#include "phone/keys.h"
#include "web/pages/offline/offline_parts.h"
#include "web/pages/site.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

// Null: this server cannot offer it (a plain address, or no key to be had).
const phone::Keys* phone_keys(const Site& site);

Html code_box(const std::string& id, const std::string& label, const std::string& hint);

std::vector<ListShown> own_lists(const Caller& caller, const casework::PhoneMatters& matters);

void add_offline_shell(Site& site);
void add_phone_lists(Site& site);
void add_getting_ready(Site& site);
void add_phone_sending(Site& site);
void add_phone_waiting(Site& site);
void add_putting_right(Site& site);

} // namespace gweld::web::pages

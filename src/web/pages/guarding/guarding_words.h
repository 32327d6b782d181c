// guarding_words.h - exclusions, restrictions and emergencies in words, and what can be wrong with
// a form about them. Knows no page.
#pragma once

#include "casework/emergencies.h"
#include "casework/guarding.h"
#include "web/pages/forms/sheet.h"

namespace gweld::web::pages {

std::string said(const Words& say, record::WhyExcluded because);
std::string said(const Words& say, record::WhyRestricted because);
std::string said(const Words& say, record::WhyOpened because);
std::string said(const Words& say, record::OpeningFound found);
std::string said(const Words& say, record::ConnectedAs as);
// What a form offers: found_alike is the program's own.
std::vector<Option> reasons_to_exclude(const Words& say);
std::vector<Option> reasons_to_restrict(const Words& say);
std::vector<Option> reasons_to_open(const Words& say);

// Whoever can sign in, for a list.
std::vector<Option> people_here(const Caller& caller);
FieldFault fault_of_guarding(casework::GuardingNonsense nonsense);

} // namespace gweld::web::pages

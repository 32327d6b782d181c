// protecting_words.h - a protected address in words, and what can be wrong with a form about one.
// Knows no page.
#pragma once

#include "casework/protected_addresses.h"
#include "web/pages/forms/sheet.h"

namespace gweld::web::pages {

std::string said(const Words& say, record::WhyProtected because);
std::vector<Option> reasons_to_protect(const Words& say);
// "Home", "Placement", "Somewhere else"
std::string address_kind_words(const Words& say, std::string_view kind);
// "3 Maes-y-coed, Pentre Felin, NP15 1HF"; of a protected one, that it is.
std::string address_words(const Words& say, const std::string& lines, const std::string& postcode);
FieldFault fault_of_protecting(casework::ProtectingNonsense nonsense);

} // namespace gweld::web::pages

// names.h - finding people by how their names sound written down: accents, Welsh digraphs,
// patronymics. Knows no storage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gweld::people {

// Lower case, no accents (ŵ ŷ â é ...), apostrophes and hyphens to spaces, NFKD through ICU.
// "Siân" and "Sian" fold alike; so do "Tŷ" and "Ty". Invalid UTF-8 is replaced, never refused.
std::string fold(std::string_view name);

// The keys a person is found by: every word of the folded name, the words joined ("ap rhys" also
// "aprhys"), the word after ap, ab, ferch, verch, mac, mc, o', and common spelling pairs where
// Welsh and English writings differ (ff/f at the start, ph/ff, k/c ...); see names.cc for the
// closed list. The letters ll, dd, ch, ng, rh, th, ph are letters: a prefix search for "l" finds
// Lloyd, because people type as far as they please; sorting (collation) is where they count as one.
std::vector<std::string> name_keys(std::string_view forename, std::string_view surname);

// What a person typed into the search box, as prefixes for Reading::people_named.
std::vector<std::string> search_prefixes(std::string_view typed);

// Orders names as a Welsh telephone book does: ch after c, dd after d, ff, ng, ll, ph, rh, th.
bool comes_before(std::string_view a, std::string_view b);

} // namespace gweld::people

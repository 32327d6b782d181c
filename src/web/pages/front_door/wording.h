// wording.h - the front door's closed lists in the reader's words, said once for every page.
#pragma once

#include "casework/contacts.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/site.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages::door {

// By the stored name of the enumerator; a name of a newer program is shown as it is.
std::string channel_words(const Words& say, std::string_view channel);
std::string source_words(const Words& say, std::string_view source);
std::string outcome_words(const Words& say, std::string_view outcome);

// What the family said to early help; empty: it was not asked about.
std::string consent_words(const Words& say, const record::ContactDecided& decided);

std::vector<Option> channel_options(const Words& say);
std::vector<Option> source_options(const Words& say);
std::vector<Option> outcome_options(const Words& say);

// "Same name, born on the same day": why somebody is suggested.
std::string alike_words(const Words& say, const std::vector<casework::Alike>& alike);

// The control at fault and what to do; {name} is never used.
struct Wrong {
    std::string_view field;
    std::string_view sentence;
};
Wrong wrong_with(casework::ContactNonsense nonsense);

// "Leo Hartley, 14"; "Unborn baby, expected January 2027".
std::string child_words(const Words& say, const record::ContactChildRow& child,
                        time::CivilDate today);
// Of all of them: three at most, then how many more.
std::string children_words(const Words& say, const std::vector<record::ContactChildRow>& children,
                           time::CivilDate today);
// "10:06" on the day itself, else "Mon 23 Nov, 11:30".
std::string received_words(const Words& say, const record::ContactRow& row, time::CivilDate today);
time::CivilDate day_of(std::int64_t day_number);

} // namespace gweld::web::pages::door

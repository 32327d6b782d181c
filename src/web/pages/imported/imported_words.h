// imported_words.h - the codes and flags of the Standard Safeguarding Dataset in the reader's
// words. A code it does not know is shown as it stands. Knows no page.
#pragma once

#include "protection/enquiries.h"
#include "words/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

using words::Words;

// "New referral; strategy discussion"; empty for none.
std::string outcomes_in_words(const Words& say, const std::vector<std::string>& flags);
// "Abuse or neglect (N1)".
std::string need_in_words(const Words& say, std::string_view code);
// "The case was closed after assessment, no further action (RC8)".
std::string close_reason_in_words(const Words& say, std::string_view code);
// How a child took part in a review; what is no code of the dataset is the text itself.
std::string participation_in_words(const Words& say, const std::string& text);

// What followed an enquiry, as it was written here or as the earlier system's outcomes say.
std::string what_follows(const Words& say, const protection::Conclusion& concluded);
std::string what_follows(const Words& say, const record::ChildAtEnquiry& part);

} // namespace gweld::web::pages

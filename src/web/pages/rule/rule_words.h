// rule_words.h - a rule card in the reader's language. Knows no page.
#pragma once

#include "law/card.h"
#include "words/words.h"

#include <string>

namespace gweld::web::pages {

const std::string& in_reader_language(const words::Words& say, const law::Bilingual& text);
// "10 working days"; of a chain the first and each one after. Empty: the rule gives no length.
std::string time_given(const words::Words& say, const law::Card& card);

} // namespace gweld::web::pages

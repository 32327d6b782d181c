// duty_words.h - how one child's duties are said: the answer that begins the summary, each clock,
// how a duty stood, and why one cannot be worked out. Knows no page.
#pragma once

#include "web/components/ours.h"
#include "web/pages/child/shown.h"

#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages::child_record {

// "Seen on her own", "Core group": the condition by itself.
std::string condition_named(const Shown& shown, std::string_view rule);
const std::string& spoken(const Words& say, const law::Bilingual& text);

// "2 working days overdue", "Due today", "Done"
std::string left_in_words(const Words& say, const casework::Condition& condition);
// How one duty stands, or stood: "On time, recorded late".
std::string state_in_words(const Words& say, protection::DutyState state);
// Why it cannot be worked out; empty when it can.
std::string why_in_words(const Words& say, const law::Book& book, const protection::Duty& duty);

ours::Clock clock_of(const Shown& shown, const casework::Condition& condition);
// The answer first: what is overdue, else what comes next, and what puts it right.
std::vector<std::string> answer_of(const Shown& shown);

// The interval a duty runs by: the first of its registration, or each one after.
const law::Interval& interval_of(const law::Card& card, const protection::Duty& duty,
                                 const protection::History& history);

} // namespace gweld::web::pages::child_record

// standing_words.h - how a child stands, in the reader's words: one place, so that every page says
// the same thing the same way.
#pragma once

#include "casework/standing.h"
#include "web/components/tone.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

// Icon, word and date for one condition: "Overdue, was due Fri 20 Nov".
ours::Status status_of(const Caller& caller, const casework::Condition& condition);
ours::Tone tone_of(const casework::Condition& condition);
// "2 working days overdue", "Due today", "3 working days left"; "Cannot be worked out".
std::string days_words(const Words& say, const casework::Condition& condition);
// The most urgent open clock of a child as a block; waiting when nothing is open.
ours::Due due_block(const Words& say, const casework::Standing& standing);

// "8", "4 months"; "not born yet"; empty when neither birth date is known.
std::string age_words(const Words& say, const record::PersonRow& person, time::CivilDate today);
// "Ffion Davies" as a link to her record, then ", 8".
Html name_and_age(const Caller& caller, const casework::Facts& facts);
// The date with its year when it is more than half a year from today.
std::string near_date(const Caller& caller, time::CivilDate date);

} // namespace gweld::web::pages

// conference_words.h - what belongs to conferences, in the reader's words.
#pragma once

#include "casework/chairs.h"
#include "casework/conference_file.h"
#include "casework/conference_practice.h"
#include "casework/conferences.h"
#include "web/pages/forms/fault.h"
#include "words/words.h"

#include <string>

namespace gweld::web::pages {

using words::Words;

std::string minutes_in_words(const Words& say, int minutes); // "90 minutes"
std::string said(const Words& say, record::Weekday day);
std::string said(const Words& say, record::ConferencePaper paper);
std::string said(const Words& say, record::RecordAnswer answer);
std::string said(const Words& say, record::FeedbackFrom from);
std::string said(const Words& say, record::Felt felt);

// "Initial child protection conference", "... before the birth".
std::string title_of(const Words& say, const casework::ConferenceFile& file);
std::string short_type(const Words& say, record::ConferenceType type); // "Initial"
// "Ffion and Osian Davies"; families with two surnames: every name in full.
std::string names_of(const std::vector<std::shared_ptr<const casework::Facts>>& children);

FieldFault fault_of(casework::ConferenceNonsense nonsense);
FieldFault fault_of(casework::DiaryNonsense nonsense);
FieldFault fault_of(casework::PracticeNonsense nonsense);

} // namespace gweld::web::pages

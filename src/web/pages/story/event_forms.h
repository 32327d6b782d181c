// event_forms.h - the forms of the chronology, and when an event was in words.
#pragma once

#include "web/pages/story/known_date.h"
#include "web/pages/story/story_form.h"

namespace gweld::web::pages::story {

// How much of the day is known; a whole day for everything but what was added by hand.
KnownDate known_day(const record::Entry& event);
std::string when_it_was(const Words& say, const record::Entry& event);

void add_weigh_form(Site& site);
void add_note_forms(Site& site);

} // namespace gweld::web::pages::story

// alert_words.h - an alert in words, and its address. Knows no page.
#pragma once

#include "casework/alerts.h"
#include "web/pages/site.h"

#include <string>

namespace gweld::web::pages {

std::string lacks(const Words& say, const casework::Alert& alert);    // "Not seen alone in time"
std::string whom(const Caller& caller, const casework::Alert& alert); // the child, or the contact
std::string rung_words(const Words& say, casework::Rung rung);        // "the team manager"
std::string step_words(const Caller& caller, const casework::AlertStep& step);
Url record_of(const Caller& caller, const casework::Alert& alert); // the child's, or the contact
Url answer_to(const Caller& caller, const casework::Alert& alert);

} // namespace gweld::web::pages

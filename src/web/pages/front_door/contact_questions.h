// contact_questions.h - what is asked about a contact when it comes in and when it is put right.
// Knows no page.
#pragma once

#include "web/pages/forms/sheet.h"
#include "web/pages/front_door/contact_typed.h"

namespace gweld::web::pages::door {

enum class KnownAlready : std::uint8_t { ask, leave_as_matched };
Html ask_child(const Words& say, const Questions& ask, std::size_t nth, KnownAlready known);
void ask_how(const Words& say, const Questions& ask, std::vector<Html>& questions);
void ask_who(const Words& say, const Questions& ask, std::vector<Html>& questions);
void ask_worry(const Words& say, const Questions& ask, std::vector<Html>& questions);

PersonNumbered people_numbered(const Caller& caller);

} // namespace gweld::web::pages::door

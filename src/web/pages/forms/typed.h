// typed.h - single values as people type them. Knows no form.
#pragma once

#include "time/civil_date.h"

#include <optional>
#include <string>
#include <string_view>

namespace gweld::web::pages {

std::string trimmed(std::string_view text); // without white space at either end
// Digits only, from 0 up; none: anything else.
std::optional<int> whole_number(std::string_view text);
// A day of the calendar with a year of four digits; none: there is no such day.
std::optional<time::CivilDate> day_typed(std::string_view day, std::string_view month,
                                         std::string_view year);
// "15:10", "15.10", "1510", "3:10pm", "3pm" -> "15:10", 24 hours; none: cannot be read.
std::optional<std::string> time_typed(std::string_view typed);
// "sa99 9zz" and "SA999ZZ" are the postcode "SA99 9ZZ".
std::string postcode_typed(std::string_view typed);
// Whether a message could go to it: something, an @, and a domain with a dot; no white space.
bool looks_like_email(std::string_view typed);
// Six figures at least, and only what stands in telephone numbers; "ext 12" (or "est 12") may
// follow.
bool looks_like_phone(std::string_view typed);

} // namespace gweld::web::pages

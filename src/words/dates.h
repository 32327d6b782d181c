// dates.h - how a date and a moment are said in each language. Knows no sentence.
#pragma once

#include "words/words.h"

#include <string>

namespace gweld::words {

std::string long_date(Language language, time::CivilDate date);
enum class Year : std::uint8_t { left_out, shown };
std::string short_date(Language language, time::CivilDate date, Year year);
std::string month_year(Language language, time::CivilDate any_day_in_it);
std::string short_month(Language language, time::CivilDate any_day_in_it);
std::string moment(Language language, time::WallTime wall, Year year);

} // namespace gweld::words

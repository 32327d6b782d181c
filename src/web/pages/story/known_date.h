// known_date.h - a date of which perhaps only the month or the year is known: typed, shown again,
// said. Knows no form.
#pragma once

#include "casework/kin.h"
#include "web/pages/forms/answers.h"
#include "words/words.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages::story {

using casework::KnownDate;
using time::CivilDate;
using words::Words;

// NAME-day, NAME-month, NAME-year with the day, or the day and the month, left empty. None: nothing
// typed (with the fault, unless the sentence is empty) or no date (always with one).
std::optional<KnownDate> known_date(Answers& answers, std::string_view name,
                                    std::string_view when_empty);
// The fields as they would be typed.
void add_fields(std::vector<Field>& fields, std::string_view name, const KnownDate& date);
// "14 March 2018", "March 2018", "2018"
std::string said(const Words& say, const KnownDate& date);

} // namespace gweld::web::pages::story

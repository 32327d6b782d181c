// date_input.h - a date someone knows by heart, in three boxes. GOV.UK Frontend "date input".
#pragma once

#include "web/components/fieldset.h"
#include "web/components/input.h"

#include <cstdint>
#include <map>

namespace gweld::web::govuk {

enum class DatePiece : std::uint8_t { other, day, month, year };

struct DatePart {
    DatePiece piece = DatePiece::other; // a year is four wide, the rest two
    std::string name = {};              // empty: "day", "month" or "year"
    std::string label = {};             // in the reader's language
    std::string id = {};                // empty: the date's id, a dash, the name
    std::optional<std::string> value = {};
    std::optional<bool> error = {}; // none: red when the date has an error that names no part
    std::string inputmode = "numeric";
    std::string autocomplete = {};
    std::string pattern = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct DateInput {
    std::string id = {};
    std::string name_prefix = {}; // "born" gives born-day, born-month, born-year
    std::vector<DatePart> parts = {};
    std::map<std::string, std::string> values = {}; // by a part's full name
    std::optional<Fieldset> fieldset = {};
    std::optional<Hint> hint = {};
    std::optional<ErrorMessage> error = {};
    FormGroup group = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html render(const DateInput& date);

} // namespace gweld::web::govuk

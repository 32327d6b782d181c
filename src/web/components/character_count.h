// character_count.h - a textarea that says how much is left. GOV.UK Frontend "character count".
#pragma once

#include "web/components/textarea.h"

#include <utility>

namespace gweld::web::govuk {

// One sentence per plural form ("one", "two", "few", "many", "other"), with %{count}.
using PluralForms = std::vector<std::pair<std::string, std::string>>;

struct CharacterCountWords {
    PluralForms characters_under_limit = {};
    std::string characters_at_limit = {};
    PluralForms characters_over_limit = {};
    PluralForms words_under_limit = {};
    std::string words_at_limit = {};
    PluralForms words_over_limit = {};
};

struct CharacterCount {
    // Its group.after comes after the count; its described_by and autocomplete are not used.
    Textarea textarea = {};
    std::optional<int> maxlength = {};
    std::optional<int> maxwords = {};
    std::optional<int> threshold = {}; // percent of the limit at which the count is shown
    std::string count_type = {};       // empty: words when maxwords is given
    // "You can enter up to %{count} characters", in the reader's language. Read out, and shown
    // where the script does not run.
    std::string limit_text = {};
    std::string message_classes = {};
    CharacterCountWords words = {}; // left empty the script speaks English
};
Html render(const CharacterCount& count);

} // namespace gweld::web::govuk

// questions.h - questions put the same way on every form about a visit.
#pragma once

#include "web/components/radios.h"
#include "web/components/select.h"
#include "web/pages/site.h"
#include "web/pages/visit/form.h"

#include <span>

namespace gweld::web::pages {

struct Choice {
    std::string_view value;
    std::string words;
    Html reveals = {};
};

struct Question {
    std::string name;
    std::string words;
    std::string hint = {};
    std::vector<Choice> choices = {};
    std::string chosen = {};
    std::string live = {}; // what visit.js calls the answer; empty: it does not look
    enum class Look { tiles, list } look = Look::tiles;
};
Html ask(const Words& say, const Question& question, std::span<const FieldFault> faults);

// The sentence of the fault of this field, if it has one.
std::optional<std::string> fault_of(const Words& say, std::string_view field,
                                    std::span<const FieldFault> faults);
Html error_summary(const Words& say, std::span<const FieldFault> faults);

// The languages most often heard, by their own names; the code is BCP 47.
std::vector<govuk::SelectItem> languages_heard(const Words& say);

// A box for longer text; the text is never cut.
struct TextBox {
    std::string name;
    std::string words;
    std::string hint = {};
    std::string value = {};
    int rows = 5;
};
Html text_box(const Words& say, const TextBox& box, std::span<const FieldFault> faults);

// A child's own words and the language they were spoken in.
Html words_question(const Words& say, const ChildAnswers& child,
                    std::span<const FieldFault> faults);

} // namespace gweld::web::pages

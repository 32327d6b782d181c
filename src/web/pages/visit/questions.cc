#include "web/pages/visit/questions.h"

#include "web/components/error_summary.h"
#include "web/components/furniture.h"
#include "web/components/textarea.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

std::string sentence_of(const Words& say, const FieldFault& fault) {
    return fault.name.empty()
               ? say.say(fault.sentence)
               : say.say(fault.sentence, {{"name", fault.name}, {"n", fault.number}});
}

// In the list above the form nothing else says which question is meant.
std::string sentence_in_list(const Words& say, const FieldFault& fault) {
    auto sentence = sentence_of(say, fault);
    if (fault.question.empty()) {
        return sentence;
    }
    const auto question = say.say(fault.question);
    return question + (question.ends_with('?') ? " " : ": ") + sentence;
}

std::optional<govuk::ErrorMessage> error_for(const Words& say, std::string_view field,
                                             std::span<const FieldFault> faults) {
    auto sentence = fault_of(say, field, faults);
    if (!sentence) {
        return std::nullopt;
    }
    return govuk::ErrorMessage{*sentence, say.say("Error"), {}, {}, {}};
}

Html language_select(const Words& say, const ChildAnswers& child,
                     std::span<const FieldFault> faults) {
    govuk::Select select;
    select.name = field_of("language", child.child);
    select.label.content = say.say("In which language?");
    select.items = languages_heard(say);
    select.value = child.language;
    if (const auto fault = fault_of(say, select.name, faults)) {
        select.error = govuk::ErrorMessage{*fault, say.say("Error"), {}, {}, {}};
    }
    return govuk::render(select);
}

} // namespace

std::vector<govuk::SelectItem> languages_heard(const Words& say) {
    return {{"", ""},
            {"English", "en"},
            {"Cymraeg", "cy"},
            {"Polski", "pl"},
            {"Português", "pt"},
            {"Română", "ro"},
            {"العربية", "ar"},
            {"বাংলা", "bn"},
            {"Українська", "uk"},
            {say.say("British Sign Language"), "bfi"},
            {say.say("Another language"), "und"}};
}

std::optional<std::string> fault_of(const Words& say, std::string_view field,
                                    std::span<const FieldFault> faults) {
    const auto fault = std::ranges::find(faults, field, &FieldFault::field);
    return fault == faults.end() ? std::nullopt : std::optional{sentence_of(say, *fault)};
}

Html error_summary(const Words& say, std::span<const FieldFault> faults) {
    if (faults.empty()) {
        return {};
    }
    govuk::ErrorSummary summary;
    summary.title = say.say("There is a problem");
    for (const auto& fault : faults) {
        summary.errors.push_back({sentence_in_list(say, fault), Url::fragment(fault.field), {}});
    }
    return govuk::render(summary);
}

Html ask(const Words& say, const Question& question, std::span<const FieldFault> faults) {
    govuk::Radios radios;
    radios.name = question.name;
    govuk::Fieldset fieldset;
    fieldset.legend.content = question.words;
    fieldset.legend.classes = "govuk-fieldset__legend--s";
    radios.fieldset = std::move(fieldset);
    if (!question.hint.empty()) {
        radios.hint = govuk::Hint{question.hint, {}, {}, {}};
    }
    radios.error = error_for(say, question.name, faults);
    for (const auto& choice : question.choices) {
        govuk::Radio radio;
        radio.content = choice.words;
        radio.value = choice.value;
        radio.conditional = choice.reveals;
        radios.items.push_back(std::move(radio));
    }
    radios.value = question.chosen;
    radios.classes = question.look == Question::Look::tiles ? "app-tiles" : "";
    if (!question.live.empty()) {
        radios.attributes = ours::answers(question.live);
    }
    return govuk::render(radios);
}

Html text_box(const Words& say, const TextBox& box, std::span<const FieldFault> faults) {
    govuk::Textarea area;
    area.name = box.name;
    area.label.content = box.words;
    area.label.classes = "govuk-label--s";
    if (!box.hint.empty()) {
        area.hint = govuk::Hint{box.hint, {}, {}, {}};
    }
    area.error = error_for(say, box.name, faults);
    area.value = box.value;
    area.rows = box.rows;
    area.autocomplete = "off";
    return govuk::render(area);
}

Html words_question(const Words& say, const ChildAnswers& child,
                    std::span<const FieldFault> faults) {
    Markup out;
    out.put(text_box(say,
                     {field_of("words", child.child),
                      say.say("What did {name} say, in their own words?", {{"name", child.name}}),
                      say.say("In the language they spoke. Leave it empty if they said nothing you "
                              "want to keep."),
                      child.words, 3},
                     faults))
        .put(language_select(say, child, faults));
    return out.take();
}

} // namespace gweld::web::pages

#include "web/pages/visit/questions.h"
#include "web/components/checkboxes.h"
#include "web/components/date_input.h"
#include "web/components/radios.h"
#include "web/components/select.h"
#include "web/components/spoken.h"
#include "web/components/textarea.h"
#include "web/pages/forms/sheet.h"

namespace gweld::web::pages {

namespace {

std::optional<govuk::Hint> hint_of(const std::string& words) {
    return words.empty() ? std::nullopt : std::optional{govuk::Hint{words, {}, {}, {}}};
}

govuk::Fieldset fieldset_of(const std::string& words) {
    govuk::Fieldset fieldset;
    fieldset.legend.content = words;
    fieldset.legend.classes = "govuk-fieldset__legend--s";
    return fieldset;
}

std::optional<govuk::ErrorMessage> error_in(const Words& say, std::string_view field,
                                            std::span<const FieldFault> faults) {
    const auto fault = fault_of(say, field, faults);
    return fault ? std::optional{govuk::error_message(say, *fault)} : std::nullopt;
}

Html both(Html control, const Html& news) {
    Markup out;
    out.put(control).put(news);
    return out.take();
}

govuk::Input input_of(const Questions::Asked& asked, const Fields& typed) {
    govuk::Input input;
    input.name = asked.name;
    input.label.content = asked.words;
    input.label.classes = "govuk-label--s";
    input.hint = hint_of(asked.hint);
    input.value = std::string{typed.text(asked.name)};
    input.autocomplete = "off";
    return input;
}

} // namespace

Html Questions::line(const Asked& asked) const {
    auto input = input_of(asked, typed_);
    input.error = error_in(say_, asked.name, faults_);
    return both(govuk::render(input),
                beside(say_, meanwhile_, asked.name, typed_.text(asked.name)));
}

Html Questions::short_line(const Asked& asked) const {
    auto input = input_of(asked, typed_);
    input.classes = "govuk-input--width-10";
    input.error = error_in(say_, asked.name, faults_);
    return govuk::render(input);
}

Html Questions::box(const Asked& asked, int rows) const {
    std::string typed{typed_.text(asked.name)};
    auto news = beside(say_, meanwhile_, asked.name, typed);
    return both(
        text_box(say_, {asked.name, asked.words, asked.hint, std::move(typed), rows}, faults_),
        news);
}

Html Questions::date(const Asked& asked) const {
    using govuk::DatePiece;
    govuk::DateInput date;
    date.id = asked.name;
    date.name_prefix = asked.name;
    date.parts = {{DatePiece::day, "day", say_.say("Day")},
                  {DatePiece::month, "month", say_.say("Month")},
                  {DatePiece::year, "year", say_.say("Year")}};
    for (const auto* part : {"-day", "-month", "-year"}) {
        date.values[asked.name + part] = typed_.text(asked.name + part);
    }
    date.fieldset = fieldset_of(asked.words);
    date.hint = hint_of(asked.hint);
    date.error = error_in(say_, asked.name + "-day", faults_);
    return both(govuk::render(date), date_beside(asked.name));
}

Html Questions::one_of(const Asked& asked, const std::vector<Option>& options) const {
    govuk::Radios radios;
    radios.name = asked.name;
    radios.fieldset = fieldset_of(asked.words);
    radios.hint = hint_of(asked.hint);
    radios.error = error_in(say_, asked.name, faults_);
    for (const auto& option : options) {
        govuk::Radio radio;
        radio.content = option.words;
        radio.value = option.value;
        radio.hint = hint_of(option.hint);
        radio.conditional = option.reveals;
        radios.items.push_back(std::move(radio));
    }
    radios.value = std::string{typed_.text(asked.name)};
    return both(govuk::render(radios), choice_beside(asked.name, options));
}

Html Questions::any_of(const Asked& asked, const std::vector<Option>& options) const {
    govuk::Checkboxes boxes;
    boxes.name = asked.name;
    boxes.fieldset = fieldset_of(asked.words);
    boxes.hint = hint_of(asked.hint);
    boxes.error = error_in(say_, asked.name, faults_);
    for (const auto& option : options) {
        govuk::Checkbox box;
        box.content = option.words;
        box.value = option.value;
        box.hint = hint_of(option.hint);
        box.conditional = option.reveals;
        boxes.items.push_back(std::move(box));
    }
    for (const auto value : typed_.all(asked.name)) {
        boxes.values.emplace_back(value);
    }
    return both(govuk::render(boxes), choice_beside(asked.name, options));
}

Html Questions::from_list(const Asked& asked, const std::vector<Option>& options) const {
    govuk::Select select;
    select.name = asked.name;
    select.label.content = asked.words;
    select.label.classes = "govuk-label--s";
    select.hint = hint_of(asked.hint);
    select.error = error_in(say_, asked.name, faults_);
    select.items.push_back({say_.say("Choose"), "", {}, false, {}});
    for (const auto& option : options) {
        select.items.push_back({option.words, option.value, {}, false, {}});
    }
    select.value = std::string{typed_.text(asked.name)};
    return both(govuk::render(select), choice_beside(asked.name, options));
}

Html Questions::choice_beside(const std::string& name, const std::vector<Option>& options) const {
    const auto theirs = meanwhile_ == nullptr ? std::nullopt : meanwhile_->theirs(name);
    std::string words;
    for (const auto& option : options) {
        const auto all = "\n" + std::string{theirs.value_or("")} + "\n";
        if (theirs && all.find("\n" + option.value + "\n") != std::string::npos) {
            words.append(words.empty() ? "" : ", ").append(option.words);
        }
    }
    return beside_choice(say_, meanwhile_, name, words);
}

Html Questions::date_beside(const std::string& name) const {
    if (meanwhile_ == nullptr) {
        return {};
    }
    std::string words;
    std::string_view changed;
    for (const auto* part : {"-day", "-month", "-year"}) {
        const auto theirs = meanwhile_->theirs(name + part);
        changed = theirs || meanwhile_->is_taken(name + part) ? part : changed;
        words.append(words.empty() ? "" : " ").append(theirs ? *theirs : typed_.text(name + part));
    }
    return beside_choice(say_, meanwhile_, name + std::string{changed}, words);
}

Html Questions::language(const Asked& asked) const {
    govuk::Select select;
    select.name = asked.name;
    select.label.content = asked.words;
    select.label.classes = "govuk-label--s";
    select.hint = hint_of(asked.hint);
    select.items = languages_heard(say_);
    select.value = std::string{typed_.text(asked.name)};
    return govuk::render(select);
}

} // namespace gweld::web::pages

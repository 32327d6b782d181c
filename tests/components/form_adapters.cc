#include "adapters.h"

#include "web/components/govuk.h"

namespace gweld::test {
namespace {

using namespace web;
using namespace web::govuk;

Input input_options(const Json& o) {
    const auto affix = [&](const char* name) {
        const Json& options = member(o, name);
        return Affix{.content = content(options),
                     .classes = text(options, "classes"),
                     .attributes = attributes(options)};
    };
    const Json& wrapper = member(o, "inputWrapper");
    return {.name = text(o, "name"),
            .id = text(o, "id"),
            .label = label(member(o, "label")),
            .hint = maybe_hint(o),
            .error = maybe_error(o),
            .value = maybe_text(o, "value"),
            .type = text(o, "type", "text"),
            .inputmode = text(o, "inputmode"),
            .autocomplete = text(o, "autocomplete"),
            .autocapitalize = text(o, "autocapitalize"),
            .pattern = text(o, "pattern"),
            .spellcheck = maybe_bool(o, "spellcheck"),
            .disabled = truthy(o, "disabled"),
            .described_by = text(o, "describedBy"),
            .prefix = affix("prefix"),
            .suffix = affix("suffix"),
            .wrapper = {.classes = text(wrapper, "classes"), .attributes = attributes(wrapper)},
            .group = form_group(o, "Input"),
            .classes = text(o, "classes"),
            .attributes = attributes(o)};
}

Textarea textarea_options(const Json& o) {
    return {.name = text(o, "name"),
            .id = text(o, "id"),
            .label = label(member(o, "label")),
            .hint = maybe_hint(o),
            .error = maybe_error(o),
            .value = text(o, "value"),
            .rows = maybe_int(o, "rows").value_or(5),
            .autocomplete = text(o, "autocomplete"),
            .spellcheck = maybe_bool(o, "spellcheck"),
            .disabled = truthy(o, "disabled"),
            .described_by = text(o, "describedBy"),
            .group = form_group(o, "Input"),
            .classes = text(o, "classes"),
            .attributes = attributes(o)};
}

PluralForms plural_forms(const Json& o, const char* name) {
    PluralForms forms;
    if (const auto* object = member(o, name).if_object()) {
        for (const auto& [form, sentence] : *object) {
            forms.emplace_back(form, printed(sentence));
        }
    }
    return forms;
}

Html character_count(const Json& o) {
    const std::string type = text(o, "countType", truthy(o, "maxwords") ? "words" : "");
    const bool limited = truthy(o, "maxlength") || truthy(o, "maxwords");
    const std::string usual = type == "words" ? "You can enter up to %{count} words"
                                              : "You can enter up to %{count} characters";
    return render(CharacterCount{
        .textarea = textarea_options(o),
        .maxlength = maybe_int(o, "maxlength"),
        .maxwords = maybe_int(o, "maxwords"),
        .threshold = maybe_int(o, "threshold"),
        .count_type = text(o, "countType"),
        .limit_text = text(o, "textareaDescriptionText", limited ? usual : ""),
        .message_classes = text(member(o, "countMessage"), "classes"),
        .words = {.characters_under_limit = plural_forms(o, "charactersUnderLimitText"),
                  .characters_at_limit = text(o, "charactersAtLimitText"),
                  .characters_over_limit = plural_forms(o, "charactersOverLimitText"),
                  .words_under_limit = plural_forms(o, "wordsUnderLimitText"),
                  .words_at_limit = text(o, "wordsAtLimitText"),
                  .words_over_limit = plural_forms(o, "wordsOverLimitText")}});
}

Html password_input(const Json& o) {
    return render(
        PasswordInput{.input = input_options(o),
                      .button_text = text(o, "showPasswordText", "Show"),
                      .button_label = text(o, "showPasswordAriaLabelText", "Show password"),
                      .button_classes = text(member(o, "button"), "classes"),
                      .words = {.show = text(o, "showPasswordText"),
                                .hide = text(o, "hidePasswordText"),
                                .show_label = text(o, "showPasswordAriaLabelText"),
                                .hide_label = text(o, "hidePasswordAriaLabelText"),
                                .shown_announcement = text(o, "passwordShownAnnouncementText"),
                                .hidden_announcement = text(o, "passwordHiddenAnnouncementText")}});
}

Html select(const Json& o) {
    Select select{.name = text(o, "name"),
                  .id = text(o, "id"),
                  .label = label(member(o, "label")),
                  .hint = maybe_hint(o),
                  .error = maybe_error(o),
                  .value = text(o, "value"),
                  .disabled = truthy(o, "disabled"),
                  .described_by = text(o, "describedBy"),
                  .group = form_group(o, "Input"),
                  .classes = text(o, "classes"),
                  .attributes = attributes(o)};
    const auto* items = member(o, "items").if_array();
    for (const auto& item : items == nullptr ? boost::json::array{} : *items) {
        if (is_truthy(item)) {
            select.items.push_back({.text = text(item, "text"),
                                    .value = maybe_text(item, "value"),
                                    .selected = maybe_bool(item, "selected"),
                                    .disabled = truthy(item, "disabled"),
                                    .attributes = attributes(item)});
        }
    }
    return render(select);
}

// Calls take(item, id) for every item that is one. A list in Nunjucks can have empty places that
// count in the numbering of ids; ours cannot, so after one the id is spelt out.
template <class Take> void each_choice(const Json& o, Take take) {
    const std::string prefix = text(o, "idPrefix", text(o, "name"));
    const auto* items = member(o, "items").if_array();
    std::size_t place = 0;
    bool gap = false;
    for (const auto& item : items == nullptr ? boost::json::array{} : *items) {
        ++place;
        if (!is_truthy(item)) {
            gap = true;
            continue;
        }
        const std::string after_gap = gap ? prefix + "-" + std::to_string(place) : std::string{};
        take(item, text(item, "id", after_gap));
    }
}

std::optional<Hint> item_hint(const Json& item) {
    const Json& options = member(item, "hint");
    return content(options).empty() ? std::nullopt : std::optional{hint(options)};
}

Html radios(const Json& o) {
    Radios radios{.name = text(o, "name"),
                  .id_prefix = text(o, "idPrefix"),
                  .fieldset = maybe_fieldset(o),
                  .hint = maybe_hint(o),
                  .error = maybe_error(o),
                  .value = text(o, "value"),
                  .group = form_group(o, "Inputs"),
                  .classes = text(o, "classes"),
                  .attributes = attributes(o)};
    each_choice(o, [&](const Json& item, const std::string& id) {
        radios.items.push_back({.content = content(item),
                                .value = maybe_text(item, "value").value_or(""),
                                .id = id,
                                .hint = item_hint(item),
                                .checked = maybe_bool(item, "checked"),
                                .disabled = truthy(item, "disabled"),
                                .conditional = html(member(item, "conditional"), "html"),
                                .divider = text(item, "divider"),
                                .label_classes = text(member(item, "label"), "classes"),
                                .label_attributes = attributes(member(item, "label")),
                                .attributes = attributes(item)});
    });
    return render(radios);
}

Html checkboxes(const Json& o) {
    Checkboxes boxes{.name = text(o, "name"),
                     .id_prefix = text(o, "idPrefix"),
                     .fieldset = maybe_fieldset(o),
                     .hint = maybe_hint(o),
                     .error = maybe_error(o),
                     .described_by = text(o, "describedBy"),
                     .group = form_group(o, "Inputs"),
                     .classes = text(o, "classes"),
                     .attributes = attributes(o)};
    if (const auto* values = member(o, "values").if_array()) {
        for (const auto& value : *values) {
            boxes.values.push_back(printed(value));
        }
    }
    each_choice(o, [&](const Json& item, const std::string& id) {
        boxes.items.push_back({.content = content(item),
                               .value = maybe_text(item, "value").value_or(""),
                               .name = text(item, "name"),
                               .id = id,
                               .hint = item_hint(item),
                               .checked = maybe_bool(item, "checked"),
                               .disabled = truthy(item, "disabled"),
                               .behaviour = text(item, "behaviour"),
                               .conditional = html(member(item, "conditional"), "html"),
                               .divider = text(item, "divider"),
                               .label_classes = text(member(item, "label"), "classes"),
                               .label_attributes = attributes(member(item, "label")),
                               .attributes = attributes(item)});
    });
    return render(boxes);
}

std::string capitalised(std::string word) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') {
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    }
    return word;
}

DatePart date_part(const Json& item, DatePiece piece, const std::string& usual_name) {
    const std::string name = text(item, "name", usual_name);
    return {.piece = piece,
            .name = name,
            .label = text(item, "label", capitalised(name)),
            .id = text(item, "id"),
            .value = maybe_text(item, "value"),
            .error = maybe_bool(item, "error"),
            .inputmode = text(item, "inputmode", "numeric"),
            .autocomplete = text(item, "autocomplete"),
            .pattern = text(item, "pattern"),
            .classes = text(item, "classes"),
            .attributes = attributes(item)};
}

DatePiece piece_named(const Json& o, const std::string& name) {
    const auto is = [&](const char* usual) {
        return !name.empty() && (name == usual || name == text(member(o, usual), "name"));
    };
    if (is("day")) {
        return DatePiece::day;
    }
    if (is("month")) {
        return DatePiece::month;
    }
    return is("year") ? DatePiece::year : DatePiece::other;
}

// The three parts there are when the fixture lists none of its own.
void usual_parts(const Json& o, DateInput& date) {
    const auto add = [&](const char* name, DatePiece piece) {
        const Json& options = member(o, name);
        if (!options.is_bool()) { // false: not asked for
            date.parts.push_back(date_part(options, piece, name));
        }
    };
    add("day", DatePiece::day);
    add("month", DatePiece::month);
    add("year", DatePiece::year);
}

Html date_input(const Json& o) {
    DateInput date{.id = text(o, "id"),
                   .name_prefix = text(o, "namePrefix"),
                   .fieldset = maybe_fieldset(o),
                   .hint = maybe_hint(o),
                   .error = maybe_error(o),
                   .group = form_group(o, "Inputs"),
                   .classes = text(o, "classes"),
                   .attributes = attributes(o)};
    if (const auto* values = member(o, "values").if_object()) {
        for (const auto& [name, value] : *values) {
            date.values.emplace(name, printed(value));
        }
    }
    const auto* items = member(o, "items").if_array();
    if (items == nullptr || items->empty()) {
        usual_parts(o, date);
        return render(date);
    }
    for (const auto& item : *items) {
        if (is_truthy(item)) {
            const std::string name = text(item, "name");
            auto& part = date.parts.emplace_back(date_part(item, piece_named(o, name), name));
            // A part listed without a value has that of the option named after it.
            part.value = part.value ? part.value : maybe_text(member(o, name), "value");
        }
    }
    return render(date);
}

} // namespace

std::map<std::string, Adapter> form_adapters() {
    return {{"character-count", character_count},
            {"checkboxes", checkboxes},
            {"date-input", date_input},
            {"input", [](const Json& o) { return render(input_options(o)); }},
            {"password-input", password_input},
            {"radios", radios},
            {"select", select},
            {"textarea", [](const Json& o) { return render(textarea_options(o)); }}};
}

} // namespace gweld::test

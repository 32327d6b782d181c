#include "web/components/character_count.h"

namespace gweld::web::govuk {
namespace {

void say(Attributes& attributes, const std::string& key, const std::string& sentence) {
    if (!sentence.empty()) {
        attributes.push_back({"data-i18n." + key, sentence});
    }
}

void say(Attributes& attributes, const std::string& key, const PluralForms& forms) {
    for (const auto& [form, sentence] : forms) {
        attributes.push_back({"data-i18n." + key + "." + form, sentence});
    }
}

void number(Attributes& attributes, const std::string& name, std::optional<int> value) {
    if (value) {
        attributes.push_back({name, std::to_string(*value)});
    }
}

Attributes group_attributes(const CharacterCount& count) {
    const bool limited = count.maxlength || count.maxwords;
    const std::string by_limit = count.maxwords ? "words" : "";
    const std::string type = count.count_type.empty() ? by_limit : count.count_type;
    Attributes attributes{{"data-module", "govuk-character-count"}};
    number(attributes, "data-maxlength", count.maxlength);
    number(attributes, "data-maxwords", count.maxwords);
    number(attributes, "data-threshold", count.threshold);
    say(attributes, "textarea-description.other", limited ? std::string{} : count.limit_text);
    if (!type.empty()) {
        // Before the sentences, after the numbers.
        const bool spoken = attributes.back().name.starts_with("data-i18n");
        attributes.insert(attributes.end() - (spoken ? 1 : 0), {"data-count-type", type});
    }
    say(attributes, "characters-under-limit", count.words.characters_under_limit);
    say(attributes, "characters-at-limit", count.words.characters_at_limit);
    say(attributes, "characters-over-limit", count.words.characters_over_limit);
    say(attributes, "words-under-limit", count.words.words_under_limit);
    say(attributes, "words-at-limit", count.words.words_at_limit);
    say(attributes, "words-over-limit", count.words.words_over_limit);
    const auto& more = count.textarea.group.attributes;
    attributes.insert(attributes.end(), more.begin(), more.end());
    return attributes;
}

std::string limit_text(const CharacterCount& count) {
    const auto limit = count.maxwords ? count.maxwords : count.maxlength;
    if (!limit) {
        return {};
    }
    constexpr std::string_view slot = "%{count}";
    std::string text = count.limit_text;
    if (const auto at = text.find(slot); at != std::string::npos) {
        text.replace(at, slot.size(), std::to_string(*limit));
    }
    return text;
}

} // namespace

Html render(const CharacterCount& count) {
    Textarea textarea = count.textarea;
    textarea.id = textarea.id.empty() ? textarea.name : textarea.id;
    Markup after;
    after.put(
        render(Hint{.content = limit_text(count),
                    .id = textarea.id + "-info",
                    .classes = joined("govuk-character-count__message", count.message_classes)}));
    after.put(textarea.group.after);
    textarea.described_by = textarea.id + "-info";
    textarea.classes = joined("govuk-js-character-count", textarea.classes);
    textarea.group.classes = joined("govuk-character-count", textarea.group.classes);
    textarea.group.attributes = group_attributes(count);
    textarea.group.after = after.take();
    return render(textarea);
}

} // namespace gweld::web::govuk

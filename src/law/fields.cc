#include "law/fields.h"

namespace gweld::law {

namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

} // namespace

bool Fields::has(std::string_view key) const { return flat_.fields.contains(std::string{key}); }

bool Fields::has_table(std::string_view key) const {
    const auto prefix = std::string{key} + '.';
    const auto at = flat_.fields.lower_bound(prefix);
    return at != flat_.fields.end() && at->first.starts_with(prefix);
}

int Fields::line_of(std::string_view key) const {
    if (const auto at = flat_.fields.find(std::string{key}); at != flat_.fields.end()) {
        return at->second.line;
    }
    const auto taken = lines_.find(std::string{key});
    return taken == lines_.end() ? flat_.line : taken->second;
}

std::optional<Field> Fields::take(const std::string& key) {
    auto node = flat_.fields.extract(key);
    if (node.empty()) {
        return std::nullopt;
    }
    lines_[key] = node.mapped().line;
    return std::move(node.mapped());
}

void Fields::wrong_shape(const Field& field, const std::string& key, std::string_view wanted) {
    fault(field.line, key + " must be " + std::string{wanted});
}

std::string Fields::text(const std::string& key) {
    if (!has(key)) {
        fault(flat_.line, key + " is missing");
        return {};
    }
    return optional_text(key).value_or("");
}

std::optional<std::string> Fields::optional_text(const std::string& key) {
    const auto field = take(key);
    if (!field) {
        return std::nullopt;
    }
    const auto* text = std::get_if<std::string>(&field->value);
    if (text == nullptr || is_blank(*text)) {
        wrong_shape(*field, key, "text, and not empty");
        return std::nullopt;
    }
    return *text;
}

std::optional<std::int64_t> Fields::optional_number(const std::string& key) {
    const auto field = take(key);
    if (!field) {
        return std::nullopt;
    }
    const auto* number = std::get_if<std::int64_t>(&field->value);
    if (number == nullptr) {
        wrong_shape(*field, key, "a whole number");
        return std::nullopt;
    }
    return *number;
}

std::optional<CivilDate> Fields::date(const std::string& key) {
    if (!has(key)) {
        fault(flat_.line, key + " is missing");
        return std::nullopt;
    }
    return optional_date(key);
}

std::optional<CivilDate> Fields::optional_date(const std::string& key) {
    const auto field = take(key);
    if (!field) {
        return std::nullopt;
    }
    const auto* date = std::get_if<CivilDate>(&field->value);
    if (date == nullptr) {
        wrong_shape(*field, key, "a date, written 2026-11-24 without quotation marks");
        return std::nullopt;
    }
    return *date;
}

Bilingual Fields::bilingual(const std::string& key) {
    return {text(key + ".en"), text(key + ".cy")};
}

Bilingual Fields::optional_bilingual(const std::string& key) {
    return has_table(key) ? bilingual(key) : Bilingual{};
}

std::vector<Fields> Fields::list(const std::string& key) {
    std::vector<Fields> found;
    auto node = flat_.lists.extract(key);
    if (node.empty()) {
        fault(flat_.line, key + " is missing");
        return found;
    }
    for (auto& one : node.mapped()) {
        found.emplace_back(std::move(one), file_, *faults_);
    }
    return found;
}

void Fields::fault(int line, std::string why) { faults_->push_back({file_, line, std::move(why)}); }

void Fields::finish() {
    for (const auto& [key, field] : flat_.fields) {
        fault(field.line, "unknown key: " + key);
    }
    for (const auto& [key, list] : flat_.lists) {
        fault(list.empty() ? flat_.line : list.front().line, "unknown key: " + key);
    }
}

} // namespace gweld::law

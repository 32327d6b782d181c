#include "nunjucks.h"

namespace gweld::test {
namespace {

const Json nothing;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \n\t\r");
    if (first == std::string::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \n\t\r") - first + 1);
}

web::Url url_of(const std::string& address) {
    if (address.starts_with('#')) {
        return web::Url::fragment(address.substr(1));
    }
    return address.starts_with("http") ? web::Url::source(address) : web::Url::path(address);
}

std::optional<std::string> attribute_value(const Json& value) {
    return value.is_null() ? std::string{} : printed(value);
}

} // namespace

bool is_truthy(const Json& value) {
    switch (value.kind()) {
    case boost::json::kind::null:
        return false;
    case boost::json::kind::bool_:
        return value.get_bool();
    case boost::json::kind::string:
        return !value.get_string().empty();
    case boost::json::kind::int64:
        return value.get_int64() != 0;
    default:
        return true;
    }
}

const Json& member(const Json& from, std::string_view name) {
    if (const auto* object = from.if_object()) {
        if (const auto* found = object->if_contains(name)) {
            return *found;
        }
    }
    return nothing;
}

bool is_given(const Json& from, std::string_view name) { return !member(from, name).is_null(); }

bool truthy(const Json& from, std::string_view name) { return is_truthy(member(from, name)); }

std::string printed(const Json& value) {
    if (const auto* string = value.if_string()) {
        return std::string{*string};
    }
    return value.is_null() ? std::string{} : boost::json::serialize(value);
}

std::string text(const Json& from, std::string_view name, std::string_view otherwise) {
    const Json& value = member(from, name);
    return is_truthy(value) ? printed(value) : std::string{otherwise};
}

std::optional<std::string> maybe_text(const Json& from, std::string_view name) {
    const Json& value = member(from, name);
    return value.is_null() ? std::nullopt : std::optional{printed(value)};
}

std::optional<bool> maybe_bool(const Json& from, std::string_view name) {
    const auto* value = member(from, name).if_bool();
    return value == nullptr ? std::nullopt : std::optional{*value};
}

std::optional<int> maybe_int(const Json& from, std::string_view name) {
    const std::string value = text(from, name);
    return value.empty() ? std::nullopt : std::optional{std::stoi(value)};
}

web::Content content(const Json& from, std::string_view html, std::string_view text_name,
                     std::string_view otherwise) {
    if (truthy(from, html)) {
        return web::Trusted::html(trimmed(text(from, html)));
    }
    // A figure 0 is printed where the template prints without asking.
    const auto plain = maybe_text(from, text_name);
    return plain && !plain->empty() ? web::Content{*plain} : web::Content{otherwise};
}

web::Html html(const Json& from, std::string_view name) {
    return web::Trusted::html(trimmed(text(from, name)));
}

web::Url url(const Json& from, std::string_view name, std::string_view otherwise) {
    return url_of(text(from, name, otherwise));
}

std::optional<web::Url> maybe_url(const Json& from, std::string_view name) {
    return truthy(from, name) ? std::optional{url(from, name)} : std::nullopt;
}

web::Attributes attributes(const Json& from, std::string_view name) {
    web::Attributes read;
    const auto* object = member(from, name).if_object();
    if (object == nullptr) {
        return read;
    }
    for (const auto& [key, item] : *object) {
        const bool optional = maybe_bool(item, "optional").value_or(false);
        const Json& value = item.is_object() ? member(item, "value") : item;
        const auto* flag = value.if_bool();
        const bool off = value.is_null() || (flag != nullptr && !*flag);
        if (optional && flag != nullptr && *flag) {
            read.push_back({std::string{key}});
        } else if (!optional || !off) {
            read.push_back({std::string{key}, attribute_value(value)});
        }
    }
    return read;
}

web::govuk::Label label(const Json& options) {
    return {.content = content(options),
            .control = text(options, "for"),
            .classes = text(options, "classes"),
            .page_heading = truthy(options, "isPageHeading"),
            .attributes = attributes(options)};
}

web::govuk::Hint hint(const Json& options) {
    return {.content = content(options),
            .id = text(options, "id"),
            .classes = text(options, "classes"),
            .attributes = attributes(options)};
}

web::govuk::ErrorMessage error_message(const Json& options) {
    return {.content = content(options),
            .spoken_before = is_given(options, "visuallyHiddenText")
                                 ? text(options, "visuallyHiddenText")
                                 : "Error",
            .id = text(options, "id"),
            .classes = text(options, "classes"),
            .attributes = attributes(options)};
}

web::govuk::Fieldset fieldset(const Json& options) {
    const Json& legend = member(options, "legend");
    return {.legend = {.content = content(legend),
                       .classes = text(legend, "classes"),
                       .page_heading = truthy(legend, "isPageHeading")},
            .described_by = text(options, "describedBy"),
            .role = text(options, "role"),
            .classes = text(options, "classes"),
            .attributes = attributes(options),
            .content = html(options, "html")};
}

std::optional<web::govuk::Hint> maybe_hint(const Json& from) {
    return truthy(from, "hint") ? std::optional{hint(member(from, "hint"))} : std::nullopt;
}

std::optional<web::govuk::ErrorMessage> maybe_error(const Json& from) {
    return truthy(from, "errorMessage") ? std::optional{error_message(member(from, "errorMessage"))}
                                        : std::nullopt;
}

std::optional<web::govuk::Fieldset> maybe_fieldset(const Json& from) {
    return truthy(from, "fieldset") ? std::optional{fieldset(member(from, "fieldset"))}
                                    : std::nullopt;
}

web::govuk::FormGroup form_group(const Json& from, std::string_view beside) {
    const Json& group = member(from, "formGroup");
    return {.classes = text(group, "classes"),
            .attributes = attributes(group),
            .before = content(member(group, "before" + std::string{beside})),
            .after = content(member(group, "after" + std::string{beside}))};
}

} // namespace gweld::test

#include "web/pages/carried/carried.h"

#include "web/components/button.h"
#include "web/pages/carried/carried.html.h"
#include "web/pages/frame/frame.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

constexpr std::string_view kept_before = "kept.";
constexpr std::string_view kept_action = "kept-action";

// Nor is a password carried: it would stand in the page of whoever sits there next.
bool is_token(std::string_view name) {
    return name == "csrf" || name == proof_field || name == "password";
}

// Long enough to be worth reading; shorter ones are choices and dates.
bool is_text(const Field& field) {
    constexpr std::size_t a_few_words = 12;
    return field.value.size() >= a_few_words && field.name != "key" &&
           !field.name.starts_with("version-") && !field.name.starts_with("unsaved-");
}

} // namespace

std::vector<Field> typed_fields(const Fields& posted) {
    std::vector<Field> fields;
    std::ranges::copy_if(posted.list(), std::back_inserter(fields),
                         [](const Field& field) { return !is_token(field.name); });
    return fields;
}

Html kept_inputs(const Url& action, std::span<const Field> fields) {
    Markup out;
    out.put(hidden_field(kept_action, action.text()));
    for (const auto& field : fields) {
        out.put(hidden_field(std::string{kept_before} + field.name, field.value));
    }
    return out.take();
}

std::optional<Kept> kept_in(const Fields& posted) {
    const auto action = posted.first(kept_action);
    if (!action) {
        return std::nullopt;
    }
    Kept kept;
    kept.action = Url::path(std::string{*action});
    for (const auto& field : posted.list()) {
        if (field.name.starts_with(kept_before)) {
            kept.fields.push_back({field.name.substr(kept_before.size()), field.value});
        }
    }
    return kept;
}

Html send_again(const Words& say, const Html& token, const Kept& kept) {
    Markup hidden;
    hidden.put(token);
    std::vector<std::string> texts;
    for (const auto& field : kept.fields) {
        hidden.put(hidden_field(field.name, field.value));
        if (is_text(field)) {
            texts.push_back(field.value);
        }
    }
    govuk::Button button;
    button.content = say.say("Send it again");
    button.prevent_double_click = true;
    return carried(say, kept.action, hidden.take(), texts, govuk::render(button));
}

Html send_again(const Caller& caller, const Kept& kept) {
    return send_again(caller.say, csrf_field(caller), kept);
}

Kept posted(const Request& request) {
    return {in_language(Url::path(request.path), request.language), typed_fields(request.form)};
}

Html send_again(const Caller& caller) {
    if (caller.request.method != Method::post || caller.request.form.list().empty()) {
        return {};
    }
    return send_again(caller, posted(caller.request));
}

} // namespace gweld::web::pages

// nunjucks.h - the options of a fixture read as Nunjucks reads them: false, null, 0 and "" are
// nothing, numbers print as text. Knows JSON and the option types, no one component.
#pragma once

#include "web/components/fieldset.h"
#include "web/components/form_group.h"

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace gweld::test {

using Json = boost::json::value;

bool is_truthy(const Json& value);
// The member, or null where there is none or `from` is no object.
const Json& member(const Json& from, std::string_view name);
bool is_given(const Json& from, std::string_view name); // present, and not null
bool truthy(const Json& from, std::string_view name);

std::string printed(const Json& value);
// What it prints, or `otherwise` when it is nothing.
std::string text(const Json& from, std::string_view name, std::string_view otherwise = {});
// None when absent or null; "0" and "" and "false" are values.
std::optional<std::string> maybe_text(const Json& from, std::string_view name);
std::optional<bool> maybe_bool(const Json& from, std::string_view name);
std::optional<int> maybe_int(const Json& from, std::string_view name);

// `html` where there is some, else `text`.
web::Content content(const Json& from, std::string_view html = "html",
                     std::string_view text = "text", std::string_view otherwise = {});
web::Html html(const Json& from, std::string_view name);
// Fixtures hold paths, fragments and https addresses, the three kinds of address there are.
web::Url url(const Json& from, std::string_view name, std::string_view otherwise = "#");
std::optional<web::Url> maybe_url(const Json& from, std::string_view name);
web::Attributes attributes(const Json& from, std::string_view name = "attributes");

web::govuk::Label label(const Json& options);
web::govuk::Hint hint(const Json& options);
web::govuk::ErrorMessage error_message(const Json& options);
web::govuk::Fieldset fieldset(const Json& options);
std::optional<web::govuk::Hint> maybe_hint(const Json& from);
std::optional<web::govuk::ErrorMessage> maybe_error(const Json& from);
std::optional<web::govuk::Fieldset> maybe_fieldset(const Json& from);
// `beside` is "Input" or "Inputs".
web::govuk::FormGroup form_group(const Json& from, std::string_view beside);

} // namespace gweld::test

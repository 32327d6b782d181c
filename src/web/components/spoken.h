// spoken.h - GOV.UK components with the words they always say, in the reader's language: "Error:"
// before an error, "There is a problem" above the list of them. Knows no page.
#pragma once

#include "web/components/govuk.h"
#include "words/words.h"

namespace gweld::web::govuk {

using words::Words;

ErrorMessage error_message(const Words& say, Content content);
ErrorSummary error_summary(const Words& say, std::vector<ErrorLink> errors);
// What happened after a form was sent; read out at once.
NotificationBanner success_banner(const Words& say, std::string text);
NotificationBanner important_banner(const Words& say, std::string text);
WarningText warning_text(const Words& say, Content content);
BackLink back_link(const Words& say, Url href);
SkipLink skip_link(const Words& say);
PasswordInput password_input(const Words& say, Input input);
// Day, month and year, for DateInput.parts.
std::vector<DatePart> date_parts(const Words& say);
// Previous and next only; none where there is no such page.
Pagination page_turns(const Words& say, std::optional<Url> previous, std::optional<Url> next);
// The same page in both languages; the link to the other one speaks that language.
LanguageNavigation language_navigation(const Words& say, Url in_english, Url in_welsh);

} // namespace gweld::web::govuk

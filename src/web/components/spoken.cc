#include "web/components/spoken.h"

namespace gweld::web::govuk {

using words::Language;

ErrorMessage error_message(const Words& say, Content content) {
    return {.content = std::move(content), .spoken_before = say.say("Error")};
}

ErrorSummary error_summary(const Words& say, std::vector<ErrorLink> errors) {
    return {.title = say.say("There is a problem"), .errors = std::move(errors)};
}

NotificationBanner success_banner(const Words& say, std::string text) {
    return {.title = say.say("Success"), .text = std::move(text), .tone = BannerTone::success};
}

NotificationBanner important_banner(const Words& say, std::string text) {
    return {.title = say.say("Important"), .text = std::move(text)};
}

WarningText warning_text(const Words& say, Content content) {
    return {.content = std::move(content), .spoken_before = say.say("Warning")};
}

BackLink back_link(const Words& say, Url href) {
    return {.content = say.say("Back"), .href = std::move(href)};
}

SkipLink skip_link(const Words& say) {
    return {.content = say.say("Skip to main content"), .href = Url::fragment("main-content")};
}

PasswordInput password_input(const Words& say, Input input) {
    return {.input = std::move(input),
            .button_text = say.say("Show"),
            .button_label = say.say("Show password"),
            .words = {.show = say.say("Show"),
                      .hide = say.say("Hide"),
                      .show_label = say.say("Show password"),
                      .hide_label = say.say("Hide password"),
                      .shown_announcement = say.say("Your password is visible"),
                      .hidden_announcement = say.say("Your password is hidden")}};
}

std::vector<DatePart> date_parts(const Words& say) {
    return {{.piece = DatePiece::day, .label = say.say("Day")},
            {.piece = DatePiece::month, .label = say.say("Month")},
            {.piece = DatePiece::year, .label = say.say("Year")}};
}

Pagination page_turns(const Words& say, std::optional<Url> previous, std::optional<Url> next) {
    Pagination turns{.landmark_label = say.say("Pages")};
    if (previous) {
        turns.previous =
            PageTurn{.href = *std::move(previous), .content = say.say("Previous page")};
    }
    if (next) {
        turns.next = PageTurn{.href = *std::move(next), .content = say.say("Next page")};
    }
    return turns;
}

LanguageNavigation language_navigation(const Words& say, Url in_english, Url in_welsh) {
    const auto link = [&](Language language, const char* name, Url href,
                          std::string_view invitation) {
        const bool here = say.language() == language;
        return LanguageLink{.content = name,
                            .href = std::move(href),
                            .current = here,
                            .lang = std::string{tag_of(language)},
                            .spoken_after =
                                here ? std::string{} : words::in(language).say(invitation)};
    };
    return {.items = {link(Language::english, "English", std::move(in_english),
                           words::mark("Show this page in English")),
                      link(Language::welsh, "Cymraeg", std::move(in_welsh),
                           words::mark("Show this page in Welsh"))},
            .label = say.say("Language")};
}

} // namespace gweld::web::govuk

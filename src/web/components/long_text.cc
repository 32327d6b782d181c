#include "web/components/long_text.h"

namespace gweld::web::ours {

namespace {

bool begins_a_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Where that many letters end; the whole where there are not so many.
std::size_t after_letters(const std::string& text, std::size_t letters) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (begins_a_letter(text[at]) && letters-- == 0) {
            break;
        }
    }
    return at;
}

// A word that does not fit is left out whole, unless it is longer than the line.
std::size_t end_of_beginning(const std::string& text) {
    const auto most = after_letters(text, shown_of_a_long_text);
    const auto space = text.find_last_of(" \n", most);
    return space == std::string::npos || space < most / 2 ? most : space;
}

} // namespace

Html long_text(const words::Words& say, const std::string& text) {
    Markup out;
    if (after_letters(text, shown_of_a_long_text + shown_of_a_long_text / 2) == text.size()) {
        return out.text(text).take();
    }
    out.text(text.substr(0, end_of_beginning(text))).text(" …");
    out.raw("<details class=\"govuk-details app-long-text\"><summary "
            "class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">");
    out.text(say.say("Read all of it")).raw("</span></summary>");
    out.raw("<div class=\"govuk-details__text\">").text(text).raw("</div></details>");
    return out.take();
}

} // namespace gweld::web::ours

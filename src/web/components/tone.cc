#include "web/components/tone.h"

#include <algorithm>

namespace gweld::web::ours {
namespace {

constexpr std::string_view triangle =
    "<path d=\"M10 1.2l9 16.6H1z\" fill=\"currentColor\"/><path d=\"M10 7v5.4\" stroke=\"#fff\" "
    "stroke-width=\"2.2\"/><circle cx=\"10\" cy=\"15.1\" r=\"1.3\" fill=\"#fff\"/>";
constexpr std::string_view clock =
    "<circle cx=\"10\" cy=\"10\" r=\"8.3\" fill=\"none\" stroke=\"currentColor\" "
    "stroke-width=\"2.3\"/><path d=\"M10 5.2v5.2l3.4 2\" fill=\"none\" stroke=\"currentColor\" "
    "stroke-width=\"2.1\"/>";
constexpr std::string_view ring = "<circle cx=\"10\" cy=\"10\" r=\"8.3\" fill=\"none\" "
                                  "stroke=\"currentColor\" stroke-width=\"2\"/>";
constexpr std::string_view tick =
    "<circle cx=\"10\" cy=\"10\" r=\"9.2\" fill=\"currentColor\"/><path d=\"M5.8 10.4l2.9 2.9 "
    "5.6-6.2\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.3\"/>";
constexpr std::string_view question =
    "<circle cx=\"10\" cy=\"10\" r=\"8.3\" fill=\"none\" stroke=\"currentColor\" "
    "stroke-width=\"2\" stroke-dasharray=\"3 2\"/><path d=\"M7.4 8a2.6 2.6 0 1 1 2.6 2.7v1.6\" "
    "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.9\"/><circle cx=\"10\" cy=\"14.6\" "
    "r=\"1.2\" fill=\"currentColor\"/>";
constexpr std::string_view letter_i =
    "<circle cx=\"10\" cy=\"10\" r=\"9.2\" fill=\"currentColor\"/><path d=\"M10 9v6\" "
    "stroke=\"#fff\" stroke-width=\"2.3\"/><circle cx=\"10\" cy=\"5.8\" r=\"1.4\" fill=\"#fff\"/>";

Html picture(std::string_view shapes) {
    Markup out;
    out.raw("<svg class=\"app-icon\" width=\"20\" height=\"20\" viewBox=\"0 0 20 20\" "
            "aria-hidden=\"true\" focusable=\"false\">");
    return out.raw(shapes).raw("</svg>").take();
}

std::string_view shapes_of(Tone tone) {
    switch (tone) {
    case Tone::overdue:
        return triangle;
    case Tone::soon:
        return clock;
    case Tone::waiting:
        return ring;
    case Tone::ok:
        return tick;
    case Tone::unknown:
        break;
    }
    return question;
}

} // namespace

std::string_view name_of(Tone tone) {
    switch (tone) {
    case Tone::overdue:
        return "overdue";
    case Tone::soon:
        return "soon";
    case Tone::waiting:
        return "waiting";
    case Tone::ok:
        return "ok";
    case Tone::unknown:
        break;
    }
    return "unknown";
}

Html icon(Tone tone) { return picture(shapes_of(tone)); }
Html danger_icon() { return picture(triangle); }
Html information_icon() { return picture(letter_i); }

Html render(const Status& status) {
    Markup out;
    out.raw("<span").classes({"app-status", "app-status--" + std::string{name_of(status.tone)}});
    out.raw(">").put(icon(status.tone)).raw("<span><span class=\"app-status__words\">");
    out.put(status.words).raw("</span>");
    if (!status.when.empty()) {
        out.raw(" <span class=\"app-status__when\">").put(status.when).raw("</span>");
    }
    return out.raw("</span></span>").take();
}

Html render(const Due& due) {
    const std::string_view words = due.words;
    const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
    Markup out;
    out.raw("<div").classes({"app-due", "app-due--" + std::string{name_of(due.tone)}}).raw("><b>");
    if (digits == 0 || digits == words.size()) {
        return out.text(words).raw("</b></div>").take();
    }
    out.text(words.substr(0, digits)).raw("</b> <span>");
    const auto rest = words.substr(digits);
    return out.text(rest.substr(std::min(rest.find_first_not_of(' '), rest.size())))
        .raw("</span></div>")
        .take();
}

} // namespace gweld::web::ours

// frame.h - the page round every page: header, navigation, languages, search, footer.
#pragma once

#include "web/pages/frame/board.h"
#include "web/pages/site.h"

#include <optional>
#include <string>

namespace gweld::web::pages {

enum class Nav : std::uint8_t {
    none,
    front_door,
    work,
    team,
    signing,
    alerts,
    enquiries,
    conferences,
    figures,
    search,
    accounts,
    looks
};
enum class Script : std::uint8_t { app, visit, offline, ready };

struct Frame {
    std::string title; // of the page; the council's and service's names are added
    Nav here = Nav::none;
    Html content;             // put into the measure of the page
    Html before_content = {}; // above it and as wide as the window: a record's banner
    Script script = Script::app;
    int status = 200;
    std::optional<Board> board = {}; // none: not kept open to watch
};

Response framed(const Caller& caller, const Frame& frame);
// For people who have not signed in.
Response framed_for_anyone(const Site& site, const Request& request, const Frame& frame);

// Hidden fields of a form. Every form that posts carries the first.
Html csrf_field(const Caller& caller);
Html csrf_field(const std::string& token);
inline constexpr std::string_view csrf_field_begins =
    "<input type=\"hidden\" name=\"csrf\" value=\"";
Html hidden_field(std::string_view name, const std::string& value);

// "What was saved" after a redirect: ?saved=visit. Empty when the query says nothing we know.
Html saved_banner(const Caller& caller);

} // namespace gweld::web::pages

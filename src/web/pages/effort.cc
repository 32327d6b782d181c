#include "web/pages/effort.h"

#include "casework/figures.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

// Measured on the demo county: a year's figures 200 ms, a paper 10 to 30 ms, a child's record 1.
constexpr std::array<std::string_view, 5> reports = {"figures", "figure", "continuity.file",
                                                     "child.court", "contact.letter"};

} // namespace

Effort effort_of(const Site& site, const Request& request) {
    const auto route = site.router.name_for(request.path);
    if (request.method == Method::post && route == "sign-in") {
        return Effort::proof;
    }
    const bool figure = route == "figures" || route == "figure";
    return figure && casework::at_hand(site.office) ? Effort::page : effort_of(route);
}

Effort effort_of(std::string_view route) {
    const bool report = route.ends_with(".download") ||
                        std::find(reports.begin(), reports.end(), route) != reports.end();
    return report ? Effort::report : Effort::page;
}

} // namespace gweld::web::pages

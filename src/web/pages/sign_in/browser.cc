#include "web/pages/sign_in/browser.h"

#include <array>
#include <span>

namespace gweld::web::pages {

namespace {

struct Mark {
    std::string_view in_header;
    std::string_view name;
};

// The first that is found: nearly every browser also names those it is like.
constexpr std::array browsers{
    Mark{"Edg", "Edge"},
    Mark{"OPR/", "Opera"},
    Mark{"SamsungBrowser", "Samsung Internet"},
    Mark{"Firefox/", "Firefox"},
    Mark{"FxiOS/", "Firefox"},
    Mark{"CriOS/", "Chrome"},
    Mark{"Chrome/", "Chrome"},
    Mark{"Safari/", "Safari"},
};
constexpr std::array systems{
    Mark{"iPhone", "iPhone"},   Mark{"iPad", "iPad"},     Mark{"Android", "Android"},
    Mark{"Windows", "Windows"}, Mark{"CrOS", "ChromeOS"}, Mark{"Macintosh", "Mac"},
    Mark{"Linux", "Linux"},
};

std::string first_of(std::span<const Mark> marks, std::string_view header) {
    for (const auto& mark : marks) {
        if (header.find(mark.in_header) != std::string_view::npos) {
            return std::string{mark.name};
        }
    }
    return {};
}

} // namespace

Browser browser_of(const Request& request) {
    const auto header = request.header("user-agent");
    return {first_of(browsers, header), first_of(systems, header)};
}

} // namespace gweld::web::pages

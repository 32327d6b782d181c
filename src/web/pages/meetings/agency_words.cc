#include "web/pages/meetings/agency_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gweld::web::pages {

std::string_view agency_mark(std::string_view agency) {
    using Named = std::pair<std::string_view, std::string_view>;
    static constexpr std::array<Named, 8> all{{
        {"childrens_services", words::mark("Children’s services")},
        {"health", words::mark("Health")},
        {"education", words::mark("School, nursery or college")},
        {"police", words::mark("Police")},
        {"adult_services", words::mark("Adult services")},
        {"housing", words::mark("Housing")},
        {"probation", words::mark("Probation")},
        {"voluntary_sector", words::mark("Voluntary sector")},
    }};
    const auto found = std::ranges::find(all, agency, &Named::first);
    return found == all.end() ? words::mark("Another agency") : found->second;
}

std::string agency_in_words(const Words& say, std::string_view agency) {
    return say.say(agency_mark(agency));
}

} // namespace gweld::web::pages

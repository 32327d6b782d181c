#include "ledger.h"

namespace gweld::simulation {

std::string name_of(Kind kind) {
    switch (kind) {
    case Kind::visit:
        return "a visit";
    case Kind::attempt:
        return "an attempted visit";
    case Kind::correction:
        return "a correction";
    case Kind::contact:
        return "a contact";
    case Kind::decision:
        return "a decision";
    case Kind::phone_visit:
        return "a visit from a phone";
    }
    return "";
}

std::set<std::string> marks_in(std::string_view text) {
    constexpr std::string_view bird = "curlew-";
    std::set<std::string> marks;
    for (auto at = text.find(bird); at != std::string_view::npos; at = text.find(bird, at + 1)) {
        marks.emplace(text.substr(at, text.find('.', at) + 1 - at));
    }
    return marks;
}

} // namespace gweld::simulation

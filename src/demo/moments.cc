#include "demo/moments.h"

namespace gweld::demo {

namespace {
constexpr int minutes_in_hour = 60;
std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }
} // namespace

std::string clock_text(std::chrono::minutes since_midnight) {
    const auto minutes = static_cast<int>(since_midnight.count());
    return two_digits(minutes / minutes_in_hour) + ':' + two_digits(minutes % minutes_in_hour);
}

std::chrono::minutes read_clock_text(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const auto colon = text.find(':');
    return at_time(std::stoi(std::string{text.substr(0, colon)}),
                   std::stoi(std::string{text.substr(colon + 1)}));
}

} // namespace gweld::demo

// run_together.h - an address as it is compared: people write one village in five ways.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gweld::record {

// Small letters of English; without spaces, hyphens, apostrophes (both), commas and full stops.
inline std::string as_run_together(std::string_view text) {
    constexpr std::string_view curly = "\u2019";
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with(curly)) {
            at += curly.size() - 1;
            continue;
        }
        const char letter = text[at];
        if (std::string_view{" -',."}.find(letter) == std::string_view::npos) {
            out += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        }
    }
    return out;
}

} // namespace gweld::record

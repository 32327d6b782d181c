// as_an_app.h - what an authenticator app does with the key it was given.
#pragma once

#include "casework/totp.h"

#include <string>
#include <string_view>

namespace gweld::casework {

inline std::string bytes_of_key(std::string_view base32) {
    std::string bytes;
    unsigned bits = 0;
    unsigned held = 0;
    for (const char c : base32) {
        if (c == ' ') {
            continue;
        }
        bits = (bits << 5U) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
        if ((held += 5) >= 8) {
            held -= 8;
            bytes += static_cast<char>((bits >> held) & 0xffU);
        }
    }
    return bytes;
}

inline std::string code_of_key(std::string_view base32, time::Instant moment) {
    return totp::code_at(bytes_of_key(base32), totp::step_of(moment));
}

} // namespace gweld::casework

// locked.h - a text that only a code opens again, in a browser that knows nothing else: AES-256-GCM
// under a key made from the code by PBKDF2-HMAC-SHA-256 (assets/ts/offline/sealing.ts opens it).
// Knows no page and no file.
#pragma once

#include "base/random.h"

#include <string>
#include <string_view>

namespace gweld::phone {

// OWASP Password Storage Cheat Sheet, PBKDF2 with SHA-256; the same figure as sealing.ts.
inline constexpr int code_rounds = 600'000;
// A file can be tried at for ever: what keeps it closed is the code's length.
inline constexpr std::size_t shortest_code = 20;

struct Locked { // bytes, not text
    std::string salt;
    std::string nonce;
    std::string text; // with the tag at its end
};

// Capital letters, spaces and hyphens of a code mean nothing: it is written down and typed again.
std::string as_typed(std::string_view code);

// `code` as as_typed gives it. Salt and nonce are fresh each time. Takes about a fifth of a second.
Locked lock(std::string_view code, std::string_view text, base::Random& random);

// Six groups of five letters and figures, none of them easily taken for another: 148 bits.
std::string fresh_code(base::Random& random);

} // namespace gweld::phone

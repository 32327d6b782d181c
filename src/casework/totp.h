// totp.h - time-based one-time passwords, RFC 6238: HMAC-SHA-1, 30 seconds, six digits, which every
// authenticator app knows. The arithmetic is liboath's. Knows no person and no store.
#pragma once

#include "time/instant.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gweld::casework::totp {

inline constexpr std::size_t secret_bytes = 20; // RFC 4226 section 4: as long as the hash
inline constexpr unsigned usual_digits = 6;

std::int64_t step_of(time::Instant moment); // number of 30 seconds since 1970
std::string code_at(std::string_view secret, std::int64_t step, unsigned digits = usual_digits);

std::string in_base32(std::string_view bytes); // without padding
// What an app reads from the picture (Key Uri Format): secret, whose account, at whom.
std::string address_of(std::string_view secret, std::string_view account, std::string_view at);

} // namespace gweld::casework::totp

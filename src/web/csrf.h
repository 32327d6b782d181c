// csrf.h - tokens, and whether a form came from a page of ours. Knows no session.
#pragma once

#include "web/http.h"

#include <optional>
#include <string>
#include <string_view>

namespace gweld::web {

// 32 random bytes, base64url, 43 characters: a session, a form's idempotency key.
std::string random_token();
// What a store keeps of a token: its BLAKE2b, hex. A stolen store signs nobody in.
std::string fingerprint_of(std::string_view token);
// In constant time for texts of the same length.
bool same_secret(std::string_view a, std::string_view b);

// The token every form of one session carries: a keyed BLAKE2b of the session. `secret` is the
// program's own, made at start.
std::string csrf_token(std::string_view secret, std::string_view session);

// A page that is compressed must not hold the same secret twice running (BREACH): masked, the
// token looks different every time. None: not something we masked.
std::string mask_token(std::string_view token);
std::optional<std::string> unmask_token(std::string_view masked);
// The whole question: is `sent`, from a form, this session's masked token?
bool is_csrf_token(std::string_view sent, std::string_view secret, std::string_view session);

// Who sent this, by Sec-Fetch-Site, or by Origin for browsers that do not say. An old browser may
// say neither; the token then decides alone.
enum class Sender : std::uint8_t { our_page, elsewhere, not_said };
Sender sender_of(const Request& request);

} // namespace gweld::web

// sign_in.h - who is this: passwords, sessions, throttling. Knows no cookie and no page.
#pragma once

#include "access/access.h"
#include "base/random.h"
#include "base/result.h"
#include "record/store.h"
#include "time/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace gweld::casework {

using record::Instant;
using record::StoreFault;

struct SessionToken {
    std::string text; // 64 hexadecimal characters; goes into a cookie and nowhere else
};

struct WrongNameOrPassword {}; // one answer for both: whether a name exists is nobody's business
struct WaitBeforeTrying {
    Instant until;
};
using SignInRefused = std::variant<WrongNameOrPassword, WaitBeforeTrying, StoreFault>;

// How a name is kept and compared: without spaces, A to Z as a to z; anything else as it is.
std::string sign_in_name(std::string_view typed);

// A session ends 30 minutes after its last use and 10 hours after sign-in, whichever is first.
inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours session_limit{10};
// After five failures in a row a name waits: 1, 2, 4 ... at most 15 minutes. The wait is per name,
// costs the attacker the same whether the name exists or not, and never locks anyone out for good.
Instant may_try_again(const record::SignInAttempts& attempts);

base::Result<SessionToken, SignInRefused> sign_in(record::Store& store, base::Random& random,
                                                  std::string_view name, std::string_view password,
                                                  Instant now);
void sign_out(record::Store& store, std::string_view token);

// The person behind a token, or none: unknown, expired, idle too long, or the account is closed.
// Notes the use of the session at most once a minute. A fault: nobody can say who it is, which is
// no reason to have anybody sign in again.
using Known = base::Result<std::optional<access::Viewer>, StoreFault>;
Known viewer_of(record::Store& store, std::string_view token, Instant now);
// The same for what a machine asks by itself: it is no use of the session, or nobody would ever be
// idle.
Known viewer_unnoted(record::Store& store, std::string_view token, Instant now);

// What CSRF tokens are derived from; never the cookie itself.
record::Hash token_hash(std::string_view token);

} // namespace gweld::casework

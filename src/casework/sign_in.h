// sign_in.h - who is this: passwords, sessions, throttling. Knows no cookie and no page.
#pragma once

#include "access/access.h"
#include "base/result.h"
#include "casework/office.h"
#include "record/store.h"
#include "time/instant.h"

#include <chrono>
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
struct Asleep {}; // the password was right, and nobody has signed in with it for too long
using SignInRefused = std::variant<WrongNameOrPassword, WaitBeforeTrying, Asleep, StoreFault>;

// How a name is kept and compared: without spaces, A to Z as a to z; anything else as it is.
std::string sign_in_name(std::string_view typed);

// A session ends 30 minutes after its last use and 10 hours after sign-in, whichever is first.
inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours session_limit{10};
// Whole, and neither over nor idle too long.
bool in_use(const record::Session& session, Instant now);
// After five failures in a row a name waits: 1, 2, 4 ... at most 15 minutes. The wait is per name,
// costs the attacker the same whether the name exists or not, and never locks anyone out for good.
// In a browser where its person signed in before a name is counted by itself (OWASP, device
// cookies), so that nobody is kept out by what others try elsewhere.
Instant may_try_again(const record::SignInAttempts& attempts);
inline constexpr std::chrono::days browser_known_for{90};

// Nobody has signed in for longer than the council lets an account rest, nor was it opened since.
// An account of a program that did not count is not asleep: begin_counting_use.
bool is_asleep(const record::Account& account, const SignInRules& rules, Instant now);
// Called when a server starts: every account nobody counted yet is counted from now.
base::Result<base::Nothing, StoreFault> begin_counting_use(Office& office);

// Where somebody signs in: to be shown to the same person, and to be known again.
struct Where {
    std::string browser = {};       // "Firefox"; empty: not known
    std::string system = {};        // "Windows"
    std::string_view known_as = {}; // the token this browser was given before; empty: none
};
// Whether this very person signed in in this browser before. Where it cannot be read: no.
bool is_known(const Office& office, std::string_view name, const Where& where);

struct SignInTry {
    std::string_view name;
    std::string_view password;
    Where where = {};
};
struct Admitted {
    SessionToken session;
    record::SignedIn signed_in = record::SignedIn::whole;
    SessionToken browser = {}; // to be known by from now on; empty while half
};
// Half where a second factor is to come; such a session is good for five minutes and for that
// alone.
base::Result<Admitted, SignInRefused> sign_in(Office& office, const SignInTry& tried);
inline constexpr std::chrono::minutes half_limit{5};

// Half signed in: who, and what is still asked for, in this order.
// new_password: theirs was given by somebody else, who knows it. nothing: it may be whole.
enum class Needs : std::uint8_t { new_password, code, enrolment, nothing };
struct HalfSignedIn {
    std::string sign_in_name;
    Needs needs = Needs::code;
};
base::Result<std::optional<HalfSignedIn>, StoreFault> half_signed_in(const Office& office,
                                                                     std::string_view token);
// After the second factor was right: the half session ends and a whole one begins, under another
// token. None: it was over meanwhile.
base::Result<std::optional<Admitted>, StoreFault>
admit_whole(Office& office, std::string_view token, const Where& where);

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

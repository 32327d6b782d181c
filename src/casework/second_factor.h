// second_factor.h - a code from an app beside the password: setting it up, checking it once and
// never again, recovery codes. Knows no page and no picture.
#pragma once

#include "casework/office.h"
#include "record/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gweld::casework {

struct FactorState {
    bool on = false; // confirmed by a code
    record::Instant since;
    std::size_t recovery_left = 0;
};
base::Result<FactorState, record::StoreFault> factor_of(const Office& office,
                                                        std::string_view sign_in_name);

// What an app needs, until a code of it has come back.
struct Enrolment {
    std::string key;     // base32, to type
    std::string address; // otpauth://..., to draw
};
struct FactorIsOn {};       // it is turned off first
struct FactorUnreadable {}; // sealed with a key that is not here
using EnrolmentRefused = std::variant<FactorIsOn, FactorUnreadable, record::StoreFault>;
// Asked again before it is confirmed it answers the same key, so that a page can be read twice.
base::Result<Enrolment, EnrolmentRefused>
begin_enrolment(Office& office, std::string_view sign_in_name, std::string_view council);

struct WrongCode {}; // or one that was used before
struct WaitForCode {
    record::Instant until;
};
using CodeRefused = std::variant<WrongCode, WaitForCode, FactorUnreadable, record::StoreFault>;

inline constexpr std::size_t recovery_codes = 10;
// Shown once: only their hashes are kept. Each opens once.
using RecoveryCodes = std::vector<std::string>;
base::Result<RecoveryCodes, CodeRefused>
confirm_enrolment(Office& office, std::string_view sign_in_name, std::string_view code);
// In place of those there are. The caller has made sure who it is.
base::Result<RecoveryCodes, record::StoreFault> fresh_recovery_codes(Office& office,
                                                                     std::string_view sign_in_name);
base::Result<base::Nothing, record::StoreFault> turn_off_factor(Office& office,
                                                                std::string_view sign_in_name);

// A code of the app, of this step or one beside it and newer than any used before, or a recovery
// code, which is used up. Spaces and hyphens do not matter. Throttled like passwords, by name:
// five failures in a row, then 1, 2, 4 ... 15 minutes. Whatever it answers is on disk before.
base::Result<base::Nothing, CodeRefused> check_code(Office& office, std::string_view sign_in_name,
                                                    std::string_view code);
// Six digits, as an app shows them.
bool looks_like_code(std::string_view typed);

} // namespace gweld::casework

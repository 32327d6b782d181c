// sign_in_rules.h - what a council chooses about signing in.
#pragma once

#include <cstdint>
#include <string>

namespace gweld::casework {

// offered: whoever wants one has one. required: nobody gets in without.
enum class SecondFactorIs : std::uint8_t { offered, required };

struct SignInRules {
    SecondFactorIs second_factor = SecondFactorIs::offered;
    // An account nobody has signed in with for longer is asleep until an administrator opens it
    // again. Source: a choice; Hackney 2020 began with an account unused for eight years.
    int dormant_after_days = 45;
    // 32 bytes with which the secrets of second factors are sealed where they are kept; empty: they
    // are kept as they are.
    std::string factor_key;
};

} // namespace gweld::casework

// password_faults.h - which passwords are not taken: short ones, and those somebody who guesses
// tries first. No rules about figures and signs: they make people write passwords down.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gweld::casework {

// Characters, not bytes. NIST SP 800-63B-3, 5.1.1.2, asks for 8; length defends.
inline constexpr std::size_t shortest_password = 12;

enum class PasswordFault : std::uint8_t {
    too_short,
    everybodys, // among the most used, also with figures and signs around it, letters changed for
                // figures, or said twice; or of fewer than five different letters
    names_them  // little but their own name, the name to sign in with, or this product's
};

// NIST SP 800-63B-3, 5.1.1.2, and OWASP ASVS 5.0 6.2.4, 6.2.11, 6.2.12: compared with commonly used
// words and what belongs to the place. A list of all that ever leaked is not asked: it is not here,
// and this program asks nobody. None: it is taken.
std::optional<PasswordFault> fault_in_password(std::string_view password,
                                               std::string_view sign_in_name,
                                               std::string_view person);

} // namespace gweld::casework

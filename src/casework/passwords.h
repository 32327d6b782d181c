// passwords.h - argon2id through libsodium: 64 MiB, two passes, on half of the cores at most.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gweld::casework {

// About 54 ms each on the machine of docs/decisions; further callers wait their turn, so that a
// flood of sign-ins cannot take all memory.
std::string hash_password(std::string_view password);
bool password_fits(const std::string& hash, std::string_view password);
// Costs as much as a real check, so that an unknown name takes as long as a wrong password.
void check_against_nobody(std::string_view password);
// Since the start: what a sign-in costs is counted, not timed.
std::uint64_t passwords_looked_at();

} // namespace gweld::casework

// account_kinds.h - who was let in, and as what. An account itself is kept beside the record,
// because it has a password in it; what was done to it stays. Included by kinds.h; knows no
// password.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

enum class AccountDeed {
    opened,
    closed,
    opened_again,
    moved, // another role or team
    password_set,
    second_factor_reset,
    signed_out // in every browser
};
BOOST_DESCRIBE_ENUM(AccountDeed, opened, closed, opened_again, moved, password_set,
                    second_factor_reset, signed_out)

struct AccountChanged { // about: the account
    std::string sign_in_name;
    AccountDeed deed = AccountDeed::opened;
    std::string name; // of whoever signs in by it
    std::string role; // from then on
    std::string team; // by name; empty: none
    std::string why;
};
BOOST_DESCRIBE_STRUCT(AccountChanged, (), (sign_in_name, deed, name, role, team, why))

// The subject of what was done to one account.
inline base::Uuid account_called(std::string_view sign_in_name) {
    return base::uuid_of("gweld", "account", sign_in_name);
}

} // namespace gweld::record

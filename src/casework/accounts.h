// accounts.h - who may sign in, and as what: opened, moved, closed, by another person than the one
// it is about, each time with who, when and why in the record. Knows no page.
#pragma once

#include "casework/office.h"
#include "record/account_kinds.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

// Who does it. None for a viewer who is no administrator.
struct Administering {
    record::Recorder who;
    std::string own_name; // to sign in with; empty: at the command line of the machine
};
std::optional<Administering> administering(const access::Viewer& viewer);
Administering at_the_machine();

enum class AccountNonsense : std::uint8_t {
    no_name,        // to sign in with, or one with anything in it but a-z, 0-9, dot, hyphen, _
    no_person,      // whose account it is
    password_short, // or none
    password_everybodys,
    password_names_them, // password_faults.h
    password_same,       // as the one an administrator gave
    no_reason
};
struct NameTaken {};
struct NoSuchAccount {};
struct OwnAccount {}; // somebody else has to
using AccountRefused =
    std::variant<AccountNonsense, NameTaken, NoSuchAccount, OwnAccount, record::StoreFault>;
using AccountAnswer = base::Result<base::Nothing, AccountRefused>;

struct TeamGiven {
    std::optional<Uuid> team;
    std::string name; // empty: none
};
struct NewAccount {
    std::string name;           // as typed
    std::optional<Uuid> worker; // none: somebody who is in no record, as an administrator may be
    std::string person;
    record::Role role = record::Role::social_worker;
    TeamGiven team;
    std::string password;
};
enum class IfThere : std::uint8_t { refuse, replace };
AccountAnswer open_account(Office& office, const Administering& by, const NewAccount& wish,
                           const std::string& why, IfThere if_there);

// What is done to an account that is there. All but opening it again ends its sessions, in every
// browser and at every server.
struct CloseIt {};
struct OpenAgain {}; // closed, or asleep
struct MoveIt {
    record::Role role = record::Role::social_worker;
    TeamGiven team;
};
struct GivePassword {
    std::string password;
};
struct ResetSecondFactor {};
struct SignOutEverywhere {};
using AccountChange =
    std::variant<CloseIt, OpenAgain, MoveIt, GivePassword, ResetSecondFactor, SignOutEverywhere>;
AccountAnswer change_account(Office& office, const Administering& by, std::string_view name,
                             const AccountChange& change, const std::string& why);

// One's own, by whoever has just shown who they are: every other session of theirs ends.
AccountAnswer change_own_password(Office& office, const access::Viewer& viewer,
                                  std::string_view token, const std::string& password);

// Whether an administrator gave the password and knows it: nobody is let in with such a one before
// they have taken their own (ASVS 5.0, 6.4.1). Of one typed at the machine itself nobody can say
// whose hands typed it; it is taken for their own.
bool password_is_anothers(const record::Reading& reading, const record::Account& account);
// By whoever is half signed in with it (sign_in.h). Every other session of theirs ends.
AccountAnswer take_own_password(Office& office, std::string_view half_token,
                                const std::string& password);

struct AccountListed {
    record::Account account; // without what its password is kept as
    bool asleep = false;
    bool second_factor = false;
    std::size_t sessions = 0; // in use now
};
base::Result<std::vector<AccountListed>, record::StoreFault> all_accounts(const Office& office);

// The newest first.
struct AccountStory {
    AccountListed account;
    std::vector<record::Entry> done;
};
base::Result<std::optional<AccountStory>, record::StoreFault> account_story(const Office& office,
                                                                            std::string_view name);

} // namespace gweld::casework

#include "casework/accounts.h"

#include "casework/password_faults.h"
#include "casework/passwords.h"
#include "casework/recording.h"
#include "casework/sessions.h"
#include "casework/sign_in.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::AccountChanged;
using record::AccountDeed;

record::Draft drafted(Office& office, const Administering& by, const record::Account& account,
                      AccountDeed deed, const std::string& why) {
    const AccountChanged body{account.sign_in_name, deed,
                              account.display_name, std::string{record::name_of(account.role)},
                              account.team_name,    why};
    return draft_by(office, by.who, record::Named<AccountChanged>::name,
                    {record::account_called(account.sign_in_name)}, office.today(),
                    record::encode(body));
}

bool is_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<AccountNonsense> nonsense_in(std::string_view password, std::string_view sign_in_name,
                                           std::string_view person) {
    const auto fault = fault_in_password(password, sign_in_name, person);
    if (!fault) {
        return std::nullopt;
    }
    switch (*fault) {
    case PasswordFault::too_short:
        return AccountNonsense::password_short;
    case PasswordFault::everybodys:
        return AccountNonsense::password_everybodys;
    case PasswordFault::names_them:
        break;
    }
    return AccountNonsense::password_names_them;
}

std::optional<AccountNonsense> nonsense_in(const NewAccount& wish, const std::string& why) {
    if (!is_name(sign_in_name(wish.name))) {
        return AccountNonsense::no_name;
    }
    if (is_blank(wish.person)) {
        return AccountNonsense::no_person;
    }
    if (const auto fault = nonsense_in(wish.password, sign_in_name(wish.name), wish.person)) {
        return fault;
    }
    return is_blank(why) ? std::optional{AccountNonsense::no_reason} : std::nullopt;
}

struct Applied {
    AccountDeed deed;
    bool ends_sessions = true;
};

// Every change to `account` but the password, which takes long and is hashed before.
struct Applying {
    record::Account& account;
    record::Writing& tx;
    const std::string& password_hash;
    Instant now;

    Applied operator()(const CloseIt&) const {
        account.closed = true;
        return {AccountDeed::closed};
    }
    Applied operator()(const OpenAgain&) const {
        account.closed = false;
        account.opened_at = now;
        return {AccountDeed::opened_again, false};
    }
    Applied operator()(const MoveIt& move) const {
        account.role = move.role;
        account.team = move.team.team;
        account.team_name = move.team.name;
        return {AccountDeed::moved};
    }
    Applied operator()(const GivePassword&) const {
        account.password_hash = password_hash;
        return {AccountDeed::password_set};
    }
    Applied operator()(const ResetSecondFactor&) const {
        tx.drop_second_factor(account.sign_in_name);
        tx.put_attempts("code " + account.sign_in_name, {});
        return {AccountDeed::second_factor_reset};
    }
    Applied operator()(const SignOutEverywhere&) const { return {AccountDeed::signed_out}; }
};

AccountAnswer answered(const base::Result<base::Nothing, record::StoreFault>& done,
                       const std::optional<AccountRefused>& refused) {
    if (!done.ok()) {
        return base::Err{AccountRefused{done.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{base::Nothing{}};
}

AccountListed listed(const record::Reading& reading, record::Account account,
                     const SignInRules& rules, Instant now) {
    AccountListed one;
    const auto factor = reading.second_factor(account.sign_in_name);
    one.second_factor = factor && factor->confirmed_at;
    one.asleep = is_asleep(account, rules, now);
    for (const auto& session : reading.sessions_of(account.sign_in_name)) {
        one.sessions += in_use(session, now) ? 1U : 0U;
    }
    account.password_hash.clear();
    one.account = std::move(account);
    return one;
}

} // namespace

std::optional<Administering> administering(const access::Viewer& viewer) {
    if (!access::may_enter(viewer, access::Place::accounts)) {
        return std::nullopt;
    }
    return Administering{recorder_of(viewer), viewer.sign_in_name};
}

Administering at_the_machine() { return {{{}, "gweld account", "command_line", ""}, {}}; }

AccountAnswer open_account(Office& office, const Administering& by, const NewAccount& wish,
                           const std::string& why, IfThere if_there) {
    if (const auto nonsense = nonsense_in(wish, why)) {
        return base::Err{AccountRefused{*nonsense}};
    }
    record::Account account;
    account.sign_in_name = sign_in_name(wish.name);
    account.worker = wish.worker.value_or(record::account_called(account.sign_in_name));
    account.display_name = wish.person;
    account.role = wish.role;
    account.team = wish.team.team;
    account.team_name = wish.team.name;
    account.password_hash = hash_password(wish.password);
    account.opened_at = office.clock.now();
    const auto draft = drafted(office, by, account, AccountDeed::opened, why);
    std::optional<AccountRefused> refused;
    const auto done = office.store.write([&](record::Writing& tx) {
        if (account.sign_in_name == by.own_name) {
            refused = OwnAccount{};
        } else if (if_there == IfThere::refuse && tx.account(account.sign_in_name)) {
            refused = NameTaken{};
        } else {
            end_every_session(tx, account.sign_in_name);
            tx.put_account(account);
            static_cast<void>(append_drafts(tx, {draft}, {}));
        }
        return refused ? record::Keep::no : record::Keep::yes;
    });
    return answered(done, refused);
}

AccountAnswer change_account(Office& office, const Administering& by, std::string_view name,
                             const AccountChange& change, const std::string& why) {
    const auto key = sign_in_name(name);
    std::string password_hash;
    if (const auto* given = std::get_if<GivePassword>(&change)) {
        if (const auto fault = nonsense_in(given->password, key, {})) {
            return base::Err{AccountRefused{*fault}};
        }
        password_hash = hash_password(given->password);
    }
    if (is_blank(why)) {
        return base::Err{AccountRefused{AccountNonsense::no_reason}};
    }
    std::optional<AccountRefused> refused;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto account = tx.account(key);
        if (!account) {
            refused = NoSuchAccount{};
            return record::Keep::no;
        }
        if (key == by.own_name) {
            refused = OwnAccount{};
            return record::Keep::no;
        }
        const auto applied =
            std::visit(Applying{*account, tx, password_hash, office.clock.now()}, change);
        if (applied.ends_sessions) {
            end_every_session(tx, key);
        }
        tx.put_account(*account);
        static_cast<void>(
            append_drafts(tx, {drafted(office, by, *account, applied.deed, why)}, {}));
        return record::Keep::yes;
    });
    return answered(done, refused);
}

AccountAnswer change_own_password(Office& office, const access::Viewer& viewer,
                                  std::string_view token, const std::string& password) {
    if (const auto fault = nonsense_in(password, viewer.sign_in_name, viewer.name)) {
        return base::Err{AccountRefused{*fault}};
    }
    const auto hash = hash_password(password);
    std::optional<AccountRefused> refused;
    const auto done = office.store.write([&](record::Writing& tx) {
        auto account = tx.account(viewer.sign_in_name);
        if (!account || account->closed) {
            refused = NoSuchAccount{};
            return record::Keep::no;
        }
        for (const auto& session : tx.sessions_of(viewer.sign_in_name)) {
            if (session.token_hash != token_hash(token)) {
                tx.end_session(session.token_hash);
            }
        }
        account->password_hash = hash;
        tx.put_account(*account);
        const Administering by{recorder_of(viewer), {}};
        static_cast<void>(
            append_drafts(tx, {drafted(office, by, *account, AccountDeed::password_set, "")}, {}));
        return record::Keep::yes;
    });
    return answered(done, refused);
}

bool password_is_anothers(const record::Reading& reading, const record::Account& account) {
    const auto done = reading.about(record::account_called(account.sign_in_name), 0);
    for (auto entry = done.rbegin(); entry != done.rend(); ++entry) {
        if (!record::is_a<AccountChanged>(*entry)) {
            continue;
        }
        const auto deed = record::body_of<AccountChanged>(*entry).deed;
        if (deed == AccountDeed::opened || deed == AccountDeed::password_set) {
            const auto by = entry->recorded_by.worker;
            return by != Uuid{} && by != account.worker;
        }
    }
    return false;
}

AccountAnswer take_own_password(Office& office, std::string_view half_token,
                                const std::string& password) {
    const auto half = half_signed_in(office, half_token);
    if (!half.ok()) {
        return base::Err{AccountRefused{half.error()}};
    }
    std::optional<record::Account> account;
    const auto read = office.store.read([&](const record::Reading& reading) {
        account = half.value() ? reading.account(half.value()->sign_in_name) : std::nullopt;
    });
    if (!read.ok()) {
        return base::Err{AccountRefused{read.error()}};
    }
    if (!account || half.value()->needs != Needs::new_password) {
        return base::Err{AccountRefused{NoSuchAccount{}}};
    }
    if (password_fits(account->password_hash, password)) {
        return base::Err{AccountRefused{AccountNonsense::password_same}};
    }
    access::Viewer viewer;
    viewer.sign_in_name = account->sign_in_name;
    viewer.worker = account->worker;
    viewer.name = account->display_name;
    viewer.role = account->role;
    viewer.team = account->team;
    viewer.team_name = account->team_name;
    return change_own_password(office, viewer, half_token, password);
}

base::Result<std::vector<AccountListed>, record::StoreFault> all_accounts(const Office& office) {
    std::vector<AccountListed> all;
    const auto now = office.clock.now();
    const auto read = office.store.read([&](const record::Reading& reading) {
        for (auto& account : reading.accounts()) {
            all.push_back(listed(reading, std::move(account), office.sign_in_rules, now));
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(all)};
}

base::Result<std::optional<AccountStory>, record::StoreFault> account_story(const Office& office,
                                                                            std::string_view name) {
    std::optional<AccountStory> story;
    const auto read = office.store.read([&](const record::Reading& reading) {
        auto account = reading.account(name);
        if (!account) {
            return;
        }
        story.emplace();
        story->account =
            listed(reading, std::move(*account), office.sign_in_rules, office.clock.now());
        story->done = reading.about(record::account_called(name), 0);
        std::ranges::reverse(story->done);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(story)};
}

} // namespace gweld::casework

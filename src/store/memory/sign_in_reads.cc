#include "store/memory/reads.h"

#include <algorithm>

namespace gweld::store::memory {

using namespace record;

template <class Base>
std::optional<Account> Reads<Base>::account(std::string_view sign_in_name) const {
    const auto found = held_.accounts.find(sign_in_name);
    return found == held_.accounts.end() ? std::nullopt : std::optional{found->second};
}

template <class Base> std::vector<Account> Reads<Base>::accounts() const {
    std::vector<Account> accounts;
    for (const auto& [name, account] : held_.accounts) {
        accounts.push_back(account);
    }
    return accounts;
}

template <class Base> std::optional<Session> Reads<Base>::session(const Hash& token_hash) const {
    const auto found = held_.sessions.find(token_hash);
    return found == held_.sessions.end() ? std::nullopt : std::optional{found->second};
}

template <class Base> SignInAttempts Reads<Base>::attempts(std::string_view sign_in_name) const {
    const auto found = held_.attempts.find(sign_in_name);
    return found == held_.attempts.end() ? SignInAttempts{} : found->second;
}

template <class Base>
std::vector<Session> Reads<Base>::sessions_of(std::string_view sign_in_name) const {
    std::vector<Session> sessions;
    for (const auto& [hash, session] : held_.sessions) {
        if (session.sign_in_name == sign_in_name) {
            sessions.push_back(session);
        }
    }
    std::ranges::stable_sort(sessions, {}, &Session::signed_in_at);
    return sessions;
}

template <class Base>
std::optional<SecondFactor> Reads<Base>::second_factor(std::string_view sign_in_name) const {
    const auto found = held_.factors.find(sign_in_name);
    return found == held_.factors.end() ? std::nullopt : std::optional{found->second};
}

template <class Base>
std::optional<KnownBrowser> Reads<Base>::known_browser(const Hash& token_hash) const {
    const auto found = held_.browsers.find(token_hash);
    return found == held_.browsers.end() ? std::nullopt : std::optional{found->second};
}

#define GWELD_SIGN_IN_READS(Base)                                                                  \
    template std::optional<Account> Reads<Base>::account(std::string_view) const;                  \
    template std::vector<Account> Reads<Base>::accounts() const;                                   \
    template std::optional<Session> Reads<Base>::session(const Hash&) const;                       \
    template std::vector<Session> Reads<Base>::sessions_of(std::string_view) const;                \
    template SignInAttempts Reads<Base>::attempts(std::string_view) const;                         \
    template std::optional<SecondFactor> Reads<Base>::second_factor(std::string_view) const;       \
    template std::optional<KnownBrowser> Reads<Base>::known_browser(const Hash&) const;
GWELD_SIGN_IN_READS(record::Reading)
GWELD_SIGN_IN_READS(record::Writing)
#undef GWELD_SIGN_IN_READS

} // namespace gweld::store::memory

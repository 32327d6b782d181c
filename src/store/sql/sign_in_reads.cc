#include "store/sql/reads.h"
#include "store/sql/table_sql.h"

#include <map>

namespace gweld::store::sql {

using namespace record;

template <class Base>
std::optional<Account> Reads<Base>::account(std::string_view sign_in_name) const {
    static const std::string sql = select_sql<AccountRow>("AND sign_in_name = $2");
    static const std::string use_sql = select_sql<AccountUseRow>("AND sign_in_name = $2");
    auto row = one_row<AccountRow>(connection_, sql, authority_, sign_in_name);
    if (!row) {
        return std::nullopt;
    }
    return account_of(std::move(*row),
                      one_row<AccountUseRow>(connection_, use_sql, authority_, sign_in_name));
}

template <class Base> std::vector<Account> Reads<Base>::accounts() const {
    static const std::string sql = select_sql<AccountRow>("ORDER BY sign_in_name");
    static const std::string use_sql = select_sql<AccountUseRow>("");
    std::map<std::string, AccountUseRow> uses;
    each_row<AccountUseRow>(
        connection_, use_sql, [&](const AccountUseRow& use) { uses[use.sign_in_name] = use; },
        authority_);
    std::vector<Account> accounts;
    each_row<AccountRow>(
        connection_, sql,
        [&](AccountRow row) {
            const auto use = uses.find(row.sign_in_name);
            accounts.push_back(account_of(
                std::move(row), use == uses.end() ? std::nullopt : std::optional{use->second}));
        },
        authority_);
    return accounts;
}

template <class Base> std::optional<Session> Reads<Base>::session(const Hash& token_hash) const {
    static const std::string sql = select_sql<SessionRow>("AND token_hash = $2");
    static const std::string use_sql = select_sql<SessionUseRow>("AND token_hash = $2");
    auto row = one_row<SessionRow>(connection_, sql, authority_, token_hash);
    if (!row) {
        return std::nullopt;
    }
    return session_of(std::move(*row),
                      one_row<SessionUseRow>(connection_, use_sql, authority_, token_hash));
}

template <class Base>
std::vector<Session> Reads<Base>::sessions_of(std::string_view sign_in_name) const {
    static const std::string sql =
        select_sql<SessionRow>("AND sign_in_name = $2 ORDER BY signed_in_at, token_hash");
    static const std::string use_sql = select_sql<SessionUseRow>("AND token_hash = $2");
    std::vector<Session> sessions;
    for (auto& row : all_rows<SessionRow>(connection_, sql, authority_, sign_in_name)) {
        auto use = one_row<SessionUseRow>(connection_, use_sql, authority_, row.token_hash);
        sessions.push_back(session_of(std::move(row), std::move(use)));
    }
    return sessions;
}

template <class Base> SignInAttempts Reads<Base>::attempts(std::string_view sign_in_name) const {
    static const std::string sql = select_sql<AttemptsRow>("AND sign_in_name = $2");
    const auto row = one_row<AttemptsRow>(connection_, sql, authority_, sign_in_name);
    if (!row) {
        return {};
    }
    return {row->failures, Instant{std::chrono::milliseconds{row->last_failed_at}}};
}

template <class Base>
std::optional<SecondFactor> Reads<Base>::second_factor(std::string_view sign_in_name) const {
    static const std::string sql = select_sql<SecondFactorRow>("AND sign_in_name = $2");
    auto row = one_row<SecondFactorRow>(connection_, sql, authority_, sign_in_name);
    return row ? std::optional{factor_of(std::move(*row))} : std::nullopt;
}

template <class Base>
std::optional<KnownBrowser> Reads<Base>::known_browser(const Hash& token_hash) const {
    static const std::string sql = select_sql<KnownBrowserRow>("AND token_hash = $2");
    auto row = one_row<KnownBrowserRow>(connection_, sql, authority_, token_hash);
    return row ? std::optional{browser_of(std::move(*row))} : std::nullopt;
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

} // namespace gweld::store::sql

#include "casework/sign_in.h"

#include "casework/accounts.h"

#include "casework/passwords.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace gweld::casework {

namespace {

constexpr std::int64_t free_failures = 5;
constexpr std::chrono::minutes longest_wait{15};

access::Viewer viewer_from(const record::Account& account) {
    return {account.sign_in_name, account.worker, account.display_name,
            account.role,         account.team,   account.team_name};
}

std::string fresh_token(base::Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    std::array<char, 65> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

// The browser, if it is one in which this very person signed in.
std::optional<record::KnownBrowser> browser_of(const record::Reading& reading,
                                               const std::string& name, const Where& where) {
    auto browser =
        where.known_as.empty() ? std::nullopt : reading.known_browser(token_hash(where.known_as));
    return browser && browser->sign_in_name == name ? std::move(browser) : std::nullopt;
}

// The try is counted before the password is looked at and taken back when it fits: of many sent at
// once no more are looked at than of those sent one by one. Nothing is looked at while the count
// cannot be kept.
struct Try {
    std::optional<record::Account> account;
    std::optional<SignInRefused> refused;
};

Try begin_try(Office& office, const std::string& name, const Where& where) {
    Try begun;
    const auto now = office.clock.now();
    const auto counted = office.store.write([&](record::Writing& tx) {
        auto browser = browser_of(tx, name, where);
        auto attempts = browser ? record::SignInAttempts{browser->failures, browser->last_failed_at}
                                : tx.attempts(name);
        if (const auto until = may_try_again(attempts); now < until) {
            begun.refused = WaitBeforeTrying{until};
            return record::Keep::no;
        }
        ++attempts.failures;
        attempts.last_failed_at = now;
        if (browser) {
            browser->failures = attempts.failures;
            browser->last_failed_at = now;
            tx.put_known_browser(*browser);
        } else {
            tx.put_attempts(name, attempts);
        }
        begun.account = tx.account(name);
        return record::Keep::yes;
    });
    if (!counted.ok()) {
        begun.refused = counted.error();
    }
    return begun;
}

// What others tried under the name elsewhere stays counted.
void take_back_try(record::Writing& tx, const std::string& name, const Where& where) {
    if (auto browser = browser_of(tx, name, where)) {
        browser->failures = 0;
        tx.put_known_browser(*browser);
    } else {
        tx.put_attempts(name, {});
    }
}

Needs needs_of(const record::Reading& reading, const record::Account& account,
               const SignInRules& rules) {
    if (password_is_anothers(reading, account)) {
        return Needs::new_password;
    }
    const auto factor = reading.second_factor(account.sign_in_name);
    if (factor && factor->confirmed_at) {
        return Needs::code;
    }
    return rules.second_factor == SecondFactorIs::required ? Needs::enrolment : Needs::nothing;
}

Admitted let_half_in(Office& office, record::Writing& tx, const record::Account& account,
                     const Where& where) {
    const Admitted half{{fresh_token(office.random)}, record::SignedIn::half};
    const auto now = office.clock.now();
    tx.put_session({token_hash(half.session.text), account.sign_in_name, now,
                    record::beginning_of_time, now + half_limit, record::SignedIn::half,
                    where.browser, where.system});
    return half;
}

Admitted let_in_whole(Office& office, record::Writing& tx, record::Account account,
                      const Where& where) {
    Admitted whole{{fresh_token(office.random)}, record::SignedIn::whole};
    const auto now = office.clock.now();
    tx.drop_sessions_before(now);
    tx.drop_known_browsers_before(now - browser_known_for);
    tx.put_session({token_hash(whole.session.text),
                    account.sign_in_name,
                    now,
                    now,
                    now + session_limit,
                    record::SignedIn::whole,
                    where.browser,
                    where.system,
                    {},
                    account.signed_in_at});
    const auto known = browser_of(tx, account.sign_in_name, where);
    whole.browser.text = known ? std::string{where.known_as} : fresh_token(office.random);
    tx.put_known_browser({token_hash(whole.browser.text), account.sign_in_name, now});
    account.signed_in_at = now;
    tx.put_account(account);
    return whole;
}

std::optional<record::Session> half_session(const record::Reading& reading, std::string_view token,
                                            Instant now) {
    auto session = reading.session(token_hash(token));
    const bool half =
        session && session->signed_in == record::SignedIn::half && now < session->expires_at;
    return half ? std::move(session) : std::nullopt;
}

struct Behind {
    record::Session session;
    access::Viewer viewer;
};

base::Result<std::optional<Behind>, StoreFault>
who_is_behind(record::Store& store, const record::Hash& hash, Instant now) {
    std::optional<Behind> found;
    const auto read = store.read([&](const record::Reading& reading) {
        const auto session = reading.session(hash);
        if (!session || !in_use(*session, now)) {
            return;
        }
        const auto account = reading.account(session->sign_in_name);
        if (account && !account->closed) {
            found = Behind{*session, viewer_from(*account)};
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(found)};
}

Known known(std::optional<Behind> behind) {
    return base::Ok{behind ? std::optional{std::move(behind->viewer)} : std::nullopt};
}

} // namespace

std::string sign_in_name(std::string_view typed) {
    std::string name;
    for (const char c : typed) {
        if (c != ' ' && c != '\t') {
            name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return name;
}

Instant may_try_again(const record::SignInAttempts& attempts) {
    if (attempts.failures < free_failures) {
        return record::beginning_of_time;
    }
    const auto doublings = std::min<std::int64_t>(attempts.failures - free_failures, 4);
    const auto wait = std::min(std::chrono::minutes{1LL << doublings}, longest_wait);
    return attempts.last_failed_at + wait;
}

bool in_use(const record::Session& session, Instant now) {
    return session.signed_in == record::SignedIn::whole && now < session.expires_at &&
           now < session.last_used_at + idle_limit;
}

record::Hash token_hash(std::string_view token) {
    record::Hash hash{};
    std::string text{token};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    return hash;
}

bool is_known(const Office& office, std::string_view name, const Where& where) {
    bool known = false;
    static_cast<void>(office.store.read([&](const record::Reading& reading) {
        known = browser_of(reading, sign_in_name(name), where).has_value();
    }));
    return known;
}

bool is_asleep(const record::Account& account, const SignInRules& rules, Instant now) {
    const auto used = std::max(account.opened_at, account.signed_in_at); // none is before all
    return used && now - *used > std::chrono::days{rules.dormant_after_days};
}

base::Result<base::Nothing, StoreFault> begin_counting_use(Office& office) {
    return office.store.write([&](record::Writing& tx) {
        auto keep = record::Keep::no;
        for (auto account : tx.accounts()) {
            if (!account.opened_at && !account.signed_in_at) {
                account.opened_at = office.clock.now();
                tx.put_account(account);
                keep = record::Keep::yes;
            }
        }
        return keep;
    });
}

base::Result<Admitted, SignInRefused> sign_in(Office& office, const SignInTry& tried) {
    const std::string key = sign_in_name(tried.name);
    const auto begun = begin_try(office, key, tried.where);
    if (begun.refused) {
        return base::Err{*begun.refused};
    }
    const bool open = begun.account && !begun.account->closed;
    if (!open) {
        check_against_nobody(tried.password);
    }
    if (!open || !password_fits(begun.account->password_hash, tried.password)) {
        return base::Err{SignInRefused{WrongNameOrPassword{}}};
    }
    std::optional<Admitted> admitted;
    std::optional<SignInRefused> refused;
    const auto kept = office.store.write([&](record::Writing& tx) {
        // Closed, or given another password, while this one was being looked at.
        const auto account = tx.account(key);
        if (!account || account->closed || account->password_hash != begun.account->password_hash) {
            refused = WrongNameOrPassword{};
            return record::Keep::no;
        }
        take_back_try(tx, key, tried.where);
        if (is_asleep(*account, office.sign_in_rules, office.clock.now())) {
            refused = Asleep{};
        } else if (needs_of(tx, *account, office.sign_in_rules) != Needs::nothing) {
            admitted = let_half_in(office, tx, *account, tried.where);
        } else {
            admitted = let_in_whole(office, tx, *account, tried.where);
        }
        return record::Keep::yes;
    });
    if (!kept.ok()) {
        return base::Err{SignInRefused{kept.error()}};
    }
    if (refused) {
        return base::Err{*refused};
    }
    return base::Ok{*admitted};
}

base::Result<std::optional<HalfSignedIn>, StoreFault> half_signed_in(const Office& office,
                                                                     std::string_view token) {
    std::optional<HalfSignedIn> half;
    const auto read = office.store.read([&](const record::Reading& reading) {
        const auto session = half_session(reading, token, office.clock.now());
        const auto account = session ? reading.account(session->sign_in_name) : std::nullopt;
        if (account && !account->closed) {
            half = {session->sign_in_name, needs_of(reading, *account, office.sign_in_rules)};
        }
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(half)};
}

base::Result<std::optional<Admitted>, StoreFault>
admit_whole(Office& office, std::string_view token, const Where& where) {
    std::optional<Admitted> admitted;
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto session = half_session(tx, token, office.clock.now());
        const auto account = session ? tx.account(session->sign_in_name) : std::nullopt;
        if (!account || account->closed) {
            return record::Keep::no;
        }
        tx.end_session(session->token_hash);
        admitted = let_in_whole(office, tx, *account, where);
        return record::Keep::yes;
    });
    if (!done.ok()) {
        return base::Err{done.error()};
    }
    return base::Ok{std::move(admitted)};
}

void sign_out(record::Store& store, std::string_view token) {
    const auto hash = token_hash(token);
    static_cast<void>(store.write([&](record::Writing& tx) {
        tx.end_session(hash);
        return record::Keep::yes;
    }));
}

Known viewer_of(record::Store& store, std::string_view token, Instant now) {
    const auto hash = token_hash(token);
    auto read = who_is_behind(store, hash, now);
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    auto& behind = read.value();
    if (!behind) {
        return known({});
    }
    auto& session = behind->session;
    if (now >= session.last_used_at + std::chrono::minutes{1}) {
        session.last_used_at = now;
        static_cast<void>(store.write([&](record::Writing& tx) {
            if (!tx.session(hash)) {
                return record::Keep::no; // signed out since it was read
            }
            tx.put_session(session);
            return record::Keep::yes;
        }));
    }
    return known(std::move(behind));
}

Known viewer_unnoted(record::Store& store, std::string_view token, Instant now) {
    auto read = who_is_behind(store, token_hash(token), now);
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return known(std::move(read).value());
}

} // namespace gweld::casework

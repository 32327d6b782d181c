#include "casework/sign_in.h"

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

// The try is counted before the password is looked at and taken back when it fits: of many sent at
// once no more are looked at than of those sent one by one. Nothing is looked at while the count
// cannot be kept.
struct Try {
    std::optional<record::Account> account;
    std::optional<SignInRefused> refused;
};

Try begin_try(record::Store& store, const std::string& name, Instant now) {
    Try begun;
    const auto counted = store.write([&](record::Writing& tx) {
        auto attempts = tx.attempts(name);
        if (const auto until = may_try_again(attempts); now < until) {
            begun.refused = WaitBeforeTrying{until};
            return record::Keep::no;
        }
        ++attempts.failures;
        attempts.last_failed_at = now;
        tx.put_attempts(name, attempts);
        begun.account = tx.account(name);
        return record::Keep::yes;
    });
    if (!counted.ok()) {
        begun.refused = counted.error();
    }
    return begun;
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
        if (!session || now >= session->expires_at || now >= session->last_used_at + idle_limit) {
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

record::Hash token_hash(std::string_view token) {
    record::Hash hash{};
    std::string text{token};
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                       0);
    return hash;
}

base::Result<SessionToken, SignInRefused> sign_in(record::Store& store, base::Random& random,
                                                  std::string_view name, std::string_view password,
                                                  Instant now) {
    const std::string key = sign_in_name(name);
    const auto begun = begin_try(store, key, now);
    if (begun.refused) {
        return base::Err{*begun.refused};
    }
    const bool open = begun.account && !begun.account->closed;
    if (!open) {
        check_against_nobody(password);
    }
    if (!open || !password_fits(begun.account->password_hash, password)) {
        return base::Err{SignInRefused{WrongNameOrPassword{}}};
    }
    const std::string token = fresh_token(random);
    const auto kept = store.write([&](record::Writing& tx) {
        tx.put_attempts(key, {});
        tx.put_session({token_hash(token), key, now, now, now + session_limit});
        return record::Keep::yes;
    });
    if (!kept.ok()) {
        return base::Err{SignInRefused{kept.error()}};
    }
    return base::Ok{SessionToken{token}};
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

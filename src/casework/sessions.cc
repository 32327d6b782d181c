#include "casework/sessions.h"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace gweld::casework {

base::Result<MySessions, StoreFault> my_sessions(const Office& office, const access::Viewer& viewer,
                                                 std::string_view token) {
    MySessions mine;
    mine.this_one = token_hash(token);
    const auto read = office.store.read([&](const record::Reading& reading) {
        mine.all = reading.sessions_of(viewer.sign_in_name);
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    const auto now = office.clock.now();
    std::erase_if(mine.all, [&](const auto& session) { return !in_use(session, now); });
    std::ranges::stable_sort(mine.all, std::ranges::greater{}, &record::Session::last_used_at);
    std::ranges::stable_partition(
        mine.all, [&](const auto& session) { return session.token_hash == mine.this_one; });
    return base::Ok{std::move(mine)};
}

base::Result<std::optional<record::Session>, StoreFault> session_of(const Office& office,
                                                                    std::string_view token) {
    std::optional<record::Session> session;
    const auto read = office.store.read(
        [&](const record::Reading& reading) { session = reading.session(token_hash(token)); });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(session)};
}

base::Result<base::Nothing, StoreFault> end_mine(Office& office, const access::Viewer& viewer,
                                                 const record::Hash& which) {
    return office.store.write([&](record::Writing& tx) {
        const auto session = tx.session(which);
        if (!session || session->sign_in_name != viewer.sign_in_name) {
            return record::Keep::no;
        }
        tx.end_session(which);
        return record::Keep::yes;
    });
}

base::Result<base::Nothing, StoreFault> end_my_others(Office& office, const access::Viewer& viewer,
                                                      std::string_view token) {
    const auto this_one = token_hash(token);
    return office.store.write([&](record::Writing& tx) {
        for (const auto& session : tx.sessions_of(viewer.sign_in_name)) {
            if (session.token_hash != this_one) {
                tx.end_session(session.token_hash);
            }
        }
        return record::Keep::yes;
    });
}

void end_every_session(record::Writing& tx, std::string_view sign_in_name) {
    for (const auto& session : tx.sessions_of(sign_in_name)) {
        tx.end_session(session.token_hash);
    }
}

std::string name_of(const record::Session& session) {
    std::array<char, 2 * std::tuple_size_v<record::Hash> + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), session.token_hash.data(), session.token_hash.size());
    return hex.data();
}

std::optional<record::Hash> session_named(std::string_view name) {
    record::Hash hash{};
    std::size_t length = 0;
    if (name.size() != 2 * hash.size() ||
        sodium_hex2bin(hash.data(), hash.size(), name.data(), name.size(), nullptr, &length,
                       nullptr) != 0 ||
        length != hash.size()) {
        return std::nullopt;
    }
    return hash;
}

} // namespace gweld::casework

// Signed in at one server, ended at another: both ask one PostgreSQL database.
#include "../store/postgres_place.h"

#include "casework/sessions.h"
#include "people/names.h"

#include <gtest/gtest.h>

namespace gweld::casework {
namespace {

using namespace std::chrono_literals;

class TwoServers : public ::testing::Test {
  protected:
    TwoServers() {
        record::Account account;
        account.sign_in_name = "catrin";
        change(*one, [&](record::Writing& tx) {
            tx.put_account(account);
            tx.put_session({token_hash("hers"), "catrin", now, now, now + session_limit});
            tx.put_session({token_hash("also hers"), "catrin", now, now, now + session_limit});
        });
    }
    template <class F> static void change(record::Store& store, const F& f) {
        EXPECT_TRUE(store
                        .write([&](record::Writing& tx) {
                            f(tx);
                            return record::Keep::yes;
                        })
                        .ok());
    }
    bool known_at(record::Store& server, std::string_view token) const {
        return viewer_of(server, token, now + 5min).value().has_value();
    }

    Instant now = time::at_wall_time_in_wales(time::day(24, std::chrono::November, 2026), 9h);
    std::string where = made_up::PostgresPlace::ours().fresh();
    std::unique_ptr<record::Store> one =
        made_up::open_postgres_or_throw(where, "W06000001", &people::name_keys);
    std::unique_ptr<record::Store> other =
        made_up::open_postgres_or_throw(where, "W06000001", &people::name_keys);
};

TEST_F(TwoServers, whoever_is_signed_out_at_one_is_signed_out_at_the_other_with_the_next_page) {
    EXPECT_TRUE(known_at(*one, "hers"));
    EXPECT_TRUE(known_at(*other, "hers"));
    change(*other, [](record::Writing& tx) { end_every_session(tx, "catrin"); });
    for (const auto* token : {"hers", "also hers"}) {
        EXPECT_FALSE(known_at(*one, token));
        EXPECT_FALSE(known_at(*other, token));
    }
}

} // namespace
} // namespace gweld::casework

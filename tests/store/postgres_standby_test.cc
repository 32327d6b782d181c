// What is recorded where a second server takes over: nothing on a server that follows, nothing that
// only one server has where two were demanded (docs/decisions/past-one-machine.md).
#include "every_store.h"
#include "store/moving.h"

#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <thread>

namespace gweld::made_up {
namespace {

using store::OpenFault;
using store::Standby;
using PostgresConnection = store::postgres::Connection;
using std::chrono::milliseconds;

base::Result<std::unique_ptr<Store>, store::OpenRefused>
opened_with(const std::string& where, Standby standby,
            milliseconds commit_within = milliseconds{40'000}) {
    store::PostgresOptions options;
    options.commit_within = commit_within;
    options.name_keys = plain_keys;
    options.standby = standby;
    return store::open_postgres(where, authority, options);
}

auto written_or_not(Store& store, const std::string& name) {
    return store.write([&](Writing& writing) {
        writing.append({name, {}, {visit(name, {"Mair"})}});
        return Keep::yes;
    });
}

bool holds_within(milliseconds most, const std::function<bool()>& holds) {
    const auto until = std::chrono::steady_clock::now() + most;
    while (!holds()) {
        if (std::chrono::steady_clock::now() > until) {
            return false;
        }
        std::this_thread::sleep_for(milliseconds{20});
    }
    return true;
}

bool counts_any(PostgresConnection& server, const std::string& sql) {
    store::sql::Query query{server, sql};
    std::int64_t count = 0;
    if (query.step()) {
        query.read(0, count);
    }
    return count > 0;
}

// A server of its own, whose settings are changed under a store that is open.
class Standbys : public testing::Test {
  protected:
    void set(const std::string& setting) {
        PostgresConnection server{place.server()};
        server.script("ALTER SYSTEM SET " + setting);
        server.script("SELECT pg_reload_conf()");
        std::this_thread::sleep_for(milliseconds{300}); // until every session has read it
    }
    PostgresPlace place;
    std::string where = place.fresh();
};

TEST_F(Standbys, one_is_demanded_where_it_was_asked_for) {
    ASSERT_TRUE(open_postgres_or_throw(where));
    const auto refused = opened_with(where, Standby::required);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fault, OpenFault::no_standby);
    EXPECT_TRUE(opened_with(where, Standby::as_it_may_be).ok());
}

TEST_F(Standbys, what_a_server_keeps_is_asked_at_every_turn_at_writing) {
    const auto store = open_postgres_or_throw(where);
    EXPECT_TRUE(written_or_not(*store, "before").ok());
    set("synchronous_commit = off");
    const auto refused = written_or_not(*store, "meanwhile");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), record::StoreFault::read_only);
    set("synchronous_commit = on");
    EXPECT_TRUE(written_or_not(*store, "after").ok());
    EXPECT_EQ(asked(*store, [](const Reading& reading) { return reading.head(); }), 2);
}

TEST_F(Standbys, a_standby_given_up_while_it_is_needed_ends_the_writing) {
    ASSERT_TRUE(open_postgres_or_throw(where));
    set("synchronous_standby_names = 'nobody'");
    const auto store = opened_with(where, Standby::required);
    ASSERT_TRUE(store.ok());
    set("synchronous_standby_names = ''");
    const auto refused = written_or_not(*store.value(), "alone");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), record::StoreFault::read_only);
}

// It is on this server alone: an answer that rests on it would be an answer about nothing.
TEST_F(Standbys, what_no_standby_has_is_answered_neither_the_first_time_nor_when_sent_again) {
    const auto alone = open_postgres_or_throw(where);
    ASSERT_TRUE(written_or_not(*alone, "a").ok());
    set("synchronous_standby_names = 'nobody'");
    const auto store = opened_with(where, Standby::required);
    ASSERT_TRUE(store.ok());
    PostgresConnection server{place.server()};
    for (const std::string name : {"a", "b"}) { // a: there already, so nothing new is written
        auto answer = std::async(std::launch::async,
                                 [&] { return written_or_not(*store.value(), name).ok(); });
        const std::string waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = "
                                  "'SyncRep'";
        EXPECT_TRUE(holds_within(milliseconds{5000}, [&] { return counts_any(server, waits); }))
            << name;
        EXPECT_EQ(answer.wait_for(milliseconds{200}), std::future_status::timeout) << name;
        server.script("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = "
                      "'SyncRep'");
        EXPECT_FALSE(answer.get()) << name;
    }
}

// As whoever wants the writing to go on again might do it. PostgreSQL answers with success.
TEST_F(Standbys, one_given_up_while_a_commit_waits_for_it_makes_the_commit_uncertain) {
    ASSERT_TRUE(open_postgres_or_throw(where));
    set("synchronous_standby_names = 'nobody'");
    const auto store = opened_with(where, Standby::required);
    ASSERT_TRUE(store.ok());
    auto answer =
        std::async(std::launch::async, [&] { return written_or_not(*store.value(), "a"); });
    PostgresConnection server{place.server()};
    EXPECT_TRUE(holds_within(milliseconds{5000}, [&] {
        return counts_any(server, "SELECT count(*) FROM pg_stat_activity WHERE wait_event = "
                                  "'SyncRep'");
    }));
    set("synchronous_standby_names = ''");
    const auto told = answer.get();
    ASSERT_FALSE(told.ok());
    EXPECT_EQ(told.error(), record::StoreFault::disk_failed);
}

TEST_F(Standbys, one_that_does_not_come_is_not_waited_for_without_end) {
    ASSERT_TRUE(open_postgres_or_throw(where));
    set("synchronous_standby_names = 'nobody'");
    const auto store = opened_with(where, Standby::required, milliseconds{300});
    ASSERT_TRUE(store.ok());
    for (const std::string name : {"a", "b"}) {
        const auto told = written_or_not(*store.value(), name);
        ASSERT_FALSE(told.ok()) << name;
        EXPECT_EQ(told.error(), record::StoreFault::disk_failed) << name;
    }
    set("synchronous_standby_names = ''");
    EXPECT_EQ(asked(*store.value(), [](const Reading& reading) { return reading.head(); }), 2)
        << "they were sent; that they are kept nobody was told";
}

TEST_F(Standbys, nothing_is_moved_where_none_is_waited_for) {
    const Folder folder;
    append(*open_or_throw(folder.file()), "a", {visit("a", {"Mair"})});
    const auto refused =
        store::move_record(folder.file(), where, authority, plain_keys, Standby::required);
    ASSERT_FALSE(refused.ok());
    const auto* why = std::get_if<store::TargetRefused>(&refused.error());
    ASSERT_NE(why, nullptr);
    EXPECT_EQ(why->why.fault, OpenFault::no_standby);
    EXPECT_TRUE(store::move_record(folder.file(), where, authority, plain_keys).ok());
}

TEST_F(Standbys, nothing_is_recorded_in_tables_of_another_version) {
    const auto store = open_postgres_or_throw(where);
    EXPECT_TRUE(written_or_not(*store, "before").ok());
    PostgresConnection{where}.script("UPDATE gweld_schema SET version = version + 1");
    const auto refused = written_or_not(*store, "after");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), record::StoreFault::read_only);
}

TEST(Waiting, is_limited_where_the_address_does_not_say) {
    const auto value_of = [](PostgresConnection& connection, const std::string& name) {
        std::string value;
        auto* all = PQconninfo(connection.handle());
        for (auto* one = all; one->keyword != nullptr; ++one) {
            if (one->keyword == name && one->val != nullptr) {
                value = one->val;
            }
        }
        PQconninfoFree(all);
        return value;
    };
    PostgresConnection plain{PostgresPlace::ours().server()};
    EXPECT_EQ(value_of(plain, "connect_timeout"), "5");
    EXPECT_EQ(value_of(plain, "keepalives_idle"), "5");
    EXPECT_EQ(value_of(plain, "tcp_user_timeout"), "12000");
    EXPECT_EQ(value_of(plain, "target_session_attrs"), "read-write");
    PostgresConnection patient{PostgresPlace::ours().server() + "&connect_timeout=60"};
    EXPECT_EQ(value_of(patient, "connect_timeout"), "60");
    EXPECT_EQ(value_of(patient, "keepalives_idle"), "5");
}

// R23: of two servers the one that follows is passed over, for pages as for decisions.
TEST(Following, nothing_is_read_or_decided_where_a_server_only_follows) {
    PostgresPlace primary;
    const auto where = primary.fresh();
    ASSERT_TRUE(open_postgres_or_throw(where));
    PostgresPlace standby;
    standby.follow(primary);
    const auto schema = where.substr(where.find("&options="));
    const auto only = "postgresql://gweld@/postgres?host=" + standby.folder() + schema;
    const auto both =
        "postgresql://gweld@/postgres?host=" + standby.folder() + "," + primary.folder() + schema;
    const auto refused = opened_with(only, Standby::as_it_may_be);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().fault, OpenFault::not_a_primary);

    PostgresConnection server{"postgresql://gweld@/postgres?target_session_attrs=any&host=" +
                              standby.folder()};
    server.script("SELECT pg_wal_replay_pause()"); // from here on it knows nothing new
    const auto store = opened_with(both, Standby::as_it_may_be);
    ASSERT_TRUE(store.ok());
    const SeenVersion before{someone("Mair"), 0};
    EXPECT_TRUE(std::holds_alternative<Appended>(
        append(*store.value(), "a", {visit("a", {"Mair"})}, {before})));
    EXPECT_EQ(asked(*store.value(), [](const Reading& reading) { return reading.head(); }), 1);
    EXPECT_TRUE(std::holds_alternative<ChangedMeanwhile>(
        append(*store.value(), "b", {visit("b", {"Mair"})}, {before})));
}

} // namespace
} // namespace gweld::made_up

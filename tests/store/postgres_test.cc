// What PostgreSQL must keep beyond the contract of every store: several processes, a server that
// goes away, settings that lose what was acknowledged.
#include "every_store.h"
#include "record/verify.h"

#include <gtest/gtest.h>
#include <thread>

namespace gweld::made_up {
namespace {

using store::OpenFault;
using PostgresConnection = store::postgres::Connection;

std::optional<OpenFault>
refused_by_server(const std::string& where, const std::string& whose = authority,
                  store::WhenMissing missing = store::WhenMissing::refuse) {
    store::PostgresOptions options;
    options.when_missing = missing;
    options.name_keys = plain_keys;
    const auto opened = store::open_postgres(where, whose, options);
    return opened.ok() ? std::nullopt : std::optional{opened.error().fault};
}

std::optional<record::BrokenLink> broken(const Store& store) {
    return asked(store, [](const Reading& reading) { return record::verify_chain(reading); });
}
std::int64_t head_of(const Store& store) {
    return asked(store, [](const Reading& reading) { return reading.head(); });
}

class Postgres : public testing::Test {
  protected:
    std::string where = PostgresPlace::ours().fresh();
};

TEST_F(Postgres, several_processes_write_one_chain) {
    const auto one = open_postgres_or_throw(where);
    const auto other = open_postgres_or_throw(where);
    constexpr int each = 25;
    std::vector<std::thread> writers;
    for (int n = 0; n < 4; ++n) {
        writers.emplace_back([&, n] {
            auto& store = n % 2 == 0 ? *one : *other;
            for (int i = 0; i < each; ++i) {
                const auto name = "v" + std::to_string(n) + "-" + std::to_string(i);
                EXPECT_TRUE(
                    std::holds_alternative<Appended>(append(store, name, {visit(name, {"Mair"})})));
            }
        });
    }
    for (auto& writer : writers) {
        writer.join();
    }
    EXPECT_EQ(head_of(*one), 4 * each);
    EXPECT_EQ(head_of(*other), 4 * each);
    EXPECT_FALSE(broken(*one));
}

TEST_F(Postgres, what_one_process_recorded_another_sees_before_it_writes) {
    const auto one = open_postgres_or_throw(where);
    const auto other = open_postgres_or_throw(where);
    const SeenVersion before{someone("Mair"), 0};
    EXPECT_TRUE(
        std::holds_alternative<Appended>(append(*one, "a", {visit("a", {"Mair"})}, {before})));
    EXPECT_TRUE(std::holds_alternative<ChangedMeanwhile>(
        append(*other, "b", {visit("b", {"Mair"})}, {before})));
    EXPECT_TRUE(std::holds_alternative<AlreadyRecorded>(
        append(*other, "a", {visit("a", {"Mair"})}, {before})));
}

TEST_F(Postgres, authorities_share_tables_and_nothing_else) {
    const auto one = open_postgres_or_throw(where);
    append(*one, "a", {visit("a", {"Mair"})});
    store::PostgresOptions options;
    options.when_missing = store::WhenMissing::create;
    options.name_keys = plain_keys;
    const auto other = store::open_postgres(where, "another-county", options);
    ASSERT_TRUE(other.ok());
    EXPECT_EQ(head_of(*other.value()), 0);
    EXPECT_TRUE(
        std::holds_alternative<Appended>(append(*other.value(), "a", {visit("a", {"Mair"})})));
    EXPECT_EQ(head_of(*one), 1);
    EXPECT_FALSE(broken(*one));
    EXPECT_EQ(refused_by_server(where, ""),
              OpenFault::other_authority); // of two, one has to be named
}

TEST_F(Postgres, a_server_that_goes_away_loses_nothing_it_acknowledged) {
    PostgresPlace place;
    const auto store = open_postgres_or_throw(place.fresh());
    append(*store, "before", {visit("before", {"Mair"})});
    place.crash();
    const auto write = [&](const std::string& name) {
        return store->write([&](Writing& writing) {
            writing.append({name, {}, {visit(name, {"Mair"})}});
            return Keep::yes;
        });
    };
    EXPECT_FALSE(write("during").ok());
    EXPECT_FALSE(store->read([](const Reading&) {}).ok());
    place.again();
    bool back = false;
    for (int tries = 0; tries < 50 && !back; ++tries) {
        back = write("after").ok();
    }
    EXPECT_TRUE(back);
    EXPECT_EQ(head_of(*store), 2);
    EXPECT_FALSE(broken(*store));
}

TEST_F(Postgres, what_is_recorded_stays) {
    const auto store = open_postgres_or_throw(where);
    append(*store, "a", {visit("a", {"Mair"})});
    PostgresConnection somebody{where};
    for (const std::string sql :
         {"UPDATE entry SET kind = 'other'", "DELETE FROM entry", "TRUNCATE entry",
          "DELETE FROM look", "DELETE FROM about", "DELETE FROM done", "DELETE FROM kept_file",
          "DELETE FROM meta"}) {
        EXPECT_THROW(somebody.script(sql), std::logic_error) << sql;
    }
    EXPECT_EQ(head_of(*store), 1);
}

TEST_F(Postgres, refuses_a_server_that_would_lose_what_was_acknowledged) {
    EXPECT_EQ(refused_by_server(where + "%20-csynchronous_commit%3Doff"),
              OpenFault::not_durable_server);
    EXPECT_EQ(refused_by_server(where + "%20-csynchronous_commit%3Dlocal"),
              OpenFault::not_durable_server);
    EXPECT_EQ(refused_by_server(where + "%20-cdefault_transaction_read_only%3Don"),
              OpenFault::not_a_primary);
}

TEST_F(Postgres, refuses_what_is_no_record_and_one_that_was_changed) {
    EXPECT_EQ(refused_by_server(where), OpenFault::no_such_file);
    EXPECT_EQ(refused_by_server("postgresql:///nothing?host=/nowhere"), OpenFault::cannot_open);
    append(*open_postgres_or_throw(where), "a", {visit("a", {"Mair"})});
    EXPECT_EQ(refused_by_server(where, "another-county"), OpenFault::other_authority);
    PostgresConnection owner{where};
    owner.script("ALTER TABLE entry DISABLE TRIGGER ALL; UPDATE entry SET kind = 'other'");
    EXPECT_EQ(refused_by_server(where), OpenFault::damaged);
    owner.script("UPDATE gweld_schema SET version = 99");
    EXPECT_EQ(refused_by_server(where), OpenFault::newer_version);
}

// Every key, and every question and change, begins with the authority: the tables can be divided
// by it, and nobody reads another's.
TEST_F(Postgres, the_authority_is_the_first_column_of_every_key) {
    const auto store = open_postgres_or_throw(where);
    PostgresConnection connection{where};
    const std::string sql =
        "SELECT c.relname::text, a.attname::text FROM pg_index i JOIN pg_class c ON c.oid = "
        "i.indexrelid JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0] "
        "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema()";
    store::sql::Query query{connection, sql};
    int indexes = 0;
    while (query.step()) {
        std::string index;
        std::string column;
        query.read(0, index);
        query.read(1, column);
        EXPECT_EQ(column, "authority") << index;
        ++indexes;
    }
    EXPECT_GT(indexes, 60);
}

} // namespace
} // namespace gweld::made_up

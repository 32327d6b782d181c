// The tables of a record divided by authority: by PostgreSQL itself, which the contract of every
// store runs on (every_store.h), and by Citus, which cannot be had here and to whose documented
// rules the statements and the schema are held.
// https://docs.citusdata.com/en/stable/develop/reference_workarounds.html
#include "every_store.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace gweld::made_up {
namespace {

using PostgresConnection = store::postgres::Connection;

std::set<std::string> names_told(PostgresConnection& connection, const std::string& sql) {
    std::set<std::string> found;
    store::sql::Query query{connection, sql};
    while (query.step()) {
        std::string name;
        query.read(0, name);
        found.insert(name);
    }
    return found;
}

// Without the remarks.
std::string citus_statements() {
    return std::regex_replace(text_of("packaging/wales/citus.sql"), std::regex{"--[^\n]*"}, "");
}

std::set<std::string> named_by(const std::string& pattern) {
    const auto text = citus_statements();
    const std::regex shape{pattern};
    std::set<std::string> found;
    for (std::sregex_iterator one{text.begin(), text.end(), shape}, none; one != none; ++one) {
        EXPECT_TRUE(found.insert((*one)[1]).second) << (*one)[1] << " twice";
    }
    return found;
}

class Divided : public testing::Test {
  protected:
    Divided() { static_cast<void>(open_postgres_or_throw(where)); }
    std::set<std::string> in_schema(const std::string& what) {
        PostgresConnection connection{where};
        return names_told(connection, what);
    }
    std::string where = PostgresPlace::ours().fresh();
};

constexpr const char* all_tables = "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND "
                                   "relnamespace = current_schema()::regnamespace";

TEST_F(Divided, every_part_is_protected_and_no_authority_is_in_two) {
    const auto store = divided_postgres();
    append(*store, "a", {visit("a", {"Mair"})});
    EXPECT_EQ(asked(*store, [](const Reading& reading) { return reading.head(); }), 1);

    PostgresConnection owner{where};
    owner.script(text_of("packaging/wales/partitions.sql"));
    const auto whole =
        names_told(owner, "SELECT relname::text FROM pg_class WHERE relkind = 'p' AND "
                          "relnamespace = current_schema()::regnamespace");
    EXPECT_EQ(whole.size(), 42U);
    EXPECT_EQ(in_schema(all_tables).size(), 4 * whole.size() + 1); // and gweld_schema
    append(*open_postgres_or_throw(where), "a", {visit("a", {"Mair"})});
    EXPECT_THROW(owner.script("DELETE FROM entry"), std::logic_error);
    for (int part = 0; part < 4; ++part) {
        const auto name = "entry_part_" + std::to_string(part);
        EXPECT_THROW(owner.script("DELETE FROM " + name), std::logic_error) << name;
        EXPECT_THROW(owner.script("TRUNCATE " + name), std::logic_error) << name;
    }
    EXPECT_EQ(asked(*open_postgres_or_throw(where), [](const Reading& r) { return r.head(); }), 1);
}

// An upgrade makes the tables beside the log again, undivided (docs/guides/upgrading.md).
TEST_F(Divided, what_is_divided_is_not_divided_again) {
    append(*open_postgres_or_throw(where), "a", {visit("a", {"Mair"}), visit("b", {"Ann"})});
    const auto divide = text_of("packaging/wales/partitions.sql");
    PostgresConnection owner{where};
    owner.script(divide);
    const auto parts = in_schema(all_tables);
    owner.script(divide);
    EXPECT_EQ(in_schema(all_tables), parts);
    owner.script("UPDATE gweld_schema SET version = 0");
    EXPECT_TRUE(open_postgres_or_throw(where));
    EXPECT_NE(in_schema(all_tables), parts);
    owner.script(divide);
    EXPECT_EQ(in_schema(all_tables), parts);
    const auto store = open_postgres_or_throw(where);
    EXPECT_EQ(asked(*store, [](const Reading& reading) { return reading.head(); }), 2);
    EXPECT_FALSE(asked(*store, [](const Reading& r) { return record::verify_chain(r); }));
}

TEST_F(Divided, citus_is_told_of_every_table_once) {
    auto told =
        named_by("create_distributed_table\\('(\\w+)', 'authority', colocate_with => '\\w+'\\)");
    const auto everywhere = named_by("create_reference_table\\('(\\w+)'\\)");
    EXPECT_EQ(everywhere, std::set<std::string>{"gweld_schema"});
    told.insert(everywhere.begin(), everywhere.end());
    EXPECT_EQ(told, in_schema(all_tables));
}

// Queries and joins stay on one machine only within one group of tables.
TEST_F(Divided, citus_keeps_every_table_in_one_group) {
    EXPECT_EQ(named_by("create_distributed_table\\('(\\w+)', 'authority', colocate_with => 'none'"),
              std::set<std::string>{"entry"});
    const auto all = named_by("create_distributed_table\\('(\\w+)'");
    const auto beside = named_by("create_distributed_table\\('(\\w+)', 'authority', "
                                 "colocate_with => 'entry'\\)");
    EXPECT_EQ(beside.size() + 1, all.size());
    EXPECT_EQ(in_schema("SELECT DISTINCT format_type(atttypid, atttypmod) || attcollation FROM "
                        "pg_attribute WHERE attname = 'authority' AND attrelid::regclass::text IN "
                        "(SELECT relname FROM pg_class WHERE relkind = 'r')")
                  .size(),
              1U); // one type for all, or Citus refuses to keep them together
}

TEST_F(Divided, citus_finds_the_authority_in_every_unique_key_and_every_reference) {
    const auto without = in_schema(
        "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
        "WHERE c.relnamespace = current_schema()::regnamespace AND (i.indisunique OR "
        "i.indisexclusion) AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = "
        "i.indrelid AND a.attname = 'authority' AND a.attnum = ANY (i.indkey))");
    EXPECT_EQ(without, std::set<std::string>{});
    const auto keyless = in_schema(
        "SELECT relname::text FROM pg_class c WHERE relkind = 'r' AND relnamespace = "
        "current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_index WHERE indrelid = "
        "c.oid AND indisprimary)");
    EXPECT_EQ(keyless, std::set<std::string>{"gweld_schema"});
    const auto references = in_schema(
        "SELECT conname::text FROM pg_constraint k WHERE contype = 'f' AND connamespace = "
        "current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE "
        "a.attrelid = k.conrelid AND a.attname = 'authority' AND a.attnum = ANY (k.conkey))");
    EXPECT_EQ(references, std::set<std::string>{});
}

// Citus distributes no table that has a trigger; what protects the log there is what its user may
// do.
TEST_F(Divided, citus_finds_no_trigger_and_the_log_stays_protected) {
    PostgresConnection owner{where};
    const auto text = citus_statements();
    const auto up_to = text.find("SELECT create_reference_table");
    ASSERT_NE(up_to, std::string::npos);
    const auto schema = where.substr(where.rfind("%3D") + 3);
    owner.script("DO $$ BEGIN CREATE ROLE gweld_work; EXCEPTION WHEN duplicate_object THEN NULL; "
                 "END $$; GRANT USAGE ON SCHEMA " +
                 schema + " TO gweld_work");
    owner.script(
        std::regex_replace(text.substr(0, up_to), std::regex{"SCHEMA public"}, "SCHEMA " + schema));
    EXPECT_EQ(names_told(owner, "SELECT tgname::text FROM pg_trigger t JOIN pg_class c ON c.oid = "
                                "t.tgrelid WHERE NOT tgisinternal AND relnamespace = "
                                "current_schema()::regnamespace"),
              std::set<std::string>{});
    append(*open_postgres_or_throw(where), "a", {visit("a", {"Mair"})});
    owner.script("SET ROLE gweld_work");
    for (const std::string table : {"about", "done", "entry", "kept_file", "look", "meta"}) {
        EXPECT_THROW(owner.script("DELETE FROM " + table), std::logic_error) << table;
        EXPECT_THROW(owner.script("UPDATE " + table + " SET authority = 'x'"), std::logic_error);
        EXPECT_THROW(owner.script("TRUNCATE " + table), std::logic_error) << table;
    }
    owner.script("DELETE FROM visit");
}

} // namespace
} // namespace gweld::made_up

// To a newer program and back (R21) where several councils share one database.
#include "every_store.h"
#include "record/verify.h"

#include <gtest/gtest.h>

namespace gweld::made_up {
namespace {

using store::OpenFault;
using store::WhenNewer;

class PostgresUpgrade : public testing::Test {
  protected:
    PostgresUpgrade() {
        const auto one = open_postgres_or_throw(where);
        append_each(*one, {person("p", "Mair", "Lloyd"), visit("a", {"Mair"})});
        const auto other = open_postgres_or_throw(where, "X00000009");
        append_each(*other, {person("q", "Non", "Puw"), visit("b", {"Non"})});
    }
    void say(const std::string& sql) { store::postgres::Connection{where}.script(sql); }
    std::optional<OpenFault> refused(WhenNewer when_newer) {
        store::PostgresOptions options;
        options.name_keys = plain_keys;
        options.when_newer = when_newer;
        const auto opened = store::open_postgres(where, authority, options);
        return opened.ok() ? std::nullopt : std::optional{opened.error().fault};
    }
    std::string tables_of(const std::string& whose) {
        return asked(*open_postgres_or_throw(where, whose),
                     [](const Reading& r) { return r.dump_tables(); });
    }

    std::string where = PostgresPlace::ours().fresh();
};

TEST_F(PostgresUpgrade, an_earlier_programs_tables_are_made_again_for_every_council) {
    const auto one = tables_of(authority);
    const auto other = tables_of("X00000009");
    say("DROP TABLE visit; DROP TABLE contact; DROP TABLE session_use; DROP TABLE second_factor;"
        "DROP TABLE account_use; DROP TABLE known_browser; UPDATE gweld_schema SET version = 0");
    EXPECT_EQ(tables_of(authority), one);
    EXPECT_EQ(tables_of("X00000009"), other);
    EXPECT_FALSE(asked(*open_postgres_or_throw(where), [](const Reading& r) {
        return r.second_factor("carys") || !r.sessions_of("carys").empty();
    }));
}

TEST_F(PostgresUpgrade, a_newer_programs_are_made_again_only_on_purpose) {
    const auto other = tables_of("X00000009");
    say("ALTER TABLE visit ADD COLUMN weather text; UPDATE gweld_schema SET version = 99");
    EXPECT_EQ(refused(WhenNewer::refuse), OpenFault::newer_version);
    EXPECT_EQ(refused(WhenNewer::remake_tables), std::nullopt);
    EXPECT_EQ(refused(WhenNewer::refuse), std::nullopt);
    EXPECT_EQ(tables_of("X00000009"), other);
}

TEST_F(PostgresUpgrade, a_log_only_a_newer_program_understands_is_refused_for_good) {
    say("INSERT INTO meta VALUES ('X00000009', 'log', '2')");
    EXPECT_EQ(refused(WhenNewer::refuse), OpenFault::newer_log);
    EXPECT_EQ(refused(WhenNewer::remake_tables), OpenFault::newer_log);
}

TEST_F(PostgresUpgrade,
       what_one_council_has_and_only_a_newer_program_understands_stops_it_for_all) {
    say("DROP TRIGGER entry_is_never_changed ON entry; UPDATE gweld_schema SET version = 99;"
        "UPDATE entry SET kind = 'fostering.approved' WHERE authority = 'X00000009' AND seq = 1");
    EXPECT_EQ(refused(WhenNewer::remake_tables), OpenFault::newer_log);
    EXPECT_EQ(refused(WhenNewer::refuse), OpenFault::newer_version); // nothing was changed
}

} // namespace
} // namespace gweld::made_up

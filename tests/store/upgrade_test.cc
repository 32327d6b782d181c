// To a newer program and back (R21): what is recorded stays as it is, whichever program made the
// tables beside it, and a record only a newer one understands is left alone.
#include "behind_our_back.h"

#include "record/known_kinds.h"
#include "record/verify.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace gweld::made_up {
namespace {

store::SqliteOptions going_back() {
    auto options = existing();
    options.when_newer = store::WhenNewer::remake_tables;
    return options;
}

std::unique_ptr<Store> opened_by(const std::string& path, const store::SqliteOptions& options) {
    auto opened = store::open_sqlite(path, authority, options);
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    return std::move(opened).value();
}

std::string tables_of(const Store& store) {
    return asked(store, [](const Reading& r) { return r.dump_tables(); });
}

// Every table, index and trigger as SQLite keeps them, in the order of their names.
std::string schema_of(const std::string& path) {
    sqlite3* db = nullptr;
    sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
    std::string schema;
    sqlite3_exec(
        db, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name",
        [](void* text, int count, char** columns, char**) {
            for (int n = 0; n < count; ++n) {
                *static_cast<std::string*>(text) += columns[n] == nullptr ? "-" : columns[n];
                *static_cast<std::string*>(text) += '\n';
            }
            return 0;
        },
        &schema, nullptr);
    sqlite3_close(db);
    return schema;
}

class Upgrade : public testing::Test {
  protected:
    Upgrade() {
        const auto store = open_or_throw(folder.file());
        append_each(*store,
                    {person("p", "Mair", "Lloyd"), visit("a", {"Mair"}), visit("b", {"Gwilym"})});
        tables = tables_of(*store);
    }
    // As a later program would leave it: a table more, a column more, another index.
    void make_newer(const std::string& besides = "") {
        ASSERT_EQ(
            said_to(folder.file(), "CREATE TABLE foster_home (authority TEXT, name TEXT) STRICT;"
                                   "INSERT INTO foster_home VALUES ('X', 'made from the log');"
                                   "ALTER TABLE visit ADD COLUMN weather TEXT;"
                                   "ALTER TABLE look ADD COLUMN device TEXT;" +
                                       besides + "PRAGMA user_version = 99"),
            "");
    }

    Folder folder;
    std::string tables;
};

TEST_F(Upgrade, a_newer_record_is_left_alone_unless_somebody_goes_back_on_purpose) {
    make_newer();
    const auto before = schema_of(folder.file());
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::newer_version);
    EXPECT_EQ(schema_of(folder.file()), before);
    const auto store = opened_by(folder.file(), going_back());
    EXPECT_EQ(tables_of(*store), tables);
    EXPECT_FALSE(
        asked(*store, [](const Reading& r) { return record::verify_chain(r).has_value(); }));
    append_each(*store, {visit("c", {"Mair"})});
    EXPECT_FALSE(refusal(folder.file(), existing())); // from now on it is this program's
}

TEST_F(Upgrade, there_and_back_and_there_again_the_log_stays_the_same) {
    const auto log = [&] {
        std::string all;
        asked(*opened_by(folder.file(), going_back()), [&](const Reading& r) {
            r.each_entry(0, [&](const Entry& entry) {
                all += to_hex(entry.hash);
                return true;
            });
            return 0;
        });
        return all;
    };
    const auto before = log();
    for (int n = 0; n < 3; ++n) {
        make_newer(n == 0 ? "" : "DROP TABLE IF EXISTS contact;");
        EXPECT_EQ(log(), before);
        EXPECT_EQ(tables_of(*opened_by(folder.file(), existing())), tables);
        ASSERT_EQ(said_to(folder.file(),
                          "DROP TABLE foster_home; ALTER TABLE look DROP COLUMN device;"
                          "PRAGMA user_version = 5"),
                  "");
        EXPECT_EQ(tables_of(*opened_by(folder.file(), existing())), tables);
    }
}

TEST_F(Upgrade, a_log_only_a_newer_program_understands_is_refused_for_good) {
    make_newer("INSERT INTO meta SELECT authority, 'log', '2' FROM entry LIMIT 1;");
    EXPECT_EQ(refusal(folder.file(), going_back()), OpenFault::newer_log);
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::newer_log);
}

TEST_F(Upgrade, with_entries_only_a_newer_program_understands_nobody_goes_back) {
    make_newer("DROP TRIGGER entry_is_never_changed;"
               "UPDATE entry SET kind = 'fostering.approved' WHERE seq = 2;");
    const auto before = schema_of(folder.file());
    EXPECT_EQ(refusal(folder.file(), going_back(), ""), OpenFault::newer_log);
    EXPECT_EQ(schema_of(folder.file()), before);
}

TEST_F(Upgrade, brought_up_to_date_it_is_as_one_made_new) {
    Folder other;
    open_or_throw(other.file());
    ASSERT_EQ(said_to(folder.file(), "DROP TABLE contact; DROP TABLE visit; DROP TABLE account_use;"
                                     "DROP TABLE session_use; DROP TABLE second_factor;"
                                     "DROP TABLE known_browser; PRAGMA user_version = 3"),
              "");
    opened_by(folder.file(), existing());
    EXPECT_EQ(schema_of(folder.file()), schema_of(other.file()));
}

TEST(KnownKinds, are_those_of_this_program_in_the_version_it_knows) {
    EXPECT_TRUE(record::is_known("visit.made", 1));
    EXPECT_FALSE(record::is_known("visit.made", 2));
    EXPECT_FALSE(record::is_known("fostering.approved", 1));
}

} // namespace
} // namespace gweld::made_up

#include "folder.h"

#include "store/sqlite/sqlite_store.h"

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;

std::unique_ptr<record::Store> open(const Folder& folder) {
    store::SqliteOptions how;
    how.when_missing = store::WhenMissing::create;
    how.name_keys = people::name_keys;
    auto opened = store::open_sqlite((folder.path() / "record.db").string(), "powys-test", how);
    EXPECT_TRUE(opened.ok());
    return std::move(opened).value();
}

TEST(ImportIntoSqlite, gives_the_record_that_memory_holds) {
    Folder folder;
    const auto in_memory = empty_store();
    import_into(*in_memory, good_folder);
    {
        const auto on_disk = open(folder);
        EXPECT_EQ(import_into(*on_disk, good_folder).outcome, ImportOutcome::imported);
    }
    const auto on_disk = open(folder);
    EXPECT_EQ(log_of(*on_disk), log_of(*in_memory));
    EXPECT_EQ(import_into(*on_disk, good_folder).outcome, ImportOutcome::nothing_new);
}

TEST(ImportIntoSqlite, corrections_and_ends_are_recognised_after_opening_again) {
    Folder record;
    Folder folder;
    put_small(folder);
    const auto in_memory = empty_store();
    import_into(*in_memory, folder.path());
    import_into(*open(record), folder.path());
    folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,", "v1,c2,2026-01-14,");
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    folder.change("ssd_involvements.csv", "2026-01-05,", "2026-01-05,2026-06-10");
    import_into(*in_memory, folder.path());
    EXPECT_EQ(import_into(*open(record), folder.path()).outcome, ImportOutcome::imported);
    EXPECT_EQ(log_of(*open(record)), log_of(*in_memory));
    EXPECT_EQ(import_into(*open(record), folder.path()).outcome, ImportOutcome::nothing_new);
}

} // namespace

#include "folder.h"

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;

// What is closed and opened again.
class ImportIntoKept : public testing::Test {
  protected:
    std::unique_ptr<record::Store> open() const { return record_.open("powys-test"); }

  private:
    Folder place_;
    made_up::KeptRecord record_{(place_.path() / "record.db").string()};
};

TEST_F(ImportIntoKept, gives_the_record_that_memory_holds) {
    const auto in_memory = store::open_memory("powys-test", &people::name_keys);
    import_into(*in_memory, good_folder);
    {
        const auto kept = open();
        EXPECT_EQ(import_into(*kept, good_folder).outcome, ImportOutcome::imported);
    }
    const auto kept = open();
    EXPECT_EQ(log_of(*kept), log_of(*in_memory));
    EXPECT_EQ(import_into(*kept, good_folder).outcome, ImportOutcome::nothing_new);
}

TEST_F(ImportIntoKept, corrections_and_ends_are_recognised_after_opening_again) {
    Folder folder;
    put_small(folder);
    const auto in_memory = store::open_memory("powys-test", &people::name_keys);
    import_into(*in_memory, folder.path());
    import_into(*open(), folder.path());
    folder.change("ssd_cp_visits.csv", "v1,c2,2026-01-15,", "v1,c2,2026-01-14,");
    folder.change("ssd_cp_plans.csv", "p1,c1,2026-01-10,,", "p1,c1,2026-01-10,2026-06-10,");
    folder.change("ssd_involvements.csv", "2026-01-05,", "2026-01-05,2026-06-10");
    import_into(*in_memory, folder.path());
    EXPECT_EQ(import_into(*open(), folder.path()).outcome, ImportOutcome::imported);
    EXPECT_EQ(log_of(*open()), log_of(*in_memory));
    EXPECT_EQ(import_into(*open(), folder.path()).outcome, ImportOutcome::nothing_new);
}

} // namespace

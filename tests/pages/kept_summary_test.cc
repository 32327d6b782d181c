// The summary of a record is kept between looks; nobody may notice but by the clock.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

TEST_F(ChildPages, a_summary_kept_is_made_again_when_the_child_was_visited) {
    EXPECT_TRUE(get(catrin(), ffion()).says("overdue to be seen alone"));
    auto made = visit(november(23));
    made.children.front().alone = Answer::yes;
    record_visit(made);
    for (int look = 0; look < 3; ++look) {
        EXPECT_FALSE(get(catrin(), ffion()).says("overdue to be seen alone")) << look;
    }
}

TEST_F(ChildPages, a_summary_kept_is_made_again_the_next_day) {
    EXPECT_TRUE(get(catrin(), ffion()).says("overdue to be seen alone by 5 working days"));
    clock.moment += std::chrono::days{1};
    EXPECT_TRUE(get(catrin(), ffion()).says("overdue to be seen alone by 6 working days"));
}

TEST_F(ChildPages, a_summary_kept_is_made_again_when_a_worker_has_a_new_name) {
    const auto before = times(get(rhian(), ffion()).text, "Catrin Hughes<");
    EXPECT_GE(before, 2U); // in the banner and among who helps
    record::WorkerDescribed worker;
    worker.number = "catrin";
    worker.name = "Catrin Hughes-Parry";
    put(worker, {thing("catrin")}, november(23));
    EXPECT_EQ(times(get(rhian(), ffion()).text, "Catrin Hughes-Parry<"), before);
}

TEST_F(ChildPages, a_summary_kept_is_nobody_elses) {
    record_visit(visit(november(20)));
    EXPECT_TRUE(get(catrin(), ffion()).says("Correct this entry"));
    EXPECT_FALSE(get(head(), ffion()).says("Correct this entry"));
    EXPECT_TRUE(get(catrin(), ffion()).says("Correct this entry"));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion()).says("Cywiro"));
}

TEST_F(ChildPages, a_summary_kept_is_still_a_look) {
    get(catrin(), ffion());
    get(catrin(), ffion());
    EXPECT_EQ(all_looks().size(), 2U);
}

TEST_F(ChildPages, a_summary_kept_is_closed_to_who_may_no_longer_see_it) {
    EXPECT_EQ(get(catrin(), ffion()).status, 200);
    std::vector<record::AllocationRow> rows; // hers and her brother's
    EXPECT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        rows = reading.allocations_to(thing("catrin"));
                    })
                    .ok());
    for (const auto& row : rows) {
        put(record::AllocationEnded{base::EntryId{row.entry}, november(24)},
            {row.child, row.worker}, november(24));
    }
    EXPECT_EQ(get(catrin(), ffion()).status, 404);
}

} // namespace
} // namespace gweld::web::pages

// A child's record asked as a browser asks: the answer, the banner, who may, who has looked.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

TEST_F(ChildPages, the_summary_begins_with_the_answer) {
    const auto page = get(catrin(), ffion());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Ffion is overdue to be seen alone by 5 working days."));
    EXPECT_TRUE(page.says("The core group for Ffion is overdue by 5 working days."));
    EXPECT_TRUE(page.says("One visit puts this right, at home or anywhere else."));
    EXPECT_FALSE(page.says("overdue to be seen at home"));
}

TEST_F(ChildPages, what_is_overdue_at_home_needs_a_home_visit) {
    clock.moment = time::at_wall_time_in_wales(time::day(4, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion is overdue to be seen at home by 3 working days."));
    EXPECT_TRUE(page.says("One home visit puts all of this right."));
}

TEST_F(ChildPages, what_one_visit_puts_right_is_all_named_before_it) {
    auto made = visit(november(9));
    made.children.front().alone = Answer::yes;
    record_visit(made);
    clock.moment = time::at_wall_time_in_wales(time::day(3, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion is overdue to be seen alone by 8 working days."));
    EXPECT_TRUE(page.says("Ffion is due to be seen at home by Mon 7 Dec."));
    EXPECT_TRUE(page.says("One home visit puts all of this right."));
}

TEST_F(ChildPages, a_duty_whose_last_day_was_yesterday_on_a_weekend_is_not_zero_days_over) {
    // Seen at home by Sunday 29 November; on that Monday no working day has gone by since... but
    // one.
    auto made = visit(november(21));
    made.children.front().alone = Answer::yes;
    record_visit(made);
    clock.moment = time::at_wall_time_in_wales(time::day(20, std::chrono::December, 2026),
                                               std::chrono::hours{9});
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("Ffion should have been seen at home by Sat 19 Dec."));
    EXPECT_FALSE(page.says("by 0 working days"));
}

TEST_F(ChildPages, she_and_he_are_said_as_they_are_in_both_languages) {
    describe_ffion(record::Sex::female, "cy");
    EXPECT_TRUE(get(catrin(), ffion()).says("Ffion is overdue to be seen on her own by 5"));
    const auto welsh = get(catrin(), "/cy" + ffion());
    EXPECT_TRUE(welsh.says("Mae gweld Ffion ar ei phen ei hun 5 diwrnod gwaith yn hwyr."));
    describe_ffion(record::Sex::male, "cy");
    EXPECT_TRUE(get(catrin(), "/cy" + ffion()).says("Ffion ar ei ben ei hun 5 diwrnod"));
}

TEST_F(ChildPages, the_banner_says_who_this_is_and_what_must_not_be_missed) {
    describe_ffion(record::Sex::female, "cy");
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("<strong>8 years old</strong>, born 14 March 2018"));
    EXPECT_TRUE(page.says("Prefers to speak Welsh"));
    EXPECT_TRUE(page.says("On the child protection register since 3 November 2026:"));
    EXPECT_TRUE(page.says("neglect"));
    EXPECT_TRUE(page.says("Catrin Hughes"));
    EXPECT_FALSE(page.says("No worker is allocated."));
}

TEST_F(ChildPages, a_child_with_no_worker_says_so) {
    const auto rows = [&] {
        std::vector<record::AllocationRow> found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = reading.allocations_of(thing("ffion"));
                        })
                        .ok());
        return found;
    }();
    put(record::AllocationEnded{base::EntryId{rows.front().entry}, november(20)},
        {thing("ffion"), thing("catrin")}, november(20));
    const auto page = get(rhian(), ffion());
    EXPECT_TRUE(page.says("No worker is allocated."));
    EXPECT_TRUE(page.says("Allocate a worker"));
    // The day it was over is the first day without; the last day is the one before.
    EXPECT_TRUE(get(rhian(), ffion("/people")).says("Thu 19 Nov 2026"));
}

TEST_F(ChildPages, managers_are_offered_to_allocate_and_a_head_of_service_records_no_visit) {
    EXPECT_FALSE(get(catrin(), ffion()).says("Allocate a worker"));
    EXPECT_TRUE(get(catrin(), ffion()).says("Record a visit"));
    EXPECT_TRUE(get(rhian(), ffion()).says("Allocate a worker"));
    EXPECT_TRUE(get(head(), ffion()).says("Allocate a worker"));
    EXPECT_FALSE(get(head(), ffion()).says("Record a visit"));
}

TEST_F(ChildPages, not_there_and_not_yours_and_no_id_are_one_answer) {
    for (const auto* part : {"", "/due", "/timeline", "/visits", "/people", "/looks"}) {
        const auto not_yours = get(stranger(), ffion(part));
        const auto not_there = get(stranger(), "/child/" + id_of("nobody") + part);
        const auto no_id = get(stranger(), std::string{"/child/17"} + part);
        EXPECT_EQ(not_yours.status, 404) << part;
        // Each offers to open what was asked for in an emergency, by its address.
        auto asked_for = not_there.text;
        for (auto at = asked_for.find(id_of("nobody")); at != std::string::npos;
             at = asked_for.find(id_of("nobody"))) {
            asked_for.replace(at, id_of("nobody").size(), id_of("ffion"));
        }
        EXPECT_EQ(bare(not_yours.text), bare(asked_for)) << part;
        EXPECT_TRUE(not_yours.says("/emergency/" + id_of("ffion"))) << part;
        EXPECT_EQ(no_id.status, 404) << part;
        EXPECT_FALSE(not_yours.says("Ffion")) << part;
    }
}

TEST_F(ChildPages, every_part_is_a_look_of_its_own_name) {
    const std::vector<std::string> parts{"", "/timeline", "/visits", "/people", "/due", "/looks"};
    for (const auto& part : parts) {
        EXPECT_EQ(get(catrin(), ffion(part)).status, 200) << part;
    }
    std::vector<std::string> pages;
    for (const auto& look : all_looks()) {
        pages.push_back(look.page);
        EXPECT_TRUE(look.allowed);
    }
    EXPECT_EQ(pages, (std::vector<std::string>{"child", "child.timeline", "child.visits",
                                               "child.people", "child.due", "child.looks"}));
}

TEST_F(ChildPages, who_has_looked_is_told_in_words_refusals_too) {
    get(catrin(), ffion("/due"));
    get(stranger(), ffion());
    const auto page = get(rhian(), ffion("/looks"));
    EXPECT_TRUE(page.says("Allocated to the child that day"));
    EXPECT_TRUE(page.says("The child was with their team that day"));
    EXPECT_TRUE(page.says("Refused: no ground to look"));
    EXPECT_TRUE(page.says("Mair Bevan"));
    EXPECT_TRUE(page.says("3 people have looked at this record since 24 November 2026."));
    EXPECT_FALSE(page.says("own-allocation"));
}

TEST_F(ChildPages, the_childs_words_keep_their_language) {
    auto made = visit(november(6), Place::school);
    made.children.front().words = "Dw i’n licio Nain.";
    made.children.front().words_language = "cy";
    record_visit(made);
    const auto page = get(catrin(), ffion());
    EXPECT_TRUE(page.says("<blockquote lang=\"cy\">Dw i’n licio Nain.</blockquote>"));
    EXPECT_TRUE(page.says("Ffion, at school, Fri 6 Nov. Written down by Catrin Hughes."));
}

TEST_F(ChildPages, what_somebody_typed_is_text_and_never_markup) {
    auto made = visit(november(6));
    made.account = "<script>alert(1)</script>";
    made.children.front().words = "<b>Nain</b>";
    record_visit(made);
    for (const auto* part : {"", "/timeline", "/visits"}) {
        const auto page = get(catrin(), ffion(part));
        EXPECT_TRUE(page.says("&lt;b&gt;Nain")) << part;
        EXPECT_FALSE(page.says("<script>alert")) << part;
    }
}

TEST_F(ChildPages, a_brother_is_a_link_only_for_who_may_open_him) {
    const auto link = "href=\"/child/" + id_of("osian") + "\"";
    EXPECT_TRUE(get(catrin(), ffion("/people")).says(link));
    // Ffion goes to another team; its manager may see her, and of him only the name.
    record::Allocated held;
    held.child = child("ffion");
    held.worker = base::WorkerId{thing("huw")};
    held.team = base::TeamId{thing("South")};
    held.from = november(20);
    put(held, {thing("ffion"), thing("huw")}, november(20));
    access::Viewer south{"sioned",       thing("sioned"), "Sioned Pugh", record::Role::team_manager,
                         thing("South"), "South"};
    const auto page = get(south, ffion("/people"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Osian Davies"));
    EXPECT_FALSE(page.says(link));
    EXPECT_TRUE(page.says("worker has changed once since 3 November 2026."));
}

TEST_F(ChildPages, every_part_is_there_in_welsh) {
    auto made = visit(november(6));
    made.children.front().words = "I like school.";
    made.children.front().words_language = "en";
    record_visit(made);
    for (const auto* part : {"", "/due", "/timeline", "/visits", "/people", "/looks"}) {
        const auto page = get(catrin(), "/cy" + ffion(part));
        EXPECT_EQ(page.status, 200) << part;
        EXPECT_TRUE(page.says("lang=\"cy\"")) << part;
        EXPECT_TRUE(page.says("Ar y gofrestr amddiffyn plant ers 3 Tachwedd 2026:")) << part;
        EXPECT_TRUE(page.says("/cy/child/" + id_of("ffion") + "/due")) << part;
    }
    EXPECT_TRUE(get(catrin(), "/cy" + ffion()).says("<blockquote lang=\"en\">I like school."));
}

} // namespace
} // namespace gweld::web::pages

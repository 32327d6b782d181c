// A manager's day and the allocation of a worker, asked as a browser asks.
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class TeamPages : public SmallSite {
  protected:
    std::string form() { return "/child/" + id_of("ffion") + "/allocate"; }
    std::vector<Field> chosen(std::string_view worker, std::string from = "today") {
        return {{"worker", id_of(worker)},
                {"from", std::move(from)},
                {"key", "one-press"},
                {"saw", id_of("ffion") + ":" + std::to_string(version("ffion"))}};
    }
    std::vector<record::AllocationRow> allocations() {
        std::vector<record::AllocationRow> rows;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            rows = reading.allocations_of(thing("ffion"));
                        })
                        .ok());
        return rows;
    }
    void nobody_has_ffion() {
        const auto yesterday = time::day(23, std::chrono::November, 2026);
        put(record::AllocationEnded{base::EntryId{allocations().front().entry}, yesterday},
            {thing("ffion"), thing("catrin")}, yesterday);
    }
};

TEST_F(TeamPages, a_team_begins_with_how_many_are_overdue) {
    const auto page = get(rhian(), "/team");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("2 of the 2 children on the register in North have a visit overdue."));
    EXPECT_TRUE(page.says("Every child on the register has a worker today."));
    EXPECT_TRUE(page.says("Catrin Hughes"));
}

TEST_F(TeamPages, a_child_whom_nobody_has_comes_first_with_the_way_to_allocate) {
    nobody_has_ffion();
    const auto page = get(rhian(), "/team");
    EXPECT_TRUE(page.says("1 child has nobody allocated."));
    EXPECT_TRUE(page.says("href=\"" + form() + "\""));
}

TEST_F(TeamPages, a_team_is_not_for_a_social_worker) {
    EXPECT_EQ(get(catrin(), "/team").status, 404);
    EXPECT_EQ(get(catrin(), form()).status, 404);
    EXPECT_EQ(post(catrin(), form(), chosen("huw")).status, 404);
    EXPECT_EQ(allocations().size(), 1U);
}

TEST_F(TeamPages, a_head_of_service_sees_the_whole_service) {
    const auto page = get(head(), "/team");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("The whole service today"));
    EXPECT_TRUE(page.says("2 of the 2 children on the register have a visit overdue."));
}

TEST_F(TeamPages, a_team_is_told_in_welsh) {
    EXPECT_TRUE(get(rhian(), "/cy/team")
                    .says("Mae ymweliad yn hwyr ar gyfer 2 o’r 2 plentyn ar y gofrestr yn nhîm "
                          "North."));
}

TEST_F(TeamPages, a_worker_is_allocated_and_the_one_before_ends_that_day) {
    const auto answer = post(rhian(), form(), chosen("huw"));
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location, "/child/" + id_of("ffion") + "?saved=allocation");
    const auto today = office.today().day_number();
    for (const auto& row : allocations()) {
        EXPECT_TRUE(row.worker == thing("huw") ? row.from_day == today : row.until_day == today);
    }
}

TEST_F(TeamPages, a_second_press_allocates_nobody_twice) {
    const auto sent = chosen("huw");
    post(rhian(), form(), sent);
    EXPECT_EQ(post(rhian(), form(), sent).status, 303);
    EXPECT_EQ(allocations().size(), 2U);
}

TEST_F(TeamPages, what_cannot_be_read_comes_back_as_it_was_typed) {
    auto sent = chosen("huw", "other");
    sent.push_back({"first-day", "31"});
    sent.push_back({"first-month", "11"});
    sent.push_back({"first-year", "2026"});
    const auto page = post(rhian(), form(), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("There is a problem"));
    EXPECT_TRUE(page.says("href=\"#first-day\""));
    EXPECT_TRUE(page.says("value=\"31\""));
    EXPECT_TRUE(page.says("value=\"" + id_of("huw") + "\" selected"));
    EXPECT_EQ(allocations().size(), 1U);
}

TEST_F(TeamPages, the_past_and_beyond_four_weeks_are_refused) {
    for (const auto* day : {"23", "25"}) {
        auto sent = chosen("huw", "other");
        sent.push_back({"first-day", day});
        sent.push_back({"first-month", std::string_view{day} == "23" ? "11" : "12"});
        sent.push_back({"first-year", "2026"});
        const auto page = post(rhian(), form(), sent);
        EXPECT_EQ(page.status, 422) << day;
        EXPECT_TRUE(page.says("The first day must be today or in the next 28 days")) << day;
    }
}

TEST_F(TeamPages, nobody_is_chosen_who_was_not_offered) {
    const auto page = post(rhian(), form(), chosen("mair"));
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Choose a worker"));
}

TEST_F(TeamPages, news_about_the_child_is_shown_before_anything_is_saved) {
    const auto sent = chosen("huw");
    nobody_has_ffion();
    const auto page = post(rhian(), form(), sent);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("Nothing was saved"));
    EXPECT_TRUE(page.says(":" + std::to_string(version("ffion")) + "\""));
    EXPECT_EQ(allocations().size(), 1U);
}

TEST_F(TeamPages, a_form_changed_after_it_was_saved_asks_before_it_saves_again) {
    auto sent = chosen("huw");
    EXPECT_EQ(post(rhian(), form(), sent).status, 303);
    for (auto& [name, value] : sent) {
        if (name == "worker") {
            value = id_of("catrin");
        }
    }
    const auto page = post(rhian(), form(), sent);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("This form was saved once and then changed"));
}

TEST_F(TeamPages, a_manager_of_another_team_does_not_learn_that_she_is_here) {
    access::Viewer other = rhian();
    other.sign_in_name = "nia";
    other.worker = thing("nia");
    other.team = thing("South");
    other.team_name = "South";
    EXPECT_EQ(get(other, form()).status, 404);
    EXPECT_FALSE(get(other, "/team").says("Ffion"));
}

} // namespace
} // namespace gweld::web::pages

// The figures and the rules they rest on, asked as a browser asks.
#include "small_site.h"

#include "casework/figures.h"

namespace gweld::web::pages {
namespace {

class FigurePages : public SmallSite {
  protected:
    FigurePages() {
        // In December, so that November's duties are decided.
        clock.moment = time::at_wall_time_in_wales(time::day(7, std::chrono::December, 2026),
                                                   std::chrono::hours{9});
    }
};

TEST_F(FigurePages, every_figure_stands_with_what_it_is_of) {
    const auto page = get(head(), "/figures");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("None of our 5 measures is getting worse."));
    EXPECT_TRUE(page.says("Of 5 there is too little to say."));
    EXPECT_TRUE(page.says("0 of 2 times due"));
    EXPECT_TRUE(page.says("href=\"/figures/cp.visit.seen-alone\""));
    EXPECT_TRUE(page.says("Children on the register seen alone in time"));
}

TEST_F(FigurePages, unsigned_decisions_are_a_figure_and_open_to_what_waits) {
    put(record::PlanAgreed{}, {casework::thing("ffion")},
        time::day(2, std::chrono::November, 2026));
    const auto page = get(head(), "/figures");
    EXPECT_TRUE(page.says("<b>1</b> of 1"));
    EXPECT_TRUE(page.says("unsigned decisions have waited over four weeks."));
    EXPECT_TRUE(page.says("href=\"/signing\""));
}

TEST_F(FigurePages, a_figure_opens_to_the_children_it_counts) {
    const auto page = get(rhian(), "/figures/cp.visit.seen-alone");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("0% in November 2026."));
    EXPECT_TRUE(page.says("0 of the 2 times a child was due to be seen alone were on time."));
    EXPECT_TRUE(page.says("Not on time: 2"));
    EXPECT_TRUE(page.says("Ffion Davies"));
    EXPECT_TRUE(page.says("No visit recorded"));
    EXPECT_TRUE(page.says("href=\"/rules/cp.visit.seen-alone\""));
}

TEST_F(FigurePages, a_visit_changes_the_figure_at_once_for_everybody_who_looks) {
    const auto* at = "/figures/cp.visit.seen-alone";
    EXPECT_TRUE(get(rhian(), at).says("Not on time: 2"));
    EXPECT_TRUE(get(rhian(), at).says("Not on time: 2"));
    EXPECT_FALSE(get(stranger(), at).says("Ffion")) << "what was kept for another reader";
    EXPECT_TRUE(get(rhian(), "/cy" + std::string{at}).says("0% ym mis Tachwedd 2026."));
    record::VisitMade made;
    made.on = time::day(4, std::chrono::November, 2026);
    made.place = record::Place::home;
    made.children = {
        {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""}};
    put(made, {casework::thing("ffion")}, made.on);
    EXPECT_TRUE(get(rhian(), at).says("33% in November 2026."));
    EXPECT_TRUE(get(rhian(), at).says("On time: 1"));
    EXPECT_TRUE(get(rhian(), "/cy" + std::string{at}).says("33% ym mis Tachwedd 2026."));
    clock.moment += std::chrono::hours{24 * 31};
    EXPECT_TRUE(get(rhian(), at).says("December 2026"));
}

TEST_F(FigurePages, a_child_whom_the_reader_may_not_open_is_counted_and_not_named) {
    const auto page = get(stranger(), "/figures/cp.visit.seen-alone");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Not on time: 2"));
    EXPECT_TRUE(page.says("2 more are about children whose records you may not open."));
    EXPECT_FALSE(page.says("Ffion"));
    EXPECT_FALSE(page.says(id_of("ffion")));
}

TEST_F(FigurePages, a_month_that_is_not_shown_is_not_there) {
    EXPECT_EQ(get(head(), "/figures/cp.visit.seen-alone?month=2026-10").status, 200);
    for (const auto* month : {"2026-12", "2020-01", "2026-13", "yesterday", ""}) {
        EXPECT_EQ(get(head(), std::string{"/figures/cp.visit.seen-alone?month="} + month).status,
                  404)
            << month;
    }
    EXPECT_EQ(get(head(), "/figures/no-such-rule").status, 404);
}

TEST_F(FigurePages, every_measure_opens_in_both_languages) {
    for (const auto rule : casework::measured_rules()) {
        const auto at = "/figures/" + std::string{rule};
        EXPECT_EQ(get(head(), at).status, 200) << rule;
        EXPECT_EQ(get(head(), "/cy" + at).status, 200) << rule;
    }
    EXPECT_TRUE(get(head(), "/cy/figures/cp.visit.seen-alone").says("0% ym mis Tachwedd 2026."));
}

TEST_F(FigurePages, every_rule_has_its_page_and_says_how_sure_we_are) {
    for (const auto& card : book.cards()) {
        const auto page = get(catrin(), "/rules/" + card.id);
        EXPECT_EQ(page.status, 200) << card.id;
        EXPECT_EQ(card.confidence == law::Confidence::unverified,
                  page.says("This rule is not verified."))
            << card.id;
    }
    EXPECT_EQ(get(catrin(), "/rules/no-such-rule").status, 404);
}

TEST_F(FigurePages, the_list_of_rules_has_every_one) {
    const auto page = get(catrin(), "/rules");
    for (const auto& card : book.cards()) {
        EXPECT_TRUE(page.says("href=\"/rules/" + card.id + "\"")) << card.id;
    }
}

} // namespace
} // namespace gweld::web::pages

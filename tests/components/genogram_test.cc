// Where the people of a genogram stand, and how it is drawn.
#include "web/draw/genogram.h"

#include <gtest/gtest.h>
#include <random>

namespace gweld::web::draw {
namespace {

std::vector<Sitter> sitters(std::size_t n) {
    std::vector<Sitter> all(n);
    for (std::size_t i = 0; i < n; ++i) {
        all[i].eldest_first = static_cast<long>(i);
    }
    return all;
}

void nobody_stands_on_anybody(const SeatingPlan& plan) {
    for (std::size_t a = 0; a < plan.seats.size(); ++a) {
        EXPECT_GE(plan.seats[a].column, -0.001);
        EXPECT_LE(plan.seats[a].column, plan.columns - 0.999);
        EXPECT_GE(plan.seats[a].row, 0);
        EXPECT_LT(plan.seats[a].row, plan.rows);
        for (std::size_t b = a + 1; b < plan.seats.size(); ++b) {
            if (plan.seats[a].row == plan.seats[b].row) {
                EXPECT_GE(std::abs(plan.seats[a].column - plan.seats[b].column), 0.999)
                    << a << " and " << b;
            }
        }
    }
}

TEST(SeatingPlan, generations_are_rows_and_parents_stand_over_their_children) {
    // 0 and 1 are children of 2 and 3; 4 is the mother of 2.
    const std::vector<KinTie> ties{{2, 0, Tie::parent}, {3, 0, Tie::parent},  {2, 1, Tie::parent},
                                   {3, 1, Tie::parent}, {2, 3, Tie::partner}, {4, 2, Tie::parent}};
    const auto plan = seat(sitters(5), ties);
    EXPECT_EQ(plan.rows, 3);
    EXPECT_EQ(plan.seats[4].row, 0);
    EXPECT_EQ(plan.seats[2].row, 1);
    EXPECT_EQ(plan.seats[3].row, 1);
    EXPECT_EQ(plan.seats[0].row, 2);
    EXPECT_DOUBLE_EQ(plan.seats[2].column + plan.seats[3].column,
                     plan.seats[0].column + plan.seats[1].column);
    EXPECT_FALSE(plan.unrelated_row);
    nobody_stands_on_anybody(plan);
}

TEST(SeatingPlan, whoever_had_two_partners_stands_between_them) {
    // 1 is the mother of 0; 2 its father, 3 her new partner.
    const std::vector<KinTie> ties{
        {1, 0, Tie::parent}, {2, 0, Tie::parent}, {1, 2, Tie::partner}, {3, 1, Tie::partner}};
    auto people = sitters(4);
    people[0].together = people[1].together = people[3].together = true;
    const auto plan = seat(people, ties);
    EXPECT_LT(plan.seats[2].column, plan.seats[1].column);
    EXPECT_LT(plan.seats[1].column, plan.seats[3].column);
}

TEST(SeatingPlan, a_grandmother_who_cares_stays_two_rows_up) {
    const std::vector<KinTie> ties{{2, 0, Tie::carer}, {1, 0, Tie::parent}, {2, 1, Tie::parent}};
    const auto plan = seat(sitters(3), ties);
    EXPECT_EQ(plan.seats[2].row, 0);
    EXPECT_EQ(plan.seats[0].row, 2);
}

TEST(SeatingPlan, those_tied_to_nobody_stand_in_a_row_of_their_own) {
    const auto plan = seat(sitters(3), std::vector<KinTie>{{1, 0, Tie::parent}});
    ASSERT_TRUE(plan.unrelated_row);
    EXPECT_EQ(plan.seats[2].row, *plan.unrelated_row);
    EXPECT_EQ(plan.rows, 3);
    nobody_stands_on_anybody(plan);
}

TEST(SeatingPlan, nobody_is_nobody) {
    EXPECT_EQ(seat({}, {}).rows, 0);
    EXPECT_TRUE(genogram({}).empty());
}

// Circles, one's own grandfather, two generations at once: whatever was recorded is drawn.
TEST(SeatingPlan, whatever_the_ties_say_everybody_has_a_seat) {
    std::mt19937_64 dice{20261124};
    for (int round = 0; round < 2000; ++round) {
        const std::size_t people = 1 + dice() % 14;
        std::vector<KinTie> ties;
        for (auto n = dice() % 24; n > 0; --n) {
            const auto from = dice() % people;
            const auto to = dice() % people;
            if (from != to) {
                ties.push_back({from, to, static_cast<Tie>(dice() % 6)});
            }
        }
        auto all = sitters(people);
        for (auto& one : all) {
            one.together = dice() % 2 == 0;
        }
        const auto plan = seat(all, ties);
        ASSERT_EQ(plan.seats.size(), people);
        nobody_stands_on_anybody(plan);
        if (HasFailure()) {
            return;
        }
    }
}

Genogram family() {
    Genogram drawing;
    drawing.title = "Genogram of Ffion <Davies>";
    drawing.description = "The same stands in words.";
    drawing.people = {{PersonShape::circle, "Ffion Davies", "8", PersonLife::living, {3, true}},
                      {PersonShape::square, "Lee", "", PersonLife::died, {1, false}},
                      {PersonShape::diamond,
                       "Carys Angharad Davies-Llywelyn",
                       "c. 30",
                       PersonLife::living,
                       {2, true}}};
    drawing.ties = {{{2, 0, Tie::parent}, TieState::goes_on},
                    {{1, 2, Tie::partner}, TieState::ended}};
    return drawing;
}

std::size_t count(const std::string& text, std::string_view words) {
    std::size_t n = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++n;
    }
    return n;
}

TEST(Genogram, has_a_name_for_who_listens_and_everybodys_shape) {
    const auto svg = genogram(family()).markup();
    EXPECT_NE(svg.find("role=\"img\""), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"genogram-title\">Genogram of Ffion &lt;Davies&gt;</title>"),
              std::string::npos);
    EXPECT_NE(svg.find("aria-describedby=\"genogram-desc\""), std::string::npos);
    EXPECT_EQ(count(svg, "<circle"), 2U); // the child's outline is double
    EXPECT_EQ(count(svg, "<path class=\"app-genogram__person\""), 1U);
    EXPECT_NE(svg.find(">c. 30</text>"), std::string::npos);
}

TEST(Genogram, the_age_of_who_died_stands_beside_the_cross) {
    auto drawing = family();
    drawing.people[1].inside = "62";
    const auto svg = genogram(drawing).markup();
    EXPECT_EQ(count(svg, "app-genogram__age--beside"), 1U);
    EXPECT_EQ(count(svg, "class=\"app-genogram__age\""), 2U);
}

TEST(Genogram, a_tie_that_ended_is_broken_and_struck_through) {
    auto drawing = family();
    EXPECT_EQ(count(genogram(drawing).markup(), "app-genogram__ended"), 1U);
    const auto strokes = count(genogram(drawing).markup(), "<line");
    EXPECT_EQ(strokes, 4U); // two for the end, two for the cross of who died
    drawing.ties[1].state = TieState::goes_on;
    EXPECT_EQ(count(genogram(drawing).markup(), "app-genogram__ended"), 0U);
    EXPECT_EQ(count(genogram(drawing).markup(), "<line"), 2U);
}

TEST(Genogram, the_home_is_one_outline_and_leaves_out_who_lives_elsewhere) {
    auto drawing = family();
    EXPECT_EQ(count(genogram(drawing).markup(), "app-genogram__home"), 3U); // two rows and a band
    drawing.people[2].sits.together = false;
    EXPECT_EQ(count(genogram(drawing).markup(), "app-genogram__home"), 1U);
}

TEST(Genogram, a_name_is_cut_between_words_and_between_letters) {
    EXPECT_EQ(two_lines("Ffion Davies"), std::vector<std::string>{"Ffion Davies"});
    EXPECT_EQ(two_lines("Carys Angharad Davies-Llywelyn"),
              (std::vector<std::string>{"Carys Angharad", "Davies-Llywelyn"}));
    std::string long_name;
    for (int i = 0; i < 200; ++i) {
        long_name += "ŵ";
    }
    ASSERT_EQ(two_lines(long_name).size(), 1U);
    EXPECT_EQ(two_lines(long_name).front().size(), 14U * 2U + 3U);
}

} // namespace
} // namespace gweld::web::draw

// Drawings: shapes where the figures say, no style attribute anywhere, a gap where nothing was due.

#include "web/draw/bar.h"
#include "web/draw/control_chart.h"
#include "web/draw/sparkline.h"
#include "web/draw/svg.h"

#include <gtest/gtest.h>

namespace gweld::web::draw {
namespace {

using ours::Tone;
using Points = std::vector<std::optional<double>>;

std::size_t count(const Html& html, std::string_view part) {
    std::size_t found = 0;
    for (auto at = html.markup().find(part); at != std::string::npos;
         at = html.markup().find(part, at + 1)) {
        ++found;
    }
    return found;
}

measure::UsualRange usual(std::size_t months) {
    return {.level = 80,
            .bottom = 70,
            .top = 90,
            .stands_out = std::vector<bool>(months, false),
            .signal = measure::Signal::no_real_change};
}

ControlChart chart_of(std::size_t months) {
    ControlChart chart{.range = usual(months), .words = {.title = "Seen", .level = "usual 80%"}};
    for (std::size_t i = 0; i < months; ++i) {
        chart.months.push_back(
            {.label = "M" + std::to_string(i), .year = i < 12 ? "2025" : "2026", .percent = 80.0});
    }
    return chart;
}

TEST(Coordinates, have_one_decimal_at_most) {
    EXPECT_EQ(coordinate(12), "12");
    EXPECT_EQ(coordinate(12.54), "12.5");
    EXPECT_EQ(coordinate(-0.26), "-0.3");
    EXPECT_EQ(coordinate(-0.04), "0");
}

TEST(Bar, is_as_long_as_its_share_and_never_longer_than_the_whole) {
    EXPECT_EQ(bar(0.5, Tone::soon).markup(),
              "<svg class=\"app-bar app-bar--soon\" viewBox=\"0 0 100 8\" "
              "preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect "
              "width=\"50\" height=\"8\"/></svg>");
    EXPECT_EQ(count(bar(7, Tone::ok), "width=\"100\""), 1U);
    EXPECT_EQ(count(bar(-1, Tone::ok), "width=\"0\""), 1U);
}

TEST(Sparkline, breaks_its_line_at_a_month_with_nothing_due) {
    const Points points{80, 82, {}, 78, 79};
    const auto drawn = sparkline(points, usual(points.size()));
    EXPECT_EQ(count(drawn, "<polyline"), 2U);
    EXPECT_EQ(count(drawn, "app-spark__band"), 1U);
    EXPECT_EQ(count(drawn, "style="), 0U);
}

TEST(Sparkline, shows_no_range_while_there_are_too_few_months) {
    const auto drawn = sparkline(Points{80, 82}, {});
    EXPECT_EQ(count(drawn, "app-spark__band"), 0U);
    EXPECT_EQ(count(drawn, "<polyline"), 1U);
    EXPECT_TRUE(sparkline(Points{{}, {}}, {}).empty());
    EXPECT_TRUE(sparkline(Points{}, {}).empty());
}

TEST(Sparkline, gives_what_stands_out_another_shape) {
    const Points points{80, 82, 60};
    auto range = usual(points.size());
    range.stands_out[2] = true;
    EXPECT_EQ(count(sparkline(points, range), "<path class=\"app-spark__out\""), 1U);
    range.signal = measure::Signal::getting_better;
    EXPECT_EQ(count(sparkline(points, range), "<path class=\"app-spark__better\""), 1U);
}

TEST(ControlChart, is_drawn_twice_and_the_narrow_one_has_the_newest_twelve_months) {
    const auto drawn = control_chart(chart_of(24));
    EXPECT_EQ(count(drawn, "<svg"), 2U);
    EXPECT_EQ(count(drawn, "<circle"), 24U + 12U);
    EXPECT_EQ(count(drawn, "style="), 0U);
    EXPECT_EQ(count(drawn, "role=\"img\""), 2U);
    EXPECT_EQ(count(drawn, "aria-labelledby=\"chart-wide-title chart-wide-desc\""), 1U);
}

TEST(ControlChart, names_each_year_once_in_each_drawing) {
    const auto drawn = control_chart(chart_of(24));
    EXPECT_EQ(count(drawn, ">2025</text>"), 1U);
    EXPECT_EQ(count(drawn, ">2026</text>"), 2U);
}

TEST(ControlChart, of_no_months_or_one_is_drawn_without_harm) {
    EXPECT_TRUE(control_chart(chart_of(0)).empty());
    auto one = chart_of(1);
    one.range = {};
    EXPECT_EQ(count(control_chart(one), "app-chart__band"), 0U);
    one.months[0].percent.reset();
    EXPECT_EQ(count(control_chart(one), "<circle"), 0U);
}

TEST(ControlChart, escapes_what_happened) {
    auto chart = chart_of(3);
    chart.months[1].note = "<2 posts>";
    EXPECT_EQ(count(control_chart(chart), "&lt;2 posts&gt;"), 1U);
}

} // namespace
} // namespace gweld::web::draw

// Our own patterns: the markup as it leaves us. No fixture ships with them, so it is spelt here.

#include "web/components/ours.h"

#include <gtest/gtest.h>

#include <sodium.h>

namespace gweld::web::ours {
namespace {

std::string sha256_base64(std::string_view text) {
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    char base64[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL)];
    sodium_bin2base64(base64, sizeof base64, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
    return base64;
}

bool has(const Html& html, std::string_view part) {
    return html.markup().find(part) != std::string::npos;
}

TEST(Status, is_an_icon_a_word_and_a_date) {
    const auto status = render(Status{Tone::overdue, "Overdue", "was due Fri 20 Nov"});
    EXPECT_TRUE(status.markup().starts_with(
        "<span class=\"app-status app-status--overdue\"><svg class=\"app-icon\" width=\"20\" "
        "height=\"20\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" focusable=\"false\">"));
    EXPECT_TRUE(status.markup().ends_with(
        "</svg><span><span class=\"app-status__words\">Overdue</span> <span "
        "class=\"app-status__when\">was due Fri 20 Nov</span></span></span>"));
}

TEST(Status, each_tone_has_its_own_shape_and_not_only_its_own_colour) {
    const Tone tones[] = {Tone::overdue, Tone::soon, Tone::waiting, Tone::ok, Tone::unknown};
    for (const auto one : tones) {
        for (const auto other : tones) {
            EXPECT_EQ(one == other, icon(one) == icon(other));
        }
    }
}

TEST(Due, shows_the_number_at_the_beginning_of_the_sentence_large) {
    EXPECT_EQ(render(Due{Tone::overdue, "2 working days overdue"}).markup(),
              "<div class=\"app-due app-due--overdue\"><b>2</b> <span>working days "
              "overdue</span></div>");
    EXPECT_EQ(render(Due{Tone::soon, "Yfory"}).markup(),
              "<div class=\"app-due app-due--soon\"><b>Yfory</b></div>");
    EXPECT_EQ(render(Due{Tone::waiting, "2"}).markup(),
              "<div class=\"app-due app-due--waiting\"><b>2</b></div>");
}

TEST(CardTable, says_its_roles_and_repeats_its_heads_beside_the_values) {
    const CardTable table{
        .caption = "Deadlines",
        .columns = {{.head = "What"}, {.head = "Due", .kind = Column::number}},
        .rows = {{.group = "Late"}, {.cells = {"Report", "1 < 2"}, .tone = Tone::overdue}}};
    EXPECT_EQ(render(table).markup(),
              "<table class=\"app-table app-table--cards\" role=\"table\"><caption>Deadlines"
              "</caption><thead role=\"rowgroup\"><tr role=\"row\"><th scope=\"col\" "
              "role=\"columnheader\">What</th><th scope=\"col\" role=\"columnheader\" "
              "class=\"app-table__number\">Due</th></tr></thead><tbody role=\"rowgroup\"><tr "
              "class=\"app-table__group\" role=\"row\"><th scope=\"rowgroup\" "
              "role=\"rowheader\" colspan=\"2\">Late</th></tr><tr role=\"row\" "
              "class=\"app-table__overdue\"><th scope=\"row\" role=\"rowheader\">Report</th>"
              "<td role=\"cell\" data-label=\"Due\" class=\"app-table__number\">1 &lt; 2</td></tr>"
              "</tbody></table>");
}

TEST(Household, escapes_what_people_typed) {
    const auto card = render(Household{.due = {Tone::soon, "Today"},
                                       .name = "<script>",
                                       .caption = "\"x\"",
                                       .columns = {{.head = "Child"}},
                                       .children = {{.name = "A & B"}},
                                       .safety = "<b>",
                                       .plan = "1 > 0"});
    EXPECT_FALSE(has(card, "<script>"));
    EXPECT_TRUE(has(card, "&lt;script&gt;"));
    EXPECT_TRUE(has(card, "A &amp; B"));
    EXPECT_TRUE(has(card, "&lt;b&gt;"));
    EXPECT_TRUE(card.markup().starts_with("<div class=\"app-visit app-visit--soon\">"));
}

TEST(Voice, keeps_the_language_the_child_spoke) {
    EXPECT_EQ(render(Voice{.words = "Dwi’n iawn", .language = "cy", .said = "Lowri"}).markup(),
              "<figure class=\"app-voice\"><blockquote lang=\"cy\">Dwi’n iawn</blockquote>"
              "<figcaption>Lowri</figcaption></figure>");
}

TEST(Clocks, a_clock_that_cannot_be_worked_out_has_no_bar) {
    const auto clocks = render(std::vector<Clock>{
        {.tone = Tone::unknown, .name = "Review", .left = "Not known", .rule = "No date."}});
    EXPECT_EQ(clocks.markup(),
              "<ul class=\"app-clocks\"><li><div class=\"app-clocks__top\"><span>Review</span> "
              "<span class=\"app-clocks__unknown\">Not known</span></div><span "
              "class=\"app-clocks__rule\">No date.</span></li></ul>");
}

TEST(Timeline, says_that_an_event_is_significant_to_who_does_not_see_the_dot) {
    const auto timeline = render(Timeline{
        .events = {{.title = "Report", .at = "2026-11-23", .when = "Mon", .significant = true}},
        .significant = "significant event"});
    EXPECT_TRUE(has(timeline, "<li class=\"app-timeline__key\">"));
    EXPECT_TRUE(has(timeline, "> significant event</span></h3>"));
    EXPECT_TRUE(has(timeline, "<time datetime=\"2026-11-23\">Mon</time>"));
}

TEST(Figures, a_group_of_measures_with_nothing_in_it_is_left_out) {
    const auto table = render(
        IndicatorTable{.caption = "Measures",
                       .heads = {"Measure", "October", "24 months", "What is happening"},
                       .groups = {{"Talk about these", {}},
                                  {"Improving", {{.percent = "68%", .of = "212 of 311 visits"}}}}});
    EXPECT_FALSE(has(table, "Talk about these"));
    EXPECT_TRUE(has(table, "Improving"));
    EXPECT_TRUE(has(table, "<span class=\"app-indicators__of\">212 of 311 visits</span>"));
}

TEST(Figures, reasons_that_nobody_gave_make_no_bar_longer_than_the_whole) {
    EXPECT_EQ(reason_bars({}).markup(), "<ul class=\"app-reasons\"></ul>");
    EXPECT_TRUE(has(reason_bars({{"Late", 0}}), "<rect width=\"0\""));
    EXPECT_TRUE(has(reason_bars({{"Late", 4}, {"Out", 2}}), "<rect width=\"50\""));
}

TEST(Counts, a_condition_without_words_does_not_bear_on_the_child) {
    const auto attributes = visit_child(
        {.name = "Ifan", .alone = {"Seen alone", "Not seen alone"}, .bedroom = {"Seen", ""}});
    ASSERT_EQ(attributes.size(), 4U);
    EXPECT_EQ(attributes[2].name, "data-alone-yes");
    EXPECT_EQ(attributes[3].value, "Not seen alone");
}

TEST(Shell, the_content_policy_names_the_inline_script_by_its_hash) {
    EXPECT_EQ(enabling_script_hash(), "'sha256-" + sha256_base64(enabling_script()) + "'");
    EXPECT_TRUE(has(render(Document{}), "<script>" + std::string{enabling_script()} + "</script>"));
}

TEST(Shell, signing_out_is_a_form_and_the_council_has_both_its_names) {
    const auto header = render(PageHeader{
        .council = {"Cyngor Sir Alaw", "Alaw County Council"},
        .person = SignedIn{
            .name = "N", .sign_out = "Sign out", .sign_out_action = Url::path("/sign-out")}});
    EXPECT_TRUE(has(header, "<form method=\"post\" action=\"/sign-out\">"));
    EXPECT_TRUE(has(header, "<span lang=\"cy\">Cyngor Sir Alaw</span> <span lang=\"en\">Alaw"));
}

} // namespace
} // namespace gweld::web::ours

#include "words/words.h"

#include "words/catalogue.h"
#include "words/mutation.h"

#include <array>
#include <gtest/gtest.h>

namespace gweld::words {

extern const std::string_view welsh_catalogue;

namespace {

const Words& english = in(Language::english);
const Words& welsh = in(Language::welsh);
const auto tuesday = time::day(24, std::chrono::November, 2026);

constexpr std::string_view one_second = "Nothing was saved. Try again in one second.";
constexpr std::string_view many_seconds = "Nothing was saved. Try again in {n} seconds.";

TEST(Words, say_a_sentence_in_both_languages) {
    EXPECT_EQ(english.say("The service is busy"), "The service is busy");
    EXPECT_EQ(welsh.say("The service is busy"), "Mae’r gwasanaeth yn brysur");
    EXPECT_EQ(tag_of(english.language()), "en");
    EXPECT_EQ(tag_of(welsh.language()), "cy");
}

TEST(Words, show_the_english_rather_than_nothing) {
    EXPECT_EQ(welsh.say("A sentence nobody has put into Welsh"),
              "A sentence nobody has put into Welsh");
    EXPECT_EQ(welsh.say_n("One thing", "{n} things", 2), "2 things");
}

TEST(Words, fill_slots_and_leave_unknown_ones_readable) {
    EXPECT_EQ(english.say("{name} was seen on {day}", {{"name", "{day}"}, {"day", "Monday"}}),
              "{day} was seen on Monday");
    EXPECT_EQ(english.say("{name} was seen", {}), "{name} was seen");
    EXPECT_EQ(english.say("a { b", {{"b", "x"}}), "a { b");
}

TEST(Words, count_in_english) {
    EXPECT_EQ(english.say_n("One child", "{n} children", 1), "One child");
    EXPECT_EQ(english.say_n("One child", "{n} children", 0), "0 children");
    EXPECT_EQ(english.say_n("One child", "{n} children", 1234567), "1,234,567 children");
    EXPECT_EQ(english.say_n("One day", "{n} days", -1234), "-1,234 days");
    EXPECT_EQ(english.say_n("One day", "{n} days", -123), "-123 days");
}

TEST(Words, count_in_welsh_in_six_forms) {
    const auto in_welsh = [](long n) { return welsh.say_n(one_second, many_seconds, n); };
    EXPECT_EQ(in_welsh(0), "Ni chadwyd dim. Rhowch gynnig arall arni nawr.");
    EXPECT_EQ(in_welsh(1), "Ni chadwyd dim. Rhowch gynnig arall arni ymhen un eiliad.");
    EXPECT_EQ(in_welsh(2), "Ni chadwyd dim. Rhowch gynnig arall arni ymhen dwy eiliad.");
    EXPECT_EQ(in_welsh(3), "Ni chadwyd dim. Rhowch gynnig arall arni ymhen tair eiliad.");
    EXPECT_EQ(in_welsh(6), "Ni chadwyd dim. Rhowch gynnig arall arni ymhen chwe eiliad.");
    for (const long n : {4, 5, 7, 21, 106}) {
        EXPECT_EQ(in_welsh(n), "Ni chadwyd dim. Rhowch gynnig arall arni ymhen " +
                                   std::to_string(n) + " eiliad.");
    }
}

TEST(Words, use_the_plural_rule_the_catalogue_states) {
    const auto header = Catalogue{welsh_catalogue}.find("");
    ASSERT_TRUE(header);
    EXPECT_NE(header->find("nplurals=6; plural=(n==0)?0:(n==1)?1:(n==2)?2:(n==3)?3:(n==6)?4:5;"),
              std::string_view::npos);
}

TEST(Words, say_dates_in_both_languages) {
    EXPECT_EQ(english.long_date(tuesday), "Tuesday 24 November 2026");
    EXPECT_EQ(welsh.long_date(tuesday), "dydd Mawrth 24 Tachwedd 2026");
    EXPECT_EQ(english.short_date(tuesday), "Tue 24 Nov");
    EXPECT_EQ(welsh.short_date(tuesday), "Maw 24 Tach");
    EXPECT_EQ(english.short_date_year(tuesday), "Tue 24 Nov 2026");
    EXPECT_EQ(welsh.short_date_year(tuesday), "Maw 24 Tach 2026");
    EXPECT_EQ(english.month_year(tuesday), "November 2026");
    EXPECT_EQ(welsh.month_year(tuesday), "Tachwedd 2026");
    EXPECT_EQ(english.short_month(tuesday), "Nov");
    EXPECT_EQ(welsh.short_month(tuesday), "Tach");
}

TEST(Words, know_every_day_and_month) {
    std::string days;
    std::string months;
    for (int i = 0; i < 7; ++i) { // from a Sunday
        const auto text = welsh.long_date(time::day(1, std::chrono::March, 2026).plus_days(i));
        days += text.substr(0, text.find(' ', 5)) + ",";
    }
    for (int i = 0; i < 12; ++i) {
        const auto month = time::day(1, std::chrono::January, 2026).plus_months_clipped(i);
        months += welsh.month_year(month).substr(0, 3) + welsh.short_month(month) + ",";
    }
    EXPECT_EQ(days,
              "dydd Sul,dydd Llun,dydd Mawrth,dydd Mercher,dydd Iau,dydd Gwener,dydd Sadwrn,");
    EXPECT_EQ(months, "IonIon,ChwChwef,MawMaw,EbrEbr,MaiMai,MehMeh,GorGorff,AwsAwst,MedMedi,HydHyd,"
                      "TacTach,RhaRhag,");
}

TEST(Words, soften_a_month_and_a_day_after_a_preposition_in_welsh) {
    const auto from = [](const std::string& value) {
        return joined_in_welsh("Wedi’i gyfrif o ", value);
    };
    EXPECT_EQ(from("Tachwedd 2026"), "Wedi’i gyfrif o Dachwedd 2026");
    const std::array soft{"Ionawr",    "Chwefror", "Fawrth", "Ebrill", "Fai",      "Fehefin",
                          "Orffennaf", "Awst",     "Fedi",   "Hydref", "Dachwedd", "Ragfyr"};
    for (int i = 0; i < 12; ++i) {
        const auto month = time::day(1, std::chrono::January, 2026).plus_months_clipped(i);
        EXPECT_EQ(joined_in_welsh("O ", welsh.month_year(month)),
                  std::string{"O "} + soft.at(static_cast<std::size_t>(i)) + " 2026");
        EXPECT_EQ(joined_in_welsh("hyd ", welsh.month_year(month)),
                  std::string{"hyd "} + soft.at(static_cast<std::size_t>(i)) + " 2026");
    }
    EXPECT_EQ(from(welsh.long_date(tuesday)), "Wedi’i gyfrif o ddydd Mawrth 24 Tachwedd 2026");
    EXPECT_EQ(joined_in_welsh("mis ", "Tachwedd 2026"), "mis Tachwedd 2026");
    EXPECT_EQ(joined_in_welsh("Llwyddo ", "Mai 2026"), "Llwyddo Mai 2026"); // no word "o"
    EXPECT_EQ(welsh.say("Counted from {from}:", {{"from", "Rhagfyr 2026"}}),
              "Wedi’i gyfrif o Ragfyr 2026:");
    EXPECT_EQ(english.say("Counted from {from}:", {{"from", "yr Mai 2026"}}),
              "Counted from yr Mai 2026:");
}

TEST(Words, join_the_article_to_the_preposition_in_welsh_and_leave_names_alone) {
    EXPECT_EQ(joined_in_welsh("Wedi’i gyfrif o ", "yr atgyfeiriad"),
              "Wedi’i gyfrif o’r atgyfeiriad");
    EXPECT_EQ(joined_in_welsh("i ", "y tîm"), "i’r tîm");
    for (const auto* name : {"Mai", "Medi Rees", "Tachwedd", "Y Bala", "Ysgol y Bont"}) {
        EXPECT_EQ(joined_in_welsh("asesiad o ", name), std::string{"asesiad o "} + name);
    }
}

TEST(Words, say_a_moment_in_the_time_of_wales) {
    const auto winter = time::at_wall_time_in_wales(tuesday, std::chrono::minutes{22 * 60 + 40});
    EXPECT_EQ(english.moment(winter), "10:40pm on Tue 24 Nov");
    EXPECT_EQ(welsh.moment(winter), "10:40pm ddydd Maw 24 Tach");
    EXPECT_EQ(english.moment_year(winter), "10:40pm on Tue 24 Nov 2026");
    const time::Instant summer{std::chrono::sys_days{std::chrono::year{2026} / 7 / 1} +
                               std::chrono::hours{23} + std::chrono::minutes{5}};
    EXPECT_EQ(english.moment(summer), "12:05am on Thu 2 Jul");
    const auto noon = time::at_wall_time_in_wales(tuesday, std::chrono::hours{12});
    EXPECT_EQ(english.moment(noon), "12pm on Tue 24 Nov");
}

TEST(Catalogue, refuses_bytes_that_are_none) {
    EXPECT_THROW(Catalogue{"hello"}, std::logic_error);
    const auto cut = Catalogue{welsh_catalogue.substr(0, 30)};
    EXPECT_THROW(static_cast<void>(cut.find("The service is busy")), std::logic_error);
}

TEST(Catalogue, finds_every_sentence_it_has_and_no_other) {
    const Catalogue catalogue{welsh_catalogue};
    for (std::size_t i = 0; i < catalogue.size(); ++i) {
        const auto sentence = plural_form(catalogue.sentence(i), 0);
        EXPECT_EQ(catalogue.find(sentence), catalogue.text(i)) << sentence;
        EXPECT_EQ(catalogue.find(std::string{sentence} + "\x01"), std::nullopt);
    }
}

} // namespace
} // namespace gweld::words

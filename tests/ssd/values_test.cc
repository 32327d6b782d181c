#include "ssd/values.h"

#include <gtest/gtest.h>
#include <initializer_list>

namespace {

using namespace gweld::ssd;
using namespace std::chrono_literals;
using gweld::record::AllocatedAs;
using gweld::record::Answer;
using gweld::record::Category;
using gweld::record::Place;
using gweld::record::Sex;
using gweld::time::day;
using gweld::time::to_rfc3339;
using std::chrono::February;
using std::chrono::March;

TEST(Cells, spaces_and_null_say_nothing) {
    EXPECT_EQ(plain("  a b\t"), "a b");
    EXPECT_EQ(plain("\xC2\xA0 a \xC2\xA0"), "a");
    EXPECT_EQ(plain(" NULL "), "");
    EXPECT_EQ(plain("Null"), "Null"); // a surname
    EXPECT_EQ(plain(" \xC2\xA0 "), "");
}

TEST(Dates, every_way_of_writing_them_gives_the_same_day) {
    for (const auto* text :
         {"2026-03-04", "2026-03-04T10:11:12", "2026-03-04 00:00:00", "2026-03-04 00:00:00.000",
          "2026-03-04T00:00:00.0000000", "04/03/2026", "4/3/2026", "04/03/2026 09:05",
          "04/03/2026 09:05:59", "2026-03-04T10:11", "2026-03-04T10:11:12Z",
          "2026-03-04T10:11:12.123+00:00", "2026-03-04 10:11:12 +0000"}) {
        const auto moment = moment_in(text);
        ASSERT_TRUE(moment.ok()) << text;
        EXPECT_EQ(moment.value().date, day(4, March, 2026)) << text;
    }
}

TEST(Dates, the_day_is_before_the_month) {
    EXPECT_EQ(moment_in("03/02/2026").value().date, day(3, February, 2026));
    EXPECT_EQ(moment_in("13/02/2026").value().date, day(13, February, 2026));
    EXPECT_EQ(moment_in("02/13/2026").error(), Reason::no_such_date);
}

TEST(Dates, what_is_not_one_is_told_from_what_never_was) {
    for (const auto* text : {"yesterday", "2026-3-4", "04-03-2026", "4/3/26", "2026-03-04x",
                             "2026-03-04T", "2026-03-04 1", "46085", "20260304", "2026/03/04",
                             "2026-03-04T10:11:12+1", "2026-03-04T10:11:12.", "-026-03-04",
                             "2026-03-04T10:11:12+25:00", "99999999999/1/2026"}) {
        const auto moment = moment_in(text);
        ASSERT_FALSE(moment.ok()) << text;
        EXPECT_EQ(moment.error(), Reason::not_a_date) << text;
    }
    for (const auto* text : {"2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "31/04/2026",
                             "0/1/2026", "2026-03-04T24:00:00", "2026-03-04 10:60"}) {
        const auto moment = moment_in(text);
        ASSERT_FALSE(moment.ok()) << text;
        EXPECT_EQ(moment.error(), Reason::no_such_date) << text;
    }
    EXPECT_TRUE(moment_in("29/02/2024").ok());
}

TEST(Dates, years_run_from_1900_to_2199) {
    EXPECT_EQ(moment_in("1899-12-31").error(), Reason::year_not_believable);
    EXPECT_TRUE(moment_in("1900-01-01").ok());
    EXPECT_TRUE(moment_in("2199-12-31").ok());
    EXPECT_EQ(moment_in("9999-12-31").error(), Reason::year_not_believable);
    EXPECT_EQ(moment_in("0001-01-01 00:00:00").error(), Reason::year_not_believable);
}

TEST(Moments, without_a_zone_are_on_the_clock_in_wales) {
    const auto at = [](const char* text) {
        return to_rfc3339(moment_in(text).value().as_instant());
    };
    EXPECT_EQ(at("2026-01-16T09:00:00"), "2026-01-16T09:00:00.000Z");
    EXPECT_EQ(at("2026-07-16T09:00:00"), "2026-07-16T08:00:00.000Z");
    EXPECT_EQ(at("16/07/2026 09:00:30.250"), "2026-07-16T08:00:30.250Z");
    EXPECT_EQ(at("2026-07-16T09:00:00Z"), "2026-07-16T09:00:00.000Z");
    EXPECT_EQ(at("2026-07-16T09:00:00+05:30"), "2026-07-16T03:30:00.000Z");
    EXPECT_EQ(at("2026-07-16"), "2026-07-15T23:00:00.000Z");
}

TEST(Moments, with_a_zone_are_a_day_in_wales) {
    const auto moment = moment_in("2010-05-31T23:00:00Z").value();
    EXPECT_EQ(moment.date, day(1, std::chrono::June, 2010));
    EXPECT_EQ(*moment.of_day, 0ms);
}

TEST(Answers, are_yes_no_or_not_recorded) {
    for (const auto* yes : {"Y", "y", "Yes", "YES", "1", "true", "TRUE"}) {
        EXPECT_EQ(answer_in(yes), Answer::yes) << yes;
    }
    for (const auto* no : {"N", "n", "No", "0", "False"}) {
        EXPECT_EQ(answer_in(no), Answer::no) << no;
    }
    EXPECT_EQ(answer_in(""), Answer::not_recorded);
    for (const auto* neither : {"X", "2", "maybe", "Y N"}) {
        EXPECT_EQ(answer_in(neither), std::nullopt) << neither;
    }
}

TEST(Codes, for_sex_and_place_are_closed) {
    EXPECT_EQ(sex_in("F"), Sex::female);
    EXPECT_EQ(sex_in("2"), Sex::female);
    EXPECT_EQ(sex_in("m"), Sex::male);
    EXPECT_EQ(sex_in("1"), Sex::male);
    EXPECT_EQ(sex_in("U"), Sex::not_known);
    EXPECT_EQ(sex_in(""), Sex::not_known);
    EXPECT_EQ(sex_in("Q"), std::nullopt);
    EXPECT_EQ(place_in("Home"), Place::home);
    EXPECT_EQ(place_in("SCHOOL"), Place::school);
    EXPECT_EQ(place_in("office"), Place::office);
    EXPECT_EQ(place_in("other"), Place::other);
    EXPECT_EQ(place_in(""), Place::not_recorded);
    EXPECT_EQ(place_in("park"), std::nullopt);
}

TEST(Categories, are_one_or_several_in_any_order) {
    using Listed = std::vector<Category>;
    using enum Category;
    const auto listed = [](const char* text) { return categories_in(text)->listed; };
    EXPECT_EQ(listed("Neglect"), Listed{neglect});
    EXPECT_EQ(listed("PHYSICAL ABUSE"), Listed{physical_abuse});
    EXPECT_EQ(listed("Emotional abuse"), Listed{emotional_or_psychological_abuse});
    EXPECT_EQ(listed("NEG"), Listed{neglect});
    const Listed two{neglect, emotional_or_psychological_abuse};
    for (const auto* text :
         {"Multiple: [Neglect, Emotional abuse]", "multiple:[Emotional Abuse;Neglect]",
          "Neglect, Emotional abuse", "Neglect;Emotional/psychological abuse",
          "[Neglect,Emotional abuse,Neglect]", "MUL: NEG, EMO"}) {
        EXPECT_EQ(listed(text), two) << text;
    }
    EXPECT_EQ(listed(""), Listed{});
    EXPECT_FALSE(categories_in("")->multiple_without_list);
    EXPECT_TRUE(categories_in("Multiple")->multiple_without_list);
    EXPECT_TRUE(categories_in("Multiple: []")->multiple_without_list);
    for (const auto* text :
         {"Neglectful", "Neglect, Worry", "Multiple Neglect", "Neglect,,Worry"}) {
        EXPECT_EQ(categories_in(text), std::nullopt) << text;
    }
}

TEST(Roles, say_whose_child_it_is) {
    for (const auto* role : {"Allocated Case Worker", "Key Worker", "KEYWORKER", "Case worker",
                             "Social Worker", "Lead professional", "CW", ""}) {
        EXPECT_EQ(allocated_as(role), AllocatedAs::allocated_worker) << role;
    }
    for (const auto* role : {"Co-worker", "Joint Social Worker", "Family Support Worker",
                             "Student Social Worker", "Second worker"}) {
        EXPECT_EQ(allocated_as(role), AllocatedAs::co_worker) << role;
    }
    for (const auto* role : {"Health Visitor", "IRO", "GP"}) {
        EXPECT_EQ(allocated_as(role), AllocatedAs::other) << role;
    }
}

TEST(Addresses, are_said_on_one_line) {
    EXPECT_EQ(address_lines(R"({"ROOM":"","FLAT":"Fflat 2","HOUSE":"3","STREET":"Maes-y-coed",)"
                            R"("TOWN":"Pentre Felin","UPRN":"1","EASTING":""})"),
              "Fflat 2, 3 Maes-y-coed, Pentre Felin");
    EXPECT_EQ(address_lines(R"({"house":3,"Street":"Penlan","TOWN":null})"), "3 Penlan");
    EXPECT_EQ(address_lines(R"({"BUILDING":"Tŷ Coch","STREET":"Penlan"})"), "Tŷ Coch, Penlan");
    EXPECT_EQ(address_lines("{}"), "");
    for (const auto* bad :
         {"3 Penlan", "", "[]", "\"x\"", "{", "{\"HOUSE\":[3]}", "{HOUSE:3}", "{\"HOUSE\":{}}"}) {
        EXPECT_EQ(address_lines(bad), std::nullopt) << bad;
    }
    std::string deep;
    for (int i = 0; i < 1000; ++i) {
        deep += "{\"HOUSE\":";
    }
    EXPECT_EQ(address_lines(deep), std::nullopt);
}

TEST(Postcodes, are_written_with_their_space) {
    for (const auto* text : {"NP25 3XX", "np253xx", " NP253XX", "N P 2 5 3 X X"}) {
        EXPECT_EQ(postcode_in(text).text, "NP25 3XX") << text;
        EXPECT_TRUE(postcode_in(text).usual);
    }
    EXPECT_EQ(postcode_in("cf1 1aa").text, "CF1 1AA");
    EXPECT_EQ(postcode_in("W1A1HQ").text, "W1A 1HQ");
    EXPECT_TRUE(postcode_in("").usual);
    for (const auto* text : {"somewhere", "NP25", "12345", "NP25 3X", "AAA1 1AA", "NP25 33X"}) {
        EXPECT_EQ(postcode_in(text).text, text);
        EXPECT_FALSE(postcode_in(text).usual) << text;
    }
}

} // namespace

#include "web/pages/visit/form.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gweld::web::pages {

namespace {

const auto today = time::day(24, std::chrono::November, 2026);
const base::PersonId ffion{base::uuid_of("test", "child", "ffion")};

VisitForm good_form() {
    VisitForm form;
    form.outcome = "made";
    form.when = "today";
    form.place = "school";
    form.announced = "announced";
    form.account = "Ffion was in good spirits.";
    ChildAnswers child;
    child.child = ffion;
    child.name = "Ffion";
    child.seen = "yes";
    child.alone = "yes";
    form.children.push_back(child);
    return form;
}

std::vector<std::string> faults_in(const VisitForm& form) {
    std::vector<std::string> fields;
    const auto parsed = parse(form, today);
    if (!parsed.ok()) {
        std::ranges::transform(parsed.error(), std::back_inserter(fields), &FieldFault::field);
    }
    return fields;
}

using Fields_ = std::vector<std::string>;

} // namespace

TEST(VisitForm, a_whole_visit_is_read) {
    const auto parsed = parse(good_form(), today);
    ASSERT_TRUE(parsed.ok());
    const auto& visit = std::get<record::VisitMade>(parsed.value());
    EXPECT_EQ(visit.on, today);
    EXPECT_EQ(visit.place, record::Place::school);
    EXPECT_EQ(visit.children.at(0).alone, record::Answer::yes);
    EXPECT_EQ(visit.write_up, record::WriteUp::complete);
}

TEST(VisitForm, yesterday_and_another_day) {
    auto form = good_form();
    form.when = "yesterday";
    EXPECT_EQ(std::get<record::VisitMade>(parse(form, today).value()).on, today.plus_days(-1));
    form.when = "other";
    form.day = "1";
    form.month = "11";
    form.year = "2026";
    EXPECT_EQ(std::get<record::VisitMade>(parse(form, today).value()).on,
              time::day(1, std::chrono::November, 2026));
}

TEST(VisitForm, today_is_the_day_the_form_said_it_was) {
    const auto read_as = [](const std::string& when, const std::string& shown) {
        VisitForm form;
        fill_as_shown(form, Fields{{{"when", when}, {"today", shown}}}, today);
        return form.when == "other" ? form.day + " " + form.month + " " + form.year : form.when;
    };
    EXPECT_EQ(read_as("today", "2026-11-23"), "23 11 2026") << "saved after midnight";
    EXPECT_EQ(read_as("yesterday", "2026-11-23"), "22 11 2026");
    EXPECT_EQ(read_as("today", "2026-11-24"), "today");
    EXPECT_EQ(read_as("today", "2026-11-25"), "today") << "no form was shown tomorrow";
    EXPECT_EQ(read_as("today", "soon"), "today");
    EXPECT_EQ(read_as("today", ""), "today");
}

TEST(VisitForm, dates_that_are_none_are_said_so) {
    auto form = good_form();
    form.when = "other";
    for (const auto& [d, m, y] :
         {std::tuple{"31", "2", "2026"}, std::tuple{"", "", ""}, std::tuple{"1", "11", "26"},
          std::tuple{"25", "11", "2026"}, std::tuple{"x", "11", "2026"}}) {
        form.day = d;
        form.month = m;
        form.year = y;
        EXPECT_EQ(faults_in(form), Fields_{"date-day"}) << d << m << y;
    }
}

TEST(VisitForm, times_as_people_write_them) {
    auto form = good_form();
    for (const auto& [typed, read] :
         {std::pair{"15:10", "15:10"}, std::pair{"9.05", "09:05"}, std::pair{"1510", "15:10"}}) {
        form.arrived = typed;
        EXPECT_EQ(std::get<record::VisitMade>(parse(form, today).value()).arrived, read);
    }
    for (const auto* typed : {"25:00", "12:60", "noon", "5"}) {
        form.arrived = typed;
        EXPECT_EQ(faults_in(form), Fields_{"arrived"}) << typed;
    }
}

TEST(VisitForm, every_missing_answer_is_named_at_once) {
    VisitForm form;
    form.outcome = "made";
    form.children = good_form().children;
    form.children[0].seen.clear();
    EXPECT_EQ(faults_in(form),
              (Fields_{"when", "place", "announced", field_of("seen", ffion), "account"}));
}

TEST(VisitForm, without_an_outcome_everything_else_missing_is_named_too) {
    VisitForm form;
    form.children = good_form().children;
    form.children[0].seen.clear();
    EXPECT_EQ(faults_in(form), (Fields_{"outcome", "when", "place", "announced",
                                        field_of("seen", ffion), "account"}));
}

TEST(VisitForm, seen_needs_alone_answered_and_at_home_the_bedroom) {
    auto form = good_form();
    form.children[0].alone.clear();
    EXPECT_EQ(faults_in(form), Fields_{field_of("alone", ffion)});
    form = good_form();
    form.place = "home";
    EXPECT_EQ(faults_in(form), Fields_{field_of("bedroom", ffion)});
}

TEST(VisitForm, a_stub_needs_only_who_alone_and_where) {
    auto form = good_form();
    form.saving = Saving::stub;
    form.outcome.clear();
    form.announced.clear();
    form.account.clear();
    form.place = "home";
    const auto parsed = parse(form, today);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(std::get<record::VisitMade>(parsed.value()).write_up, record::WriteUp::to_follow);
    form.place.clear();
    EXPECT_EQ(faults_in(form), Fields_{"place"});
}

TEST(VisitForm, words_need_their_language) {
    auto form = good_form();
    form.children[0].words = "Dw i'n iawn.";
    EXPECT_EQ(faults_in(form), Fields_{field_of("language", ffion)});
    form.children[0].language = "cy";
    EXPECT_TRUE(faults_in(form).empty());
}

TEST(VisitForm, an_attempt_needs_its_reason) {
    auto form = good_form();
    form.outcome = "attempted";
    form.children[0].seen.clear();
    EXPECT_EQ(faults_in(form), Fields_{"because"});
    form.because = "other";
    form.account.clear();
    EXPECT_EQ(faults_in(form), Fields_{"account"});
    form.because = "refused_entry";
    const auto parsed = parse(form, today);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(std::get<record::VisitAttempted>(parsed.value()).because,
              record::AttemptFailed::refused_entry);
}

TEST(VisitForm, a_visit_at_which_nobody_was_seen_is_not_a_visit) {
    auto form = good_form();
    form.children[0].seen = "no";
    EXPECT_EQ(faults_in(form), Fields_{"outcome"});
}

TEST(VisitForm, a_correction_needs_its_reason_and_begins_as_the_entry_stands) {
    auto form = good_form();
    const auto visit = std::get<record::VisitMade>(parse(form, today).value());
    VisitForm again;
    again.purpose = Purpose::correcting;
    again.children = good_form().children;
    fill(again, visit);
    EXPECT_EQ(faults_in(again), Fields_{"reason"});
    again.reason = "The place was wrong.";
    ASSERT_TRUE(parse(again, today).ok());
    EXPECT_EQ(std::get<record::VisitMade>(parse(again, today).value()).account, visit.account);
}

} // namespace gweld::web::pages

// The cards and the calendar held against the list of facts they were written from, where that list
// is at hand, and against what must be so in any case.
#include "law/pages.h"
#include "law/vocabulary.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gweld::law {
namespace {

using std::chrono::April;
using std::chrono::June;
using std::chrono::May;
using std::chrono::September;
using time::day;

const Book& book() {
    static const auto loaded = load_book(GWELD_TREE "/law");
    return loaded.value();
}
const Calendar& wales() { return *book().calendar("england-and-wales"); }

std::string text_of(const std::string& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}
const std::string facts = GWELD_TREE "/../shared/law/clocks.json";
const std::string holidays = GWELD_TREE "/../shared/data/england_and_wales_bank_holidays.csv";

void expect_holiday(CivilDate date, std::string_view name) {
    EXPECT_EQ(wales().kind(date), time::DayKind::NotWorking) << time::to_iso(date);
    const auto* holiday = wales().holiday_on(date);
    ASSERT_NE(holiday, nullptr) << name;
    EXPECT_EQ(holiday->name_en, name);
}
void expect_working(CivilDate date) {
    EXPECT_EQ(wales().kind(date), time::DayKind::Working) << time::to_iso(date);
    EXPECT_EQ(wales().holiday_on(date), nullptr);
}

TEST(BankHolidays, the_royal_wedding_of_2011) {
    expect_holiday(day(29, April, 2011), "Royal wedding bank holiday");
}
TEST(BankHolidays, the_jubilee_of_2012_moved_one_and_added_one) {
    expect_working(day(28, May, 2012));
    expect_holiday(day(4, June, 2012), "Spring bank holiday");
    expect_holiday(day(5, June, 2012), "Diamond Jubilee bank holiday");
}
TEST(BankHolidays, ve_day_in_2020_moved_the_early_may_holiday) {
    expect_working(day(4, May, 2020));
    expect_holiday(day(8, May, 2020), "Early May bank holiday (VE day)");
}
TEST(BankHolidays, the_jubilee_of_2022_moved_one_and_added_one) {
    expect_working(day(30, May, 2022));
    expect_holiday(day(2, June, 2022), "Spring bank holiday");
    expect_holiday(day(3, June, 2022), "Platinum Jubilee bank holiday");
}
TEST(BankHolidays, the_state_funeral_of_2022) {
    expect_holiday(day(19, September, 2022),
                   "Bank Holiday for the State Funeral of Queen Elizabeth II");
}
TEST(BankHolidays, the_coronation_of_2023) {
    expect_holiday(day(8, May, 2023), "Bank holiday for the coronation of King Charles III");
    expect_holiday(day(1, May, 2023), "Early May bank holiday");
}

TEST(BankHolidays, are_known_from_2005_to_the_end_of_2028) {
    EXPECT_EQ(wales().known(),
              (time::Span{day(1, std::chrono::January, 2005), day(1, std::chrono::January, 2029)}));
    EXPECT_EQ(wales().holidays().size(), 197U);
    for (int year = 2005; year <= 2028; ++year) {
        const auto in_year = std::ranges::count_if(wales().holidays(), [year](const auto& h) {
            return h.date.ymd().year() == std::chrono::year{year};
        });
        const auto added = year == 2011 || year == 2012 || year == 2023 ? 1 : year == 2022 ? 2 : 0;
        EXPECT_EQ(in_year, 8 + added) << year;
    }
}

TEST(BankHolidays, are_those_of_the_published_list) {
    std::ifstream file{holidays};
    if (!file) {
        SUCCEED() << "the list is not at hand";
        return;
    }
    std::vector<std::string> listed;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        listed.push_back(line.substr(0, line.find_last_not_of("\r ") + 1));
    }
    std::vector<std::string> ours;
    for (const auto& h : wales().holidays()) {
        if (h.date >= day(1, std::chrono::January, 2015)) {
            ours.push_back(time::to_iso(h.date) + ',' + h.name_en + ',' + h.name_cy);
        }
    }
    EXPECT_EQ(ours, listed);
}

TEST(WorkingDay, is_shown_as_a_reading_with_its_source) {
    const auto* meaning = book().working_day("england-and-wales");
    ASSERT_NE(meaning, nullptr);
    EXPECT_NE(meaning->reading.en.find("This is a reading."), std::string::npos);
    EXPECT_NE(meaning->reading.cy.find("Darlleniad yw hwn."), std::string::npos);
    EXPECT_NE(meaning->source.instrument.find("2006/940"), std::string::npos);
    EXPECT_EQ(meaning->confidence, Confidence::verified);
    EXPECT_EQ(book().working_day("mars"), nullptr);
}

struct Counterpart {
    std::string_view fact; // id in the list of facts
    std::string_view card;
    bool later_link = false; // the figure is the card's `then`
};
constexpr std::array counterparts{
    Counterpart{"report-decision-1wd", "report.decision"},
    Counterpart{"report-acknowledgement-7wd", "report.acknowledgement"},
    Counterpart{"assessment-child-42wd", "assessment.child"},
    Counterpart{"assessment-s47-42wd", "assessment.section-47"},
    Counterpart{"s47-start", "cp.enquiry.start"},
    Counterpart{"icpc-15wd", "cp.conference.initial"},
    Counterpart{"sar-1m", "records.own-record"},
    Counterpart{"outline-plan-5wd", "cp.plan.outline"},
    Counterpart{"conference-record-20wd", "cp.conference.record"},
    Counterpart{"conference-record-comments-10wd", "cp.conference.record-comments"},
    Counterpart{"core-group-first-10wd", "cp.core-group"},
    Counterpart{"core-group-6wk", "cp.core-group", true},
    Counterpart{"rcpc-first-3m", "cp.conference.review"},
    Counterpart{"rcpc-next-6m", "cp.conference.review", true},
    Counterpart{"cp-visit-alone-10wd", "cp.visit.seen-alone"},
    Counterpart{"cp-seen-home-4wk", "cp.visit.seen-at-home"},
    Counterpart{"cp-bedroom-seen", "cp.visit.bedroom-seen"},
    Counterpart{"cp-coordinator-named", "cp.coordinator.named"},
    Counterpart{"cp-transfer-info-3d", "cp.transfer.information"},
    Counterpart{"cp-transfer-in-15wd", "cp.transfer.conference"},
    Counterpart{"cp-missing-family-immediate", "cp.missing.notify"},
    Counterpart{"practitioner-allegation-24h", "cp.allegation.inform"},
};

std::string figure_of(const boost::json::object& due) {
    const auto& unit = due.at("unit").as_string();
    if (unit == "immediate") {
        return "immediately";
    }
    const auto amount = std::to_string(due.at("amount").as_int64());
    return amount + ' ' + std::string{unit.begin(), unit.end() - (amount == "1" ? 1 : 0)};
}

std::string text_at(const boost::json::object& object, std::string_view key) {
    const auto& value = object.at(key);
    return value.is_string() ? std::string{value.as_string()} : std::string{};
}

void expect_same(const boost::json::object& fact, const Counterpart& pair) {
    const auto* card = book().card(pair.card);
    ASSERT_NE(card, nullptr) << pair.card;
    if (card->kind != ClockKind::once_between) {
        const auto& interval = pair.later_link ? *card->then : card->interval;
        EXPECT_EQ(in_words(interval).en, figure_of(fact.at("due").as_object())) << pair.card;
    }
    EXPECT_EQ(label(card->confidence).substr(0, 8), "Verified") << pair.card;
    EXPECT_EQ(text_at(fact, "confidence"), "verified") << pair.card;
    EXPECT_EQ(time::to_iso(card->in_force_from), text_at(fact, "effective_from").substr(0, 10));
    EXPECT_FALSE(card->in_force_until);
    EXPECT_TRUE(fact.at("effective_to").is_null());
}

TEST(Cards, say_what_the_list_of_facts_says) {
    const auto text = text_of(facts);
    if (text.empty()) {
        SUCCEED() << "the list is not at hand";
        return;
    }
    const auto all = boost::json::parse(text);
    std::size_t checked = 0;
    for (const auto& one : all.at("clocks").as_array()) {
        const auto& fact = one.as_object();
        const auto id = text_at(fact, "id");
        const auto pair = std::ranges::find(counterparts, id, &Counterpart::fact);
        if (pair != counterparts.end()) {
            ++checked;
            expect_same(fact, *pair);
        } else if (text_at(fact, "group").starts_with("C.") &&
                   id != "strategy-discussion-powys-1wd") {
            EXPECT_TRUE(fact.at("due").at("amount").is_null()) << id << " has a figure and no card";
        }
    }
    EXPECT_EQ(checked, counterparts.size());
}

TEST(Cards, cite_the_addresses_in_the_list_of_facts) {
    const auto text = text_of(facts);
    if (text.empty()) {
        SUCCEED() << "the list is not at hand";
        return;
    }
    for (const auto& card : book().cards()) {
        if (card.standing != Standing::local) {
            EXPECT_NE(text.find('"' + card.source.address + '"'), std::string::npos) << card.id;
        }
    }
}

TEST(Cards, are_every_duty_with_a_figure_and_the_councils_own) {
    std::set<std::string_view> wanted{"local.visit.write-up", "local.alert.to-manager",
                                      "local.alert.to-head-of-service", "local.emergency.review"};
    for (const auto& pair : counterparts) {
        wanted.insert(pair.card);
    }
    std::set<std::string_view> found;
    for (const auto& card : book().cards()) {
        found.insert(card.id);
    }
    EXPECT_EQ(found, wanted);
}

TEST(Cards, where_sources_disagree_both_languages_say_so) {
    for (const auto* id :
         {"cp.visit.seen-alone", "cp.visit.seen-at-home", "cp.visit.bedroom-seen", "cp.core-group",
          "cp.conference.review", "cp.conference.initial", "cp.plan.outline", "assessment.child",
          "assessment.section-47", "cp.transfer.conference", "cp.transfer.information",
          "local.visit.write-up"}) {
        const auto* card = book().card(id);
        ASSERT_NE(card, nullptr) << id;
        EXPECT_FALSE(card->disagreement.en.empty()) << id;
        EXPECT_FALSE(card->disagreement.cy.empty()) << id;
    }
}

TEST(Cards, in_working_days_say_that_the_text_does_not_define_them) {
    for (const auto& card : book().cards()) {
        if (!card.calendar.empty() && card.standing != Standing::local) {
            EXPECT_NE(card.reading.en.find("see the calendar"), std::string::npos) << card.id;
            EXPECT_NE(card.reading.cy.find("gweler y calendr"), std::string::npos) << card.id;
        }
    }
}

TEST(Cards, the_write_up_has_no_source_and_says_so) {
    const auto* card = book().card("local.visit.write-up");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->standing, Standing::local);
    EXPECT_EQ(card->confidence, Confidence::unverified);
    EXPECT_TRUE(card->source.address.empty());
    EXPECT_EQ(card->interval, Interval{WorkingDays{2}});
    EXPECT_NE(card->reading.en.find("placeholder"), std::string::npos);
    EXPECT_NE(card->reading.cy.find("Ffigur dros dro"), std::string::npos);
}

TEST(Cards, another_councils_rule_is_in_no_book) {
    EXPECT_EQ(book().card("powys.strategy-discussion"), nullptr);
    EXPECT_TRUE(std::filesystem::exists(GWELD_TREE "/law/elsewhere/powys-strategy-discussion.md"));
}

TEST(Cards, a_local_page_can_set_the_write_up_and_tighten_a_national_rule) {
    auto pages = pages_in(GWELD_TREE "/law").value();
    const std::string rest = "\n[source]\ninstrument = \"i\"\nprovision = \"p\"\n"
                             "consulted-on = 2026-11-21\n[reading]\nen = \"r\"\ncy = \"r\"\n```\n";
    pages.push_back({"local/a.md", "```toml\nsets = \"local.visit.write-up\"\n"
                                   "interval = \"5 working days\"" +
                                       rest});
    pages.push_back(
        {"local/b.md", "```toml\ntightens = \"cp.core-group\"\nthen = \"1 month\"" + rest});
    const auto loaded = book_of(pages);
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(loaded.value().card("local.visit.write-up")->interval, Interval{WorkingDays{5}});
    EXPECT_EQ(*loaded.value().card("cp.core-group")->then, Interval{Months{1}});
}

} // namespace
} // namespace gweld::law

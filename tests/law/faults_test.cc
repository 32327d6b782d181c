// What is refused, and how plainly.
#include "law/pages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gweld::law {
namespace {

constexpr std::string_view calendar_page = R"(id = "c"
known-from = 2026-01-01
known-until = 2027-01-01
confidence = "verified"
title = { en = "C", cy = "C" }
definition = { en = "d", cy = "d" }
reading = { en = "r", cy = "r" }
source = { instrument = "i", provision = "p", address = "https://example.org", consulted-on = 2026-11-21 }
[[lists]]
name = "published"
years = "2026"
source = "s"
licence = "l"
confidence = "verified"
[[holidays]]
date = 2026-12-25
en = "Christmas Day"
cy = "Dydd Nadolig"
list = "published"
)";

// The first line of the block is line 3 of the page.
constexpr std::string_view card_page = R"(# A rule

```toml
id = "test.rule"
kind = "recurring"
trigger = "placed-on-register"
met-by = "child-seen-alone"
while = "on-the-register"
interval = "10 working days"
calendar = "c"
force = "should"
standing = "national-procedure"
confidence = "verified"
in-force-from = 2019-11-11
examples = "spec/x.spec"
title = { en = "t", cy = "t" }
sentence = { en = "s", cy = "s" }
source = { instrument = "i", provision = "p", address = "https://example.org", consulted-on = 2026-11-21 }
reading = { en = "r", cy = "r" }
```
)";

constexpr std::string_view local_page = R"(```toml
tightens = "test.rule"
interval = "5 working days"
source = { instrument = "our policy", provision = "4", consulted-on = 2026-11-21 }
reading = { en = "r", cy = "r" }
```
)";

std::string with(std::string_view page, std::string_view was, std::string_view is) {
    std::string changed{page};
    const auto at = changed.find(was);
    EXPECT_NE(at, std::string::npos) << was;
    return changed.replace(at, was.size(), is);
}

using Loaded = base::Result<Book, std::vector<CardFault>>;

Loaded load(std::string_view card, std::string_view calendar = calendar_page,
            std::optional<std::string> local = {}) {
    std::vector<Page> pages{{"calendars/c.toml", std::string{calendar}},
                            {"rules/rule.md", std::string{card}}};
    if (local) {
        pages.push_back({"local/ours.md", *local});
    }
    return book_of(pages);
}

void expect_fault(const Loaded& loaded, std::string_view file, int line, std::string_view why) {
    ASSERT_FALSE(loaded.ok()) << "accepted, but: " << why;
    const auto found = std::ranges::any_of(loaded.error(), [&](const CardFault& f) {
        return f.file == file && f.line == line && f.why.find(why) != std::string::npos;
    });
    std::string all;
    for (const auto& f : loaded.error()) {
        all += f.file + ":" + std::to_string(f.line) + ": " + f.why + "\n";
    }
    EXPECT_TRUE(found) << "expected " << file << ":" << line << ": " << why << "\nfound\n" << all;
}

void expect_card_fault(std::string_view was, std::string_view is, int line, std::string_view why) {
    expect_fault(load(with(card_page, was, is)), "rules/rule.md", line, why);
}

TEST(CardFaults, a_sound_card_loads) {
    const auto loaded = load(card_page);
    ASSERT_TRUE(loaded.ok());
    const auto* card = loaded.value().card("test.rule");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->interval, Interval{WorkingDays{10}});
    EXPECT_EQ(card->file, "rules/rule.md");
    EXPECT_EQ(card->source.consulted_on, "2026-11-21");
    EXPECT_EQ(loaded.value().card("test.other"), nullptr);
}

TEST(CardFaults, an_unknown_key_is_a_fault_with_its_line) {
    expect_card_fault("force =", "colour = \"red\"\nforce =", 11, "unknown key: colour");
    expect_card_fault("title = { en = \"t\",", "title = { en = \"t\", fr = \"t\",", 16,
                      "unknown key: title.fr");
    expect_card_fault("force =", "conditions = [{ any = \"x\" }]\nforce =", 11,
                      "unknown key: conditions");
}

TEST(CardFaults, a_missing_key_is_a_fault) {
    expect_card_fault("id = \"test.rule\"\n", "", 4, "id is missing");
    expect_card_fault("force = \"should\"\n", "", 4, "force is missing");
    expect_card_fault("interval = \"10 working days\"\n", "", 5, "interval is missing");
    expect_card_fault("while = \"on-the-register\"\n", "", 5, "while is missing");
    expect_card_fault("calendar = \"c\"\n", "", 4, "calendar is missing");
    expect_card_fault("in-force-from = 2019-11-11\n", "", 4, "in-force-from is missing");
}

TEST(CardFaults, a_word_outside_its_closed_list_is_a_fault_that_names_the_list) {
    expect_card_fault("\"recurring\"", "\"often\"", 5, "single, recurring, chain, once-between");
    expect_card_fault("\"placed-on-register\"", "\"full-moon\"", 6, "is not one of: ");
    expect_card_fault("\"child-seen-alone\"", "\"child-waved\"", 7, "is not one of: ");
    expect_card_fault("\"on-the-register\"", "\"on-holiday\"", 8, "is not one of: on-the-register");
    expect_card_fault("\"should\"", "\"might\"", 11, "must, should");
    expect_card_fault("\"national-procedure\"", "\"folklore\"", 12, "is not one of: act");
    expect_card_fault("\"verified\"", "\"certain\"", 13, "verified, reported, unverified");
}

TEST(CardFaults, an_interval_is_a_number_and_a_unit) {
    for (const auto* text : {"10", "ten working days", "0 days", "-1 days", "10 working day",
                             "1 days", "1001 days", "36 hours", "10  days", "1.5 days", "soon",
                             "99999999999999 days", "+1 day", " 3 days", "010 days"}) {
        expect_card_fault("10 working days", text, 9, "is not an interval");
    }
}

TEST(CardFaults, both_languages_are_there_and_neither_is_empty) {
    expect_card_fault("sentence = { en = \"s\", cy = \"s\" }", "sentence = { en = \"s\" }", 4,
                      "sentence.cy is missing");
    expect_card_fault("sentence = { en = \"s\", cy = \"s\" }",
                      "sentence = { en = \"s\", cy = \" \" }", 17, "sentence.cy must be text");
    expect_card_fault("reading = { en", "disagreement = { cy = \"x\" }\nreading = { en", 4,
                      "disagreement.en is missing");
}

TEST(CardFaults, a_key_of_the_wrong_shape_or_kind_is_a_fault) {
    expect_card_fault("2019-11-11", "\"2019-11-11\"", 14, "must be a date");
    expect_card_fault("\"should\"", "true", 11, "only text, whole numbers and dates");
    expect_card_fault("\"should\"", "3", 11, "force must be text");
    expect_card_fault("force =", "then = \"4 weeks\"\nforce =", 11,
                      "then does not belong to this kind of clock");
    expect_card_fault("force =", "times = 3\nforce =", 11, "times does not belong");
    expect_card_fault("10 working days", "3 weeks", 10, "calendar does not belong here");
    expect_card_fault("\"c\"", "\"mars\"", 1, "there is no calendar mars");
    expect_card_fault("\"test.rule\"", "\"Test Rule\"", 4, "id must be lower-case");
    expect_card_fault("https://example.org", "example.org", 18, "must begin with https://");
}

TEST(CardFaults, dates_in_force_run_forward) {
    expect_card_fault("examples =", "in-force-until = 2019-11-11\nexamples =", 15,
                      "in-force-until must be after in-force-from");
    ASSERT_TRUE(
        load(with(card_page, "examples =", "in-force-until = 2019-11-12\nexamples =")).ok());
}

TEST(CardFaults, a_local_rule_is_not_law_and_one_without_an_address_is_unverified) {
    auto local = with(card_page, "national-procedure", "local");
    expect_fault(load(with(local, "\"should\"", "\"must\"")), "rules/rule.md", 11, "it is not law");
    local = with(local, ", address = \"https://example.org\"", "");
    expect_fault(load(local), "rules/rule.md", 13, "is unverified");
    EXPECT_TRUE(load(with(local, "\"verified\"", "\"unverified\"")).ok());
    expect_card_fault(", address = \"https://example.org\"", "", 4, "source.address is missing");
}

TEST(CardFaults, broken_toml_is_a_fault_with_the_line_of_the_page) {
    expect_card_fault("\"should\"", "should", 11, "");
    expect_card_fault("force = \"should\"", "force = \"should\"\nforce = \"must\"", 12, "");
    expect_card_fault("2019-11-11", "2019-11-31", 14, "");
}

TEST(CardFaults, a_page_has_exactly_one_closed_block) {
    expect_fault(load("# nothing\n"), "rules/rule.md", 1, "no ```toml block");
    expect_fault(load(with(card_page, "```toml", "```tmol")), "rules/rule.md", 1,
                 "no ```toml block");
    expect_fault(load(std::string{card_page} + std::string{card_page}), "rules/rule.md", 23,
                 "a second ```toml block");
    expect_fault(load("```toml\nid = \"a.b\"\n"), "rules/rule.md", 1, "is not closed");
    EXPECT_TRUE(load(with(card_page, "# A rule\n", "# A rule\r\n")).ok());
}

TEST(CardFaults, two_rules_do_not_share_an_id) {
    const std::vector<Page> pages{{"calendars/c.toml", std::string{calendar_page}},
                                  {"rules/one.md", std::string{card_page}},
                                  {"rules/two.md", std::string{card_page}}};
    expect_fault(book_of(pages), "rules/two.md", 1, "already the rule of rules/one.md");
}

TEST(CardFaults, all_faults_are_reported_and_not_just_the_first) {
    auto page = with(card_page, "\"should\"", "\"might\"");
    page = with(page, "\"verified\"", "\"certain\"");
    page = with(page, "cy = \"t\"", "cy = \"\"");
    const auto loaded = load(page, with(calendar_page, "2026-12-25", "2026-12-26"));
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().size(), 4U);
    EXPECT_EQ(loaded.error().front().file, "calendars/c.toml");
}

TEST(CalendarFaults, a_holiday_is_a_known_weekday_listed_once) {
    const auto expect_it = [](std::string_view was, std::string_view is, int line,
                              std::string_view why) {
        expect_fault(load(card_page, with(calendar_page, was, is)), "calendars/c.toml", line, why);
    };
    expect_it("2026-12-25", "2026-12-26", 16, "is a Saturday or Sunday");
    expect_it("2026-12-25", "2027-01-01", 16, "outside the span");
    expect_it("list = \"published\"", "list = \"hearsay\"", 19, "is not one of: published");
    expect_it("known-until = 2027-01-01", "known-until = 2026-01-01", 3,
              "must be after known-from");
    expect_it("licence = \"l\"\n", "", 9, "licence is missing");
    expect_it("list = \"published\"\n",
              "list = \"published\"\n[[holidays]]\ndate = 2026-12-25\nen = \"a\"\ncy = \"b\"\n"
              "list = \"published\"\n",
              21, "is listed twice");
    expect_it("id = \"c\"", "id = \"c\"\nflag = 1", 2, "unknown key: flag");
}

TEST(CalendarFaults, only_calendars_are_toml) {
    const std::vector<Page> pages{{"rules/c.toml", std::string{calendar_page}}};
    expect_fault(book_of(pages), "rules/c.toml", 1, "live in calendars/");
}

TEST(LocalRules, may_tighten_and_say_who_says_so) {
    const auto loaded = load(card_page, calendar_page, std::string{local_page});
    ASSERT_TRUE(loaded.ok());
    const auto& card = *loaded.value().card("test.rule");
    EXPECT_EQ(card.interval, Interval{WorkingDays{5}});
    EXPECT_EQ(card.tightened_by, "local/ours.md");
    EXPECT_EQ(card.tightened_source.instrument, "our policy");
    EXPECT_EQ(card.source.instrument, "i");
}

void expect_local_fault(std::string_view was, std::string_view is, int line, std::string_view why) {
    expect_fault(load(card_page, calendar_page, with(local_page, was, is)), "local/ours.md", line,
                 why);
}

TEST(LocalRules, may_not_loosen) {
    expect_local_fault("5 working days", "11 working days", 2,
                       "11 working days would loosen test.rule, which says 10 working days");
    expect_local_fault("5 working days", "10 working days", 2, "already says");
    expect_local_fault("5 working days", "2 weeks", 2, "is not always shorter");
    expect_local_fault("5 working days", "1 month", 2, "1 month is not always shorter");
    EXPECT_TRUE(load(card_page, calendar_page, with(local_page, "5 working days", "1 week")).ok());
    EXPECT_TRUE(
        load(card_page, calendar_page, with(local_page, "5 working days", "immediately")).ok());
}

TEST(LocalRules, name_one_rule_that_exists_and_change_it_once) {
    expect_local_fault("test.rule", "test.rul", 2, "there is no rule test.rul");
    expect_local_fault("tightens = \"test.rule\"\n", "", 2, "names one rule");
    expect_local_fault("interval = \"5 working days\"\n", "", 2, "interval is missing");
    expect_local_fault("interval =", "then = \"1 week\"\ninterval =", 2, "no second interval");
    expect_local_fault("interval =", "force = \"must\"\ninterval =", 3, "unknown key: force");
    expect_local_fault("tightens", "sets", 2, "is not the council's to set");
    const std::vector<Page> pages{{"calendars/c.toml", std::string{calendar_page}},
                                  {"local/a.md", std::string{local_page}},
                                  {"local/b.md", std::string{local_page}},
                                  {"rules/rule.md", std::string{card_page}}};
    expect_fault(book_of(pages), "local/b.md", 2, "already changed by local/a.md");
}

TEST(LocalRules, what_is_the_councils_own_it_may_set_either_way) {
    const auto own = with(card_page, "national-procedure", "local");
    const auto sets = with(with(local_page, "tightens", "sets"), "5 working", "20 working");
    const auto loaded = load(own, calendar_page, sets);
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(loaded.value().card("test.rule")->interval, Interval{WorkingDays{20}});
}

TEST(LocalRules, both_links_of_a_chain_may_be_tightened) {
    const auto chain = with(with(card_page, "recurring", "chain"), "interval = \"10 working days\"",
                            "interval = \"10 working days\"\nthen = \"6 weeks\"");
    const auto tighter = with(local_page, "interval =", "then = \"1 month\"\ninterval =");
    const auto loaded = load(chain, calendar_page, tighter);
    ASSERT_TRUE(loaded.ok());
    EXPECT_EQ(*loaded.value().card("test.rule")->then, Interval{Months{1}});
    expect_fault(load(chain, calendar_page, with(tighter, "1 month", "2 months")), "local/ours.md",
                 2, "2 months would loosen");
}

TEST(LocalRules, working_days_need_a_calendar_to_count_them_by) {
    const auto weeks =
        with(with(card_page, "10 working days", "4 weeks"), "calendar = \"c\"\n", "");
    expect_fault(load(weeks, calendar_page, std::string{local_page}), "local/ours.md", 2,
                 "has no calendar");
}

TEST(OtherCouncils, are_checked_and_left_out) {
    std::vector<Page> pages{
        {"calendars/c.toml", std::string{calendar_page}},
        {"elsewhere/theirs.md", with(card_page, "national-procedure", "local")}};
    const auto loaded = book_of(pages);
    ASSERT_TRUE(loaded.ok());
    EXPECT_TRUE(loaded.value().cards().empty());
    pages.back().text = std::string{card_page};
    expect_fault(book_of(pages), "elsewhere/theirs.md", 1, "has the standing local");
    pages.back().text = with(card_page, "\"should\"", "\"might\"");
    expect_fault(book_of(pages), "elsewhere/theirs.md", 11, "is not one of");
}

TEST(Pages, a_folder_that_is_not_there_is_a_fault) {
    const auto loaded = load_book("/nowhere/at/all");
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().front().file, "/nowhere/at/all");
}

} // namespace
} // namespace gweld::law

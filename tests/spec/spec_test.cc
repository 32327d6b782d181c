#include "phrases.h"
#include "runner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gweld::spec {
namespace {

const law::Book& book() {
    static const auto loaded = law::load_book(GWELD_TREE "/law");
    return loaded.value();
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::filesystem::path> pages() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator{GWELD_TREE "/spec"}) {
        if (entry.path().extension() == ".spec") {
            found.push_back(entry.path());
        }
    }
    std::ranges::sort(found);
    return found;
}

Report run_all() {
    Report all;
    for (const auto& path : pages()) {
        const auto report = run(path.filename().string(), text_of(path), book());
        all.examples += report.examples;
        all.checks += report.checks;
        all.faults.insert(all.faults.end(), report.faults.begin(), report.faults.end());
        for (const auto& [edge, sides] : report.shown) {
            all.shown[edge].insert(sides.begin(), sides.end());
        }
    }
    return all;
}

TEST(Spec, every_sentence_of_every_page_holds) {
    const auto report = run_all();
    EXPECT_GE(pages().size(), 6U);
    EXPECT_GE(report.checks, 100);
    for (const auto& fault : report.faults) {
        ADD_FAILURE() << fault;
    }
}

TEST(Spec, every_rule_is_shown_before_on_and_after_each_of_its_edges) {
    const auto report = run_all();
    const auto expect_shown = [&](const Edge& edge) {
        const auto at = report.shown.find(edge);
        const auto sides = at == report.shown.end() ? 0U : at->second.size();
        EXPECT_EQ(sides, 3U) << edge.rule
                             << (edge.step == Step::first ? "" : " (each one after the first)")
                             << " needs an example the day before, on and the day after";
    };
    for (const auto& card : book().cards()) {
        expect_shown({card.id, Step::first});
        if (card.then) {
            expect_shown({card.id, Step::then});
        }
    }
}

std::string words_for(std::string_view rule) {
    const auto name = std::ranges::find(duty_names(), rule, &DutyName::rule);
    return name == duty_names().end() ? "(no words)" : std::string{name->words};
}

TEST(Spec, every_card_names_a_page_that_speaks_of_it) {
    for (const auto& card : book().cards()) {
        const auto path = std::filesystem::path{GWELD_TREE} / card.examples;
        ASSERT_TRUE(std::filesystem::exists(path)) << card.id << " names " << card.examples;
        EXPECT_NE(text_of(path).find("Then " + words_for(card.id) + ' '), std::string::npos)
            << card.examples << " does not speak of " << card.id;
    }
}

std::string first_fault(std::string_view text) {
    const auto report = run("page", text, book());
    return report.faults.empty() ? std::string{} : report.faults.front();
}

TEST(SpecRunner, refuses_a_line_it_does_not_know_and_says_where) {
    const auto fault =
        first_fault("Example: a slip\n  Given the moon was full on Friday 1 May 2026\n");
    EXPECT_TRUE(fault.starts_with("page:2:")) << fault;
    EXPECT_NE(fault.find("not understood"), std::string::npos) << fault;
    EXPECT_NE(first_fault("Example: x\n  And so on\n"), "");
    EXPECT_NE(
        first_fault("Example: x\n  Given a report was received on Friday 1 May 2026 at noon\n"),
        "");
    EXPECT_NE(first_fault("Example:\n"), "");
    EXPECT_NE(first_fault("Given a report was received on Friday 1 May 2026\n"), "");
}

TEST(SpecRunner, refuses_the_wrong_weekday_and_a_day_that_is_none) {
    EXPECT_NE(first_fault("Example: x\n When today is Monday 24 November 2026\n")
                  .find("2026-11-24 is a Tuesday"),
              std::string::npos);
    EXPECT_NE(first_fault("Example: x\n When today is Monday 31 November 2026\n"), "");
    EXPECT_NE(first_fault("Example: x\n When today is Monday 2 Brumaire 2026\n"), "");
}

TEST(SpecRunner, finds_a_sentence_that_does_not_hold) {
    constexpr std::string_view given =
        "Example: x\n Given the child was placed on the register on Monday 2 November 2026\n";
    const auto with = [&](std::string_view then) {
        return first_fault(std::string{given} + std::string{then});
    };
    EXPECT_EQ(with("Then seeing the child alone is due by Monday 16 November 2026\n"), "");
    EXPECT_NE(with("Then seeing the child alone is due by Tuesday 17 November 2026\n"), "");
    EXPECT_NE(with("Then seeing the child alone is overdue\n"), "");
    EXPECT_NE(with("Then seeing the child alone counts Sunday 8 November 2026\n"), "");
    EXPECT_NE(with("Then seeing the child alone was done in time on Monday 2 November 2026\n"), "");
    EXPECT_NE(with("Then the core group is on track\n"), "");
    EXPECT_NE(with("Then Sunday 8 November 2026 is a working day\n"), "");
}

} // namespace
} // namespace gweld::spec

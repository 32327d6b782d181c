// By when a decision is to be signed: nothing unless a page says so, with its source.
#include "law/pages.h"

#include <gtest/gtest.h>

namespace gweld::law {
namespace {

constexpr std::string_view one_time = R"([[times]]
decision = "assessment.finished"
within = "5 days"
confidence = "unverified"
[times.source]
instrument = "The council's own rule"
provision = "p"
consulted-on = 2026-11-21
[times.reading]
en = "r"
cy = "r"
)";

base::Result<Book, std::vector<CardFault>> load(std::string text) {
    const std::vector<Page> pages{{"signing/times.toml", std::move(text)}};
    return book_of(pages);
}

std::string replaced(std::string_view was, std::string_view is) {
    std::string text{one_time};
    return text.replace(text.find(was), was.size(), is);
}

TEST(SigningTimes, none_is_invented) {
    const auto book = built_in_book();
    ASSERT_TRUE(book.ok());
    EXPECT_TRUE(book.value().signing_times().empty());
}

TEST(SigningTimes, one_is_read_with_its_source) {
    const auto book = load(std::string{one_time});
    ASSERT_TRUE(book.ok());
    const auto* time = book.value().signing_time("assessment.finished");
    ASSERT_NE(time, nullptr);
    EXPECT_EQ(time->within, Interval{Days{5}});
    EXPECT_EQ(time->confidence, Confidence::unverified);
    EXPECT_EQ(book.value().signing_time("conference.held"), nullptr);
}

TEST(SigningTimes, one_without_a_source_or_a_calendar_is_a_fault) {
    EXPECT_FALSE(load(replaced("instrument = \"The council's own rule\"\n", "")).ok());
    EXPECT_FALSE(load(replaced("5 days", "5 working days")).ok());
    EXPECT_FALSE(load(std::string{one_time} + std::string{one_time}).ok());
    EXPECT_FALSE(load(replaced("within", "whenever")).ok());
}

} // namespace
} // namespace gweld::law

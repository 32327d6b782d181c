#include "law/card.h"

#include <gtest/gtest.h>

namespace gweld::law {
namespace {

std::string spoken(const std::vector<CardFault>& faults) {
    std::string all;
    for (const auto& f : faults) {
        all += f.file + ":" + std::to_string(f.line) + ": " + f.why + "\n";
    }
    return all;
}

TEST(Book, the_cards_of_the_tree_load) {
    const auto book = load_book(GWELD_TREE "/law");
    ASSERT_TRUE(book.ok()) << spoken(book.error());
    EXPECT_EQ(book.value().cards().size(), 24U);
}

TEST(Book, the_cards_in_the_program_are_the_cards_of_the_tree) {
    const auto book = built_in_book();
    ASSERT_TRUE(book.ok()) << spoken(book.error());
    const auto tree = load_book(GWELD_TREE "/law");
    ASSERT_TRUE(tree.ok());
    ASSERT_EQ(book.value().cards().size(), tree.value().cards().size());
    for (std::size_t i = 0; i < tree.value().cards().size(); ++i) {
        EXPECT_EQ(book.value().cards()[i].id, tree.value().cards()[i].id);
        EXPECT_EQ(book.value().cards()[i].reading, tree.value().cards()[i].reading);
    }
}

} // namespace
} // namespace gweld::law

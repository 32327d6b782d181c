#include "words/parts.h"
#include "words/problems.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

namespace fs = std::filesystem;
using namespace gweld;

std::vector<po::Entry> entries_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    EXPECT_TRUE(in) << file;
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    auto entries = po::read(text, fs::relative(file, GWELD_TREE).string());
    EXPECT_TRUE(entries.ok()) << file << ": " << (entries.ok() ? "" : entries.error().why);
    return entries.ok() ? entries.value() : std::vector<po::Entry>{};
}

std::vector<po::Entry> parts() {
    std::vector<po::Entry> all;
    for (const auto& file : fs::directory_iterator{fs::path{GWELD_TREE} / "words" / "parts"}) {
        if (file.path().extension() == ".po") {
            const auto more = entries_of(file.path());
            all.insert(all.end(), more.begin(), more.end());
        }
    }
    return all;
}

TEST(EverySentence, has_its_welsh_once_and_with_the_same_slots) {
    const auto sentences = entries_of(GWELD_SENTENCES);
    ASSERT_FALSE(sentences.empty());
    for (const auto& fault : po::faults(sentences, parts())) {
        ADD_FAILURE() << fault;
    }
}

TEST(EverySentence, compiled_into_the_program_is_whole) {
    EXPECT_EQ(words::problems(), std::vector<std::string>{});
    EXPECT_GT(words::welsh_sentences(), 5U);
}

} // namespace

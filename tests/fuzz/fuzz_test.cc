// Every reader of bytes from outside, given what is in corpus/ and changes of it. A reader that
// breaks ends this program, and the last line says on what; libFuzzer looks for more
// (tools/fuzz.sh).
#include "target.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace gweld::fuzz {

namespace {

constexpr int changes_of_each = 60;

std::vector<std::string> corpus_of(const std::string& name) {
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = std::filesystem::path{GWELD_TREE} / "tests/fuzz/corpus";
    for (const auto& entry : std::filesystem::directory_iterator{folder / name}) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> all;
    for (const auto& file : files) {
        std::ifstream in{file, std::ios::binary};
        all.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
    }
    return all;
}

std::string changed(std::string bytes, const std::string& other, std::mt19937& dice) {
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>{0, n - 1}(dice);
    };
    for (auto times = 1 + below(4); times > 0; --times) {
        const auto at = below(bytes.size() + 1);
        switch (below(5)) {
        case 0: // one bit of a byte
            if (at < bytes.size()) {
                bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^
                                              (1U << static_cast<unsigned>(below(8))));
            }
            break;
        case 1:
            bytes.insert(at, 1, static_cast<char>(below(256)));
            break;
        case 2:
            bytes.resize(at);
            break;
        case 3:
            bytes.insert(at, other.substr(below(other.size() + 1), 1 + below(64)));
            break;
        default:
            bytes.erase(std::min(at, bytes.size()), 1 + below(16));
        }
    }
    return bytes;
}

class EveryReader : public testing::TestWithParam<Target> {};

TEST_P(EveryReader, comes_back_whatever_the_bytes) {
    const auto& [name, read] = GetParam();
    const auto corpus = corpus_of(name);
    ASSERT_FALSE(corpus.empty()) << "tests/fuzz/corpus/" << name;
    read({});
    std::mt19937 dice{20261124};
    for (std::size_t n = 0; n < corpus.size(); ++n) {
        SCOPED_TRACE(n);
        read(corpus[n]);
        for (int change = 0; change < changes_of_each; ++change) {
            read(changed(corpus[n], corpus[(n + 1) % corpus.size()], dice));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, EveryReader, testing::ValuesIn(targets()),
                         [](const auto& one) { return one.param.name; });

} // namespace
} // namespace gweld::fuzz

#include "record/tree.h"

#include "record/chain.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <sodium.h>

namespace gweld::record {
namespace {

using Leaf = std::vector<std::uint8_t>;

Hash from_hex(const std::string& hex) {
    Hash hash{};
    sodium_hex2bin(hash.data(), hash.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr);
    return hash;
}

std::vector<Hash> all_from_hex(const std::vector<std::string>& texts) {
    std::vector<Hash> hashes;
    hashes.reserve(texts.size());
    for (const auto& text : texts) {
        hashes.push_back(from_hex(text));
    }
    return hashes;
}

// The leaves and what follows from them as in Certificate Transparency's own tests
// (github.com/google/certificate-transparency, merkletree/merkle_tree_test.cc).
const std::vector<Leaf> known_leaves{{},
                                     {0x00},
                                     {0x10},
                                     {0x20, 0x21},
                                     {0x30, 0x31},
                                     {0x40, 0x41, 0x42, 0x43},
                                     {0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57},
                                     {0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69,
                                      0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f}};
const std::vector<std::string> known_roots{
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Tree tree_of(std::span<const Leaf> leaves) {
    Tree tree;
    for (const auto& leaf : leaves) {
        tree.add(leaf);
    }
    return tree;
}

const auto known_subtree = [](std::int64_t from, std::int64_t until) {
    return tree_of(std::span{known_leaves}.subspan(static_cast<std::size_t>(from),
                                                   static_cast<std::size_t>(until - from)))
        .root();
};

TEST(Tree, has_the_roots_of_the_known_leaves) {
    Tree tree;
    EXPECT_EQ(to_hex(tree.root()), known_roots[0]);
    for (std::size_t n = 0; n < known_leaves.size(); ++n) {
        tree.add(known_leaves[n]);
        EXPECT_EQ(to_hex(tree.root()), known_roots[n + 1]);
    }
}

TEST(Tree, has_the_known_proofs) {
    EXPECT_EQ(inclusion_proof(5, 8, known_subtree),
              all_from_hex({"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_EQ(consistency_proof(6, 8, known_subtree),
              all_from_hex({"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}));
    EXPECT_TRUE(inclusion_proof(0, 1, known_subtree).empty());
    EXPECT_TRUE(consistency_proof(8, 8, known_subtree).empty());
}

// Trees of 1 to 70 leaves.
class EveryTree : public testing::Test {
  protected:
    static constexpr std::int64_t largest = 70;
    EveryTree() {
        for (std::uint8_t n = 0; n < largest; ++n) {
            const std::array<std::uint8_t, 8> number{0, 0, 0, 0, 0, 0, 0, n};
            Hash leaf{};
            crypto_hash_sha256(leaf.data(), number.data(), number.size());
            leaves.emplace_back(leaf.begin(), leaf.end());
        }
    }
    Hash subtree(std::int64_t from, std::int64_t until) const {
        return tree_of(std::span{leaves}.subspan(static_cast<std::size_t>(from),
                                                 static_cast<std::size_t>(until - from)))
            .root();
    }
    std::vector<Leaf> leaves;
};

// The sum is printed by tests/audit/naive.py, which follows the RFC's text and knows nothing of
// this program.
TEST_F(EveryTree, agrees_with_an_implementation_written_apart) {
    std::vector<std::uint8_t> everything;
    const auto put = [&](const Hash& hash) {
        everything.insert(everything.end(), hash.begin(), hash.end());
    };
    const auto of = [&](std::int64_t from, std::int64_t until) { return subtree(from, until); };
    for (std::int64_t size = 1; size <= largest; ++size) {
        put(subtree(0, size));
        for (std::int64_t index = 0; index < size; ++index) {
            std::ranges::for_each(inclusion_proof(index, size, of), put);
        }
        for (std::int64_t before = 1; before <= size; ++before) {
            std::ranges::for_each(consistency_proof(before, size, of), put);
        }
    }
    Hash sum{};
    crypto_hash_sha256(sum.data(), everything.data(), everything.size());
    EXPECT_EQ(to_hex(sum), "d8cddee0f1eaa1697cf14d492781fd6113a8f0743bf85c248bd488688a2c66a1");
}

TEST_F(EveryTree, proves_what_is_so_and_nothing_else) {
    const auto of = [&](std::int64_t from, std::int64_t until) { return subtree(from, until); };
    for (std::int64_t size = 1; size <= largest; ++size) {
        const auto root = subtree(0, size);
        for (std::int64_t index = 0; index < size; ++index) {
            auto proof = inclusion_proof(index, size, of);
            const auto leaf = leaf_hash(leaves[static_cast<std::size_t>(index)]);
            EXPECT_TRUE(is_included(leaf, index, size, proof, root));
            EXPECT_FALSE(is_included(leaf, index + 1, size, proof, root)) << index << '/' << size;
            EXPECT_FALSE(is_included(root, index, size + 1, proof, root));
            proof.push_back(root);
            EXPECT_FALSE(is_included(leaf, index, size, proof, root));
        }
        for (std::int64_t before = 1; before <= size; ++before) {
            auto proof = consistency_proof(before, size, of);
            const auto older = subtree(0, before);
            EXPECT_TRUE(is_consistent(before, size, older, root, proof)) << before << '/' << size;
            EXPECT_FALSE(is_consistent(before, size, root, older, proof) && before != size);
            if (!proof.empty()) {
                proof.back()[7] ^= 1U;
                EXPECT_FALSE(is_consistent(before, size, older, root, proof));
                proof.pop_back();
                EXPECT_FALSE(is_consistent(before, size, older, root, proof));
            }
        }
    }
}

TEST_F(EveryTree, goes_on_from_what_was_kept_of_it_and_joins_another) {
    for (std::int64_t size = 0; size <= largest; ++size) {
        auto tree = Tree::of(
            size, tree_of(std::span{leaves}.first(static_cast<std::size_t>(size))).peaks());
        ASSERT_TRUE(tree);
        for (auto n = static_cast<std::size_t>(size); n < leaves.size(); ++n) {
            tree->add(leaves[n]);
        }
        EXPECT_EQ(tree->root(), subtree(0, largest)) << size;
    }
    for (const std::int64_t first : {0, 32, 64}) {
        for (std::int64_t size = first; size <= std::min(first + 32, largest); ++size) {
            auto tree = tree_of(std::span{leaves}.first(static_cast<std::size_t>(first)));
            tree.add(tree_of(std::span{leaves}.subspan(static_cast<std::size_t>(first),
                                                       static_cast<std::size_t>(size - first))));
            EXPECT_EQ(tree.root(), subtree(0, size)) << first << '+' << size - first;
        }
    }
}

TEST(Tree, is_not_made_of_what_cannot_be_one) {
    EXPECT_FALSE(Tree::of(3, {Hash{}}));
    EXPECT_FALSE(Tree::of(-1, {}));
    Tree of_three = tree_of(std::span{known_leaves}.first(3));
    EXPECT_THROW(of_three.add(tree_of(std::span{known_leaves}.first(2))), std::logic_error);
}

} // namespace
} // namespace gweld::record

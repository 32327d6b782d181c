// tree.h - a Merkle tree as in RFC 6962, section 2.1 (the same in RFC 9162): SHA-256, 0x00 before a
// leaf, 0x01 before two halves. Its leaves are the hashes of a chain, so nothing that is stored
// changes for it. Knows no store.
#pragma once

#include "base/function_ref.h"
#include "record/entry.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gweld::record {

Hash leaf_hash(std::span<const std::uint8_t> leaf);
Hash node_hash(const Hash& left, const Hash& right);

// A tree that grows: of a log of n leaves at most 64 hashes are kept, those of the whole subtrees
// from the left, the largest first.
class Tree {
  public:
    // None: there are not as many peaks as a tree of that size has.
    static std::optional<Tree> of(std::int64_t size, std::vector<Hash> peaks);

    void add(std::span<const std::uint8_t> leaf) { put(leaf_hash(leaf), 1); }
    // All of another tree's leaves behind this one's. Throws std::logic_error unless this one's
    // size is a multiple of the largest whole subtree of the other, because only then do their
    // subtrees meet.
    void add(const Tree& behind);

    std::int64_t size() const { return size_; }
    const std::vector<Hash>& peaks() const { return peaks_; }
    Hash root() const; // of no leaf: SHA-256 of nothing

  private:
    void put(Hash subtree, std::int64_t leaves);

    std::int64_t size_ = 0;
    std::vector<Hash> peaks_;
};

// The root of the leaves from <= n < until.
using Subtree = base::FunctionRef<Hash(std::int64_t from, std::int64_t until)>;

// That leaf number `index` (from 0) is among the `size` leaves under a root: the hashes beside its
// way up. Throws std::logic_error unless 0 <= index < size.
std::vector<Hash> inclusion_proof(std::int64_t index, std::int64_t size, Subtree subtree);
bool is_included(const Hash& leaf, std::int64_t index, std::int64_t size,
                 std::span<const Hash> proof, const Hash& root);

// That the first `before` leaves under a root are what an older root was of. Throws
// std::logic_error unless 0 < before <= size. Nothing is proved of an older root of no leaf.
std::vector<Hash> consistency_proof(std::int64_t before, std::int64_t size, Subtree subtree);
bool is_consistent(std::int64_t before, std::int64_t size, const Hash& root_before,
                   const Hash& root, std::span<const Hash> proof);

} // namespace gweld::record

#include "record/tree.h"

#include <bit>
#include <cstring>
#include <sodium.h>
#include <stdexcept>

namespace gweld::record {

namespace {

constexpr std::uint8_t before_leaf = 0;
constexpr std::uint8_t before_halves = 1;

// The largest power of two smaller than n, which is at least 2.
std::int64_t left_half(std::int64_t n) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1)));
}

void demand(bool holds, const char* what) {
    if (!holds) {
        throw std::logic_error(what);
    }
}

// RFC 6962, section 2.1.1.
void add_path(std::vector<Hash>& path, std::int64_t index, std::int64_t from, std::int64_t until,
              Subtree subtree) {
    if (until - from <= 1) {
        return;
    }
    const auto middle = from + left_half(until - from);
    if (index < middle) {
        add_path(path, index, from, middle, subtree);
        path.push_back(subtree(middle, until));
    } else {
        add_path(path, index, middle, until, subtree);
        path.push_back(subtree(from, middle));
    }
}

// RFC 6962, section 2.1.2: SUBPROOF. Whether whoever checks has this subtree's hash already: it is
// the older root itself.
enum class Known { yes, no };
void add_subproof(std::vector<Hash>& proof, std::int64_t before, std::int64_t from,
                  std::int64_t until, Known known, Subtree subtree) {
    if (before == until) {
        if (known == Known::no) {
            proof.push_back(subtree(from, until));
        }
        return;
    }
    const auto middle = from + left_half(until - from);
    if (before <= middle) {
        add_subproof(proof, before, from, middle, known, subtree);
        proof.push_back(subtree(middle, until));
    } else {
        add_subproof(proof, before, middle, until, Known::no, subtree);
        proof.push_back(subtree(from, middle));
    }
}

} // namespace

Hash leaf_hash(std::span<const std::uint8_t> leaf) {
    Hash hash{};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, &before_leaf, 1);
    crypto_hash_sha256_update(&state, leaf.data(), leaf.size());
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

Hash node_hash(const Hash& left, const Hash& right) {
    std::array<std::uint8_t, 1 + 2 * std::tuple_size_v<Hash>> bytes{};
    bytes[0] = before_halves;
    std::memcpy(bytes.data() + 1, left.data(), left.size());
    std::memcpy(bytes.data() + 1 + left.size(), right.data(), right.size());
    Hash hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

std::optional<Tree> Tree::of(std::int64_t size, std::vector<Hash> peaks) {
    if (size < 0 ||
        std::popcount(static_cast<std::uint64_t>(size)) != static_cast<int>(peaks.size())) {
        return std::nullopt;
    }
    Tree tree;
    tree.size_ = size;
    tree.peaks_ = std::move(peaks);
    return tree;
}

// Two whole subtrees of one size become one of twice the size, as in counting with binary figures.
void Tree::put(Hash subtree, std::int64_t leaves) {
    demand(size_ % leaves == 0, "a subtree in the middle of another");
    for (auto height = leaves; (size_ & height) != 0; height *= 2) {
        subtree = node_hash(peaks_.back(), subtree);
        peaks_.pop_back();
    }
    peaks_.push_back(subtree);
    size_ += leaves;
}

void Tree::add(const Tree& behind) {
    auto rest = static_cast<std::uint64_t>(behind.size_);
    for (const auto& peak : behind.peaks_) {
        const auto leaves = std::bit_floor(rest);
        put(peak, static_cast<std::int64_t>(leaves));
        rest -= leaves;
    }
}

Hash Tree::root() const {
    if (peaks_.empty()) {
        Hash hash{};
        crypto_hash_sha256(hash.data(), nullptr, 0);
        return hash;
    }
    auto root = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) {
        root = node_hash(*peak, root);
    }
    return root;
}

std::vector<Hash> inclusion_proof(std::int64_t index, std::int64_t size, Subtree subtree) {
    demand(0 <= index && index < size, "a leaf that is not in the tree");
    std::vector<Hash> path;
    add_path(path, index, 0, size, subtree);
    return path;
}

// RFC 9162, section 2.1.3.2.
bool is_included(const Hash& leaf, std::int64_t index, std::int64_t size,
                 std::span<const Hash> proof, const Hash& root) {
    if (index < 0 || index >= size) {
        return false;
    }
    auto at = static_cast<std::uint64_t>(index);
    auto last = static_cast<std::uint64_t>(size - 1);
    auto hash = leaf;
    for (const auto& beside : proof) {
        if (last == 0) {
            return false;
        }
        if ((at & 1U) != 0 || at == last) {
            hash = node_hash(beside, hash);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            hash = node_hash(hash, beside);
        }
        at >>= 1U;
        last >>= 1U;
    }
    return last == 0 && hash == root;
}

std::vector<Hash> consistency_proof(std::int64_t before, std::int64_t size, Subtree subtree) {
    demand(0 < before && before <= size, "a tree that was larger before");
    std::vector<Hash> proof;
    add_subproof(proof, before, 0, size, Known::yes, subtree);
    return proof;
}

// RFC 9162, section 2.1.4.2.
bool is_consistent(std::int64_t before, std::int64_t size, const Hash& root_before,
                   const Hash& root, std::span<const Hash> proof) {
    if (before <= 0 || before > size) {
        return false;
    }
    if (before == size) {
        return proof.empty() && root_before == root;
    }
    const bool is_whole = std::has_single_bit(static_cast<std::uint64_t>(before));
    if (proof.empty() && !is_whole) {
        return false;
    }
    auto at = static_cast<std::uint64_t>(before - 1);
    auto last = static_cast<std::uint64_t>(size - 1);
    while ((at & 1U) != 0) {
        at >>= 1U;
        last >>= 1U;
    }
    auto older = is_whole ? root_before : proof.front();
    auto newer = older;
    for (const auto& beside : proof.subspan(is_whole ? 0 : 1)) {
        if (last == 0) {
            return false;
        }
        if ((at & 1U) != 0 || at == last) {
            older = node_hash(beside, older);
            newer = node_hash(beside, newer);
            while ((at & 1U) == 0 && at != 0) {
                at >>= 1U;
                last >>= 1U;
            }
        } else {
            newer = node_hash(newer, beside);
        }
        at >>= 1U;
        last >>= 1U;
    }
    return last == 0 && older == root_before && newer == root;
}

} // namespace gweld::record

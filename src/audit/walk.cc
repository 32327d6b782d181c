#include "audit/walk.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace gweld::audit {

namespace {

using record::BrokenLink;
using record::Tree;

// A power of two, so that the trees of blocks join; small enough that a reader's moment is short.
constexpr std::int64_t block_size = std::int64_t{1} << 15U;

struct Block {
    std::int64_t from = 0; // so many are before it
    Hash first_previous{};
    Hash last{};
    Tree tree;
    std::vector<Tree> wanted; // the tree as it was at sizes asked for
    std::optional<BrokenLink> broken;
};

using Sizes = std::vector<std::int64_t>;

Block read_block(const record::Store& store, ChainName log, std::int64_t from, const Sizes& sizes) {
    Block block;
    block.from = from;
    auto wanted = std::ranges::upper_bound(sizes, from);
    const auto see = [&](const CheckedLink& link) {
        if (link.fault != ChainFault::none) {
            block.broken = BrokenLink{log, from + block.tree.size() + 1, link.fault};
            return false;
        }
        if (block.tree.size() == 0) {
            block.first_previous = link.previous;
        }
        block.tree.add(link.hash);
        block.last = link.hash;
        if (wanted != sizes.end() && *wanted == from + block.tree.size()) {
            block.wanted.push_back(block.tree);
            ++wanted;
        }
        return block.tree.size() < block_size;
    };
    const auto read = store.read(
        [&](const record::Reading& record) { each_link(record, log, from, std::nullopt, see); });
    if (!read.ok()) {
        block.broken = BrokenLink{log, from + block.tree.size() + 1, ChainFault::unreadable};
    }
    return block;
}

// Blocks are given out in order, so that everything before the end, or before the first fault, has
// been read when nobody is reading any more.
class Readers {
  public:
    Readers(const record::Store& store, ChainName log, const Sizes& sizes)
        : store_{store}, log_{log}, sizes_{sizes} {}

    std::vector<Block> read_all(unsigned threads) {
        std::vector<std::thread> others;
        for (unsigned n = 1; n < threads; ++n) {
            others.emplace_back([this] { work(); });
        }
        work();
        for (auto& other : others) {
            other.join();
        }
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        std::ranges::sort(blocks_, {}, &Block::from);
        return std::move(blocks_);
    }

  private:
    void work() {
        try {
            while (!at_end_) {
                auto block = read_block(store_, log_, block_size * next_++, sizes_);
                if (block.broken || block.tree.size() < block_size) {
                    at_end_ = true;
                }
                const std::lock_guard lock{mutex_};
                blocks_.push_back(std::move(block));
            }
        } catch (...) {
            at_end_ = true;
            const std::lock_guard lock{mutex_};
            thrown_ = std::current_exception();
        }
    }

    const record::Store& store_;
    ChainName log_;
    const Sizes& sizes_;
    std::atomic<std::int64_t> next_{0};
    std::atomic<bool> at_end_{false};
    std::mutex mutex_;
    std::vector<Block> blocks_;
    std::exception_ptr thrown_;
};

void join(Walked& walked, const Block& block) {
    for (const auto& partial : block.wanted) {
        auto then = walked.tree;
        then.add(partial);
        walked.roots.push_back({then.size(), then.root()});
    }
    walked.tree.add(block.tree);
    walked.size = walked.tree.size();
    walked.newest = block.tree.size() > 0 ? block.last : walked.newest;
    walked.broken = block.broken;
}

} // namespace

Walked walk(const record::Store& store, ChainName log, const Sizes& wanted, unsigned threads) {
    Walked walked;
    if (!wanted.empty() && wanted.front() == 0) {
        walked.roots.push_back({0, walked.tree.root()});
    }
    for (const auto& block : Readers{store, log, wanted}.read_all(threads)) {
        if (block.tree.size() > 0 && block.first_previous != walked.newest) {
            walked.broken = BrokenLink{log, block.from + 1, ChainFault::link_broken};
            break;
        }
        join(walked, block);
        if (walked.broken || block.tree.size() < block_size) {
            break;
        }
    }
    return walked;
}

} // namespace gweld::audit

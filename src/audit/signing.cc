#include "audit/signing.h"

namespace gweld::audit {

namespace {

using Why = NotSigned::Why;

std::size_t index_of(ChainName log) { return static_cast<std::size_t>(log); }

bool any_behind(const record::Reading& record, ChainName log, std::int64_t after) {
    bool any = false;
    each_link(record, log, after, std::nullopt, [&](const CheckedLink&) {
        any = true;
        return false;
    });
    return any;
}

// The number of the last one, which is at most `at_most`.
std::int64_t last_in(const record::Reading& record, ChainName log, std::int64_t at_most) {
    std::int64_t some = 0;
    auto none = at_most;
    while (some < none) {
        const auto middle = some + (none - some) / 2;
        if (any_behind(record, log, middle)) {
            some = middle + 1;
        } else {
            none = middle;
        }
    }
    return some;
}

} // namespace

Signing::Signing(const record::Store& store, const Keys& keys, std::string folder,
                 const time::Clock& clock)
    : store_{store}, keys_{keys}, folder_{std::move(folder)}, clock_{clock}, writer_{folder_} {
    if (writer_.fault().empty()) {
        reached_ = remembered(folder_, keys_);
    }
}

Signing::Problem Signing::take_newest() {
    auto kept = read_newest(folder_, store_.authority());
    if (!kept.ok()) {
        return NotSigned{.why = Why::folder_fails, .detail = kept.error()};
    }
    if (!kept.value().unreadable.empty()) {
        return NotSigned{.why = Why::not_a_checkpoint, .place = kept.value().unreadable.front()};
    }
    for (const auto log : both_logs) {
        auto& newest = newest_[index_of(log)];
        newest.reset();
        for (const auto& one : kept.value().checkpoints) {
            if (one.says.origin != origin_of(store_.authority(), log)) {
                continue;
            }
            if (is_signed(one.note, keys_.of(log).verifier()) != Signed::yes) {
                return NotSigned{.why = Why::another_key, .log = log, .newest = one.says};
            }
            newest = one.says;
        }
        if (newest && newest->at > clock_.now()) {
            return NotSigned{.why = Why::later_than_the_clock, .log = log, .newest = newest};
        }
        if (reached_[index_of(log)].tree.size() > (newest ? newest->size : 0)) {
            return NotSigned{.why = Why::checkpoints_missing, .log = log, .newest = newest};
        }
    }
    return std::nullopt;
}

// Up to a size; none: all there is.
Signing::Problem Signing::read_to(const record::Reading& record, ChainName log,
                                  std::optional<std::int64_t> size) {
    auto& reached = reached_[index_of(log)];
    if (size && reached.tree.size() >= *size) {
        return std::nullopt;
    }
    Problem problem;
    each_link(record, log, reached.tree.size(), reached.newest, [&](const CheckedLink& link) {
        if (link.fault != ChainFault::none) {
            problem =
                NotSigned{.why = Why::broken,
                          .log = log,
                          .link = record::BrokenLink{log, reached.tree.size() + 1, link.fault}};
            return false;
        }
        reached.tree.add(link.hash);
        reached.newest = link.hash;
        return !size || reached.tree.size() < *size;
    });
    return problem;
}

Signing::Problem Signing::read_on(const record::Reading& record, ChainName log) {
    const auto& newest = newest_[index_of(log)];
    auto& reached = reached_[index_of(log)];
    if (reached.tree.size() > 0) {
        // Each hash stands for everything before it: where the last one is as it was, so was all
        // that was read.
        std::optional<CheckedLink> last;
        each_link(record, log, reached.tree.size() - 1, std::nullopt, [&](const CheckedLink& link) {
            last = link;
            return false;
        });
        if (!last) {
            return NotSigned{.why = Why::log_ends_early,
                             .log = log,
                             .newest = newest,
                             .in_log = last_in(record, log, reached.tree.size())};
        }
        if (last->fault != ChainFault::none) {
            return NotSigned{.why = Why::broken,
                             .log = log,
                             .link = record::BrokenLink{log, reached.tree.size(), last->fault}};
        }
        if (last->hash != reached.newest) {
            return NotSigned{.why = Why::not_what_was_signed, .log = log, .newest = newest};
        }
    }
    if (newest) {
        if (auto problem = read_to(record, log, newest->size)) {
            return problem;
        }
        if (reached.tree.size() < newest->size) {
            return NotSigned{.why = Why::log_ends_early,
                             .log = log,
                             .newest = newest,
                             .in_log = reached.tree.size()};
        }
        if (reached.tree.root() != newest->root) {
            return NotSigned{.why = Why::not_what_was_signed, .log = log, .newest = newest};
        }
    }
    return read_to(record, log, std::nullopt);
}

Signing::Problem Signing::add(ChainName log, Instant now, std::vector<Checkpoint>& made) {
    const auto& tree = reached_[index_of(log)].tree;
    auto& newest = newest_[index_of(log)];
    if (tree.size() == (newest ? newest->size : 0)) {
        return std::nullopt;
    }
    const Checkpoint fresh{origin_of(store_.authority(), log), tree.size(), tree.root(), now};
    auto fault = writer_.add(keys_.of(log).sign(to_text(fresh)), now);
    if (!fault.empty()) {
        return NotSigned{.why = Why::folder_fails, .log = log, .detail = std::move(fault)};
    }
    newest = fresh;
    made.push_back(fresh);
    return std::nullopt;
}

base::Result<std::vector<Checkpoint>, NotSigned> Signing::sign_what_is_new() {
    if (!writer_.fault().empty()) {
        return base::Err{NotSigned{.why = Why::folder_fails, .detail = writer_.fault()}};
    }
    if (auto problem = take_newest()) {
        return base::Err{std::move(*problem)};
    }
    const auto before = reached_;
    const auto now = clock_.now();
    Problem problem;
    const auto read = store_.read([&](const record::Reading& record) {
        for (const auto log : both_logs) {
            problem = problem ? std::move(problem) : read_on(record, log);
        }
    });
    if (!read.ok()) {
        problem = NotSigned{.why = Why::store_fails, .fault = read.error()};
    }
    std::vector<Checkpoint> made;
    for (const auto log : both_logs) {
        problem = problem ? std::move(problem) : add(log, now, made);
    }
    if (problem) {
        reached_ = before; // what was read and not signed is read again
        return base::Err{std::move(*problem)};
    }
    remember(folder_, keys_, reached_);
    return base::Ok{std::move(made)};
}

} // namespace gweld::audit

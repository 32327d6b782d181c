#include "audit/verdict.h"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <thread>

namespace gweld::audit {

namespace {

using What = Wrong::What;

// What one witness says of one log.
struct Said {
    Place place;
    RootAt root;
    std::optional<Checkpoint> checkpoint; // none: on paper
};

Signed signed_by_any(const Note& note, const std::vector<Verifier>& verifiers,
                     const std::string& origin) {
    auto answer = Signed::not_by_this;
    for (const auto& verifier : verifiers) {
        if (verifier.name == origin && answer != Signed::yes) {
            const auto one = is_signed(note, verifier);
            answer = one == Signed::not_by_this ? answer : one;
        }
    }
    return answer;
}

// A year of minutes is half a million signatures, and each takes longer than a hundred hashes.
std::vector<Signed> signatures(const Witnesses& witnesses, unsigned threads) {
    const auto& all = witnesses.kept.checkpoints;
    std::vector<Signed> found(all.size(), Signed::not_by_this);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (auto n = next++; n < all.size(); n = next++) {
            found[n] = signed_by_any(all[n].note, witnesses.verifiers, all[n].says.origin);
        }
    };
    std::vector<std::thread> others;
    for (unsigned n = 1; n < threads; ++n) {
        others.emplace_back(work);
    }
    work();
    for (auto& other : others) {
        other.join();
    }
    return found;
}

// Takes what is signed and in order; says what is wrong with the rest.
class Sorting {
  public:
    Sorting(std::string_view authority, Instant now, Verdict& verdict)
        : origins_{origin_of(authority, ChainName::entries),
                   origin_of(authority, ChainName::looks)},
          now_{now}, verdict_{verdict} {}

    void take(const KeptCheckpoint& kept, Signed is) {
        const auto origin = std::ranges::find(origins_, kept.says.origin);
        if (origin == origins_.end()) {
            say(What::another_record, ChainName::entries, kept);
            return;
        }
        const auto n = static_cast<std::size_t>(origin - origins_.begin());
        const auto log = both_logs[n];
        if (is != Signed::yes) {
            say(is == Signed::wrong ? What::signature_wrong : What::nobody_known, log, kept);
            return;
        }
        if (kept.says.at > now_) {
            say(What::later_than_the_clock, log, kept);
        }
        auto& newest = newest_[n];
        if (newest && (kept.says.size < newest->size || kept.says.at < newest->at)) {
            say(What::goes_back, log, kept);
        }
        newest = kept.says;
        ++verdict_.logs[n].checkpoints;
        said[n].push_back({kept.place, {kept.says.size, kept.says.root}, kept.says});
    }
    void take(const OnPaper& paper, std::int64_t nth) {
        said[static_cast<std::size_t>(paper.log)].push_back({{"", nth}, paper.says, std::nullopt});
    }

    std::array<std::vector<Said>, both_logs.size()> said;

  private:
    void say(What what, ChainName log, const KeptCheckpoint& kept) {
        verdict_.wrong.push_back(
            {.what = what, .log = log, .place = kept.place, .at = kept.says.at});
    }

    std::array<std::string, both_logs.size()> origins_;
    Instant now_;
    Verdict& verdict_;
    std::array<std::optional<Checkpoint>, both_logs.size()> newest_;
};

std::vector<std::int64_t> sizes_of(const std::vector<Said>& said) {
    std::vector<std::int64_t> sizes;
    sizes.reserve(said.size());
    for (const auto& one : said) {
        sizes.push_back(one.root.size);
    }
    const auto repeated = std::ranges::unique(sizes);
    sizes.erase(repeated.begin(), repeated.end());
    return sizes;
}

std::optional<Instant> moment_of(const Said& said) {
    return said.checkpoint ? std::optional{said.checkpoint->at} : std::nullopt;
}

// `said` by size. After the first that does not match nothing can match but by a second fork, so
// only the first is told.
void compare(ChainName log, const std::vector<Said>& said, const Walked& walked, Verdict& verdict) {
    auto& of_log = verdict.logs[static_cast<std::size_t>(log)];
    std::int64_t matched = 0;
    auto root = walked.roots.begin();
    for (const auto& one : said) {
        while (root != walked.roots.end() && root->size < one.root.size) {
            ++root;
        }
        if (root == walked.roots.end() || root->size != one.root.size) {
            if (!walked.broken) {
                verdict.wrong.push_back({.what = What::ends_early,
                                         .log = log,
                                         .place = one.place,
                                         .after = one.root.size,
                                         .until = walked.size,
                                         .at = moment_of(one)});
            }
            return;
        }
        if (root->root != one.root.root) {
            verdict.wrong.push_back({.what = What::written_anew,
                                     .log = log,
                                     .place = one.place,
                                     .after = matched,
                                     .until = one.root.size,
                                     .at = moment_of(one)});
            return;
        }
        matched = one.root.size;
        if (one.checkpoint) {
            of_log.vouched = one.checkpoint;
        }
    }
}

} // namespace

std::optional<OnPaper> paper_from(std::string_view typed) {
    OnPaper paper;
    if (typed.starts_with("looks ")) {
        paper.log = ChainName::looks;
    } else if (!typed.starts_with("entries ")) {
        return std::nullopt;
    }
    typed.remove_prefix(typed.find(' ') + 1);
    const auto read = std::from_chars(typed.data(), typed.data() + typed.size(), paper.says.size);
    const auto root = from_paper(typed.substr(static_cast<std::size_t>(read.ptr - typed.data())));
    if (read.ec != std::errc{} || paper.says.size < 0 || !root) {
        return std::nullopt;
    }
    paper.says.root = *root;
    return paper;
}

Verdict judge(const record::Store& store, const Witnesses& witnesses, Instant now,
              unsigned threads) {
    Verdict verdict;
    verdict.unfinished = witnesses.kept.unfinished;
    for (const auto& place : witnesses.kept.unreadable) {
        verdict.wrong.push_back({.what = What::not_a_checkpoint, .place = place});
    }
    Sorting sorting{store.authority(), now, verdict};
    const auto is_signed = signatures(witnesses, threads);
    for (std::size_t n = 0; n < is_signed.size(); ++n) {
        sorting.take(witnesses.kept.checkpoints[n], is_signed[n]);
    }
    for (std::size_t n = 0; n < witnesses.papers.size(); ++n) {
        sorting.take(witnesses.papers[n], static_cast<std::int64_t>(n) + 1);
    }
    for (std::size_t n = 0; n < both_logs.size(); ++n) {
        auto& said = sorting.said[n];
        std::ranges::stable_sort(said, {}, [](const Said& one) { return one.root.size; });
        const auto walked = walk(store, both_logs[n], sizes_of(said), threads);
        verdict.logs[n].size = walked.size;
        verdict.logs[n].root = walked.tree.root();
        if (walked.broken) {
            verdict.wrong.push_back(
                {.what = What::broken, .log = both_logs[n], .link = walked.broken});
        }
        compare(both_logs[n], said, walked, verdict);
    }
    return verdict;
}

} // namespace gweld::audit

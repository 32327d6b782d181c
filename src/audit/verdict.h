// verdict.h - a record held against the checkpoints that were kept elsewhere: what is wrong, and up
// to when what is in it is vouched for. Knows no command line.
#pragma once

#include "audit/folder.h"
#include "audit/walk.h"

namespace gweld::audit {

struct Wrong {
    enum class What : std::uint8_t {
        not_a_checkpoint,     // `place`
        signature_wrong,      // `place`: the text was changed after it was signed
        nobody_known,         // `place`: by no key that was given
        goes_back,            // `place`: fewer, or earlier, than the one before it
        later_than_the_clock, // `place`
        another_record,       // `place`: of an origin that is none of this record's logs
        broken,               // `link`
        ends_early,           // the log has only `until`, the checkpoint at `place` said more
        written_anew // first in after < n <= until: the checkpoint at `place` does not match
    };
    What what = What::broken;
    ChainName log = ChainName::entries;
    Place place = {};
    std::optional<record::BrokenLink> link = {};
    std::int64_t after = 0;
    std::int64_t until = 0;
    std::optional<Instant> at = {}; // of the checkpoint
};

struct OfLog {
    std::int64_t size = 0; // how many hold, from the first
    Hash root{};
    std::size_t checkpoints = 0;
    std::optional<Checkpoint> vouched = {}; // the newest that is signed, and matches
};

struct Verdict {
    std::vector<Wrong> wrong; // of each log the chain first, then by checkpoint
    std::array<OfLog, both_logs.size()> logs;
    std::optional<Place> unfinished;
};

// A root that somebody kept on paper, in words of ours: "looks 1234 d37ee418 ...".
struct OnPaper {
    ChainName log = ChainName::entries;
    RootAt says;
};
std::optional<OnPaper> paper_from(std::string_view typed);

struct Witnesses {
    Kept kept;
    std::vector<Verifier> verifiers;
    std::vector<OnPaper> papers; // a `place` with the file "" is the nth of these
};

// With no witness: the chains alone.
Verdict judge(const record::Store& store, const Witnesses& witnesses, Instant now,
              unsigned threads);

} // namespace gweld::audit

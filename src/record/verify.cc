#include "record/verify.h"

namespace gweld::record {

ChainFault check_link(const ChainedLook& look, std::int64_t expected_seq, const Hash& previous) {
    if (look.seq != expected_seq) {
        return ChainFault::sequence_broken;
    }
    if (look.previous != previous) {
        return ChainFault::link_broken;
    }
    return hash_of(look) == look.hash ? ChainFault::none : ChainFault::envelope_changed;
}

namespace {

// Carries the end of the chain so far; `seen` answers whether to go on.
template <class Link> class Walk {
  public:
    using Check = ChainFault (*)(const Link&, std::int64_t, const Hash&);
    Walk(ChainName name, Check check, Verified& reached)
        : name_{name}, check_{check}, reached_{reached} {
        reached_ = {name, 0};
    }

    bool seen(const Link& link) {
        const auto fault = check_(link, expected_, previous_);
        if (fault != ChainFault::none) {
            broken_ = BrokenLink{name_, expected_, fault};
            return false;
        }
        previous_ = link.hash;
        reached_.seq = expected_++;
        return true;
    }
    const std::optional<BrokenLink>& broken() const { return broken_; }

  private:
    ChainName name_;
    Check check_;
    Verified& reached_;
    std::int64_t expected_ = 1;
    Hash previous_{};
    std::optional<BrokenLink> broken_;
};

} // namespace

std::optional<BrokenLink> verify_chain(const Reading& record) {
    Verified ignored;
    return verify_chain(record, ignored);
}

std::optional<BrokenLink> verify_chain(const Reading& record, Verified& reached) {
    Walk<Entry> entries{ChainName::entries, check_link, reached};
    record.each_entry(0, [&](const Entry& entry) { return entries.seen(entry); });
    if (entries.broken()) {
        return entries.broken();
    }
    Walk<ChainedLook> looks{ChainName::looks, check_link, reached};
    record.each_look(0, [&](const ChainedLook& look) { return looks.seen(look); });
    return looks.broken();
}

} // namespace gweld::record

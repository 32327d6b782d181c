// chains.h - the entries about one child with each one's corrections behind it, and without what
// was withdrawn. Knows no kind of entry but Withdrawn.
#pragma once

#include "protection/history.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace gweld::protection {

// An entry and, in order, the entries that put it right. Empty: withdrawn.
using Chain = std::vector<const record::Entry*>;

// None: imported, and the source does not say when.
std::optional<Instant> when_recorded(const record::Entry& entry);
bool is_about(const record::Entry& entry, PersonId child);

// The entries must outlive it. Those not yet known at known_at are as if they were not there.
class Chains {
  public:
    Chains(PersonId child, std::span<const record::Entry> entries, std::optional<Instant> known_at);

    std::size_t size() const { return chains_.size(); }
    const Chain& operator[](std::size_t at) const { return chains_[at]; }
    // Where the thing is of which this entry is any version; it may have been withdrawn since.
    std::optional<std::size_t> find(EntryId version) const;
    // Standing, of this kind, and its newest version about the child.
    template <class Kind> bool of_kind(std::size_t at) const {
        return is_standing(at, record::Named<Kind>::name);
    }

  private:
    void link(const std::vector<const record::Entry*>& known);
    std::size_t place_for(const record::Entry& entry);
    bool is_standing(std::size_t at, std::string_view kind) const;

    PersonId child_;
    std::vector<Chain> chains_;
    std::unordered_map<base::Uuid, std::size_t, base::UuidHash> chain_of_;
};

} // namespace gweld::protection

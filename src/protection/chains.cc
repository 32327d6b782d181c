#include "protection/chains.h"

#include <algorithm>
#include <ranges>
#include <unordered_set>

namespace gweld::protection {
namespace {

using base::Uuid;
using record::Entry;

bool is_withdrawal(const Entry& entry) {
    return entry.kind == record::Named<record::Withdrawn>::name;
}

// Withdrawals may themselves be withdrawn, so the newest is heard first.
std::unordered_set<Uuid, base::UuidHash> withdrawn_among(const std::vector<const Entry*>& known) {
    std::unordered_set<Uuid, base::UuidHash> withdrawn;
    for (const Entry* entry : std::views::reverse(known)) {
        if (is_withdrawal(*entry) && entry->corrects && !withdrawn.contains(entry->id)) {
            withdrawn.insert(*entry->corrects);
        }
    }
    return withdrawn;
}

} // namespace

std::optional<Instant> when_recorded(const Entry& entry) {
    return entry.provenance && !entry.corrects ? entry.provenance->recorded_at
                                               : std::optional{entry.recorded_at};
}

bool is_about(const Entry& entry, PersonId child) {
    return std::find(entry.about.begin(), entry.about.end(), child.uuid) != entry.about.end();
}

Chains::Chains(PersonId child, std::span<const Entry> entries, std::optional<Instant> known_at)
    : child_{child} {
    std::vector<const Entry*> known;
    for (const Entry& entry : entries) {
        if (!known_at || record::known_from(entry) <= *known_at) {
            known.push_back(&entry);
        }
    }
    link(known);
}

std::size_t Chains::place_for(const Entry& entry) {
    if (entry.corrects) {
        const auto corrected = chain_of_.find(*entry.corrects);
        if (corrected != chain_of_.end() &&
            chains_[corrected->second].front()->kind == entry.kind) {
            return corrected->second;
        }
    }
    chains_.emplace_back();
    return chains_.size() - 1;
}

void Chains::link(const std::vector<const Entry*>& known) {
    const auto withdrawn = withdrawn_among(known);
    std::vector<std::size_t> gone;
    chain_of_.reserve(known.size());
    chains_.reserve(known.size());
    for (const Entry* entry : known) {
        if (is_withdrawal(*entry)) {
            continue;
        }
        const auto at = place_for(*entry);
        chains_[at].push_back(entry);
        chain_of_.emplace(entry->id, at);
        if (withdrawn.contains(entry->id)) {
            gone.push_back(at);
        }
    }
    for (const auto at : gone) {
        chains_[at].clear();
    }
}

std::optional<std::size_t> Chains::find(EntryId version) const {
    const auto found = chain_of_.find(version.uuid);
    return found == chain_of_.end() ? std::nullopt : std::optional{found->second};
}

bool Chains::is_standing(std::size_t at, std::string_view kind) const {
    return !chains_[at].empty() && chains_[at].front()->kind == kind &&
           is_about(*chains_[at].back(), child_);
}

} // namespace gweld::protection

#include "protection/moves.h"

#include "protection/chains.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::protection {
namespace {

template <class Kind, class Then> void each_of(const Chains& chains, const Then& then) {
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (chains.of_kind<Kind>(at)) {
            const auto& entry = *chains[at].back();
            then(entry, record::body_of<Kind>(entry));
        }
    }
}

// What names an older version means the newest.
EntryId newest(const Chains& chains, EntryId named) {
    const auto at = chains.find(named);
    return at && !chains[*at].empty() ? EntryId{chains[*at].back()->id} : named;
}

} // namespace

Moves moves_of(PersonId child, std::span<const record::Entry> entries,
               std::optional<Instant> known_at) {
    const Chains chains{child, entries, known_at};
    Moves moves;
    each_of<record::TemporarilyMoved>(chains, [&](const auto& entry, auto move) {
        move.placed = newest(chains, move.placed);
        moves.away.push_back({EntryId{entry.id}, std::move(move), {}});
    });
    each_of<record::PermanentMoveNotified>(chains, [&](const auto& entry, auto move) {
        move.placed = newest(chains, move.placed);
        moves.leaving.push_back({EntryId{entry.id}, std::move(move), {}});
    });
    each_of<record::CameBack>(chains, [&](const auto&, const auto& back) {
        const auto found = std::ranges::find(moves.away, newest(chains, back.moved), &Away::entry);
        if (found != moves.away.end()) {
            found->back_on = back.on;
        }
    });
    each_of<record::ReceivingConferenceHeld>(chains, [&](const auto&, const auto& held) {
        const auto found =
            std::ranges::find(moves.leaving, newest(chains, held.moved), &Leaving::entry);
        if (found != moves.leaving.end()) {
            found->conference = held;
        }
    });
    std::ranges::stable_sort(moves.away, {}, [](const Away& one) { return one.move.from; });
    std::ranges::stable_sort(moves.leaving, {}, [](const Leaving& one) { return one.move.on; });
    return moves;
}

const Away* away_on(const Moves& moves, EntryId stay, CivilDate day) {
    const Away* found = nullptr;
    for (const auto& one : moves.away) {
        const bool away =
            one.move.placed == stay && one.move.from <= day && (!one.back_on || day < *one.back_on);
        found = away ? &one : found;
    }
    return found;
}

const Leaving* leaving_from(const Moves& moves, EntryId stay) {
    const Leaving* found = nullptr;
    for (const auto& one : moves.leaving) {
        found = one.move.placed == stay && !one.conference ? &one : found;
    }
    return found;
}

bool to_be_treated_as_permanent(CivilDate from, CivilDate until) {
    return time::days_between(from, until) > permanent_after_days;
}

} // namespace gweld::protection

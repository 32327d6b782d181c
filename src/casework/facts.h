// facts.h - what the record says of one child, read once and kept while it is still so. Knows no
// viewer: whoever asks must have been let in by access first.
#pragma once

#include "access/access.h"
#include "casework/news.h"
#include "protection/duties.h"
#include "protection/enquiries.h"
#include "protection/history.h"
#include "protection/moves.h"
#include "record/store.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace gweld::casework {

using base::PersonId;
using base::Uuid;
using time::CivilDate;

// What an access decision needs to know of a child: a few rows, whatever the length of the record.
struct MergedRecord { // of the same person; its entries are among theirs
    base::EntryId merge;
    record::PersonRow as_described; // by itself
};

struct Ties {
    PersonId child; // the kept record, where the one asked for was merged
    std::vector<MergedRecord> merged;
    std::optional<record::PersonRow> person;
    std::vector<record::AllocationRow> allocations;
    std::vector<Uuid> family;                     // brothers and sisters, without the child
    std::vector<record::AllocationRow> of_family; // their allocations
    std::vector<record::RegistrationRow> registrations;
    std::vector<record::ConferenceBookedRow> bookings;
    std::vector<record::HandOverRow> hand_overs;
    std::vector<record::BarrierRow> barriers; // who may not see it; ended ones too

    access::Bearing bearing() const {
        return {allocations, of_family, registrations, bookings, hand_overs, barriers};
    }
};
Ties read_ties(const record::Reading& reading, PersonId child);

struct AgeAsGiven {  // by whoever told us of a child whose date of birth is not known
    std::string age; // "about 3"
    CivilDate on;    // the day the contact came in
};

struct Facts : Ties {
    std::int64_t version = 0; // of the child, for optimistic appends
    std::vector<record::AddressRow> addresses;
    std::vector<record::Entry> entries; // about the child, oldest first
    protection::History history;        // as known now, as are the next two
    protection::EnquiryHistory enquiries;
    protection::Moves moves;
    protection::Coverage coverage;               // what the extracts read so far held
    std::optional<AgeAsGiven> age_as_given = {}; // the newest; none: born or expected is known
};

// Reads everything about one child. Fifty to a hundred entries take about half a millisecond.
Facts read_facts(const record::Reading& reading, PersonId child);

// Holds facts and gives them out again only after checking, inside the caller's own transaction,
// that nothing about the child or the family has been recorded since.
class FactsKept {
  public:
    std::shared_ptr<const Facts> of(const record::Reading& reading, PersonId child);
    // Inside a write what others wrote in the same group is seen before it is on disk, and a failed
    // commit takes it away again: so kept facts are used, but none are kept from here.
    std::shared_ptr<const Facts> of(const record::Writing& writing, PersonId child);

    // For a decision inside a write, for which others wait: as above, or a few rows.
    std::shared_ptr<const Ties> ties_of(const record::Writing& writing, PersonId child);
    // The same as long as nothing is recorded about the child or the family. None: not known; to be
    // asked for again when the facts were.
    using Mark = std::uint64_t;
    std::optional<Mark> mark_of(const record::Reading& reading, PersonId child);
    // Remembers when they were last so, without the facts themselves.
    void let_go(PersonId child);
    // Of those any reader has shown this; what was read before it may have been overtaken.
    std::int64_t newest_head_met() const { return newest_head_met_; }

  private:
    struct Kept {
        std::shared_ptr<const Facts> facts; // null: let go
        Mark mark = 0;                      // of the facts; 0: never read
        std::int64_t family_version = 0;    // newest version among brothers, sisters and families
        std::int64_t good_at_head = 0;
        std::vector<Uuid> rests_on = {};
    };
    Kept kept_of(PersonId child);
    void meet(std::int64_t head);
    void keep(PersonId child, Kept known, std::int64_t head);
    template <class Tx> News::Known new_since(const Tx& tx, const Kept& kept, std::int64_t head);
    // Enough for a council's open cases; beyond it the whole is let go and read again as asked for.
    static constexpr std::size_t most_children = 4000;
    std::mutex mutex_;
    std::unordered_map<PersonId, Kept, base::UuidHash> kept_;
    Mark newest_mark_ = 0;
    std::atomic<std::int64_t> newest_head_met_ = -1;
    News news_;
};

} // namespace gweld::casework

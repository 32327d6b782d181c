// merging.h - two records of one person: who might be the same, saying so, and saying that it was
// not so. Suggests and never decides. Each is one durable append about both records with the
// versions its writer saw; no log is rewritten. How both are read as one: store/merged.
#pragma once

#include "casework/matching.h"
#include "casework/recording.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace gweld::casework {

enum class MergeNonsense {
    oneself,
    other_merged_already,  // into a third: merge into that one
    other_speaks_for_more, // records were merged into it: keep that one
    both_on_register,      // stays with a day in common
    adult_and_child,       // by their dates of birth, today
    no_reason,
    not_merged // any more
};
using MergeRefused = std::variant<NotFoundOrNotYours, SomebodyWasQuicker, KeyUsedForSomethingElse,
                                  CorrectedAlready, MergeNonsense, record::StoreFault>;
using MergeAnswer = base::Result<Recorded, MergeRefused>;

// What stands in the way of their being one person, whoever asks and whatever the reason. An unborn
// child and a born one may be one: the record before the birth and the one after.
std::optional<MergeNonsense> nonsense_in(const Ties& kept, const Ties& other, CivilDate today);

struct Merge {
    PersonId kept;
    PersonId other;
    std::string reason;
};
// By whoever may do so on both records. Said already: what was said then.
MergeAnswer merge_people(Office& office, const access::Viewer& viewer, const Merge& what,
                         const Saw& saw);

// People this reader may see who may be the same, the most alike first; each is a look. Brothers
// and sisters only with the same name or, of a child who was unborn, a birth about then.
base::Result<std::vector<Suggestion>, record::StoreFault>
who_may_be_the_same(Office& office, const access::Viewer& viewer, PersonId person);

struct OpenMerge { // one that holds
    record::Entry entry;
    record::PeopleMerged said;
    std::shared_ptr<const Facts> facts; // of both, as one
    record::PersonRow other;            // as described by itself
    std::vector<record::Entry> stay;    // recorded since, and staying with the kept record
    std::vector<record::Entry> go;      // that correct or continue what the other record holds
};
// For whoever may take it back.
base::Result<OpenMerge, std::variant<NotFoundOrNotYours, record::StoreFault>>
open_merge(Office& office, const access::Viewer& viewer, base::EntryId merge);

// Of these the records that were merged, each with the one kept for it. What the store cannot tell
// now is none: who opens the record will hear of it.
std::map<Uuid, Uuid> kept_for(const Office& office, const std::set<Uuid>& ids);

MergeAnswer unmerge_people(Office& office, const access::Viewer& viewer, base::EntryId merge,
                           const std::string& reason, const Saw& saw);

} // namespace gweld::casework

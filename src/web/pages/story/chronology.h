// chronology.h - the events of one child's life in order, each with what it weighs. Made once for a
// record as it stands and given out again while it has not moved on. Knows no viewer and no words.
#pragma once

#include "casework/significance.h"
#include "web/pages/child/happenings.h"
#include "web/pages/story/known_date.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace gweld::web::pages::story {

enum class Area : std::uint8_t { visits, protection, contacts, family_and_home, workers, added };

struct ChronologyEvent {
    const child_record::Happening* happening = nullptr;
    KnownDate on;
    Area area = Area::protection;
    record::Weight weight = record::Weight::ordinary;
    std::optional<casework::Weighing> weighed; // none: it weighs what its kind does
};

struct Chronology {
    std::shared_ptr<const casework::Facts> facts; // what the pointers point into
    std::vector<child_record::Happening> happenings;
    std::vector<ChronologyEvent> events; // oldest first
    std::size_t withdrawn = 0;           // events somebody took back; not among them
};
// A write-up belongs to its visit and is no event of its own.
Chronology chronology_of(std::shared_ptr<const casework::Facts> facts);

class KeptChronologies {
  public:
    std::shared_ptr<const Chronology> of(const std::shared_ptr<const casework::Facts>& facts);

  private:
    // About 300 bytes an event; beyond it all are let go and made again as asked for.
    static constexpr std::size_t most = 500;
    std::mutex mutex_;
    std::unordered_map<record::PersonId, std::shared_ptr<const Chronology>, base::UuidHash> kept_;
};

// ---- what is asked for
// ----------------------------------------------------------------------------
enum class Which : std::uint8_t { significant, all, left_out };

struct Wanted {
    Which which = Which::significant;
    std::optional<Area> area;
    std::optional<CivilDate> from;
    std::optional<CivilDate> until; // the last day
};
bool is_wanted(const ChronologyEvent& event, const Wanted& wanted);

// One event of one or more children of a family.
struct SharedEvent {
    const ChronologyEvent* event = nullptr;
    std::vector<std::size_t> of; // whose, by place in the list; never empty
};
// Oldest first. What was recorded once for several children is one event, but for visits, which
// were different for each; it weighs what it weighs most.
std::vector<SharedEvent> shared_events(const std::vector<const Chronology*>& children,
                                       const Wanted& wanted);

} // namespace gweld::web::pages::story

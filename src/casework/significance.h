// significance.h - how much an event weighs in a child's chronology: by its kind, unless somebody
// weighed it. Knows no page and no viewer.
#pragma once

#include "casework/facts.h"
#include "record/kinds.h"

#include <map>
#include <string>
#include <string_view>

namespace gweld::casework {

// By what happened, as a first answer: register, conferences, enquiries, discussions, moves, a new
// allocated worker, possible significant harm reported, and whatever was added by hand. Visits,
// core groups and the rest are ordinary until somebody marks them. A habit of this service, not a
// rule: no list was found in law or procedures.
record::Weight usual_weight(const record::Entry& event);

// Kinds that are about the record itself, and no event of anybody's life.
bool is_event(std::string_view kind);

struct Weighing {
    record::Weight weight = record::Weight::ordinary;
    std::string why;
    std::string by; // their name then
    time::Instant at;
};

// By the id named in it, which may be any version of the event; a later one of the same event is
// asked for by its own id, see held().
class Weighings {
  public:
    explicit Weighings(const Facts& facts);
    // The latest among the versions of one event; null: nobody weighed it.
    const Weighing* held(const std::vector<const record::Entry*>& versions) const;

  private:
    struct Said : Weighing {
        std::int64_t seq = 0;
    };
    std::map<Uuid, Said> said_; // the latest for each id named
};

} // namespace gweld::casework

// surroundings.h - who stands around one child: brothers and sisters, everyone who was ever
// allocated or named to co-ordinate, the teams. Read whole and kept while the record has not moved
// on. Knows no viewer: whoever asks must have been let in by access first.
#pragma once

#include "casework/coordinating.h"
#include "casework/facts.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace gweld::casework {

// Facts of brothers and sisters are there for names only.
struct Surroundings {
    std::shared_ptr<const Facts> facts; // of the child
    std::vector<std::shared_ptr<const Facts>> family;
    std::map<Uuid, record::WorkerRow> workers; // everyone who was ever allocated or named
    std::vector<NamedCoordinator> named;       // who was ever to co-ordinate the plan
    std::map<Uuid, std::string> teams;
};

// Gives the same object out again as long as nothing in it has changed, so that what a page works
// out of it can be kept beside it.
class SurroundingsKept {
  public:
    struct AsOf {
        std::shared_ptr<const Surroundings> around; // null: nothing kept
        std::int64_t head = 0;                      // of the record when they were last so
    };
    AsOf last(PersonId child);
    std::shared_ptr<const Surroundings> of(const record::Reading& reading, PersonId child,
                                           FactsKept& facts);

  private:
    // Enough for the cases that are open on a day; beyond it all is let go and read as asked for.
    static constexpr std::size_t most_children = 4000;
    std::mutex mutex_;
    std::unordered_map<PersonId, AsOf, base::UuidHash> kept_;
};

} // namespace gweld::casework

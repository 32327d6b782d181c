// offices.h - the office as each viewer may know it: everybody's, or for whoever is excluded from a
// record one that does not have it, with answers kept of its own. Knows no page.
#pragma once

#include "access/hidden_store.h"
#include "casework/office.h"

#include <list>
#include <memory>
#include <mutex>

namespace gweld::casework {

class Offices {
  public:
    // `everybodys` outlives it.
    explicit Offices(Office& everybodys) : everybodys_{everybodys} {}

    struct Known {
        std::shared_ptr<Office> office; // null: everybody's
        access::Hidden hidden;
        std::int64_t head = 0; // of the record when that was so
    };
    base::Result<Known, record::StoreFault> of(const access::Viewer& viewer);
    // Whether nobody was excluded, and no exclusion lifted, since: asked before what was read in
    // that office is shown. A fault: nobody can say.
    enum class Still : std::uint8_t { so, no_longer };
    base::Result<Still, record::StoreFault> still(const Known& known, const access::Viewer& viewer);

  private:
    struct Without;
    std::shared_ptr<Office> without(const access::Hidden& hidden);

    // People who are excluded from something and at work at one time are few; each office keeps
    // answers of its own.
    static constexpr std::size_t most_kept = 8;
    Office& everybodys_;
    std::mutex mutex_;
    std::list<std::shared_ptr<Without>> kept_; // the one asked for last first
};

} // namespace gweld::casework

// child.h - opening a child's record: decided, logged and read in one transaction.
#pragma once

#include "casework/office.h"
#include "casework/standing.h"

#include <memory>
#include <string_view>
#include <variant>

namespace gweld::casework {

// What a record page shows. The standing is as the permission's own transaction saw it; what is
// around it is as of then or later.
struct OpenRecord {
    Standing standing;
    access::Ground ground{};
    std::shared_ptr<const Surroundings> around;  // never null
    std::optional<CoordinatorToday> coordinator; // none: not on the register today

    const auto& family() const { return around->family; }
    const auto& workers() const { return around->workers; }
    const auto& teams() const { return around->teams; }
};

using OpenRefused = std::variant<NotFoundOrNotYours, record::StoreFault>;

// `page` goes into the access log. A look at a child who is not there is not logged; a refused look
// at one who is, is.
base::Result<OpenRecord, OpenRefused> open_record(Office& office, const access::Viewer& viewer,
                                                  PersonId child, access::Action action,
                                                  std::string_view page);

// Who has looked at a record that has been opened (which is itself a look): the newest 200, newest
// first.
base::Result<std::vector<record::ChainedLook>, record::StoreFault> looks_at(Office& office,
                                                                            const OpenRecord& open);

} // namespace gweld::casework

// typed.h - the form of an allocation as it was typed, and the allocation it means. Knows no page.
#pragma once

#include "casework/allocation.h"
#include "web/fields.h"
#include "web/pages/visit/form.h"

#include <string>
#include <vector>

namespace gweld::web::pages {

struct AllocationTyped {
    std::string worker; // id as text
    std::string from;   // today, other
    std::string day;
    std::string month;
    std::string year;
};

AllocationTyped allocation_typed(const Fields& posted);

// `offered`: whom this manager may choose. A year has four digits. Whether the first day is one a
// worker may be allocated from, the use case says.
base::Result<casework::Allocate, std::vector<FieldFault>>
parse(const AllocationTyped& typed, casework::PersonId child,
      const std::vector<record::WorkerRow>& offered, time::CivilDate today);

} // namespace gweld::web::pages

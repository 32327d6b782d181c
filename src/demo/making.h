// making.h - the whole county before anything is stored: its people and its entries, oldest first.
#pragma once

#include "demo/case.h"
#include "demo/county.h"
#include "demo/staff.h"

#include <vector>

namespace gweld::demo {

struct Made {
    Staff staff;
    std::vector<Case> cases;
    std::vector<record::Draft> drafts; // the newest was recorded at `now`
    std::vector<std::string> files;    // that drafts carry by their digests
};

// The calendar has to be long enough (make_county asks); otherwise std::bad_variant_access.
Made made_from(const CountyWish& wish);

} // namespace gweld::demo

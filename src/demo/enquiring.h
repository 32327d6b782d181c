// enquiring.h - what led to the register: strategy discussions, section 47 enquiries and what they
// found. And, of families that left the register long ago, a new worry each: a few enquiries still
// open and one example of every step that can be missing.
#pragma once

#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

// The steps before the conference of each stay on the register, in the order of the stays. Only
// those of the last year are told.
struct EnquiryDays {
    CivilDate discussed;
    CivilDate concluded;
};
std::vector<EnquiryDays> enquiry_days(const County& county, const Case& family, Chance chance);

// Before each conference of the last year.
void tell_enquiries(const County& county, const Case& family, Scribe& scribe, Chance chance);
void tell_new_worries(const County& county, const std::vector<Case>& cases, Scribe& scribe);

} // namespace gweld::demo

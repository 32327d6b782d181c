// referral_rows.h - what the entries about one contact come to in the tables of the partners' form,
// and whether its referrer is still to be told.
#pragma once

#include "record/projection.h"

#include <vector>

namespace gweld::record {

// `contact` without an entry: there is no such contact any more. `standing`: the entries about it
// that nobody corrected or withdrew, oldest first.
void restate_referral(const ContactRow& contact, const std::vector<Entry>& standing,
                      TableHands& hands);

} // namespace gweld::record

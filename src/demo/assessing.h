// assessing.h - the assessments of families on the register, over two years: about two in three
// finished within the time, some being written, and the signatures under these and all else that
// asks for one.
#pragma once

#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

// `chance` is the whole county’s, so that the enquiries are drawn as tell_enquiries drew them.
void tell_assessments(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                      const Chance& chance);
// Comes last: signs most of what has been written so far.
void tell_signatures(const County& county, Scribe& scribe, Chance chance);

} // namespace gweld::demo

// phones.h - a social worker who records where there is no signal: a list taken, a visit that came
// from her phone, and one that waits for her because it does not say whom it was to.
#pragma once

#include "demo/case.h"
#include "demo/scribe.h"
#include "demo/visiting.h"

#include <span>

namespace gweld::demo {

void tell_phones(const County& county, std::span<const Case> cases, Scribe& scribe);

} // namespace gweld::demo

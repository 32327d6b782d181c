// bringing.h - what another council wrote in Word about a family that moved here, brought into the
// record and waiting for somebody to say where its parts belong.
#pragma once

#include "demo/case.h"
#include "demo/scribe.h"
#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

void tell_documents(const County& county, const std::vector<Case>& cases, Scribe& scribe);

} // namespace gweld::demo

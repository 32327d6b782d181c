// invited.h - who was invited to a meeting, agency by agency: asked and read the same way for a
// strategy discussion and a conference.
#pragma once

#include "record/kinds.h"
#include "web/pages/forms/answers.h"
#include "web/pages/forms/sheet.h"

#include <vector>

namespace gweld::web::pages {

// A box for each of the agencies that come to most meetings and a few for others.
std::vector<Html> ask_invited(const Words& say, const Fields& typed,
                              std::span<const FieldFault> faults);
// Rows left empty are nobody. Of children's services and the police it has to be said whether they
// came; whoever was there has a name.
std::vector<record::AgencyAtMeeting> read_invited(const Fields& posted, Answers& answers);

} // namespace gweld::web::pages

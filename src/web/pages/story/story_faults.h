// story_faults.h - what a use case of the story refused, as a fault beside its question.
#pragma once

#include "casework/story.h"
#include "web/pages/forms/fault.h"

namespace gweld::web::pages::story {

FieldFault fault_of(casework::StoryNonsense nonsense);

} // namespace gweld::web::pages::story

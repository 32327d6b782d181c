// held_answers.h - a visit that waits for its writer, read back as questions and answers.
#pragma once

#include "casework/phone_visits.h"
#include "web/pages/offline/offline_parts.h"
#include "web/pages/site.h"
#include "web/pages/visit/form.h"

#include <optional>
#include <vector>

namespace gweld::web::pages {

// Named by the address, and waiting for whoever asks; none: not found or not theirs.
std::optional<casework::HeldVisit> held_in(const Caller& caller);

// Everything that was answered, in the order of the form; what was left empty is left out.
std::vector<AnswerShown> answers_of(const Words& say, const VisitForm& form, const Fields& said);

} // namespace gweld::web::pages

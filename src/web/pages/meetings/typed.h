// typed.h - the form of a core group as it was typed, and the meeting it means. Knows no page.
#pragma once

#include "base/result.h"
#include "record/kinds.h"
#include "web/fields.h"
#include "web/pages/forms/fault.h"

#include <span>
#include <string>
#include <vector>

namespace gweld::web::pages {

inline constexpr int actions_on_form = 4;
std::string action_field(std::string_view what, int number); // "action-what-1"

struct CoreGroupTyped {
    record::CoreGroupMet met;
    std::vector<base::PersonId> children;
};
// `offered`: the children the page was made for; anybody else is passed over. `planned`: the
// outcomes of their plans; each of a child it was about has to be said something of.
base::Result<CoreGroupTyped, std::vector<FieldFault>>
core_group_typed(const Fields& posted, std::span<const base::PersonId> offered,
                 std::span<const record::PlanOutcome> planned, time::CivilDate today);

std::string moved_field(base::OutcomeId outcome); // "moved-<id>"
std::string moved_words_field(base::OutcomeId outcome);

// Every agency in the order of the form, by the name it is recorded under.
std::span<const std::string_view> agencies_in_order();

} // namespace gweld::web::pages

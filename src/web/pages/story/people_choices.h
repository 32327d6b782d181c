// people_choices.h - choices of people and kinships for the forms about a family.
#pragma once

#include "web/pages/story/story_form.h"

#include <optional>
#include <vector>

namespace gweld::web::pages::story {

// The child, brothers and sisters, relatives: whoever somebody can be related to.
std::vector<Option> people_options(const StoryForm& form);
std::vector<Option> kinship_options(const Words& say);
std::optional<casework::PersonId> person_typed(const StoryForm& form, Answers& answers,
                                               std::string_view name, std::string_view when_none);
std::string name_of(const StoryForm& form, casework::PersonId person); // empty: not of the family

} // namespace gweld::web::pages::story

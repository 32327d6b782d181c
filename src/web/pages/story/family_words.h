// family_words.h - a family on a day in sentences: who each person is, who is what to whom, who
// lives together, what nobody has recorded. The same facts as the drawing, complete.
#pragma once

#include "casework/kin.h"
#include "web/pages/story/known_date.h"

#include <string>
#include <vector>

namespace gweld::web::pages::story {

using casework::FamilyMember;
using casework::FamilyOn;
using casework::RelationOn;

// "8 years old", "about 58 years old"; empty: not known.
std::string age_of(const Words& say, const FamilyMember& member);
// Inside the shape: "8", "c. 58".
std::string age_inside(const FamilyMember& member);
// "Carys Davies is the mother of Ffion Davies."
std::string relation_in_words(const Words& say, const FamilyOn& family, const RelationOn& relation);
// "Since 2015.", "From 2015 until May 2024."; empty: nothing is known of it.
std::string period_of(const Words& say, const RelationOn& relation);
// Age, birth, death, note, where they live on the day.
std::vector<std::string> facts_of(const Words& say, const FamilyOn& family,
                                  const FamilyMember& member);
// "On 24 November 2026 Ffion lives with Carys Davies and Osian Davies."
std::vector<std::string> household_in_words(const Words& say, const FamilyOn& family);
// What somebody is to somebody, for a choice: "a parent", "married to".
std::string kinship_in_words(const Words& say, record::Kinship kinship);
// What a relative is to the child, by the relations that go on: "mother"; empty: nothing direct.
std::string to_the_child(const Words& say, const FamilyOn& family, std::size_t member);

} // namespace gweld::web::pages::story

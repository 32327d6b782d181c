// register_plan.h - which families come on to the register and leave it, week by week, so that it
// moves between 85 and 120 children and stands at about 115 at the end; and who holds each family.
// Knows no visit and no entry.
#pragma once

#include "demo/case.h"
#include "demo/staff.h"
#include "demo/story_days.h"

#include <vector>

namespace gweld::demo {

// Adds families to those given (the scripted ones) until the register has its size in every week.
void fill_register(std::vector<Case>& cases, const StoryDays& days, const Workdays& workdays,
                   Chance chance);

// Gives every family its workers: the one with the least to do at first, another when one leaves
// or comes. Scripted families keep theirs.
void allocate(std::vector<Case>& cases, const StoryDays& days, const Workdays& workdays,
              const Staff& staff, Chance chance);

// Numbers and ids, in the order in which the families came.
void number_all(std::vector<Case>& cases, Chance chance);

std::size_t on_register(const std::vector<Case>& cases, CivilDate day);

} // namespace gweld::demo

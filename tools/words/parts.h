// parts.h - puts the parts of the Welsh catalogue together and says what is wrong with it.
#pragma once

#include "words/po.h"

#include <string>
#include <vector>

namespace gweld::po {

// One catalogue, with its header. An English sentence given the same Welsh twice stands once;
// given two different ones, the first stands (and `faults` reports it).
std::string assemble(const std::vector<Entry>& parts);

// What is wrong with `parts` as the Welsh of `sentences` (what xgettext found in the program):
// a sentence without its Welsh, an entry no longer used, one sentence put into Welsh in two ways,
// {slots} that differ, a plural without its six forms.
std::vector<std::string> faults(const std::vector<Entry>& sentences,
                                const std::vector<Entry>& parts);

} // namespace gweld::po

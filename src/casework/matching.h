// matching.h - who a child named in a contact might be, among the people already known: by name,
// date of birth, address, brothers and sisters. Suggests only; a person says who it is. Knows no
// viewer: what it answers may be shown to nobody whom access has not let in.
#pragma once

#include "record/store.h"

#include <vector>

namespace gweld::casework {

enum class Alike : std::uint8_t {
    name,
    part_of_name,
    born,
    address,
    brother_or_sister,
    born_as_expected // about when the other, unborn, was expected
};

struct Suggestion {
    record::PersonRow person;
    std::vector<Alike> alike;
};

// At most five, the most alike first. Children of the contact who are matched are not suggested
// for another of them, but their brothers and sisters are. A date of birth alone suggests nobody:
// a county has ten children of every day.
std::vector<Suggestion> who_it_might_be(const record::Reading& reading,
                                        const record::ContactChildRow& child,
                                        const std::vector<record::ContactChildRow>& of_contact);

} // namespace gweld::casework

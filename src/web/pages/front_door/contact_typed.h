// contact_typed.h - the form of a new contact as typed, and the contact it means. Parsed at the
// door: every fault is found and every word kept. Knows no store but to look a number up.
#pragma once

#include "base/result.h"
#include "record/kinds.h"
#include "record/store.h"
#include "web/pages/forms/answers.h"

#include <functional>
#include <vector>

namespace gweld::web::pages::door {

// Who has the record number; none: nobody.
using PersonNumbered = std::function<std::optional<record::PersonRow>(const std::string& number)>;

// How many blocks for children the form has; from 1 to 40.
std::size_t child_blocks(const Fields& posted);
std::string child_field(std::size_t nth, std::string_view what); // "child-2-name"

// One block; its record number is not read.
record::ChildInContact child_as_given(std::size_t nth, Answers& answers);
// A name that is missing or too long is a fault.
void check_name(const record::ChildInContact& child, std::size_t nth, Answers& answers);
// Somebody who was eighteen or over on the day is a fault, which says how old.
void check_age(const record::ChildInContact& child, std::size_t nth, time::CivilDate on,
               Answers& answers);
// Whether nothing was typed into a block.
bool is_empty_child(const Fields& posted, std::size_t nth);

// The form of a contact as it stands, for correcting it.
Fields fields_of(const record::ContactReceived& contact);

// A block with nothing in it is passed over, unless it is one of the first `kept`, whose places are
// taken.
base::Result<record::ContactReceived, std::vector<FieldFault>>
parse_contact(const Fields& posted, time::CivilDate today, const PersonNumbered& numbered,
              std::size_t kept = 1);

} // namespace gweld::web::pages::door

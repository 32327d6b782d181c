// said.h - a translated sentence with its slots filled, written where a template stands. Each part
// is escaped by itself, so a slot may hold Html (a link, a <strong>) without the sentence becoming
// markup. Knows no catalogue: the sentence arrives in the reader's language.
#pragma once

#include "base/function_ref.h"
#include "web/html.h"

#include <string_view>

namespace gweld::web {

// Writes `sentence`, and in place of each {slot} whatever put_slot writes for that name. put_slot
// answers false for a name it does not know; the slot is then shown as it is written.
void put_said(Out& out, std::string_view sentence,
              base::FunctionRef<bool(std::string_view)> put_slot);

} // namespace gweld::web

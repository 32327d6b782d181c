// written_agreement.h - words that call themselves a "written agreement" or a "contract of
// expectations". Neither is a way to manage risk to a child, so no plan holds one and a document
// that does is shown as what it is. Knows no entry and no page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gweld::protection {

// What the text calls itself, as typed; none: nothing of the kind. English and Welsh, singular and
// plural, Welsh mutations; capital letters, hyphens, line ends and doubled spaces aside. It goes by
// the name alone: an agreement called something else is not found, and a sentence that says there
// is none is.
std::optional<std::string> calls_itself_agreement(std::string_view text);

} // namespace gweld::protection

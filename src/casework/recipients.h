// recipients.h - who the people of a child are now, before something about the child is handed or
// sent to one of them. Names are compared as people write them; the program does not know who
// stands at the door. Knows no page.
#pragma once

#include "casework/kin.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::casework {

enum class ToTheChild : std::uint8_t {
    cares_now,        // a parent, step-parent or carer, and it has not ended
    partner_of_carer, // of one of those, and nothing to the child
    no_longer,        // carer, step-parent or partner of one: it has ended
    has_died,
    other_relative,
    not_known // nobody of that name is recorded in the family
};

struct Recipient {
    std::string name;
    ToTheChild now = ToTheChild::not_known;
    std::size_t member = 0; // of the family given
};
// Of everybody but children with a record, as of the family's day; in its order.
std::vector<Recipient> recipients_in(const FamilyOn& family);

// Whose name stands in the line, whatever stands around it; of several the one that asks for most
// care. Not known: nobody's.
ToTheChild who_is(std::span<const Recipient> people, std::string_view line);
// Nothing goes to them before somebody has looked again.
bool wants_another_look(ToTheChild now);

} // namespace gweld::casework

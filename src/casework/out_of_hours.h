// out_of_hours.h - of whom an emergency duty team must know when the server is out of reach, and
// what was read meanwhile, told to the record afterwards. Knows no page and no cryptography.
#pragma once

#include "casework/child.h"
#include "casework/recording.h"

#include <variant>
#include <vector>

namespace gweld::casework {

// Children on the register today, children with an open section 47 enquiry, and children whom the
// front door handed on because they may have been harmed. NOT MODELLED: placements of looked after
// children, because no entry stands for one yet; the pack says so.
struct OutOfHours {
    record::Instant as_of;
    std::vector<OpenRecord> children; // as a Welsh directory orders them, each once
};
// What the duty desk may see, by the same decision as everywhere; making it is nobody's look.
base::Result<OutOfHours, record::StoreFault> out_of_hours(Office& office);
access::Viewer duty_desk(); // nobody's account

struct PackLook {
    PersonId child;
    record::Instant at; // by the clock of the machine it was read on
};
struct PackLooks {
    record::LooksListId list;
    record::Instant made; // the pack
    std::string reader;
    std::vector<PackLook> looks;
};

inline constexpr std::size_t most_pack_looks = 5000;

enum class LooksNonsense { nobody_named, no_looks, too_many, before_the_pack, in_the_future };
struct HandedInBefore {};
struct LooksHandedIn {
    std::size_t looks = 0;
    std::size_t unknown = 0; // of children the record does not know
};
using LooksRefused =
    std::variant<NotFoundOrNotYours, LooksNonsense, HandedInBefore, record::StoreFault>;
// Whoever may have the pack hands in. Each look goes into the access log under the reader's name,
// without an account. A list is taken once. A clock up to five minutes fast or slow is let pass.
base::Result<LooksHandedIn, LooksRefused>
hand_in_looks(Office& office, const access::Viewer& viewer, const PackLooks& given);

} // namespace gweld::casework

// handing_over.h - what came of a decision at the front door that called for somebody: nearly every
// child is allocated or let go by a manager within a working day; a few were forgotten. For the
// families who are on no register.
#pragma once

#include "demo/door_families.h"

#include <vector>

namespace gweld::demo {

struct HandedOver {
    base::ContactId contact;
    const std::vector<Child>* children = nullptr; // in the order of the contact
    time::Instant decided;
    record::ContactOutcome outcome = record::ContactOutcome::referral;
    Discussed discussed = Discussed::no;
};

class HandOvers {
  public:
    HandOvers(const County& county, Scribe& scribe) : county_{county}, scribe_{scribe} {}

    // Decisions in the order of their days. Whom somebody has already is not given twice; `family`
    // remembers until when.
    void tell(const HandedOver& what, DoorFamily& family, Chance chance);
    // Nobody has to have them.
    void let_go(const HandedOver& what, Chance chance);

  private:
    struct Held {
        std::size_t worker;
        std::size_t children;
        CivilDate until;
    };
    std::size_t who_takes(CivilDate day) const;
    void allocate(const HandedOver& what, DoorFamily& family, Chance& chance);

    const County& county_;
    Scribe& scribe_;
    std::vector<Held> held_;
};

} // namespace gweld::demo

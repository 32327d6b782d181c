// door_families.h - the families who come to the front door and are on no register: some once, some
// again and again. Known to the record from the day on which somebody decided to look further.
#pragma once

#include "demo/visiting.h"

#include <deque>
#include <optional>

namespace gweld::demo {

struct DoorFamily {
    Household household;
    bool described = false;                // its children are people of the record
    std::optional<CivilDate> last_enquiry; // the day of its last strategy discussion
    std::optional<CivilDate> held_until;   // when its last worker let it go
};

// Whether every child was discussed, with the police there.
enum class Discussed : std::uint8_t { no, yes };

class DoorFamilies {
  public:
    DoorFamilies(const County& county, Scribe& scribe) : county_{county}, scribe_{scribe} {}

    // One of those who came before, or none.
    DoorFamily* again(Chance& chance);
    DoorFamily& fresh(CivilDate day, Chance& chance);
    // Makes its children people of the record.
    void describe(DoorFamily& family, time::Instant at, std::size_t by);
    // What a strategy discussion on or after the day led to; the family has been described.
    Discussed enquire(DoorFamily& family, CivilDate day, Chance& chance);

  private:
    void describe_child(const DoorFamily& family, const Child& child, time::Instant at,
                        std::size_t by);

    const County& county_;
    Scribe& scribe_;
    std::deque<DoorFamily> families_; // they stay where they are
    int next_child_ = 300000;
    int next_family_ = 70000;
};

} // namespace gweld::demo

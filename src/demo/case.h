// case.h - one family's way through the register: when it was on it, who held it, how it was
// reviewed. A plan to be told as entries; knows no entry.
#pragma once

#include "demo/household.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace gweld::demo {

struct Stay { // on the register on days start <= d < end
    CivilDate start;
    std::optional<CivilDate> end;
    record::GroundForRemoval ground = record::GroundForRemoval::decided_at_review_conference;
    std::vector<CivilDate> reviews; // conferences after the first one, by date, not after `today`
    std::vector<record::Category> categories;
    std::optional<record::Category> changed_to; // at the first review
    std::string plan_number;

    bool contains(CivilDate day) const { return start <= day && (!end || day < *end); }
};

struct Holding {
    std::size_t worker; // where in Staff::workers
    CivilDate from;
    std::optional<CivilDate> until;

    bool contains(CivilDate day) const { return from <= day && (!until || day < *until); }
};

struct ScriptedFamily; // lead_story.h

struct Case {
    Household household;
    std::vector<Stay> stays;       // by start; the last one may be open
    std::vector<Holding> holdings; // by from; between two of them nobody holds the family
    std::size_t team = 0;
    const ScriptedFamily* script = nullptr; // null: left to chance

    const Stay* stay_on(CivilDate day) const;
    const Holding* held_on(CivilDate day) const;
    // The children who are on the register on the day.
    std::size_t registered_on(CivilDate day) const;
};

// The day a child's registration of this stay ends: with the stay, or before it on the eighteenth
// birthday, which may be to come.
CivilDate end_for(const Child& child, const Stay& stay);
bool registered(const Child& child, const Stay& stay, CivilDate day);

} // namespace gweld::demo

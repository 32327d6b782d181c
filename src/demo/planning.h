// planning.h - what was planned for each family of the made-up county: who co-ordinated, the plan
// as its core groups made it and how it went, what followed after the register. A few gaps are
// there on purpose, so that the pages that show them have something to show.
#pragma once

#include "demo/visiting.h"

#include <optional>
#include <vector>

namespace gweld::demo {

// The families in which nobody who may do so co-ordinates the plan today.
struct PlantedGaps {
    const Case* nobody_named = nullptr;
    const Case* named_has_left = nullptr;
};
PlantedGaps gaps_planted(const County& county, const std::vector<Case>& cases);

void tell_coordinators(const County& county, const Case& family, const PlantedGaps& gaps,
                       Scribe& scribe);

// The plan of one stay on the register. Told by core groups: the first agrees it.
class StayPlan {
  public:
    StayPlan(const County& county, const Case& family, const Stay& stay, Scribe& scribe,
             Chance chance);

    // What the meeting said of each outcome; nothing before there is a plan.
    void add_progress(record::CoreGroupMet& met);
    // What the meeting agreed, and what has been done by then. Written just after it.
    void after(CivilDate day, const std::vector<Uuid>& children, const Written& written);

  private:
    void agree(CivilDate day, const std::vector<Uuid>& children, const Written& written);
    void change(CivilDate day, const std::vector<Uuid>& children, const Written& written);
    void mark_done(CivilDate day, const std::vector<Uuid>& children, const Written& written);

    const County& county_;
    const Case& family_;
    const Stay& stay_;
    Scribe& scribe_;
    Chance chance_;
    bool told_ = false; // of a stay long ago nothing is told
    std::optional<record::PlanAgreed> plan_;
    std::size_t first_ = 0; // of the texts
    bool changed_ = false;
    std::vector<base::ActionId> done_;
};

// After a name left the register at a conference: a care and support plan, that none is needed, or
// nothing.
void tell_what_followed(const County& county, const Case& family, Scribe& scribe, Chance chance);

// Families on the register who live, or go to live, elsewhere.
struct PlantedMoves {
    const Case* away = nullptr;
    const Case* leaving = nullptr;
};
PlantedMoves moves_planted(const County& county, const std::vector<Case>& cases);
// Of one child, whose placing is given.
void tell_move(const County& county, const Case& family, const PlantedMoves& moves,
               base::EntryId placed, Uuid child, Scribe& scribe);

} // namespace gweld::demo

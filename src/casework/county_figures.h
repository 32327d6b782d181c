// county_figures.h - every measure of the county, worked out of the record and kept: at a new head
// only those children are counted again of whom something was recorded. Knows no viewer.
#pragma once

#include "casework/figures.h"

#include <span>

namespace gweld::casework {

// Who held a child when.
struct Holders {
    std::vector<measure::Held> teams;
    std::vector<measure::Held> workers;
};
struct HolderNames {
    std::map<Uuid, std::string> workers;
    std::map<Uuid, std::string> teams;
};
HolderNames holder_names_in(const record::Reading& reading);
Holders holders_of(const std::vector<record::AllocationRow>& rows, const HolderNames& names);

std::vector<Uuid> ever_registered(const record::Reading& reading, CivilDate as_of); // by id

measure::Period whole_month(CivilDate any_day);
measure::Tally total(std::span<const measure::ChildDuties> children, measure::Period period,
                     CivilDate as_of);

struct CountyFigures {
    struct OfRule {
        const law::Card* card = nullptr;
        std::vector<measure::ChildDuties> children;
        Indicator indicator;
    };
    std::vector<OfRule> rules; // in page order, without those of which there is no card
    // Parallel to the children of each rule: everybody ever on the register, by id.
    std::vector<PersonId> children;
    std::vector<FactsKept::Mark> marks; // of the facts they were counted from
    std::vector<std::vector<record::AllocationRow>> allocations;
    std::vector<std::vector<measure::Held>> teams;
    std::vector<std::vector<measure::Held>> workers;

    const OfRule* of(std::string_view rule) const; // null: not measured
};

std::shared_ptr<const CountyFigures> county_figures(Office& office, const record::Reading& reading,
                                                    CivilDate today);

} // namespace gweld::casework

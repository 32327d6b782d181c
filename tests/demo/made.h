// made.h - a made-up county in memory, and the questions the tests put to it.
#pragma once

#include "demo/county.h"
#include "law/card.h"
#include "measure/measure.h"
#include "protection/history.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::demo {

const law::Book& book();
const time::Calendar& working_days();

struct MadeCounty {
    std::unique_ptr<record::Store> store;
    CountyReport report;
    time::Instant now;
    time::CivilDate today = time::CivilDate::from_day_number(0);
    std::vector<record::Entry> entries;
    std::map<base::Uuid, record::PersonRow> people;         // by id
    mutable std::map<base::Uuid, protection::History> read; // see history()
    std::vector<record::AllocationRow> allocations;
    std::vector<record::WorkerRow> workers;
    std::vector<record::TeamRow> teams;

    // Read when first asked for.
    const protection::History& history(base::Uuid child) const;
    const record::WorkerRow& worker(std::string_view name) const;
    base::Uuid child(std::string_view forename, std::string_view surname) const;
    // The one duty of the rule that is open on the day of now.
    protection::Duty open_duty(base::Uuid child, std::string_view rule) const;
    // Working days until it is due; negative: so many over.
    int days_left(base::Uuid child, std::string_view rule) const;
    std::vector<measure::ChildDuties> duties(std::string_view rule) const;
    bool on_register(base::Uuid child) const;
    // Everyone allocated today.
    std::vector<base::Uuid> held_by(std::string_view worker) const;
    std::size_t registered_on(time::CivilDate day) const;
};

MadeCounty made_at(std::string_view now, std::uint64_t seed = 1);
// Of Tuesday 24 November 2026 at nine; made once.
const MadeCounty& usual_county();

} // namespace gweld::demo

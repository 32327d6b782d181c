// made.h - a made-up county and the questions the tests put to it.
#pragma once

#include "demo/making.h"
#include "law/card.h"
#include "measure/measure.h"
#include "protection/history.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::demo {

inline constexpr int two_years = 730;

const law::Book& book();
const time::Calendar& working_days();

// A short front door, because most tests ask about the register.
CountyWish wish_for(std::string_view now, std::uint64_t seed = 1, int front_door_days = 30);

struct Held { // one allocation
    base::Uuid child;
    base::Uuid worker;
    time::Span days;
};

class MadeCounty {
  public:
    MadeCounty(std::string_view now, std::uint64_t seed, int front_door_days = 30);

    Made made;
    time::Instant now;
    time::CivilDate today;
    std::vector<record::Entry> entries;
    std::map<base::Uuid, record::PersonDescribed> people; // as they are now
    std::vector<Held> allocations;

    const protection::History& history(base::Uuid child) const;
    base::Uuid child(std::string_view forename, std::string_view surname) const;
    // The newest duty of the rule on the day of now.
    protection::Duty open_duty(base::Uuid child, std::string_view rule) const;
    // Working days until it is due; negative: so many over.
    int days_left(base::Uuid child, std::string_view rule) const;
    std::vector<measure::ChildDuties> duties(std::string_view rule) const;
    bool on_register(base::Uuid child) const;
    std::size_t registered_on(time::CivilDate day) const;
    // The children allocated to the worker today.
    std::vector<base::Uuid> held_by(std::string_view worker) const;

  private:
    void learn(const record::Entry& entry);

    std::map<base::Uuid, std::vector<record::Entry>> about_;
    std::map<base::Uuid, std::size_t> allocation_;                // by entry
    mutable std::map<base::Uuid, protection::History> histories_; // made when first asked for
};

// Of Tuesday 24 November 2026 at nine, with two years of the front door; made once.
const MadeCounty& usual_county();

} // namespace gweld::demo

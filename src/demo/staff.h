// staff.h - the made-up council's teams and the people who work in them: who came, who left, whose
// post is still empty. Knows no child.
#pragma once

#include "base/uuid.h"
#include "demo/chance.h"
#include "demo/story_days.h"
#include "record/store.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace gweld::demo {

using base::TeamId;
using base::WorkerId;
using time::Instant;

struct Team {
    TeamId id;
    std::string number;
    std::string name;
};

enum class HoldsCases { yes, no };
enum class WritesIn { english, welsh };

struct Worker {
    WorkerId id;
    std::string number;
    std::string name;
    std::string job_title;
    std::string registration;
    record::Role role = record::Role::social_worker;
    std::size_t team = 0; // where in Staff::teams
    HoldsCases holds_cases = HoldsCases::yes;
    WritesIn writes_in = WritesIn::english;
    CivilDate joined;
    std::optional<CivilDate> left; // the first day they were gone

    bool works_on(CivilDate day) const { return joined <= day && (!left || day < *left); }
};

struct Staff {
    std::vector<Team> teams;
    std::vector<Worker> workers;

    std::size_t named(std::string_view name) const; // throws: the story names someone unknown
    std::size_t manager_of(std::size_t team) const;
    std::size_t head_of_service() const;
    std::size_t duty_worker() const;
    std::vector<std::size_t> chairs() const; // reviewing officers, never none
    // Empty for those who serve the whole county.
    std::string_view team_name_of(const Worker& worker) const;
};

inline constexpr std::size_t north = 0;
inline constexpr std::size_t disabled_children = 4;
inline constexpr std::size_t assessment = 5; // whom the front door hands families on to

Staff staff_of(const StoryDays& days, Chance chance);

} // namespace gweld::demo

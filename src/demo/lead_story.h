// lead_story.h - the families whose last weeks are written out by hand, so that the pages of the
// social worker one signs in as show the same story on whatever day the county is made. Their days
// are counted back from that day, in working days.
#pragma once

#include "demo/case.h"
#include "demo/staff.h"
#include "demo/story_days.h"

#include <string_view>
#include <vector>

namespace gweld::demo {

enum class Counted {
    working_days_ago, // seen alone then, a child is due 10 - n working days from today
    home_due_in       // seen at home then, a child is due n working days from today
};

inline constexpr auto told = record::Announced::announced;
inline constexpr auto unannounced = record::Announced::unannounced;

struct ScriptedVisit {
    Counted counted = Counted::working_days_ago;
    int n = 0;
    record::Place place = record::Place::home;
    record::Announced announced = record::Announced::announced;
    std::string_view arrived;
    // One word a child, in their order: s seen, a alone, b bedroom seen, - none of it; x: the child
    // is not in this visit.
    std::string_view parts;
    std::string_view account;
    // In the same order, in the child's own language or after "en|"; empty: nothing written down.
    std::vector<std::string_view> words{};
    std::optional<record::AttemptFailed> failed{};
    record::WriteUp write_up = record::WriteUp::complete;
};

struct ScriptedChild {
    std::string_view forename;
    std::string_view surname;
    record::Sex sex;
    int years;
    int months;
    std::string_view language;
    std::string_view ethnicity;
};

struct ScriptedFamily {
    std::vector<ScriptedChild> children; // the eldest first
    std::string_view lines;
    std::string_view carer;
    std::string_view worker;
    int registered_days_ago;
    std::vector<int> reviews_days_ago; // the earliest first
    std::vector<record::Category> categories;
    std::vector<ScriptedVisit> visits; // the latest weeks, the earliest first
};

std::vector<ScriptedFamily> families_of_the_story();
std::vector<ScriptedFamily> families_overdue_elsewhere();
// Both.
const std::vector<ScriptedFamily>& scripted_families();

// The day a scripted visit was made on.
CivilDate day_of(const ScriptedVisit& visit, const StoryDays& days, const Workdays& workdays);

std::vector<Case> scripted_cases(const StoryDays& days, const Workdays& workdays,
                                 const Staff& staff, Chance chance);

} // namespace gweld::demo

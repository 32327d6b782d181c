// worklist.h - whose children, and in what order: a worker's day by household, a manager's team.
#pragma once

#include "casework/coordinating.h"
#include "casework/office.h"
#include "casework/standing.h"

#include <map>
#include <string>
#include <vector>

namespace gweld::casework {

// Children in one home, shown together because one drive sees them all.
struct Household {
    std::vector<Standing> children; // most urgent first
    const record::AddressRow* home = nullptr;
    std::string surname; // of the most urgent child
    int urgency = 0;
};

// What one visit must do to put everything right: whole tasks, by child.
enum class Task { see_alone, see_at_home, see_bedroom };
struct TaskForChild {
    const Standing* child = nullptr;
    Task task{};
};
// Everything overdue or due within three working days in this home.
std::vector<TaskForChild> what_puts_it_right(const Household& household);
bool needs_a_home_visit(const std::vector<TaskForChild>& tasks);

struct StubWaiting { // "seen, alone, safe: write-up to follow"
    base::EntryId visit;
    std::vector<std::shared_ptr<const Facts>> children;
    std::optional<protection::Duty> duty; // always there
    std::optional<int> working_days_left;
};

struct PlannedAndOverdue { // one action of a plan
    std::vector<std::shared_ptr<const Facts>> children;
    record::PlanAction action;
};

struct DaysWork {
    std::vector<Household> households;      // with a child on the register; most urgent first
    std::vector<Standing> others;           // allocated, not on the register
    std::vector<StubWaiting> stubs;         // soonest first
    std::vector<PlannedAndOverdue> actions; // of the plans that hold; longest overdue first
    std::size_t children_on_register = 0;
    std::size_t overdue_alone = 0;
    std::size_t overdue_home = 0;
    std::size_t due_soon = 0; // with something due within three working days and nothing overdue
};

// The children allocated to this worker today, in any part.
base::Result<DaysWork, record::StoreFault> days_work(Office& office, const access::Viewer& viewer);

struct Caseload {
    record::WorkerRow worker;
    std::size_t children = 0;
    std::size_t on_register = 0;
    std::size_t overdue = 0;
};

struct WithoutCoordinator { // on the register, and nobody who may co-ordinate the plan does
    Standing child;
    CoordinatorToday coordinator;
};
struct WithoutPlan { // left the register at a review conference, and no plan since
    Standing child;
    CivilDate since = record::to_be_given;
};

struct TeamToday {
    std::vector<WithoutCoordinator> without_coordinator; // longest first
    std::vector<WithoutPlan> without_plan;               // longest first
    std::vector<Standing> overdue;                       // most overdue first
    std::vector<Standing> due_soon;                      // soonest first
    std::vector<Standing> unallocated;                   // on the register with no allocated worker
    std::vector<Caseload> caseloads;                     // most overdue first, then by name
    std::vector<StubWaiting> stubs;
    std::map<Uuid, std::string> workers; // the name of every worker there is
    std::size_t children = 0;
    std::size_t on_register = 0;
    std::size_t visits_without_place = 0; // in the last 28 days: cannot count as seen at home
};

// A team manager's own team; the whole service for a head of service.
base::Result<std::shared_ptr<const TeamToday>, record::StoreFault>
team_today(Office& office, const access::Viewer& viewer);

// The workers a child may be allocated to by this manager: of the team, by name.
std::vector<record::WorkerRow> workers_of(const record::Reading& reading,
                                          const access::Viewer& viewer);

} // namespace gweld::casework

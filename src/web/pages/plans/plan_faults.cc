#include "web/pages/plans/plan_faults.h"

#include "words/words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using casework::NamingNonsense;
using casework::PlanNonsense;
using words::mark;

template <class Nonsense> struct Said {
    Nonsense nonsense;
    std::string_view field;
    std::string_view sentence;
};

constexpr std::array of_plans{
    Said{PlanNonsense::no_children, "child", mark("Tick at least one child")},
    Said{PlanNonsense::date_in_future, "on-day", mark("The date must be today or in the past")},
    Said{PlanNonsense::before_the_last_version, "on-day",
         mark("The date is before that of the plan that holds")},
    Said{PlanNonsense::not_on_register, "on-day",
         mark("One of these children was not on the register on that day")},
    Said{PlanNonsense::on_register, "on-day",
         mark("One of these children is on the register: they have a care and support protection "
              "plan")},
    Said{PlanNonsense::another_plan_holds, "child",
         mark("One of these children has a plan of their own. Go back and open that one")},
    Said{PlanNonsense::no_outcome, "o1-better",
         mark("Each child needs at least one thing that will be better")},
    Said{PlanNonsense::outcome_of_nobody, "o1-better", mark("Say for which child each is")},
    Said{PlanNonsense::outcome_unsaid, "o1-better", mark("Write what will be better")},
    Said{PlanNonsense::action_unsaid, "o1-better", mark("Say what is to be done")},
    Said{PlanNonsense::action_without_doer, "o1-better", mark("Say who will do it")},
    Said{PlanNonsense::contingency_unsaid, "c1-happens",
         mark("Write both: what may happen and what is done then")},
    Said{PlanNonsense::written_agreement, "o1-better",
         mark("A written agreement or contract of expectations is not a way to manage risk. Write "
              "what will be done, by whom and by when")},
    Said{PlanNonsense::no_review_day, "review-day",
         mark("Enter the day of the review: a care and support plan has to say how it is "
              "reviewed")},
    Said{PlanNonsense::review_not_later, "review-day",
         mark("The review must be after the day the plan was agreed")},
    Said{PlanNonsense::no_reason, "changed", mark("Write why")},
    Said{PlanNonsense::nothing_changed, "changed",
         mark("Nothing in the plan has changed, so there is no new version to save")},
    Said{PlanNonsense::no_such_action, "came", mark("This is not in the plan any more")},
    Said{PlanNonsense::marked_so_already, "came", mark("It is marked so already")},
    Said{PlanNonsense::no_plan_to_end, "on-day", mark("There is no plan to end")},
};

constexpr std::array of_namings{
    Said{NamingNonsense::no_children, "child", mark("Tick at least one child")},
    Said{NamingNonsense::no_such_worker, "worker",
         mark("Choose a worker with a social work registration number who works here")},
    Said{NamingNonsense::not_on_register, "child",
         mark("One of these children is not on the register today")},
    Said{NamingNonsense::before_the_register, "from-day",
         mark("The first day cannot be before the name was placed on the register")},
    Said{NamingNonsense::too_far_ahead, "from-day",
         mark("The first day must be in the next 28 days, today or in the past")},
    Said{NamingNonsense::named_already, "worker",
         mark("This worker co-ordinates the plan of one of these children already")},
};

template <class Nonsense, std::size_t N>
FieldFault found(const std::array<Said<Nonsense>, N>& all, Nonsense nonsense) {
    const auto* said = std::ranges::find(all, nonsense, &Said<Nonsense>::nonsense);
    return {std::string{said->field}, said->sentence, {}};
}

} // namespace

FieldFault fault_of_plan(PlanNonsense nonsense) { return found(of_plans, nonsense); }
FieldFault fault_of_naming(NamingNonsense nonsense) { return found(of_namings, nonsense); }

} // namespace gweld::web::pages

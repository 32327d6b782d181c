// planning_texts.h - the sentences made-up plans are made of. {child} and {carer} are forenames;
// the Welsh pieces put no name where a mutation would be wanted.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace gweld::demo {

struct DemoAction {
    std::string_view what;
    std::string_view who;
    int due_in_days;
};

struct DemoOutcome {
    std::string_view better;
    std::string_view danger;
    std::vector<DemoAction> actions;
    std::array<std::string_view, 3> moved; // said when it is better, no different, worse
};

struct DemoPlanTexts {
    std::vector<DemoOutcome> outcomes;
    std::vector<std::pair<std::string_view, std::string_view>> contingency;
    std::string_view changed;              // why the second version
    std::string_view carried_on;           // why the plan after the register
    std::string_view not_needed;           // why no plan follows
    std::array<std::string_view, 3> roles; // of the worker, a nurse, a teacher
    std::string_view after_handing;        // a thing to do that the second version adds
};

const DemoPlanTexts& plan_texts_in_english();
const DemoPlanTexts& plan_texts_in_welsh();

} // namespace gweld::demo

// planning_office.h - the small office with its two families, and short ways to agree a plan and to
// name who co-ordinates it.
#pragma once

#include "casework/coordinators.h"
#include "casework/plans.h"
#include "casework/worklist.h"
#include "enquiring_office.h"

namespace gweld::casework {

using record::PlanAgreed;
using record::PlanKind;

class Planning : public Enquiries {
  protected:
    static record::PlanOutcome outcome(const std::string& better,
                                       const std::vector<std::string>& children,
                                       std::vector<record::PlanAction> actions = {}) {
        return {{}, people(children), better, "It was cold for weeks.", std::move(actions)};
    }
    static record::PlanAction action(const std::string& what, CivilDate by) {
        return {{}, what, "Carys", by};
    }
    static PlanAgreed plan(const std::vector<std::string>& children, CivilDate on,
                           std::vector<record::PlanOutcome> outcomes) {
        PlanAgreed agreed;
        agreed.on = on;
        agreed.children = people(children);
        agreed.language = "cy";
        agreed.outcomes = std::move(outcomes);
        agreed.contingency = {{"The heating fails", "Nain takes them in"}};
        agreed.taking_part = {{"Carys", "mother"}};
        return agreed;
    }
    // For Ffion and Osian, on the 10th: warm beds for both, the dentist for Ffion alone.
    static PlanAgreed usual(CivilDate on = november(10)) {
        return plan(
            {"ffion", "osian"}, on,
            {outcome("Warm beds", {"ffion", "osian"}, {action("Mend the boiler", november(20))}),
             outcome("Ffion has seen the dentist", {"ffion"})});
    }
    PlanAnswer write(const PlanAgreed& agreed, const std::vector<std::string>& children,
                     std::optional<base::EntryId> follows = {}) {
        return write_plan(office, catrin(), agreed, follows, saw(children));
    }
    base::EntryId written(const PlanAgreed& agreed, const std::vector<std::string>& children,
                          std::optional<base::EntryId> follows = {}) {
        const auto answer = write(agreed, children, follows);
        EXPECT_TRUE(answer.ok()) << static_cast<int>(wrong(answer).value_or(PlanNonsense{}));
        return answer.ok() ? answer.value().entry : base::EntryId{};
    }
    protection::Plans plans(std::string_view who) { return plans_of(*facts(who)); }
    PlanAgreed document(std::string_view who, base::EntryId version) {
        return document_of(*facts(who), version).value();
    }
    std::shared_ptr<const Facts> facts(std::string_view who) {
        std::shared_ptr<const Facts> read;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { read = office.facts.of(r, child(who)); })
                .ok());
        return read;
    }
    void leaves_the_register(std::string_view who, CivilDate conference) {
        const auto held = this->conference({std::string{who}}, conference,
                                           ConferenceDecision::removed, ConferenceType::review);
        ASSERT_TRUE(confer(held, {std::string{who}}).ok());
    }
    void describe(std::string_view id, const std::string& name, const std::string& registration,
                  const std::string& team = "North") {
        put(record::WorkerDescribed{std::string{id}, name, "Social worker", registration, team},
            {thing(id)}, registered);
    }
    NamingAnswer name(std::string_view worker, const std::vector<std::string>& children,
                      CivilDate from) {
        return name_coordinator(office, rhian(), people(children), base::WorkerId{thing(worker)},
                                from, saw(children));
    }
    std::optional<CoordinatorToday> coordinator(std::string_view who) {
        std::optional<CoordinatorToday> found;
        const auto about = facts(who);
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            found = coordinator_of(r, *about, office.today());
                        })
                        .ok());
        return found;
    }
    std::shared_ptr<const TeamToday> team(const access::Viewer& viewer) {
        return team_today(office, viewer).value();
    }
    template <class Nonsense>
    static std::optional<Nonsense> wrong(const StepAnswer<Nonsense>& answer) {
        if (answer.ok()) {
            return std::nullopt;
        }
        const auto* why = std::get_if<Nonsense>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }
    template <class Why, class Nonsense>
    static bool stopped_by(const StepAnswer<Nonsense>& answer) {
        return !answer.ok() && std::holds_alternative<Why>(answer.error());
    }
};

} // namespace gweld::casework

// A plan begun with a Word document: its parts beside where they belong, then the plan's own form.
#include "web/pages/brought_in/brought_in.h"
#include "web/pages/brought_in/mapping.h"
#include "web/pages/forms/typed.h"
#include "web/pages/plans/plans.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/family.h"

#include <array>

namespace gweld::web::pages {

namespace {

// What councils' own forms call these; no list of such names was found, so whoever brings the
// document in confirms every one.
constexpr std::array hints{Hint{"what happens if", "happens"},
                           Hint{"contingency", "happens"},
                           Hint{"wrth gefn", "happens"},
                           Hint{"beth os", "happens"},
                           Hint{"what will be better", "better"},
                           Hint{"outcome", "better"},
                           Hint{"goal", "better"},
                           Hint{"canlyniad", "better"},
                           Hint{"fydd yn well", "better"},
                           Hint{"who takes part", "people"},
                           Hint{"core group", "people"},
                           Hint{"grŵp craidd", "people"},
                           Hint{"aelodau", "people"},
                           Hint{"action", "actions"},
                           Hint{"what will be done", "actions"},
                           Hint{"to be done", "actions"},
                           Hint{"tasks", "actions"},
                           Hint{"gweithred", "actions"},
                           Hint{"i’w wneud", "actions"},
                           Hint{"worr", "danger"},
                           Hint{"risk", "danger"},
                           Hint{"danger", "danger"},
                           Hint{"concern", "danger"},
                           Hint{"pryder", "danger"},
                           Hint{"risg", "danger"}};

std::vector<Option> places(const Words& say) {
    return {{"better", say.say("A new outcome: what will be better")},
            {"danger", say.say("The worry the outcome before is an answer to")},
            {"actions", say.say("Things to do for the outcome before, one on each line")},
            {"happens", say.say("What happens if …, one on each line")},
            {"people", say.say("Who takes part, one on each line")}};
}

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (auto line = trimmed(std::string_view{text}.substr(from, end - from)); !line.empty()) {
            lines.push_back(std::move(line));
        }
        from = end + 1;
    }
    return lines;
}

record::PlanOutcome& newest_outcome(record::PlanAgreed& plan) {
    if (plan.outcomes.empty()) {
        plan.outcomes.emplace_back();
    }
    return plan.outcomes.back();
}

void add_lines(std::string& to, const std::string& text) { to += to.empty() ? text : "\n" + text; }

void put(const std::string& place, const std::string& text, record::PlanAgreed& plan) {
    if (place == "better") {
        plan.outcomes.emplace_back().better = text;
    } else if (place == "danger") {
        add_lines(newest_outcome(plan).danger, text);
    } else if (place == "actions") {
        for (auto& line : lines_in(text)) {
            newest_outcome(plan).actions.emplace_back().what = std::move(line);
        }
    } else if (place == "happens") {
        for (auto& line : lines_in(text)) {
            plan.contingency.push_back({std::move(line), {}});
        }
    } else {
        for (auto& line : lines_in(text)) {
            plan.taking_part.push_back({std::move(line), {}});
        }
    }
}

template <class Then> Response with_document(const Caller& caller, const Then& then) {
    const auto child = person_in(caller, "id");
    if (!child) {
        return not_found(caller);
    }
    auto found = find_in_document(caller, *child, access::Action::write_plan);
    return found.ok() ? then(found.value()) : std::move(found).error();
}

Response show(const Caller& caller) {
    return with_document(caller, [&](const FoundIn& found) {
        const auto id = std::string{caller.param("id")};
        Mapping mapping;
        mapping.heading =
            caller.say.say("Where does each part belong in the plan? {name}",
                           {{"name", casework::full_name(*found.open.child->person)}});
        mapping.lede = caller.say.say("Then the form of the plan opens with these parts filled in. "
                                      "Nothing is saved before you save that form.");
        mapping.action = caller.to("plan.from", {{"id", id}, {"entry", caller.param("entry")}});
        mapping.back = caller.to("child.plan", {{"id", id}});
        mapping.places = places(caller.say);
        for (const auto& section : found.sections) {
            mapping.guesses.emplace_back(place_for(section.heading, hints));
        }
        return show_mapping(caller, found, mapping);
    });
}

Response fill_in(const Caller& caller) {
    return with_document(caller, [&](const FoundIn& found) {
        record::PlanAgreed more;
        for (const auto& [place, text] : confirmed(caller, found, places(caller.say))) {
            put(place, text, more);
        }
        more.brought_in = found.open.document.entry;
        return show_plan_form_with(caller, std::move(more));
    });
}

} // namespace

void add_plan_from_document_pages(Site& site) {
    add_page(site, Method::get, "plan.from", "/child/{id}/plan/from/{entry}", show);
    add_page(site, Method::post, "plan.from", "/child/{id}/plan/from/{entry}", fill_in);
}

} // namespace gweld::web::pages

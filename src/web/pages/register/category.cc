// Another category for a name that stays on the register.
#include "casework/standing.h"
#include "web/pages/child/wording.h"
#include "web/pages/register/register.h"
#include "web/pages/register/register_form.h"
#include "web/pages/visit/answers.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

namespace gweld::web::pages {

namespace {

using record::Category;
using words::mark;

template <class Then> void each_category(const Then& then) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Category>>(
        [&](auto each) { then(each.value, std::string{each.name}); });
}

std::string now(const FamilyForm& form) {
    const auto* stay = protection::stay_on(form.first().history, form.caller.today());
    return stay == nullptr
               ? std::string{}
               : form.say().say("{name} is on the register in the category: {category}. "
                                "The registration goes on. Who may change a category "
                                "between conferences the procedures we could read do "
                                "not say.",
                                {{"name", called(form.first())},
                                 {"category", child_record::all_of(form.say(), stay->categories)}});
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Option> options;
    each_category([&](Category category, const std::string& name) {
        options.push_back({name, child_record::said(say, category)});
    });
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Whose category changes?"), {}));
    questions.push_back(ask.any_of(
        {"category", say.say("What is the category now?"), say.say("Tick every one that applies.")},
        options));
    questions.push_back(ask.date({"on", say.say("From which day?")}));
    questions.push_back(ask.box(
        {"why", say.say("Why does it change?"), say.say("For example what a conference decided.")},
        3));
    return show_page(form,
                     {say.say("Change the category: {name}",
                              {{"name", casework::full_name(*form.first().person)}}),
                      now(form), form.caller.to("register.category", {{"id", form.id()}}),
                      say.say("Save the category")},
                     std::move(questions));
}

Response save(const Caller& caller) {
    const auto opened = open_register_form(caller, "change-category");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    std::vector<Category> categories;
    each_category([&](Category category, const std::string& name) {
        if (answers.is_ticked("category", name)) {
            categories.push_back(category);
        }
    });
    if (categories.empty()) {
        answers.fault("category", mark("Choose at least one category"));
    }
    const auto on = answers.past_date("on", mark("Enter the first day"),
                                      mark("The date must be today or in the past"));
    const auto why = answers.text("why", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::change_category(caller.office(), caller.viewer, ids_of(children),
                                              categories, *on, why, saw_by(form, children)),
                    "category", draw, &fault_of_register);
}

Response show(const Caller& caller) {
    auto opened = open_register_form(caller, "change-category");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {"on"});
    return draw(opened.value());
}

} // namespace

void add_category_pages(Site& site) {
    add_page(site, Method::get, "register.category", "/child/{id}/register/category", show);
    add_page(site, Method::post, "register.category", "/child/{id}/register/category", save);
}

} // namespace gweld::web::pages

// Lifting an exclusion or a restriction.
#include "web/pages/enquiries/family_form.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/problems/problems.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

std::string what_is_lifted(const FamilyForm& form) {
    const auto& say = form.say();
    const auto barrier = base::parse_uuid(form.caller.param("barrier"));
    const auto held = casework::guarded(form.first(), form.caller.office().clock.now());
    for (const auto& one : held.excluded) {
        if (one.said.id == barrier) {
            return say.say("{name} is excluded from this record. After that they may see it on the "
                           "grounds they have.",
                           {{"name", one.what.worker_name}});
        }
    }
    return say.say("After that whoever has a ground to see the record may open it again.");
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(ask.box({"words", say.say("Why does it not hold any more?")}, 3));
    return show_page(
        form,
        {say.say("Lift it: {name}", {{"name", casework::full_name(*form.first().person)}}),
         what_is_lifted(form),
         form.caller.to("child.lift", {{"id", form.id()},
                                       {"barrier", std::string{form.caller.param("barrier")}}}),
         say.say("Lift it")},
        std::move(questions));
}

// Of this child alone: each has an entry of its own.
FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::unbar, "lift-barrier");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.children.resize(1);
    form.home = "child.looks";
    form.first_field = "words";
    return base::Ok{std::move(form)};
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    const auto barrier = base::parse_uuid(caller.param("barrier"));
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    if (!barrier) {
        return not_found(caller);
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto words = answers.text("words", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::lift(caller.office(), caller.viewer, form.first().child,
                                   base::EntryId{*barrier}, words, saw_by(form, form.children)),
                    "lifted", draw, &fault_of_guarding);
}

Response show(const Caller& caller) {
    const auto opened = open_form(caller);
    return opened.ok() ? draw(opened.value()) : refusal(caller, opened.error());
}

} // namespace

void add_lifting_pages(Site& site) {
    add_page(site, Method::get, "child.lift", "/child/{id}/lift/{barrier}", show);
    add_page(site, Method::post, "child.lift", "/child/{id}/lift/{barrier}", save);
}

} // namespace gweld::web::pages

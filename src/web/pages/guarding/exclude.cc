// That somebody may not see a record: at once, by whoever works with the child.
#include "web/pages/enquiries/family_form.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/register/register_form.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::bar, "exclude");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.looks";
    form.first_field = "worker";
    return base::Ok{std::move(form)};
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Which records are they not to see?"), {}));
    questions.push_back(ask.from_list({"worker", say.say("Who is not to see it?"),
                                       say.say("Choose yourself if you know the family.")},
                                      people_here(form.caller)));
    questions.push_back(ask.one_of({"because", say.say("Why?")}, reasons_to_exclude(say)));
    questions.push_back(ask.box(
        {"words", say.say("In your own words"), say.say("Whoever may open the record reads this.")},
        3));
    return show_page(
        form,
        {say.say("Exclude somebody: {name}", {{"name", casework::full_name(*form.first().person)}}),
         say.say("It holds at once. For them it is as though there were no such "
                 "record: not in a list, a search or a figure, and not in an "
                 "emergency either. A team manager or the head of service can lift "
                 "it. An allocation does not end by itself."),
         form.caller.to("child.exclude", {{"id", form.id()}}), say.say("Exclude them")},
        std::move(questions));
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto worker = base::parse_uuid(answers.text("worker"));
    if (!worker) {
        answers.fault("worker", mark("Choose who is not to see it"));
    }
    const auto because = answers.choice<record::WhyExcluded>("because", mark("Choose a reason"));
    const auto words = answers.text("words", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    const auto done =
        casework::exclude(caller.office(), caller.viewer, ids_of(children),
                          {base::WorkerId{*worker}, *because, words}, saw_by(form, children));
    if (done.ok() && *worker == caller.viewer.worker) { // the record is not there for them now
        return see_other(Url::path(caller.to("home").text() + "?saved=excluded-myself"));
    }
    return answered(form, done, "excluded", draw, &fault_of_guarding);
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    begin(opened.value(), {});
    return draw(opened.value());
}

} // namespace

void add_exclusion_pages(Site& site) {
    add_page(site, Method::get, "child.exclude", "/child/{id}/exclude", show);
    add_page(site, Method::post, "child.exclude", "/child/{id}/exclude", save);
}

} // namespace gweld::web::pages

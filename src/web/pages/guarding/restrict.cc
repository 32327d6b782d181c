// That a record is open to the allocated chain alone, or to those on a list.
#include "web/components/markup.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/guarding/guarding.h"
#include "web/pages/guarding/guarding_words.h"
#include "web/pages/register/register_form.h"
#include "web/pages/visit/answers.h"

namespace gweld::web::pages {

namespace {

using words::mark;

constexpr int most_listed = 6;
constexpr int review_after_days = 90; // a habit of the page, not a rule: none was found

std::string listed_field(int nth) { return "listed-" + std::to_string(nth); }

FamilyOpened open_form(const Caller& caller) {
    auto opened = open_family(caller, access::Action::bar, "restrict");
    if (!opened.ok()) {
        return opened;
    }
    auto form = std::move(opened).value();
    form.home = "child.looks";
    form.first_field = "because";
    return base::Ok{std::move(form)};
}

Html list_of_people(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    const auto people = people_here(form.caller);
    Markup list;
    for (int nth = 1; nth <= most_listed; ++nth) {
        list.put(ask.from_list(
            {listed_field(nth), say.say("Person {n} on the list", {{"n", std::to_string(nth)}})},
            people));
    }
    return list.take();
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    const auto ask = form.questions();
    std::vector<Html> questions;
    questions.push_back(which_children(form, say.say("Which records?"), {}));
    questions.push_back(ask.one_of({"because", say.say("Why?")}, reasons_to_restrict(say)));
    questions.push_back(ask.one_of(
        {"open-to", say.say("To whom does it stay open?")},
        {{"allocated_chain", say.say("To whoever it is allocated to, their manager, the chair of "
                                     "the conferences and the head of service")},
         {"listed", say.say("Only to you and the people listed here"),
          say.say("One of them must be a team manager or head of service, so that it can be "
                  "lifted."),
          list_of_people(form)}}));
    questions.push_back(ask.box(
        {"words", say.say("In your own words"), say.say("Whoever may open the record reads this.")},
        3));
    questions.push_back(ask.date({"review", say.say("When is this to be looked at again?")}));
    return show_page(form,
                     {say.say("Restrict the record: {name}",
                              {{"name", casework::full_name(*form.first().person)}}),
                      say.say("It holds at once and takes the place of what restricted it before. "
                              "Others can open it only in an emergency, with a reason that is "
                              "reviewed. It is in none of their lists, and what is due for the "
                              "child neither: somebody who answers for that has to be left."),
                      form.caller.to("child.restrict", {{"id", form.id()}}),
                      say.say("Restrict the record")},
                     std::move(questions));
}

std::vector<base::WorkerId> listed_in(const Answers& answers) {
    std::vector<base::WorkerId> listed;
    for (int nth = 1; nth <= most_listed; ++nth) {
        const auto worker = base::parse_uuid(answers.text(listed_field(nth)));
        if (worker && std::ranges::find(listed, base::WorkerId{*worker}) == listed.end()) {
            listed.push_back(base::WorkerId{*worker});
        }
    }
    return listed;
}

Response save(const Caller& caller) {
    const auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value();
    Answers answers{form.typed, caller.today()};
    const auto children = chosen(form, answers);
    const auto because = answers.choice<record::WhyRestricted>("because", mark("Choose a reason"));
    const auto open_to =
        answers.choice<record::OpenTo>("open-to", mark("Choose to whom it stays open"));
    const auto words = answers.text("words", mark("Write why"));
    const auto review = answers.date("review", mark("Enter the day of the review"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(
        form,
        casework::restrict_record(caller.office(), caller.viewer, ids_of(children),
                                  {*because, *open_to, listed_in(answers), words, *review},
                                  saw_by(form, children)),
        "restricted", draw, &fault_of_guarding);
}

Response show(const Caller& caller) {
    auto opened = open_form(caller);
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    std::vector<Field> fields;
    put_date(fields, "review", caller.today().plus_days(review_after_days));
    begin(opened.value(), {}, std::move(fields));
    return draw(opened.value());
}

} // namespace

void add_restriction_pages(Site& site) {
    add_page(site, Method::get, "child.restrict", "/child/{id}/restrict", show);
    add_page(site, Method::post, "child.restrict", "/child/{id}/restrict", save);
}

} // namespace gweld::web::pages

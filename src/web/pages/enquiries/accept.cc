#include "casework/standing.h"
#include "web/pages/enquiries/enquiries.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/family_form.h"
#include "web/pages/enquiries/rows.html.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"

#include "record/codec.h"

namespace gweld::web::pages {

namespace {

using words::mark;

constexpr auto kind = record::Named<record::StrategyDiscussionHeld>::name;

std::string names_of(const FamilyForm& form) {
    std::string names;
    for (const auto& child : form.children) {
        names += (names.empty() ? "" : ", ") + casework::full_name(*child->person);
    }
    return names;
}

Response draw(const FamilyForm& form) {
    const auto& say = form.say();
    std::vector<Html> questions;
    questions.push_back(form.questions().box(
        {"reason", say.say("Why is it accepted?"),
         say.say("For example what the police knew and agreed to without being there. It is shown "
                 "with the meeting for as long as the record stands.")},
        5));
    return show_page(
        form,
        {say.say("Accept a meeting without the police"),
         say.say(
             "The meeting about {names} stays what it was and is counted as such. Accepting it "
             "lets a section 47 enquiry start from it, and the time to the conference runs from "
             "it.",
             {{"names", names_of(form)}}),
         form.caller.to("discussion.accept", {{"id", std::string{form.caller.param("id")}}}),
         say.say("Accept it as a strategy discussion")},
        std::move(questions));
}

Response save(const Caller& caller) {
    const auto opened = open_entry(caller, kind, access::Action::accept_meeting, "accept-meeting");
    if (!opened.ok()) {
        return refusal(caller, opened.error());
    }
    const auto& form = opened.value().form;
    Answers answers{form.typed, caller.today()};
    const auto reason = answers.text("reason", mark("Write why"));
    if (!answers.all_well()) {
        return with_faults(form, answers, draw);
    }
    return answered(form,
                    casework::accept_internal_meeting(caller.office(), caller.viewer,
                                                      base::EntryId{opened.value().entry.id},
                                                      reason, saw_by(form, form.children)),
                    "accepted", draw);
}

Response show(const Caller& caller) {
    const auto opened = open_entry(caller, kind, access::Action::accept_meeting, "accept-meeting");
    return opened.ok() ? draw(opened.value().form) : refusal(caller, opened.error());
}

} // namespace

void add_acceptance_pages(Site& site) {
    add_page(site, Method::get, "discussion.accept", "/discussion/{id}/accept", show);
    add_page(site, Method::post, "discussion.accept", "/discussion/{id}/accept", save);
}

} // namespace gweld::web::pages

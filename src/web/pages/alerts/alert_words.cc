#include "web/pages/alerts/alert_words.h"

#include "casework/standing.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/standing_words.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

using record::AlertOf;

std::string lacks(const Words& say, const casework::Alert& alert) {
    switch (alert.what) {
    case AlertOf::not_seen_alone:
        return say.say("Not seen alone in time");
    case AlertOf::no_enquiry:
        return say.say("Threshold met, no enquiry started");
    case AlertOf::no_conference_booked:
        return say.say("Continuing risk, no conference booked");
    case AlertOf::conference_not_held:
        return say.say("Conference due and not held");
    case AlertOf::no_worker:
        return say.say("On the register, no worker allocated");
    case AlertOf::no_coordinator:
        return say.say("Nobody co-ordinates the plan");
    case AlertOf::contact_of_harm:
        return say.say("Possible significant harm, not decided");
    case AlertOf::handed_to_nobody:
        return say.say("Decided at the front door, and nobody has the child");
    case AlertOf::no_discussion:
        return say.say("Strategy discussion decided on, none held");
    case AlertOf::contact_waited:
        break;
    }
    return say.say("Waited past its date, not decided");
}

std::string whom(const Caller& caller, const casework::Alert& alert) {
    const auto& say = caller.say;
    if (alert.child) {
        return casework::full_name(*alert.child->person);
    }
    return alert.of_contact.empty() ? say.say("A contact")
                                    : door::children_words(say, alert.of_contact, caller.today());
}

std::string rung_words(const Words& say, casework::Rung rung) {
    switch (rung) {
    case casework::Rung::worker:
        return say.say("the worker");
    case casework::Rung::team_manager:
        return say.say("the team manager");
    case casework::Rung::head_of_service:
        break;
    }
    return say.say("the head of service");
}

std::string step_words(const Caller& caller, const casework::AlertStep& step) {
    const auto& say = caller.say;
    const std::initializer_list<words::Slot> who{{"name", step.by.name},
                                                 {"moment", say.moment(step.at)}};
    if (!step.again_on) {
        return say.say("Seen by {name}, {moment}.", who);
    }
    return say.say("Answered by {name}, {moment}:", who) + " " + step.did + " " +
           say.say("Asked again on {date}.", {{"date", near_date(caller, *step.again_on)}});
}

Url record_of(const Caller& caller, const casework::Alert& alert) {
    const auto id = base::to_text(alert.subject);
    return caller.to(alert.child ? "child" : "contact", {{"id", id}});
}

Url answer_to(const Caller& caller, const casework::Alert& alert) {
    const auto id = base::to_text(alert.subject);
    const std::string what = boost::describe::enum_to_string(alert.what, "");
    const auto since = time::to_iso(alert.since);
    return caller.to("alert", {{"id", id}, {"what", what}, {"since", since}});
}

} // namespace gweld::web::pages

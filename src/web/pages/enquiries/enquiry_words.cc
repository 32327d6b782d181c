#include "web/pages/enquiries/enquiry_words.h"

#include "web/pages/meetings/agency_words.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Agency;

bool was_there(const record::StrategyDiscussionHeld& held, Agency agency) {
    return std::ranges::any_of(held.invited, [&](const auto& person) {
        return person.agency == agency && person.came == record::Came::attended;
    });
}

} // namespace

std::string said(const Words& say, Agency agency) {
    return agency_in_words(say, boost::describe::enum_to_string(agency, ""));
}

std::string said(const Words& say, record::Came came) {
    switch (came) {
    case record::Came::attended:
        return say.say("Was there");
    case record::Came::sent_apologies:
        return say.say("Sent apologies");
    case record::Came::did_not_come:
        break;
    }
    return say.say("Did not come");
}

std::string said(const Words& say, record::EnquiryBy by) {
    switch (by) {
    case record::EnquiryBy::jointly_with_police:
        return say.say("Jointly with the police");
    case record::EnquiryBy::social_services:
        return say.say("By social services alone");
    case record::EnquiryBy::not_recorded:
        break;
    }
    return say.say("The earlier system does not say whether the police made it too");
}

std::string said(const Words& say, record::Determination determination) {
    switch (determination) {
    case record::Determination::not_substantiated:
        return say.say("Concerns not substantiated");
    case record::Determination::substantiated_not_continuing_risk:
        return say.say("Concerns substantiated, but the child is not at continuing risk of "
                       "significant harm");
    case record::Determination::substantiated_continuing_risk:
        return say.say(
            "Concerns substantiated, and the child is at continuing risk of significant harm");
    case record::Determination::not_recorded:
        break;
    }
    return say.say("What it found is not in the earlier system’s extract");
}

std::string said(const Words& say, record::ConferenceDecision decision) {
    switch (decision) {
    case record::ConferenceDecision::placed:
        return say.say("Name placed on the register");
    case record::ConferenceDecision::not_placed:
        return say.say("Name not placed on the register");
    case record::ConferenceDecision::continued:
        return say.say("Name stays on the register");
    case record::ConferenceDecision::removed:
        return say.say("Name removed from the register");
    case record::ConferenceDecision::not_recorded:
        break;
    }
    return say.say("No decision is recorded here");
}

std::string title_of(const Words& say, const record::StrategyDiscussionHeld& held) {
    if (protection::kind_of_meeting(held) == protection::MeetingKind::strategy_discussion) {
        return say.say("Strategy discussion");
    }
    return was_there(held, Agency::police)
               ? say.say("Meeting without children’s services: not a strategy discussion")
               : say.say("Internal meeting, without the police");
}

std::string title_of(const Words& say, record::ConferenceType type) {
    switch (type) {
    case record::ConferenceType::initial:
        return say.say("Initial child protection conference");
    case record::ConferenceType::review:
        return say.say("Review child protection conference");
    case record::ConferenceType::transfer_in:
        break;
    }
    return say.say("Child protection conference on moving here");
}

std::string booked_title(const Words& say, record::ConferenceType type) {
    switch (type) {
    case record::ConferenceType::initial:
        return say.say("Initial child protection conference booked");
    case record::ConferenceType::review:
        return say.say("Review child protection conference booked");
    case record::ConferenceType::transfer_in:
        break;
    }
    return say.say("Child protection conference on moving here booked");
}

std::string people_who(const Words& say, const std::vector<record::AgencyAtMeeting>& invited,
                       record::Came came) {
    std::string list;
    for (const auto& person : invited) {
        if (person.came != came) {
            continue;
        }
        list += list.empty() ? "" : "; ";
        const auto agency = said(say, person.agency);
        list += person.name.empty() ? agency : person.name + " (" + agency + ")";
    }
    return list;
}

} // namespace gweld::web::pages

#include "web/pages/conferences/conference_words.h"

#include "casework/standing.h"
#include "web/pages/enquiries/enquiry_words.h"

#include <algorithm>

namespace gweld::web::pages {

using words::mark;

std::string minutes_in_words(const Words& say, int minutes) {
    return say.say_n("1 minute", "{n} minutes", minutes);
}

std::string said(const Words& say, record::Weekday day) {
    switch (day) {
    case record::Weekday::monday:
        return say.say("Monday");
    case record::Weekday::tuesday:
        return say.say("Tuesday");
    case record::Weekday::wednesday:
        return say.say("Wednesday");
    case record::Weekday::thursday:
        return say.say("Thursday");
    case record::Weekday::friday:
        break;
    }
    return say.say("Friday");
}

std::string said(const Words& say, record::ConferencePaper paper) {
    return paper == record::ConferencePaper::outline_plan
               ? say.say("Outline plan and summary of the decisions")
               : say.say("Record of the conference");
}

std::string said(const Words& say, record::RecordAnswer answer) {
    return answer == record::RecordAnswer::agreed ? say.say("Agreed")
                                                  : say.say("Asked for a change");
}

std::string said(const Words& say, record::FeedbackFrom from) {
    switch (from) {
    case record::FeedbackFrom::child:
        return say.say("The child");
    case record::FeedbackFrom::parent:
        return say.say("A parent");
    case record::FeedbackFrom::agency:
        return say.say("Somebody from an agency");
    case record::FeedbackFrom::other:
        break;
    }
    return say.say("Somebody else");
}

std::string said(const Words& say, record::Felt felt) {
    switch (felt) {
    case record::Felt::yes:
        return say.say("Yes");
    case record::Felt::partly:
        return say.say("Partly");
    case record::Felt::no:
        return say.say("No");
    case record::Felt::not_answered:
        break;
    }
    return say.say("Not answered");
}

std::string title_of(const Words& say, const casework::ConferenceFile& file) {
    if (file.conference.type == record::ConferenceType::initial && !file.unborn.empty()) {
        return say.say("Initial child protection conference before the birth");
    }
    return title_of(say, file.conference.type);
}

std::string short_type(const Words& say, record::ConferenceType type) {
    switch (type) {
    case record::ConferenceType::initial:
        return say.say("Initial conference");
    case record::ConferenceType::review:
        return say.say("Review conference");
    case record::ConferenceType::transfer_in:
        break;
    }
    return say.say("Conference on moving here");
}

std::string names_of(const std::vector<std::shared_ptr<const casework::Facts>>& children) {
    const bool one_name = std::ranges::all_of(children, [&](const auto& child) {
        return child->person->surname == children.front()->person->surname &&
               !child->person->forename.empty();
    });
    std::string names;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const bool last = i + 1 == children.size();
        names += i == 0 ? "" : ", ";
        names += one_name && !last ? children[i]->person->forename
                                   : casework::full_name(*children[i]->person);
    }
    return names;
}

FieldFault fault_of(casework::ConferenceNonsense nonsense) {
    using casework::ConferenceNonsense;
    switch (nonsense) {
    case ConferenceNonsense::no_such_conference:
        return {"on-day", mark("This conference is not recorded for one of the children"), {}};
    case ConferenceNonsense::date_in_future:
        return {"on-day", mark("The date must be today or in the past"), {}};
    case ConferenceNonsense::not_held_yet:
        return {"on-day", mark("The conference has not been recorded as held"), {}};
    case ConferenceNonsense::before_the_conference:
        return {"on-day", mark("The date cannot be before the conference"), {}};
    case ConferenceNonsense::nobody_named:
        return {"name", mark("Enter a name"), {}};
    case ConferenceNonsense::nothing_written:
        return {"words", mark("Write at least something"), {}};
    case ConferenceNonsense::no_such_report:
        return {"on-day", mark("This report is not one of this conference"), {}};
    case ConferenceNonsense::shared_already:
        return {"on-day", mark("It is recorded already when the family had this report"), {}};
    case ConferenceNonsense::shared_before_it_came:
        return {"on-day", mark("The family cannot have had it before it came"), {}};
    case ConferenceNonsense::record_not_sent:
        break;
    }
    return {"on-day", mark("The record of the conference had not been sent by that day"), {}};
}

FieldFault fault_of(casework::DiaryNonsense nonsense) {
    using casework::DiaryNonsense;
    switch (nonsense) {
    case DiaryNonsense::no_time_of_day:
        return {"at-1", mark("Give every slot a time, for example 10:00"), {}};
    case DiaryNonsense::no_length:
        return {"at-1", mark("A slot has between 1 and 480 minutes"), {}};
    case DiaryNonsense::in_each_others_way:
        return {"at-1", mark("Two slots of one day overlap"), {}};
    case DiaryNonsense::back_before_going:
        break;
    }
    return {"until-day", mark("The last day away cannot be before the first"), {}};
}

FieldFault fault_of(casework::PracticeNonsense nonsense) {
    return nonsense == casework::PracticeNonsense::no_source
               ? FieldFault{"source", mark("Say who decided this and where it is written"), {}}
               : FieldFault{"quorum", mark("Enter whole numbers from 1 to 30, or nothing"), {}};
}

} // namespace gweld::web::pages

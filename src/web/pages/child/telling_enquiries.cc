#include "protection/enquiries.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/imported/imported_words.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

template <class Part> const Part* part_for(const std::vector<Part>& parts, record::PersonId child) {
    const auto found = std::ranges::find(parts, child, &Part::child);
    return found == parts.end() ? nullptr : &*found;
}

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) {
        text += (text.empty() ? "" : "\n") + line;
    }
}

void add_people(const Words& say, const std::vector<record::AgencyAtMeeting>& invited, Told& told) {
    const auto add = [&](std::string_view words, record::Came came) {
        if (const auto people = people_who(say, invited, came); !people.empty()) {
            told.sentences.push_back(say.say(words) + " " + people + ".");
        }
    };
    add(words::mark("There:"), record::Came::attended);
    add(words::mark("Sent apologies:"), record::Came::sent_apologies);
    add(words::mark("Did not come:"), record::Came::did_not_come);
}

// What each brought, a line each.
std::string brought(const Words& say, const std::vector<record::AgencyAtMeeting>& invited) {
    std::string text;
    for (const auto& person : invited) {
        if (!person.brought.empty()) {
            add_line(text, pages::said(say, person.agency) + ": " + person.brought);
        }
    }
    return text;
}

} // namespace

std::string Teller::action_line(const record::MeetingAction& action) const {
    return action.by ? say_.say("To do: {what} ({owner}, by {date})",
                                {{"what", action.what},
                                 {"owner", action.owner},
                                 {"date", near_day(say_, *action.by, shown_.today)}})
                     : say_.say("To do: {what} ({owner})",
                                {{"what", action.what}, {"owner", action.owner}});
}

Told Teller::discussed(const Entry& entry) const {
    const auto held = record::body_of<record::StrategyDiscussionHeld>(entry);
    Told told;
    told.title = title_of(say_, held);
    add_people(say_, held.invited, told);
    if (const auto* part = part_for(held.children, shown_.facts().child)) {
        told.sentences.push_back(part->threshold == record::Threshold::met
                                     ? say_.say("The threshold of significant harm was met.")
                                     : say_.say("The threshold of significant harm was not met."));
    }
    if (held.enquiry) {
        told.sentences.push_back(say_.say("Section 47 enquiry:") + " " +
                                 pages::said(say_, *held.enquiry) + ".");
    }
    add_line(told.account, say_.say("Decided: {text}", {{"text", held.decided}}));
    add_line(told.account, say_.say("Why: {text}", {{"text", held.why}}));
    for (const auto& action : held.actions) {
        add_line(told.account, action_line(action));
    }
    add_line(told.account, brought(say_, held.invited));
    told.significant = true;
    return told;
}

Told Teller::meeting_accepted(const Entry& entry) const {
    const auto accepted = record::body_of<record::InternalMeetingAccepted>(entry);
    Told told;
    told.title = say_.say("Meeting without the police accepted as a strategy discussion");
    told.account = say_.say("Why: {text}", {{"text", accepted.reason}});
    told.significant = true;
    return told;
}

Told Teller::enquiry_started(const Entry& entry) const {
    const auto started = record::body_of<record::EnquiryStarted>(entry);
    Told told;
    told.title = say_.say("Section 47 enquiry started");
    if (started.discussion.uuid.is_nil()) {
        told.sentences.push_back(say_.say("From the earlier system, without the strategy "
                                          "discussion it began with."));
    }
    told.sentences.push_back(pages::said(say_, started.by) + ".");
    told.significant = true;
    return told;
}

Told Teller::enquiry_concluded(const Entry& entry) const {
    const auto concluded = record::body_of<record::EnquiryConcluded>(entry);
    Told told;
    told.title = say_.say("Section 47 enquiry concluded");
    if (const auto* part = part_for(concluded.children, shown_.facts().child)) {
        told.sentences.push_back(pages::said(say_, part->determination) + ".");
        add_line(told.account, part->analysis);
        if (const auto follows = what_follows(say_, *part); !follows.empty()) {
            add_line(told.account, say_.say("What follows: {text}", {{"text", follows}}));
        }
    }
    told.significant = true;
    return told;
}

Told Teller::conference_booked(const Entry& entry) const {
    const auto booked = record::body_of<record::ConferenceBooked>(entry);
    Told told;
    told.title = booked_title(say_, booked.type);
    told.sentences.push_back(
        say_.say("For {date}.", {{"date", near_day(say_, booked.on, shown_.today)}}));
    if (!booked.at.empty()) {
        told.sentences.push_back(say_.say("Time: {time}.", {{"time", time_of_day(booked.at)}}));
    }
    if (!booked.place.empty()) {
        told.sentences.push_back(say_.say("Place: {place}.", {{"place", booked.place}}));
    }
    if (!booked.chair.empty()) {
        told.sentences.push_back(say_.say("Chair: {name}.", {{"name", booked.chair}}));
    }
    return told;
}

Told Teller::conference(const Entry& entry) const {
    const auto held = record::body_of<record::ConferenceHeld>(entry);
    Told told;
    told.title = title_of(say_, held.type);
    told.significant = true;
    if (!held.chair.empty()) {
        told.sentences.push_back(say_.say("Chair: {name}.", {{"name", held.chair}}));
    }
    add_people(say_, held.invited, told);
    if (const auto* part = part_for(held.children, shown_.facts().child)) {
        told.sentences.push_back(pages::said(say_, part->decision) + ".");
        add_line(told.account,
                 part->why.empty() ? "" : say_.say("Why: {text}", {{"text", part->why}}));
        if (!part->childs_part.empty()) {
            add_line(told.account,
                     say_.say("The child’s part: {text}",
                              {{"text", participation_in_words(say_, part->childs_part)}}));
        }
    }
    if (!held.parents_part.empty()) {
        add_line(told.account,
                 say_.say("The parents’ part: {text}", {{"text", held.parents_part}}));
    }
    if (!held.outline_plan.empty()) {
        add_line(told.account, say_.say("Outline plan: {text}", {{"text", held.outline_plan}}));
    }
    return told;
}

// The next step a reader may take from an entry, beside it.
void Teller::add_enquiry_actions(const Entry& entry, const std::string& which,
                                 std::vector<EventParts::Action>& list) const {
    const auto id = base::to_text(entry.id);
    if (is_a<record::ConferenceBooked>(entry) || is_a<record::ConferenceHeld>(entry)) {
        if (const auto way = shown_.to_if_there("conference", {{"id", id}})) {
            list.push_back({*way, say_.say("Open the conference"), which});
        }
        return;
    }
    const auto& history = shown_.facts().enquiries;
    const auto* discussion = history.discussion(base::EntryId{entry.id});
    if (discussion != nullptr && !discussion->counts() &&
        shown_.may(access::Action::accept_meeting)) {
        if (const auto way = shown_.to_if_there("discussion.accept", {{"id", id}})) {
            list.push_back({*way, say_.say("Accept it as a strategy discussion"), which});
        }
    }
    const auto* enquiry = history.enquiry(base::EntryId{entry.id});
    if (enquiry != nullptr && !enquiry->concluded && shown_.may(access::Action::record_enquiry)) {
        if (const auto way = shown_.to_if_there("enquiry.conclude", {{"id", id}})) {
            list.push_back({*way, say_.say("Record what the enquiry found"), which});
        }
    }
}

} // namespace gweld::web::pages::child_record

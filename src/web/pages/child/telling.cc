#include "web/pages/child/telling.h"

#include "casework/own_records.h"

#include "casework/taking_back.h"
#include "web/pages/child/telling.html.h"
#include "web/pages/child/telling_conferences.h"
#include "web/pages/child/wording.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

// "2026-11-23", or with the time of day where it is known.
std::string machine_date(const Entry& entry) { return time::to_iso(entry.effective); }

void note_planned(const record::PlanAgreed& plan, std::map<record::Uuid, std::string>& planned) {
    for (const auto& outcome : plan.outcomes) {
        planned.insert_or_assign(outcome.outcome.uuid, outcome.better);
        for (const auto& action : outcome.actions) {
            planned.insert_or_assign(action.action.uuid, action.what);
        }
    }
}

} // namespace

Teller::Teller(const Shown& shown, const std::vector<Happening>& happenings)
    : shown_{shown}, say_{shown.say()}, write_ups_{write_ups(happenings)},
      may_correct_{shown.may(access::Action::correct_entry)} {
    for (const auto& entry : shown.facts().entries) {
        if (is_a<record::PlanAgreed>(entry)) {
            note_planned(record::body_of<record::PlanAgreed>(entry), planned_);
        }
        if (is_a<record::PhoneVisitReceived>(entry)) {
            auto body = record::body_of<record::PhoneVisitReceived>(entry);
            from_phones_.emplace(body.visit.uuid, std::move(body));
        }
    }
}

bool Teller::awaits_write_up(const Entry& visit) const {
    return std::ranges::any_of(shown_.facts().history.stubs, [&](const auto& stub) {
        return stub.visit.uuid == visit.id && !stub.written_up_on;
    });
}

void Teller::say_where_written(const Entry& visit, Told& told) const {
    const auto from = from_phones_.find(visit.id);
    if (from == from_phones_.end()) {
        return;
    }
    if (const auto written = time::parse_rfc3339(from->second.written)) {
        told.sentences.push_back(say_.say("Written on a phone at {moment}, by the phone’s clock.",
                                          {{"moment", near_moment(say_, *written, shown_.today)}}));
    }
    if (from->second.clock != record::PhoneClock::agrees) {
        told.sentences.push_back(say_.say("The phone’s clock was not right."));
    }
}

std::string Teller::account_of(const Entry& visit) const {
    const auto written = write_ups_.find(visit.id);
    return written == write_ups_.end()
               ? std::string{}
               : record::body_of<record::VisitWrittenUp>(*written->second).account;
}

std::vector<EventParts::Action> Teller::actions(const Happening& happening,
                                                const std::string& title) const {
    std::vector<EventParts::Action> list;
    const auto& entry = happening.believed();
    if (entry.kind.starts_with("contact.") && !entry.about.empty()) {
        if (const auto way =
                shown_.to_if_there("contact", {{"id", base::to_text(entry.about.front())}})) {
            list.push_back({*way, say_.say("Open the contact"),
                            title + ", " + near_day(say_, entry.effective, shown_.today)});
        }
        return list;
    }
    if (is_a<record::AssessmentWritten>(entry) || is_a<record::AssessmentGapAllowed>(entry) ||
        is_a<record::AssessmentFinished>(entry)) { // the assessment itself is named last
        if (const auto way =
                shown_.to_if_there("assessment", {{"id", base::to_text(entry.about.back())}})) {
            list.push_back({*way, say_.say("Open the assessment"),
                            title + ", " + near_day(say_, entry.effective, shown_.today)});
        }
        return list;
    }
    const bool visit = is_a<record::VisitMade>(entry) || is_a<record::VisitAttempted>(entry);
    const auto which = title + ", " + near_day(say_, entry.effective, shown_.today);
    if (happening.withdrawn == nullptr &&
        (is_a<record::StrategyDiscussionHeld>(entry) || is_a<record::EnquiryStarted>(entry) ||
         is_a<record::ConferenceBooked>(entry) || is_a<record::ConferenceHeld>(entry))) {
        add_enquiry_actions(entry, which, list);
    }
    if (shown_.may(access::Action::record_story)) {
        if (const auto way = shown_.to_if_there(
                "child.disagreement", {{"id", shown_.id()}, {"entry", base::to_text(entry.id)}})) {
            list.push_back({*way, say_.say("They do not agree"), which});
        }
    }
    if (happening.withdrawn != nullptr) {
        return list;
    }
    const auto id = base::to_text(entry.id);
    const auto add = [&](std::string_view route, std::string_view words) {
        if (const auto way = shown_.to_if_there(route, {{"id", id}})) {
            list.push_back({*way, say_.say(words), which});
        }
    };
    if (visit && awaits_write_up(entry) && shown_.may(access::Action::record_visit)) {
        add("visit.write-up", words::mark("Write up this visit"));
    }
    if (visit && may_correct_) {
        add("entry.correct", words::mark("Correct this entry"));
    }
    if (may_correct_ && (visit || casework::can_be_taken_back(entry.kind))) {
        add("entry.withdraw", words::mark("Withdraw this entry"));
    }
    return list;
}

EventParts Teller::parts(const Happening& happening) const {
    EventParts parts;
    const auto& first = happening.first();
    parts.told = tell(happening.believed());
    if (const auto* by = happening.withdrawn) {
        parts.withdrawn =
            say_.say("Withdrawn by {name} at {moment}: it should not be in this record.",
                     {{"name", by->recorded_by.name},
                      {"moment", near_moment(say_, by->recorded_at, shown_.today)}});
        parts.withdrawn_reason = by->reason;
    }
    for (std::size_t at = happening.versions.size() - 1; at > 0; --at) {
        const auto& now = *happening.versions[at];
        const auto& before = *happening.versions[at - 1];
        parts.corrections.push_back(
            {say_.say("Corrected by {name} at {moment}.",
                      {{"name", now.recorded_by.name},
                       {"moment", near_moment(say_, now.recorded_at, shown_.today)}}),
             now.reason, near_day(say_, before.effective, shown_.today), tell(before)});
    }
    for (const auto& one : casework::disagreements_with(shown_.facts(), happening.versions)) {
        const auto& name = one.said.name;
        parts.disagreements.push_back(
            {say_.say("{name} did not agree, {date}:",
                      {{"name", name.empty() ? shown_.called() : name},
                       {"date", near_day(say_, one.said.on, shown_.today)}}),
             one.said.words, one.said.words_language, one.said.answer});
    }
    parts.recorded = when_recorded(say_, first, shown_.today);
    parts.actions = actions(happening, parts.told.title);
    return parts;
}

ours::Event Teller::event(const Happening& happening) const {
    const auto parts_of_it = parts(happening);
    const auto& entry = happening.believed();
    ours::Event event;
    event.title = happening.withdrawn == nullptr
                      ? Content{parts_of_it.told.title}
                      : Content{withdrawn_title(say_, parts_of_it.told.title)};
    event.by = writer(say_, happening.first().recorded_by);
    event.at = machine_date(entry);
    const auto& at = parts_of_it.told.arrived;
    const auto day = near_day(say_, entry.effective, shown_.today);
    event.when = at.empty() ? day
                            : say_.say("{date}, arrived at {time}",
                                       {{"date", day}, {"time", time_of_day(at)}});
    event.content = event_text(say_, parts_of_it);
    event.significant = parts_of_it.told.significant && happening.withdrawn == nullptr;
    return event;
}

Told Teller::tell(const Entry& entry) const {
    struct Kind {
        std::string_view name;
        Told (Teller::*telling)(const Entry&) const;
    };
    using namespace record;
    static constexpr std::array kinds{
        Kind{Named<VisitMade>::name, &Teller::visit_made},
        Kind{Named<VisitAttempted>::name, &Teller::visit_attempted},
        Kind{Named<VisitWrittenUp>::name, &Teller::written_up},
        Kind{Named<PlacedOnRegister>::name, &Teller::placed},
        Kind{Named<RemovedFromRegister>::name, &Teller::removed},
        Kind{Named<CategoryChanged>::name, &Teller::category_changed},
        Kind{Named<StrategyDiscussionHeld>::name, &Teller::discussed},
        Kind{Named<InternalMeetingAccepted>::name, &Teller::meeting_accepted},
        Kind{Named<EnquiryStarted>::name, &Teller::enquiry_started},
        Kind{Named<EnquiryConcluded>::name, &Teller::enquiry_concluded},
        Kind{Named<ConferenceBooked>::name, &Teller::conference_booked},
        Kind{Named<ConferenceHeld>::name, &Teller::conference},
        Kind{Named<CoreGroupMet>::name, &Teller::core_group},
        Kind{Named<PlanAgreed>::name, &Teller::plan_agreed},
        Kind{Named<PlanActionMarked>::name, &Teller::action_marked},
        Kind{Named<PlanEnded>::name, &Teller::plan_ended},
        Kind{Named<CoordinatorNamed>::name, &Teller::coordinator_named},
        Kind{Named<TemporarilyMoved>::name, &Teller::moved_for_a_time},
        Kind{Named<CameBack>::name, &Teller::came_back},
        Kind{Named<PermanentMoveNotified>::name, &Teller::move_notified},
        Kind{Named<ReceivingConferenceHeld>::name, &Teller::receiving_conference},
        Kind{Named<Allocated>::name, &Teller::allocated},
        Kind{Named<AllocationEnded>::name, &Teller::allocation_ended},
        Kind{Named<AddressLivedAt>::name, &Teller::lived_at},
        Kind{Named<PersonDescribed>::name, &Teller::described},
        Kind{Named<FamilyMemberNamed>::name, &Teller::family_named},
        Kind{Named<AlertSeen>::name, &Teller::alert_seen},
        Kind{Named<AlertAnswered>::name, &Teller::alert_answered},
        Kind{Named<AssessmentWritten>::name, &Teller::assessment_written},
        Kind{Named<AssessmentGapAllowed>::name, &Teller::assessment_gap_allowed},
        Kind{Named<AssessmentFinished>::name, &Teller::assessment_finished},
        Kind{Named<Signed>::name, &Teller::signed_by_somebody},
        Kind{Named<ReturnedForRework>::name, &Teller::returned_for_rework},
        Kind{Named<ContactReceived>::name, &Teller::contact_received},
        Kind{Named<ContactChildMatched>::name, &Teller::contact_matched},
        Kind{Named<ContactDecided>::name, &Teller::contact_decided},
        Kind{Named<ContactNobodyNeeded>::name, &Teller::nobody_needed},
        Kind{Named<ContactOutcomeImported>::name, &Teller::contact_outcome_imported},
        Kind{Named<EarlyHelpImported>::name, &Teller::early_help},
        Kind{Named<EpisodeImported>::name, &Teller::episode},
        Kind{Named<AssessmentImported>::name, &Teller::assessment_imported},
        Kind{Named<AssessmentFactorsImported>::name, &Teller::assessment_factors},
        Kind{Named<EventNoted>::name, &Teller::event_noted},
        Kind{Named<DocumentBroughtIn>::name, &Teller::document_brought_in},
    };
    for (const auto& kind : kinds) {
        if (kind.name == entry.kind) {
            return (this->*kind.telling)(entry);
        }
    }
    if (auto told = told_of_conference(say_, entry)) {
        return std::move(*told);
    }
    if (auto told = told_of_access(say_, entry)) {
        return std::move(*told);
    }
    if (auto told = told_of_protection(say_, entry)) {
        return std::move(*told);
    }
    if (auto told = told_of_merging(say_, entry)) {
        return std::move(*told);
    }
    Told other;
    other.title = say_.say("Something this page cannot show yet ({kind})", {{"kind", entry.kind}});
    return other;
}

} // namespace gweld::web::pages::child_record

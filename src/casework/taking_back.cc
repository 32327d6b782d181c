#include "casework/taking_back.h"

#include "casework/enquiry_checks.h"
#include "protection/chains.h"
#include "protection/conferences.h"
#include "record/codec.h"

#include <algorithm>
#include <array>

namespace gweld::casework {

namespace {

using base::EntryId;
using protection::EnquiryHistory;
using record::ConferenceDecision;
using record::Entry;
using record::Named;
using Stands = std::optional<StandsOnIt>;

bool led_to_an_enquiry(const EnquiryHistory& history, EntryId discussion) {
    return std::ranges::any_of(
        history.enquiries, [&](const auto& enquiry) { return enquiry.discussion == discussion; });
}

Stands on_discussion(const EnquiryHistory& history, EntryId entry) {
    if (led_to_an_enquiry(history, entry)) {
        return StandsOnIt::enquiry;
    }
    const auto* discussion = history.discussion(entry);
    return discussion != nullptr && discussion->accepted ? Stands{StandsOnIt::acceptance}
                                                         : std::nullopt;
}

Stands on_acceptance(const EnquiryHistory& history, EntryId entry) {
    const auto accepted = std::ranges::find_if(history.discussions, [&](const auto& discussion) {
        return discussion.accepted && discussion.accepted->entry == entry;
    });
    return accepted != history.discussions.end() && led_to_an_enquiry(history, accepted->entry)
               ? Stands{StandsOnIt::enquiry}
               : std::nullopt;
}

Stands on_conclusion(const EnquiryHistory& history, const Entry& entry) {
    const bool conferred = std::ranges::any_of(history.conferences, [&](const auto& conference) {
        return conference.type == record::ConferenceType::initial &&
               conference.on >= entry.effective;
    });
    return conferred ? Stands{StandsOnIt::conference} : std::nullopt;
}

const record::ChildAtConference* part_of(const record::ConferenceHeld& held, PersonId child) {
    const auto part = std::ranges::find(held.children, child, &record::ChildAtConference::child);
    return part == held.children.end() ? nullptr : &*part;
}

template <class Kind>
bool is_about_stay(const protection::Chains& chains, std::size_t at, EntryId placing) {
    return chains.of_kind<Kind>(at) && record::body_of<Kind>(*chains[at].back()).placed == placing;
}

// A category changed since, or a move: they are about the stay that this placing began.
bool names_placing(const Facts& child, EntryId placing) {
    const protection::Chains chains{child.child, child.entries, std::nullopt};
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (is_about_stay<record::CategoryChanged>(chains, at, placing) ||
            is_about_stay<record::TemporarilyMoved>(chains, at, placing) ||
            is_about_stay<record::PermanentMoveNotified>(chains, at, placing)) {
            return true;
        }
    }
    return false;
}

// What the conference did to this child's place on the register.
Stands on_conference(const Facts& child, const record::ConferenceHeld& held) {
    const auto* part = part_of(held, child.child);
    if (part == nullptr) {
        return std::nullopt;
    }
    for (const auto& stay : child.history.registrations) {
        const bool began_here =
            part->decision == ConferenceDecision::placed && stay.start == held.on;
        const bool began_after =
            part->decision == ConferenceDecision::removed && stay.start > held.on;
        if ((began_here && (stay.end || names_placing(child, stay.entry))) || began_after) {
            return StandsOnIt::later_on_register;
        }
    }
    return std::nullopt;
}

// What names the conference: all of it once it was held; before, while it has this booking alone.
Stands on_its_papers(const Facts& child, const Entry& entry) {
    const auto history = protection::conferences_of(child.child, child.entries, std::nullopt);
    const auto* conference = history.of(EntryId{entry.id});
    if (conference == nullptr || (is_a<record::ConferenceBooked>(entry) &&
                                  (conference->held || conference->bookings.size() > 1))) {
        return std::nullopt;
    }
    const bool after = !conference->papers.empty() || !conference->dissents.empty() ||
                       !conference->answers.empty() || !conference->feedback.empty();
    const bool alone = conference->bookings.empty() || is_a<record::ConferenceBooked>(entry);
    return after || (alone && !conference->reports.empty()) ? Stands{StandsOnIt::what_belongs_to_it}
                                                            : std::nullopt;
}

Stands on_report(const Facts& child, const Entry& entry) {
    const auto report = record::body_of<record::ConferenceReportReceived>(entry);
    const auto history = protection::conferences_of(child.child, child.entries, std::nullopt);
    const auto* conference = history.of(report.conference);
    const bool shared =
        conference != nullptr && std::ranges::any_of(conference->reports, [&](const auto& in) {
            return in.received.entry == EntryId{entry.id} && in.shared;
        });
    return shared ? Stands{StandsOnIt::sharing} : std::nullopt;
}

Stands stands_on(const Facts& child, const Entry& entry) {
    const auto& history = child.enquiries;
    const EntryId id{entry.id};
    if (is_a<record::StrategyDiscussionHeld>(entry)) {
        return on_discussion(history, id);
    }
    if (is_a<record::InternalMeetingAccepted>(entry)) {
        return on_acceptance(history, id);
    }
    if (is_a<record::EnquiryStarted>(entry)) {
        const auto* enquiry = history.enquiry(id);
        return enquiry != nullptr && enquiry->concluded ? Stands{StandsOnIt::conclusion}
                                                        : std::nullopt;
    }
    if (is_a<record::EnquiryConcluded>(entry)) {
        return on_conclusion(history, entry);
    }
    if (is_a<record::ConferenceBooked>(entry)) {
        return on_its_papers(child, entry);
    }
    if (is_a<record::ConferenceHeld>(entry)) {
        const auto papers = on_its_papers(child, entry);
        return papers ? papers
                      : on_conference(child, record::body_of<record::ConferenceHeld>(entry));
    }
    return is_a<record::ConferenceReportReceived>(entry) ? on_report(child, entry) : std::nullopt;
}

struct Withdrawing {
    Office& office;
    const access::Viewer& viewer;
    const std::string& reason;

    record::Draft of(Uuid entry, const std::vector<Uuid>& about, CivilDate effective) const {
        auto draft = draft_of(office, viewer, Named<record::Withdrawn>::name, about, effective,
                              record::encode(record::Withdrawn{reason}));
        draft.corrects = entry;
        draft.reason = reason;
        return draft;
    }
};

const Entry* removal_on(const protection::Chains& chains, CivilDate day) {
    for (std::size_t at = 0; at < chains.size(); ++at) {
        if (chains.of_kind<record::RemovedFromRegister>(at) &&
            record::body_of<record::RemovedFromRegister>(*chains[at].back()).on == day) {
            return chains[at].back();
        }
    }
    return nullptr;
}

// The placing or the removal that was written with the conference.
void add_register(const Withdrawing& withdrawing, const Facts& child,
                  const record::ConferenceHeld& held, std::vector<record::Draft>& drafts) {
    const auto* part = part_of(held, child.child);
    if (part == nullptr) {
        return;
    }
    const std::vector<Uuid> about{child.child.uuid};
    if (part->decision == ConferenceDecision::placed) {
        const auto* stay = stay_on(child, held.on);
        if (stay != nullptr && stay->start == held.on) {
            drafts.push_back(withdrawing.of(stay->entry.uuid, about, held.on));
        }
    } else if (part->decision == ConferenceDecision::removed) {
        const protection::Chains chains{child.child, child.entries, std::nullopt};
        if (const auto* removal = removal_on(chains, held.on.next_day())) {
            drafts.push_back(withdrawing.of(removal->id, about, removal->effective));
        }
    }
}

// The step itself comes last, so that it is what the answer names.
std::vector<record::Draft> drafts_for(const Withdrawing& withdrawing, const Entry& entry,
                                      const FamilyFacts& children) {
    std::vector<record::Draft> drafts;
    if (is_a<record::ConferenceHeld>(entry)) {
        const auto held = record::body_of<record::ConferenceHeld>(entry);
        for (const auto& child : children) {
            add_register(withdrawing, *child, held, drafts);
        }
    }
    drafts.push_back(withdrawing.of(entry.id, entry.about, entry.effective));
    return drafts;
}

const Entry* correction_of(const Facts& child, Uuid entry) {
    const auto found = std::ranges::find(child.entries, std::optional{entry}, &Entry::corrects);
    return found == child.entries.end() ? nullptr : &*found;
}

bool let_in(record::Writing& tx, const Withdrawing& asked, const FamilyFacts& children) {
    bool all = true;
    for (const auto& child : children) {
        all = child->person &&
              look(asked.office, tx, asked.viewer, access::Action::correct_entry, *child,
                   "withdraw-entry")
                  .allowed() &&
              all;
    }
    return all;
}

// The button pressed twice is answered as the first time: what went with it is gone already, so the
// store could not tell the second press from another wish.
TakeBackAnswer already(const Entry& before, const Withdrawing& asked) {
    const bool same = is_a<record::Withdrawn>(before) && before.reason == asked.reason &&
                      before.recorded_by.worker == asked.viewer.worker;
    return same ? TakeBackAnswer{base::Ok{Recorded{EntryId{before.id}}}}
                : TakeBackAnswer{base::Err{TakeBackRefused{CorrectedAlready{}}}};
}

TakeBackAnswer take_back_within(record::Writing& tx, const Withdrawing& asked, const Entry& entry,
                                const Saw& saw) {
    FamilyFacts children;
    for (const auto& child : entry.about) {
        children.push_back(asked.office.facts.of(tx, PersonId{child}));
    }
    if (!let_in(tx, asked, children)) {
        return base::Err{TakeBackRefused{NotFoundOrNotYours{}}};
    }
    if (const auto* before = correction_of(*children.front(), entry.id)) {
        return already(*before, asked);
    }
    for (const auto& child : children) {
        if (const auto stands = stands_on(*child, entry)) {
            return base::Err{TakeBackRefused{*stands}};
        }
    }
    const auto appended = append_drafts(tx, drafts_for(asked, entry, children), saw);
    return appended.ok() ? TakeBackAnswer{base::Ok{appended.value()}}
                         : TakeBackAnswer{base::Err{as_refusal<TakeBackRefused>(appended.error())}};
}

} // namespace

bool can_be_taken_back(std::string_view kind) {
    using namespace record;
    static constexpr std::array kinds{Named<StrategyDiscussionHeld>::name,
                                      Named<InternalMeetingAccepted>::name,
                                      Named<EnquiryStarted>::name,
                                      Named<EnquiryConcluded>::name,
                                      Named<ConferenceBooked>::name,
                                      Named<ConferenceHeld>::name,
                                      Named<ConferenceReportReceived>::name,
                                      Named<ConferenceReportShared>::name,
                                      Named<ConferencePaperSent>::name,
                                      Named<DissentRecorded>::name,
                                      Named<ConferenceRecordAnswered>::name,
                                      Named<ConferenceFeedbackGiven>::name,
                                      Named<CoreGroupMet>::name,
                                      Named<DocumentBroughtIn>::name};
    return std::ranges::find(kinds, kind) != kinds.end();
}

TakeBackAnswer take_back(Office& office, const access::Viewer& viewer, EntryId id,
                         const std::string& reason, const Saw& saw) {
    if (reason.empty()) {
        return base::Err{TakeBackRefused{StandsOnIt::no_reason}};
    }
    TakeBackAnswer answer = base::Err{TakeBackRefused{NotFoundOrNotYours{}}};
    const auto done = office.store.write([&](record::Writing& tx) {
        const auto entry = tx.entry(id.uuid);
        if (entry && can_be_taken_back(entry->kind)) {
            answer = take_back_within(tx, {office, viewer, reason}, *entry, saw);
        }
        return record::Keep::yes; // even when refused: the look stays in the access log
    });
    if (!done.ok()) {
        return base::Err{TakeBackRefused{done.error()}};
    }
    return answer;
}

} // namespace gweld::casework

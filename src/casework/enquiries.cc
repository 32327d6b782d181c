#include "casework/enquiries.h"

#include "casework/conference_checks.h"
#include "casework/enquiry_checks.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Draft;

EnquiryAnswer refuse(EnquiryNonsense nonsense) { return base::Err{EnquiryRefused{nonsense}}; }

// The names of enquiry_checks.h for what steps.h knows by its own.
template <class Check, class Drafts>
EnquiryAnswer take(Office& office, const access::Viewer& viewer, const Step& step, const Saw& saw,
                   const Check& check, const Drafts& drafts) {
    return take_step<EnquiryNonsense>(office, viewer, step, saw, check, drafts);
}

// The conference comes last, so that it is what the answer names.
std::vector<Draft> drafts_for(Office& office, const access::Viewer& viewer,
                              const record::ConferenceHeld& held, const FamilyFacts& children) {
    std::vector<Draft> drafts;
    for (std::size_t i = 0; i < held.children.size(); ++i) {
        const auto& part = held.children[i];
        if (part.decision == record::ConferenceDecision::placed) {
            drafts.push_back(
                draft_about(office, viewer, {part.child.uuid}, held.on,
                            record::PlacedOnRegister{held.on, part.categories, std::string{}}));
        } else if (const auto* stay = stay_on(*children[i], held.on);
                   stay != nullptr && part.decision == record::ConferenceDecision::removed) {
            const auto off = held.on.next_day();
            drafts.push_back(draft_about(
                office, viewer, {part.child.uuid}, off,
                record::RemovedFromRegister{
                    stay->entry, off, record::GroundForRemoval::decided_at_review_conference}));
        }
    }
    drafts.push_back(draft_about(office, viewer, uuids_of(held.children), held.on, held));
    return drafts;
}

} // namespace

EnquiryAnswer record_discussion(Office& office, const access::Viewer& viewer,
                                const record::StrategyDiscussionHeld& held, const Saw& saw) {
    const auto about = uuids_of(held.children);
    if (const auto wrong = wrong_in(held, office.today())) {
        return refuse(*wrong);
    }
    return take(
        office, viewer, {access::Action::record_enquiry, "record-discussion", about}, saw,
        [&](const FamilyFacts& children) { return born_by(children, held.on); },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, held.on, held)};
        });
}

EnquiryAnswer accept_internal_meeting(Office& office, const access::Viewer& viewer,
                                      base::EntryId discussion, const std::string& reason,
                                      const Saw& saw) {
    if (reason.empty()) {
        return refuse(EnquiryNonsense::no_reason);
    }
    std::optional<record::StoreFault> fault;
    const auto entry = entry_of(office, discussion, fault);
    if (fault) {
        return base::Err{EnquiryRefused{*fault}};
    }
    if (!entry || entry->kind != record::Named<record::StrategyDiscussionHeld>::name) {
        return base::Err{EnquiryRefused{NotFoundOrNotYours{}}};
    }
    const auto today = office.today();
    return take(
        office, viewer, {access::Action::accept_meeting, "accept-meeting", entry->about}, saw,
        [&](const FamilyFacts& children) { return cannot_accept(children, discussion); },
        [&](const FamilyFacts&) {
            return std::vector{
                draft_about(office, viewer, entry->about, today,
                            record::InternalMeetingAccepted{discussion, today, reason})};
        });
}

EnquiryAnswer start_enquiry(Office& office, const access::Viewer& viewer,
                            const record::EnquiryStarted& started,
                            const std::vector<PersonId>& children, const Saw& saw) {
    const auto about = uuids_of(children);
    if (const auto wrong = wrong_in(about, started.on, office.today())) {
        return refuse(*wrong);
    }
    return take(
        office, viewer, {access::Action::record_enquiry, "start-enquiry", about}, saw,
        [&](const FamilyFacts& facts) { return cannot_start(facts, started, office.today()); },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, started.on, started)};
        });
}

EnquiryAnswer conclude_enquiry(Office& office, const access::Viewer& viewer,
                               const record::EnquiryConcluded& concluded, const Saw& saw) {
    const auto about = uuids_of(concluded.children);
    if (const auto wrong = wrong_in(about, concluded.on, office.today())) {
        return refuse(*wrong);
    }
    if (std::ranges::any_of(concluded.children,
                            [](const auto& part) { return part.analysis.empty(); })) {
        return refuse(EnquiryNonsense::no_analysis);
    }
    return take(
        office, viewer, {access::Action::record_enquiry, "conclude-enquiry", about}, saw,
        [&](const FamilyFacts& facts) { return cannot_conclude(facts, concluded); },
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, concluded.on, concluded)};
        });
}

EnquiryAnswer book_conference(Office& office, const access::Viewer& viewer,
                              const record::ConferenceBooked& booked,
                              const std::vector<PersonId>& children, const Saw& saw) {
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(EnquiryNonsense::no_children);
    }
    return take(
        office, viewer, {access::Action::run_conference, "book-conference", about}, saw,
        [&](const FamilyFacts& facts, record::Writing& tx) {
            const auto wrong = cannot_confer(facts, booked.type, booked.on, office.today());
            return wrong ? wrong : cannot_book(office, tx, facts, booked);
        },
        // A booking is recorded today and is for a day to come.
        [&](const FamilyFacts&) {
            return std::vector{draft_about(office, viewer, about, office.today(), booked)};
        });
}

EnquiryAnswer record_conference(Office& office, const access::Viewer& viewer,
                                const record::ConferenceHeld& held, const Saw& saw) {
    const auto about = uuids_of(held.children);
    if (const auto wrong = wrong_in(held, office.today())) {
        return refuse(*wrong);
    }
    return take(
        office, viewer, {access::Action::run_conference, "record-conference", about}, saw,
        [&](const FamilyFacts& facts, record::Writing& tx) {
            const auto wrong = cannot_decide(facts, held, office.today());
            return wrong ? wrong
                         : not_quorate(held, practice_on(tx, office.store.authority(), held.on));
        },
        [&](const FamilyFacts& facts) { return drafts_for(office, viewer, held, facts); });
}

} // namespace gweld::casework

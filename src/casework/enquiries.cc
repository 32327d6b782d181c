#include "casework/enquiries.h"

#include "casework/enquiry_checks.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::Draft;

struct Outcome {
    std::optional<EnquiryRefused> refused;
    base::EntryId entry;
};

EnquiryAnswer answer(const base::Result<base::Nothing, record::StoreFault>& done,
                     const Outcome& outcome) {
    if (!done.ok()) {
        return base::Err{EnquiryRefused{done.error()}};
    }
    if (outcome.refused) {
        return base::Err{*outcome.refused};
    }
    return base::Ok{Recorded{outcome.entry}};
}

EnquiryAnswer refuse(EnquiryNonsense nonsense) { return base::Err{EnquiryRefused{nonsense}}; }

// Each child is decided and logged by itself; one refusal refuses the whole, as if none were there.
bool let_in(Office& office, record::Writing& tx, const access::Viewer& viewer,
            access::Action action, std::string_view page, const FamilyFacts& children) {
    bool all = true;
    for (const auto& child : children) {
        all = child->person && look(office, tx, viewer, action, *child, page).allowed() && all;
    }
    return all;
}

bool has_news(const record::Reading& reading, const Saw& saw, const FamilyFacts& children) {
    return std::ranges::any_of(children, [&](const auto& child) {
        const auto seen =
            std::ranges::find(saw.versions, child->child.uuid, &record::SeenVersion::subject);
        return seen == saw.versions.end() || seen->version != reading.version_of(child->child.uuid);
    });
}

// A child the writer had no version of counts as never seen, so that news about them is not missed.
Saw with_every_child(Saw saw, const FamilyFacts& children) {
    for (const auto& child : children) {
        if (std::ranges::find(saw.versions, child->child.uuid, &record::SeenVersion::subject) ==
            saw.versions.end()) {
            saw.versions.push_back({child->child.uuid, 0});
        }
    }
    return saw;
}

struct Step {
    access::Action action;
    std::string_view page; // for the access log
    std::vector<Uuid> children;
};

// `check` answers what is wrong, `drafts` what to write; both see the children as they are now.
// With news nothing can be appended, so nothing is checked: the store answers what was recorded
// meanwhile, or, to a second press of the button, what the first press made.
template <class Check, class Drafts>
EnquiryAnswer take(Office& office, const access::Viewer& viewer, const Step& step, const Saw& saw,
                   const Check& check, const Drafts& drafts) {
    Outcome outcome;
    const auto done = office.store.write([&](record::Writing& tx) {
        FamilyFacts children;
        for (const auto& child : step.children) {
            children.push_back(office.facts.of(tx, PersonId{child}));
        }
        if (!let_in(office, tx, viewer, step.action, step.page, children)) {
            outcome.refused = NotFoundOrNotYours{};
            return record::Keep::yes;
        }
        if (!has_news(tx, saw, children)) {
            if (const std::optional<EnquiryNonsense> wrong = check(children)) {
                outcome.refused = *wrong;
                return record::Keep::yes;
            }
        }
        const auto appended = append_drafts(tx, drafts(children), with_every_child(saw, children));
        if (appended.ok()) {
            outcome.entry = appended.value().entry;
        } else {
            outcome.refused = as_refusal<EnquiryRefused>(appended.error());
        }
        return record::Keep::yes;
    });
    return answer(done, outcome);
}

std::optional<record::Entry> entry_of(Office& office, base::EntryId id, std::string_view kind,
                                      std::optional<record::StoreFault>& fault) {
    std::optional<record::Entry> entry;
    const auto read =
        office.store.read([&](const record::Reading& reading) { entry = reading.entry(id.uuid); });
    if (!read.ok()) {
        fault = read.error();
    }
    return entry && entry->kind == kind ? entry : std::nullopt;
}

template <class Kind>
Draft draft_about(Office& office, const access::Viewer& viewer, const std::vector<Uuid>& about,
                  CivilDate on, const Kind& body) {
    return draft_of(office, viewer, record::Named<Kind>::name, about, on, record::encode(body));
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
    const auto entry =
        entry_of(office, discussion, record::Named<record::StrategyDiscussionHeld>::name, fault);
    if (fault) {
        return base::Err{EnquiryRefused{*fault}};
    }
    if (!entry) {
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
        office, viewer, {access::Action::record_enquiry, "book-conference", about}, saw,
        [&](const FamilyFacts& facts) {
            return cannot_confer(facts, booked.type, booked.on, office.today());
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
        office, viewer, {access::Action::record_enquiry, "record-conference", about}, saw,
        [&](const FamilyFacts& facts) { return cannot_decide(facts, held, office.today()); },
        [&](const FamilyFacts& facts) { return drafts_for(office, viewer, held, facts); });
}

} // namespace gweld::casework

#include "casework/enquiry_checks.h"

#include "protection/plans.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using record::ConferenceDecision;
using record::ConferenceType;

// The first thing wrong with any of them.
template <class Check> Wrong first_wrong(const FamilyFacts& children, const Check& check) {
    for (const auto& child : children) {
        if (const Wrong wrong = check(*child)) {
            return wrong;
        }
    }
    return std::nullopt;
}

Wrong cannot_confer_initially(const Facts& child, CivilDate on) {
    const auto& history = child.enquiries;
    const bool discussed = std::ranges::any_of(history.discussions, [&](const auto& discussion) {
        return discussion.counts() && discussion.on <= on;
    });
    const bool elsewhere = !history.enquiries.empty() && history.enquiries.back().began_elsewhere();
    if (!discussed && !elsewhere) {
        return EnquiryNonsense::no_strategy_discussion;
    }
    if (history.enquiries.empty()) {
        return EnquiryNonsense::no_continuing_risk;
    }
    const auto& enquiry = history.enquiries.back();
    if (!enquiry.continuing_risk() && !enquiry.finding_unknown()) {
        return EnquiryNonsense::no_continuing_risk;
    }
    const bool held = std::ranges::any_of(history.conferences, [&](const auto& conference) {
        return conference.type == ConferenceType::initial && conference.on >= enquiry.on;
    });
    if (held) {
        return EnquiryNonsense::conference_held_already;
    }
    return on < enquiry.concluded->on ? Wrong{EnquiryNonsense::before_the_conclusion}
                                      : std::nullopt;
}

// Off the register on every day from this one on, as far as anybody has recorded: a name is placed
// until somebody takes it off.
bool off_register_from(const Facts& child, CivilDate day) {
    return std::ranges::all_of(child.history.registrations, [&](const auto& registration) {
        return registration.end && *registration.end <= day;
    });
}

bool on_register_still(const Facts& child, CivilDate day) {
    const auto* stay = stay_on(child, day);
    return stay != nullptr && !stay->end;
}

Wrong cannot_decide_for(const Facts& child, const record::ChildAtConference& part, CivilDate on) {
    switch (part.decision) {
    case ConferenceDecision::placed:
    case ConferenceDecision::not_placed:
        return off_register_from(child, on) ? std::nullopt
                                            : Wrong{EnquiryNonsense::on_register_already};
    case ConferenceDecision::continued:
        return on_register(child, on) ? std::nullopt : Wrong{EnquiryNonsense::not_on_register};
    case ConferenceDecision::removed:
        // A stay that is over already ended for another reason, or on another day.
        return on_register_still(child, on) ? std::nullopt
                                            : Wrong{EnquiryNonsense::not_on_register};
    case ConferenceDecision::not_recorded:
        break;
    }
    return EnquiryNonsense::no_decision;
}

bool fits(ConferenceType type, ConferenceDecision decision) {
    const bool of_a_review =
        decision == ConferenceDecision::continued || decision == ConferenceDecision::removed;
    return decision != ConferenceDecision::not_recorded &&
           of_a_review == (type == ConferenceType::review);
}

} // namespace

bool names_one_twice(std::vector<Uuid> ids) {
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) != ids.end();
}

const protection::Registration* stay_on(const Facts& child, CivilDate day) {
    return protection::stay_on(child.history, day);
}

bool on_register(const Facts& child, CivilDate day) { return stay_on(child, day) != nullptr; }

Wrong wrong_in(const std::vector<Uuid>& children, CivilDate on, CivilDate today) {
    if (children.empty() || names_one_twice(children)) {
        return EnquiryNonsense::no_children;
    }
    return on > today ? Wrong{EnquiryNonsense::date_in_future} : std::nullopt;
}

Wrong wrong_in(const record::StrategyDiscussionHeld& held, CivilDate today) {
    if (const auto wrong = wrong_in(uuids_of(held.children), held.on, today)) {
        return wrong;
    }
    if (std::ranges::none_of(held.invited, [](const auto& person) {
            return person.came == record::Came::attended;
        })) {
        return EnquiryNonsense::nobody_came;
    }
    if (held.decided.empty()) {
        return EnquiryNonsense::nothing_decided;
    }
    return held.why.empty() ? Wrong{EnquiryNonsense::no_reason} : std::nullopt;
}

Wrong wrong_in(const record::ConferenceHeld& held, CivilDate today) {
    if (const auto wrong = wrong_in(uuids_of(held.children), held.on, today)) {
        return wrong;
    }
    for (const auto& part : held.children) {
        if (!fits(held.type, part.decision)) {
            return EnquiryNonsense::no_decision;
        }
        if (part.decision == ConferenceDecision::placed && part.categories.empty()) {
            return EnquiryNonsense::no_category;
        }
    }
    return std::nullopt;
}

Wrong born_by(const FamilyFacts& children, CivilDate on) {
    constexpr int unborn_for_days = 280;
    return first_wrong(children, [&](const Facts& child) -> Wrong {
        const auto day = on.day_number();
        return child.person->born.value_or(day) > day + unborn_for_days
                   ? Wrong{EnquiryNonsense::before_birth}
                   : std::nullopt;
    });
}

Wrong cannot_accept(const FamilyFacts& children, base::EntryId discussion) {
    return first_wrong(children, [&](const Facts& child) -> Wrong {
        const auto& history = child.enquiries;
        const auto* found = history.discussion(discussion);
        if (found == nullptr || found->kind != protection::MeetingKind::internal_meeting) {
            return EnquiryNonsense::not_an_internal_meeting;
        }
        return found->accepted ? Wrong{EnquiryNonsense::accepted_already} : std::nullopt;
    });
}

Wrong cannot_start(const FamilyFacts& children, const record::EnquiryStarted& started,
                   CivilDate today) {
    return first_wrong(children, [&](const Facts& child) -> Wrong {
        const auto& history = child.enquiries;
        const auto* waiting = protection::discussion_waiting(history, today);
        if (waiting == nullptr || waiting->entry != started.discussion) {
            return EnquiryNonsense::no_discussion_that_counts;
        }
        return started.on < waiting->on ? Wrong{EnquiryNonsense::before_the_discussion}
                                        : std::nullopt;
    });
}

Wrong cannot_conclude(const FamilyFacts& children, const record::EnquiryConcluded& concluded) {
    return first_wrong(children, [&](const Facts& child) -> Wrong {
        const auto& history = child.enquiries;
        const auto* enquiry = history.enquiry(concluded.enquiry);
        if (enquiry == nullptr) {
            return EnquiryNonsense::not_of_this_enquiry;
        }
        if (enquiry->concluded) {
            return EnquiryNonsense::concluded_already;
        }
        return concluded.on < enquiry->on ? Wrong{EnquiryNonsense::before_the_enquiry}
                                          : std::nullopt;
    });
}

Wrong cannot_confer(const FamilyFacts& children, ConferenceType type, CivilDate on,
                    CivilDate today) {
    if (const auto wrong = born_by(children, on)) {
        return wrong;
    }
    return first_wrong(children, [&](const Facts& child) -> Wrong {
        switch (type) {
        case ConferenceType::initial:
            return cannot_confer_initially(child, on);
        case ConferenceType::review:
            return on_register(child, std::min(on, today))
                       ? std::nullopt
                       : Wrong{EnquiryNonsense::not_on_register};
        case ConferenceType::transfer_in:
            break;
        }
        return std::nullopt;
    });
}

Wrong cannot_decide(const FamilyFacts& children, const record::ConferenceHeld& held,
                    CivilDate today) {
    if (const auto wrong = cannot_confer(children, held.type, held.on, today)) {
        return wrong;
    }
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (const auto wrong = cannot_decide_for(*children[i], held.children[i], held.on)) {
            return wrong;
        }
    }
    return std::nullopt;
}

} // namespace gweld::casework

#include "casework/register_changes.h"

#include "casework/enquiry_checks.h"

namespace gweld::casework {

namespace {

using protection::Registration;
using record::Draft;
using RegisterFault = std::optional<RegisterNonsense>;

struct Change { // of one child's registration
    const Facts& child;
    const Registration& stay;
    const protection::Moves& moves;
    const std::vector<Uuid> about{child.child.uuid};
};

// Open: nobody has recorded an end yet, so that nothing is changed after it.
const Registration* open_stay(const Facts& child, CivilDate day) {
    const auto* stay = stay_on(child, day);
    return stay != nullptr && !stay->end ? stay : nullptr;
}

// The last, over or not: what a second press of the button names is what the first one named.
const protection::Away* last_away(const Change& now, CivilDate day) {
    const protection::Away* found = nullptr;
    for (const auto& one : now.moves.away) {
        found = one.move.placed == now.stay.entry && one.move.from <= day ? &one : found;
    }
    return found;
}
const protection::Leaving* last_leaving(const Change& now) {
    const protection::Leaving* found = nullptr;
    for (const auto& one : now.moves.leaving) {
        found = one.move.placed == now.stay.entry ? &one : found;
    }
    return found;
}

// With nobody back yet a move goes on, whatever day was expected.
bool overlaps(const Change& now, const TemporaryMove& move) {
    return std::ranges::any_of(now.moves.away, [&](const auto& one) {
        return one.move.placed == now.stay.entry && one.move.from < move.until &&
               (!one.back_on || move.from < *one.back_on);
    });
}

RegisterAnswer refuse(RegisterNonsense nonsense) {
    return base::Err{StepRefused<RegisterNonsense>{nonsense}};
}

// `check` and `drafts` see each child's change; `day` is one on which each has to be on the
// register.
template <class Check, class Drafts>
RegisterAnswer change(Office& office, const access::Viewer& viewer, std::string_view page,
                      const std::vector<PersonId>& children, CivilDate day, const Saw& saw,
                      const Check& check, const Drafts& drafts) {
    const auto about = uuids_of(children);
    if (about.empty() || names_one_twice(about)) {
        return refuse(RegisterNonsense::no_children);
    }
    return take_step<RegisterNonsense>(
        office, viewer, {access::Action::keep_register, page, about}, saw,
        [&](const FamilyFacts& facts) -> RegisterFault {
            for (const auto& child : facts) {
                const auto* stay = open_stay(*child, day);
                if (stay == nullptr) {
                    return RegisterNonsense::not_on_register;
                }
                if (const RegisterFault wrong = check(Change{*child, *stay, child->moves})) {
                    return wrong;
                }
            }
            return std::nullopt;
        },
        [&](const FamilyFacts& facts) {
            std::vector<Draft> all;
            for (const auto& child : facts) {
                // With news the stay may be over; the store then refuses whatever is handed in.
                const Registration none{base::EntryId{}, day, {}, {}, {}, {}};
                const auto* stay = stay_on(*child, day);
                for (auto& draft :
                     drafts(Change{*child, stay == nullptr ? none : *stay, child->moves})) {
                    all.push_back(std::move(draft));
                }
            }
            return all;
        });
}

RegisterFault wrong_in(const TemporaryMove& move) {
    if (move.authority.empty()) {
        return RegisterNonsense::no_authority;
    }
    if (move.agreed.empty()) {
        return RegisterNonsense::no_reason;
    }
    return move.until <= move.from ? RegisterFault{RegisterNonsense::back_before_leaving}
                                   : std::nullopt;
}

RegisterFault wrong_in(const PermanentMove& move, CivilDate today) {
    if (move.authority.empty()) {
        return RegisterNonsense::no_authority;
    }
    if (move.on > today || (move.agreed_on && *move.agreed_on > today)) {
        return RegisterNonsense::date_in_future;
    }
    return move.agreed_on && *move.agreed_on < move.on
               ? RegisterFault{RegisterNonsense::agreed_before_notified}
               : std::nullopt;
}

} // namespace

RegisterAnswer change_category(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children,
                               const std::vector<record::Category>& categories, CivilDate on,
                               const std::string& why, const Saw& saw) {
    if (categories.empty()) {
        return refuse(RegisterNonsense::no_category);
    }
    if (why.empty()) {
        return refuse(RegisterNonsense::no_reason);
    }
    if (on > office.today()) {
        return refuse(RegisterNonsense::date_in_future);
    }
    return change(
        office, viewer, "change-category", children, on, saw,
        [&](const Change& now) {
            return now.stay.categories == categories
                       ? RegisterFault{RegisterNonsense::same_categories}
                       : std::nullopt;
        },
        [&](const Change& now) {
            return std::vector{
                draft_about(office, viewer, now.about, on,
                            record::CategoryChanged{now.stay.entry, categories, why})};
        });
}

RegisterAnswer move_for_a_time(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children, const TemporaryMove& move,
                               const Saw& saw) {
    if (const auto wrong = wrong_in(move)) {
        return refuse(*wrong);
    }
    return change(
        office, viewer, "temporary-move", children, std::min(move.from, office.today()), saw,
        [&](const Change& now) {
            return overlaps(now, move) ? RegisterFault{RegisterNonsense::away_already}
                                       : std::nullopt;
        },
        [&](const Change& now) {
            return std::vector{
                draft_about(office, viewer, now.about, move.from,
                            record::TemporarilyMoved{now.stay.entry, move.authority, move.from,
                                                     move.until, move.agreed})};
        });
}

RegisterAnswer come_back(Office& office, const access::Viewer& viewer,
                         const std::vector<PersonId>& children, CivilDate on, const Saw& saw) {
    if (on > office.today()) {
        return refuse(RegisterNonsense::date_in_future);
    }
    return change(
        office, viewer, "came-back", children, on, saw,
        [&](const Change& now) {
            const auto* away = last_away(now, on);
            return away == nullptr || away->back_on ? RegisterFault{RegisterNonsense::not_away}
                                                    : std::nullopt;
        },
        [&](const Change& now) {
            const auto* away = last_away(now, on);
            return std::vector{
                draft_about(office, viewer, now.about, on,
                            record::CameBack{away == nullptr ? base::EntryId{} : away->entry, on})};
        });
}

RegisterAnswer notify_permanent_move(Office& office, const access::Viewer& viewer,
                                     const std::vector<PersonId>& children,
                                     const PermanentMove& move, const Saw& saw) {
    if (const auto wrong = wrong_in(move, office.today())) {
        return refuse(*wrong);
    }
    return change(
        office, viewer, "permanent-move", children, move.on, saw,
        [&](const Change& now) {
            return protection::leaving_from(now.moves, now.stay.entry) == nullptr
                       ? std::nullopt
                       : RegisterFault{RegisterNonsense::leaving_already};
        },
        [&](const Change& now) {
            return std::vector{
                draft_about(office, viewer, now.about, move.on,
                            record::PermanentMoveNotified{now.stay.entry, move.authority, move.on,
                                                          move.agreed_on})};
        });
}

RegisterAnswer record_receiving_conference(Office& office, const access::Viewer& viewer,
                                           const std::vector<PersonId>& children, CivilDate on,
                                           record::ReceivingDecision decision, const Saw& saw) {
    if (on > office.today()) {
        return refuse(RegisterNonsense::date_in_future);
    }
    const auto off = on.next_day();
    return change(
        office, viewer, "receiving-conference", children, on, saw,
        [&](const Change& now) -> RegisterFault {
            const auto* leaving = last_leaving(now);
            if (leaving == nullptr || leaving->conference) {
                return RegisterNonsense::not_leaving;
            }
            return on < leaving->move.on ? RegisterFault{RegisterNonsense::before_the_move}
                                         : std::nullopt;
        },
        [&](const Change& now) {
            const auto* leaving = last_leaving(now);
            const auto moved = leaving == nullptr ? base::EntryId{} : leaving->entry;
            return std::vector{
                draft_about(
                    office, viewer, now.about, off,
                    record::RemovedFromRegister{
                        now.stay.entry, off, record::GroundForRemoval::moved_to_another_authority}),
                draft_about(office, viewer, now.about, on,
                            record::ReceivingConferenceHeld{moved, on, decision})};
        });
}

} // namespace gweld::casework

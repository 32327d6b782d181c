// register_changes.h - what may change about a name on the register between conferences: the
// category, and where the child lives. A name leaves the register at a review conference
// (casework/enquiries.h), or after the conference of the authority the child has moved to.
//
// Source: Wales Safeguarding Procedures (children), section 4, pages 9 and 10. What was not found
// there, and is taken so here: who may change a category between conferences (a team manager or
// head of service, with a reason), and the day the name leaves (the day after that conference).
#pragma once

#include "casework/steps.h"
#include "protection/moves.h"

#include <string>
#include <vector>

namespace gweld::casework {

enum class RegisterNonsense {
    no_children,
    date_in_future,
    not_on_register, // on that day, or no longer
    no_category,
    same_categories,
    no_reason,
    no_authority,
    back_before_leaving,
    away_already,
    not_away,
    leaving_already,
    not_leaving,
    agreed_before_notified,
    before_the_move
};
using RegisterAnswer = StepAnswer<RegisterNonsense>;

// Each writes one entry for each child; all of them or none. The children are on the register.

RegisterAnswer change_category(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children,
                               const std::vector<record::Category>& categories, CivilDate on,
                               const std::string& why, const Saw& saw);

struct TemporaryMove {
    std::string authority;
    CivilDate from = record::to_be_given;
    CivilDate until = record::to_be_given;
    std::string agreed;
};
// May begin in the future; a stay longer than twelve weeks is recorded and shown as what the
// procedures make of it.
RegisterAnswer move_for_a_time(Office& office, const access::Viewer& viewer,
                               const std::vector<PersonId>& children, const TemporaryMove& move,
                               const Saw& saw);
RegisterAnswer come_back(Office& office, const access::Viewer& viewer,
                         const std::vector<PersonId>& children, CivilDate on, const Saw& saw);

struct PermanentMove {
    std::string authority;
    CivilDate on = record::to_be_given;
    std::optional<CivilDate> agreed_on;
};
RegisterAnswer notify_permanent_move(Office& office, const access::Viewer& viewer,
                                     const std::vector<PersonId>& children,
                                     const PermanentMove& move, const Saw& saw);
// Ends the registration, from the day after, with the ground moved_to_another_authority.
RegisterAnswer record_receiving_conference(Office& office, const access::Viewer& viewer,
                                           const std::vector<PersonId>& children, CivilDate on,
                                           record::ReceivingDecision decision, const Saw& saw);

} // namespace gweld::casework

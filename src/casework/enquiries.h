// enquiries.h - recording the way from a strategy discussion to the register: discussion, section
// 47 enquiry, what it found, conference. Each step is refused unless the one before it is recorded
// and counts. Knows no form.
#pragma once

#include "casework/steps.h"
#include "protection/enquiries.h"

#include <variant>
#include <vector>

namespace gweld::casework {

enum class EnquiryNonsense {
    no_children, // none, or one of them twice
    date_in_future,
    before_birth,
    nobody_came,
    nothing_decided,
    no_reason,
    not_an_internal_meeting,
    accepted_already,
    no_discussion_that_counts, // of this child, with the threshold met, still without an enquiry
    before_the_discussion,
    before_the_enquiry,
    concluded_already,
    not_of_this_enquiry,
    no_analysis,
    no_strategy_discussion, // that counts, by the day of the conference
    no_continuing_risk,     // determination 3 is what a conference is called for
    before_the_conclusion,
    conference_held_already, // an initial one since the enquiry began
    no_decision,
    no_category,
    on_register_already,
    not_on_register,
    chair_is_away, // or nobody's diary is kept under that chair
    chair_has_a_meeting,
    late_without_a_reason,   // booked for a day after it is due
    inquorate_without_reason // too few agencies, and not said who went on and why
};
using EnquiryRefused = StepRefused<EnquiryNonsense>;
using EnquiryAnswer = StepAnswer<EnquiryNonsense>;

// Each writes one entry for all the children (a conference also one for each child it places on the
// register or takes off it, in the same append), or nothing. The versions in `saw` have to name
// every child: with one missing somebody may have been quicker, and that is what is answered.

// Whoever came and whatever it was called: what it was is worked out (protection/enquiries.h).
EnquiryAnswer record_discussion(Office& office, const access::Viewer& viewer,
                                const record::StrategyDiscussionHeld& held, const Saw& saw);
// By a head of service only. `on` is taken to be today.
EnquiryAnswer accept_internal_meeting(Office& office, const access::Viewer& viewer,
                                      base::EntryId discussion, const std::string& reason,
                                      const Saw& saw);
// From the last discussion that counts of each child; all have to name the same one.
EnquiryAnswer start_enquiry(Office& office, const access::Viewer& viewer,
                            const record::EnquiryStarted& started,
                            const std::vector<PersonId>& children, const Saw& saw);
EnquiryAnswer conclude_enquiry(Office& office, const access::Viewer& viewer,
                               const record::EnquiryConcluded& concluded, const Saw& saw);
// Initial: the newest enquiry found continuing risk. Review: on the register. A conference on
// moving here asks for neither. Not before the day the child's last step was; in the future is
// usual.
EnquiryAnswer book_conference(Office& office, const access::Viewer& viewer,
                              const record::ConferenceBooked& booked,
                              const std::vector<PersonId>& children, const Saw& saw);
// Placing writes PlacedOnRegister on the day of the conference; removing, at a review, writes
// RemovedFromRegister for the day after it (on the day itself the name was still there).
EnquiryAnswer record_conference(Office& office, const access::Viewer& viewer,
                                const record::ConferenceHeld& held, const Saw& saw);

} // namespace gweld::casework

#include "web/pages/enquiries/enquiry_faults.h"

#include "words/words.h"

#include <array>

namespace gweld::web::pages {

namespace {

using casework::EnquiryNonsense;
using words::mark;

struct Said {
    EnquiryNonsense nonsense;
    std::string_view field;
    std::string_view sentence;
};

constexpr std::array all{
    Said{EnquiryNonsense::no_children, "child", mark("Tick at least one child")},
    Said{EnquiryNonsense::date_in_future, "on-day", mark("The date must be today or in the past")},
    Said{EnquiryNonsense::before_birth, "on-day",
         mark("The date is long before one of the children was born")},
    Said{EnquiryNonsense::nobody_came, "came-1", mark("Say who was there")},
    Said{EnquiryNonsense::nothing_decided, "decided", mark("Write what was decided")},
    Said{EnquiryNonsense::no_reason, "reason", mark("Write why")},
    Said{EnquiryNonsense::not_an_internal_meeting, "reason",
         mark("This was a strategy discussion: nobody has to accept it")},
    Said{EnquiryNonsense::accepted_already, "reason",
         mark("This meeting has been accepted already")},
    Said{
        EnquiryNonsense::no_discussion_that_counts, "on-day",
        mark(
            "An enquiry starts from a strategy discussion, with the police, at which the threshold "
            "was met for every child ticked. There is none that waits for an enquiry")},
    Said{EnquiryNonsense::before_the_discussion, "on-day",
         mark("The enquiry cannot start before the strategy discussion")},
    Said{EnquiryNonsense::before_the_enquiry, "on-day",
         mark("The enquiry cannot end before it started")},
    Said{EnquiryNonsense::concluded_already, "on-day",
         mark("What the enquiry found is recorded already for one of the children")},
    Said{EnquiryNonsense::not_of_this_enquiry, "on-day",
         mark("One of the children is not part of this enquiry")},
    Said{EnquiryNonsense::no_analysis, "on-day", mark("Write the analysis for each child")},
    Said{EnquiryNonsense::no_strategy_discussion, "on-day",
         mark("No strategy discussion with the police is recorded before this conference")},
    Said{EnquiryNonsense::no_continuing_risk, "on-day",
         mark("An initial conference is for a child whose enquiry found continuing risk of "
              "significant harm")},
    Said{EnquiryNonsense::before_the_conclusion, "on-day",
         mark("The conference cannot be before the day the enquiry was concluded")},
    Said{EnquiryNonsense::conference_held_already, "on-day",
         mark("An initial conference has been held since this enquiry began")},
    Said{EnquiryNonsense::no_decision, "on-day", mark("Choose a decision for each child")},
    Said{EnquiryNonsense::no_category, "on-day",
         mark("Tick at least one category for each child whose name is placed on the register")},
    Said{EnquiryNonsense::on_register_already, "on-day",
         mark("The name of one of the children is on the register already")},
    Said{EnquiryNonsense::not_on_register, "on-day",
         mark("A review conference is for a child whose name is on the register")},
    Said{EnquiryNonsense::chair_is_away, "slot",
         mark("The chair is away on that day. Choose another slot")},
    Said{EnquiryNonsense::chair_has_a_meeting, "slot",
         mark("The chair already has a meeting then: somebody booked it before you. Choose another "
              "slot")},
    Said{EnquiryNonsense::late_without_a_reason, "late",
         mark("This is after the day by which the conference is due. Write why, or choose an "
              "earlier day")},
    Said{EnquiryNonsense::inquorate_without_reason, "went_ahead",
         mark("Too few agencies were there. Write who decided to go on, and why")},
};

} // namespace

FieldFault fault_of(EnquiryNonsense nonsense) {
    for (const auto& said : all) {
        if (said.nonsense == nonsense) {
            return {std::string{said.field}, said.sentence, {}};
        }
    }
    return {"on-day", {}, {}};
}

} // namespace gweld::web::pages

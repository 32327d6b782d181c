// report_typed.h - the partners' form as typed, and the referral it means. Every fault is found and
// every word kept. Knows no store: nobody is looked up.
#pragma once

#include "casework/referrals.h"
#include "web/pages/forms/answers.h"

namespace gweld::web::pages {

// How many blocks for adults the form has; from 1 to casework::most_adults.
std::size_t adult_blocks(const Fields& posted);
std::string adult_field(std::size_t nth, std::string_view what); // "adult-1-name"

// Without its files. Required: who sends it and how to reach them, a name or a description of each
// child, the worry, and whether there is danger.
base::Result<casework::Referral, std::vector<FieldFault>> parse_report(const Fields& posted,
                                                                       time::CivilDate today);

struct WrongReport {
    std::string_view field;
    std::string_view sentence;
};
WrongReport wrong_with(casework::ReferralNonsense nonsense);

} // namespace gweld::web::pages

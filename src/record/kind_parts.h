// kind_parts.h - what kinds of entry have in common. Knows no kind.
#pragma once

#include "base/uuid.h"
#include "time/civil_date.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::record {

using base::AssessmentId;
using base::ContactId;
using base::FamilyId;
using base::PersonId;
using base::TeamId;
using base::WorkerId;
using time::CivilDate;

// A date that has to be given. Decoding refuses a body without it, so nobody ever reads this one.
inline constexpr CivilDate to_be_given = CivilDate::from_day_number(0);

// Each enumerator is stored by its name (BOOST_DESCRIBE), so order may change and names may not.
// not_recorded, here and elsewhere: the source does not say; no form offers it where it has to be
// answered.
enum class Answer { yes, no, not_recorded };
enum class Category {
    neglect,
    physical_abuse,
    sexual_abuse,
    emotional_or_psychological_abuse,
    financial_abuse
};
enum class Sex { female, male, not_known };
enum class ConferenceType { initial, review, transfer_in };

BOOST_DESCRIBE_ENUM(Answer, yes, no, not_recorded)
BOOST_DESCRIBE_ENUM(Category, neglect, physical_abuse, sexual_abuse,
                    emotional_or_psychological_abuse, financial_abuse)
BOOST_DESCRIBE_ENUM(Sex, female, male, not_known)
BOOST_DESCRIBE_ENUM(ConferenceType, initial, review, transfer_in)

} // namespace gweld::record

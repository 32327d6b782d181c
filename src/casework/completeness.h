// completeness.h - how much of what a partner's form asks was given, and what is missing. Counts
// and never refuses: a report is not kept waiting for what its sender does not know. Knows no page.
#pragma once

#include "record/kinds.h"

#include <boost/describe/enum.hpp>
#include <string>
#include <vector>

namespace gweld::casework {

// In the order of the form. Stored by name with each form sent, so order may change, names not.
enum class FormAsks {
    referrer,
    role,
    organisation,
    reach,
    childs_name,
    birth, // of every child: a date of birth, an expected date or an age
    address,
    school,
    adults,
    languages,
    communication,
    worry,
    seen,
    history,
    done_already,
    family_told,
    agreement // agreed, or why not
};
BOOST_DESCRIBE_ENUM(FormAsks, referrer, role, organisation, reach, childs_name, birth, address,
                    school, adults, languages, communication, worry, seen, history, done_already,
                    family_told, agreement)

struct Completeness {
    int given = 0;
    int asked = 0;
    std::vector<FormAsks> missing;
    bool whole() const { return missing.empty(); }
};
Completeness completeness_of(const record::ContactReceived& contact,
                             const record::ReferralSent& form);

std::string name_of(FormAsks asked);

} // namespace gweld::casework

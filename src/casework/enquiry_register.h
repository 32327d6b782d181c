// enquiry_register.h - the register of section 47 enquiries: what is missing, open, concluded, and
// the meetings held without the police. There is no national time limit for an enquiry, so none is
// shown: only how many working days it has taken and by when the conference is due.
#pragma once

#include "casework/office.h"
#include "protection/enquiries.h"

#include <memory>
#include <optional>
#include <vector>

namespace gweld::casework {

enum class Missing : std::uint8_t {
    discussion,         // decided on at the front door, none held since
    enquiry,            // threshold met, no enquiry
    conference_booking, // continuing risk, no conference booked
    conference,         // due and not held
    worker              // on the register, nobody allocated
};
struct MissingStep {
    Missing what{};
    std::shared_ptr<const Facts> child;
    CivilDate
        since; // the decision, the discussion, the conclusion, the day it was due by, the placing
    std::optional<base::EntryId> discussion; // for an enquiry: where it would start from
};

struct EnquiryLine {
    std::shared_ptr<const Facts> child;
    std::shared_ptr<const protection::EnquiryHistory> history; // the rest point into it
    const protection::Enquiry* enquiry = nullptr;
    protection::ConferenceClock conference;
    std::optional<int> working_days; // from its start to its conclusion, or to today
};

struct InternalMeetingLine { // one for each child discussed
    std::shared_ptr<const Facts> child;
    base::EntryId entry;
    CivilDate on;
    bool accepted = false;
};

struct EnquiryRegister {
    CivilDate from = record::to_be_given;
    CivilDate to = record::to_be_given;
    std::vector<MissingStep> missing;   // longest first; all there are, whatever the days
    std::vector<EnquiryLine> open;      // oldest first; all there are
    std::vector<EnquiryLine> concluded; // from..to, newest first, as many as were asked for
    std::vector<InternalMeetingLine> without_police; // from..to, newest first
    std::size_t meetings_without_police = 0;         // meetings, not children
    std::size_t accepted = 0;                        // of those, as strategy discussions
};

// Both days are counted. Children whose record this person may see. No more than `most_concluded`
// concluded ones are read: of years there are thousands, and one page is looked at.
base::Result<std::shared_ptr<const EnquiryRegister>, record::StoreFault>
register_of_enquiries(Office& office, const access::Viewer& viewer, CivilDate from, CivilDate to,
                      std::size_t most_concluded);

} // namespace gweld::casework

// alert_kinds.h - what people do about an alert. An alert itself is no entry: it is worked out from
// the record each time it is asked for (casework/alerts.h) and is over when the record says so.
// Included by kinds.h; knows no rule.
#pragma once

#include "record/kind_parts.h"

namespace gweld::record {

enum class AlertOf {
    not_seen_alone,
    no_enquiry,
    no_conference_booked,
    conference_not_held,
    no_worker,
    no_coordinator,
    contact_of_harm,
    contact_waited,
    handed_to_nobody,
    no_discussion
};
BOOST_DESCRIBE_ENUM(AlertOf, not_seen_alone, no_enquiry, no_conference_booked, conference_not_held,
                    no_worker, no_coordinator, contact_of_harm, contact_waited, handed_to_nobody,
                    no_discussion)

struct AlertSeen { // about: the child, or the contact
    AlertOf alert = AlertOf::not_seen_alone;
    CivilDate since = to_be_given; // the same lack on another day is another alert
};
BOOST_DESCRIBE_STRUCT(AlertSeen, (), (alert, since))

struct AlertAnswered { // about: the child, or the contact. Quiet on the days before `again_on`.
    AlertOf alert = AlertOf::not_seen_alone;
    CivilDate since = to_be_given;
    std::string did;
    CivilDate again_on = to_be_given;
};
BOOST_DESCRIBE_STRUCT(AlertAnswered, (), (alert, since, did, again_on))

} // namespace gweld::record

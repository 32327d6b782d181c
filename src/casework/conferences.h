// conferences.h - recording what belongs to a conference: the reports before it, what is sent out
// after it, who did not agree, what each agency says of the record, what people thought of it.
// Knows no form. Booking and holding: enquiries.h.
#pragma once

#include "casework/steps.h"
#include "protection/conferences.h"

#include <vector>

namespace gweld::casework {

enum class ConferenceNonsense {
    no_such_conference, // of these children
    date_in_future,
    not_held_yet,
    before_the_conference,
    nobody_named,
    nothing_written,
    no_such_report, // of this conference
    shared_already,
    shared_before_it_came,
    record_not_sent, // there is nothing to agree to yet
};
using ConferenceAnswer = StepAnswer<ConferenceNonsense>;

// Each one entry about every child of the conference, or nothing. `children`: whom the conference
// was about, as the writer had them before their eyes; `saw` as in enquiries.h.
using AboutChildren = std::vector<PersonId>;

ConferenceAnswer record_report(Office& office, const access::Viewer& viewer,
                               const record::ConferenceReportReceived& report,
                               const AboutChildren& children, const Saw& saw);
// The day a report was gone through with the family.
ConferenceAnswer share_report(Office& office, const access::Viewer& viewer,
                              const record::ConferenceReportShared& shared,
                              const AboutChildren& children, const Saw& saw);
// A paper may be sent again, to others; the first time is what its clock asks for.
ConferenceAnswer send_paper(Office& office, const access::Viewer& viewer,
                            const record::ConferencePaperSent& sent, const AboutChildren& children,
                            const Saw& saw);
ConferenceAnswer record_dissent(Office& office, const access::Viewer& viewer,
                                const record::DissentRecorded& dissent,
                                const AboutChildren& children, const Saw& saw);
ConferenceAnswer answer_record(Office& office, const access::Viewer& viewer,
                               const record::ConferenceRecordAnswered& answer,
                               const AboutChildren& children, const Saw& saw);
ConferenceAnswer give_feedback(Office& office, const access::Viewer& viewer,
                               const record::ConferenceFeedbackGiven& feedback,
                               const AboutChildren& children, const Saw& saw);

} // namespace gweld::casework

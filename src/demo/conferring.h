// conferring.h - what goes on round conferences: the chairs' diaries, reviews booked for the weeks
// to come, reports before a conference, what is sent out and said after it. Holding them:
// meeting.h.
#pragma once

#include "demo/case.h"
#include "demo/scribe.h"
#include "demo/visiting.h"

#include <vector>

namespace gweld::demo {

// This council's own practice and each chair's slots and leave.
void tell_diaries(const County& county, Scribe& scribe);

// Reviews due in the coming weeks, by the day they are due: most are booked, packed into the first
// weeks, so that some cannot be held in time; with reports, one missing here and there.
void tell_reviews_to_come(const County& county, const std::vector<Case>& cases, Scribe& scribe,
                          const Chance& chance);

struct Conferring {
    std::vector<Uuid> children;
    base::EntryId entry; // booked or held
    CivilDate on;
    std::size_t writer; // where in Staff::workers
};
// What the chair of a family's conferences is called and who they are.
std::size_t chair_for(const County& county, const Case& family);
void book_with_chair(const County& county, std::size_t chair, record::ConferenceBooked& booked);

// Each agency's report, mostly; shared with the family, mostly before the day.
void tell_reports(const County& county, const Conferring& conference, Scribe& scribe,
                  Chance chance);
// Outline plan and record sent out, now and then late; what agencies and the family say.
void tell_what_followed(const County& county, const Conferring& conference, Scribe& scribe,
                        Chance chance);
// Who was there.
std::vector<record::AgencyAtMeeting> there(Chance chance);

} // namespace gweld::demo

// enquiry_words.h - discussions, enquiries and conferences in the reader's words: one place, so
// that the forms, the timeline and the register of enquiries say the same thing the same way.
#pragma once

#include "protection/enquiries.h"
#include "record/kinds.h"
#include "words/words.h"

#include <string>

namespace gweld::web::pages {

using words::Words;

std::string said(const Words& say, record::Agency agency);
std::string said(const Words& say, record::Came came);
std::string said(const Words& say, record::EnquiryBy by);
std::string said(const Words& say, record::Determination determination);
std::string said(const Words& say, record::ConferenceDecision decision);

// "Strategy discussion", "Internal meeting, without the police": what it was, not what it was
// called.
std::string title_of(const Words& say, const record::StrategyDiscussionHeld& held);
std::string title_of(const Words& say, record::ConferenceType type);
std::string booked_title(const Words& say, record::ConferenceType type);

// "Bethan Rowlands (police); Non Preece (health)"; empty: nobody.
std::string people_who(const Words& say, const std::vector<record::AgencyAtMeeting>& invited,
                       record::Came came);

} // namespace gweld::web::pages

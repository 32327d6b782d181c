// referral.h - on the front door's pages: what came with a partners' form, what was asked back, its
// files, and telling the referrer what was decided.
#pragma once

#include "casework/referral_story.h"
#include "web/pages/front_door/contact_view.h"

namespace gweld::web::pages {

void add_referrer_pages(Site& site); // ask back, tell, who is still to be told
void add_contact_file_pages(Site& site);
void add_referrer_letter_pages(Site& site);

namespace door {

// The part of a contact's page; empty where there is nothing to show or to do.
Html referral_part(const Caller& caller, const casework::OpenContact& open);
// "Form: 14 of 17 answered, 2 files"; for the board.
std::string form_words(const Words& say, const record::ReferralRow& form);
// What a letter to the referrer can be made of: the newest telling. Null: they were not told.
const casework::ToldOnce* told_by_letter(const casework::ReferralStory& story);
std::string told_by_words(const Words& say, record::ToldBy how);

} // namespace door

} // namespace gweld::web::pages

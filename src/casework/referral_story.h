// referral_story.h - what was said between the front door and a referrer, read from the entries
// about one contact: the form, what was asked back and answered, what they were told. Knows no
// store.
#pragma once

#include "record/entry.h"
#include "record/kinds.h"

#include <optional>
#include <string>
#include <vector>

namespace gweld::casework {

struct AnswerGiven {
    record::ReferrerAnswered body;
    time::Instant at;
};
struct QuestionAsked {
    base::EntryId id;
    std::string question;
    std::string by;
    base::Uuid by_worker;
    time::Instant at;
    std::optional<AnswerGiven> answer;
};
struct ToldOnce {
    record::ReferrerTold body;
    std::string by;
};

struct ReferralStory {
    std::optional<record::ReferralSent> form; // none: it came another way
    std::vector<QuestionAsked> questions;     // oldest first
    std::vector<ToldOnce> told;               // oldest first

    // The file with the digest, of the form or of an answer; null: none of theirs.
    const record::KeptFile* file(std::string_view digest) const;
};

// What was corrected or withdrawn is left out.
ReferralStory referral_story(const std::vector<record::Entry>& about_contact);

} // namespace gweld::casework

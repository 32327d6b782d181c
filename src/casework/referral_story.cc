#include "casework/referral_story.h"

#include "record/codec.h"

#include <algorithm>
#include <set>

namespace gweld::casework {

namespace {

using record::Entry;

void note_answer(ReferralStory& story, const Entry& entry) {
    auto body = record::body_of<record::ReferrerAnswered>(entry);
    const auto question = std::ranges::find(story.questions, body.question, &QuestionAsked::id);
    if (question != story.questions.end()) {
        question->answer = AnswerGiven{std::move(body), entry.recorded_at};
    }
}

void note(ReferralStory& story, const Entry& entry) {
    if (is_a<record::ReferralSent>(entry)) {
        story.form = record::body_of<record::ReferralSent>(entry);
    } else if (is_a<record::ReferrerAsked>(entry)) {
        story.questions.push_back(
            {base::EntryId{entry.id}, record::body_of<record::ReferrerAsked>(entry).question,
             entry.recorded_by.name, entry.recorded_by.worker, entry.recorded_at, std::nullopt});
    } else if (is_a<record::ReferrerAnswered>(entry)) {
        note_answer(story, entry);
    } else if (is_a<record::ReferrerTold>(entry)) {
        story.told.push_back(
            {record::body_of<record::ReferrerTold>(entry), entry.recorded_by.name});
    }
}

} // namespace

const record::KeptFile* ReferralStory::file(std::string_view digest) const {
    const auto in = [&](const std::vector<record::KeptFile>& files) {
        const auto found = std::ranges::find(files, digest, &record::KeptFile::digest);
        return found == files.end() ? nullptr : &*found;
    };
    if (const auto* found = form ? in(form->files) : nullptr) {
        return found;
    }
    for (const auto& question : questions) {
        if (const auto* found = question.answer ? in(question.answer->body.files) : nullptr) {
            return found;
        }
    }
    return nullptr;
}

ReferralStory referral_story(const std::vector<Entry>& about_contact) {
    std::set<base::Uuid> gone;
    for (const auto& entry : about_contact) {
        if (entry.corrects) {
            gone.insert(*entry.corrects);
        }
    }
    ReferralStory story;
    for (const auto& entry : about_contact) {
        if (!gone.contains(entry.id)) {
            note(story, entry);
        }
    }
    return story;
}

} // namespace gweld::casework

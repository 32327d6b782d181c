#include "web/pages/assessments/assessment_words.h"
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"

#include <algorithm>

namespace gweld::web::pages::child_record {

using record::Entry;

namespace {

const record::ChildInAssessment* part_for(const record::AssessmentContent& content,
                                          record::PersonId child) {
    const auto found =
        std::ranges::find(content.children, child, &record::ChildInAssessment::child);
    return found == content.children.end() ? nullptr : &*found;
}

} // namespace

std::string Teller::title_of_entry(base::EntryId id) const {
    const auto& entries = shown_.facts().entries;
    const auto found = std::ranges::find(entries, id.uuid, &Entry::id);
    return found == entries.end() ? std::string{} : tell(*found).title;
}

Told Teller::assessment_written(const Entry& entry) const {
    const auto content = record::body_of<record::AssessmentWritten>(entry).content;
    Told told;
    told.title = say_.say("An assessment is being written");
    told.sentences.push_back(pages::said(say_, content.type) + ".");
    told.sentences.push_back(say_.say("Started {date}, counted from {from}.",
                                      {{"date", near_day(say_, content.started, shown_.today)},
                                       {"from", near_day(say_, content.runs_from, shown_.today)}}));
    return told;
}

Told Teller::assessment_gap_allowed(const Entry& entry) const {
    const auto allowed = record::body_of<record::AssessmentGapAllowed>(entry);
    Told told;
    told.title = say_.say("A gap in an assessment was let stand");
    // A gap in a brother's or sister's part is told in their own record.
    if (!allowed.child || *allowed.child == shown_.facts().child) {
        told.sentences.push_back(pages::said(say_, allowed.gap) + ".");
        told.account = say_.say("Why: {text}", {{"text", allowed.because}});
    }
    return told;
}

Told Teller::assessment_finished(const Entry& entry) const {
    const auto finished = record::body_of<record::AssessmentFinished>(entry);
    Told told;
    told.title = say_.say("An assessment was finished");
    told.sentences.push_back(pages::said(say_, finished.content.type) + ".");
    if (const auto* part = part_for(finished.content, shown_.facts().child)) {
        told.sentences.push_back(
            say_.say("Decision: {text}", {{"text", pages::said(say_, part->decision)}}) + ".");
        told.words = part->words;
        told.language = part->words_language;
        told.account = part->analysis;
    }
    told.significant = true;
    return told;
}

Told Teller::signed_by_somebody(const Entry& entry) const {
    const auto body = record::body_of<record::Signed>(entry);
    Told told;
    told.title = say_.say("A manager signed");
    if (const auto title = title_of_entry(body.entry); !title.empty()) {
        told.sentences.push_back(title + ".");
    }
    told.account = body.words;
    return told;
}

Told Teller::returned_for_rework(const Entry& entry) const {
    const auto body = record::body_of<record::ReturnedForRework>(entry);
    Told told;
    told.title = say_.say("A manager returned work to be done again");
    if (const auto title = title_of_entry(body.entry); !title.empty()) {
        told.sentences.push_back(title + ".");
    }
    told.account = body.words;
    return told;
}

Told Teller::document_brought_in(const Entry& entry) const {
    const auto body = record::body_of<record::DocumentBroughtIn>(entry);
    Told told;
    told.title = body.as == record::BroughtInAs::plan
                     ? say_.say("A plan written in Word was brought in")
                     : say_.say("An assessment written in Word was brought in");
    told.sentences.push_back(body.file.name + ".");
    return told;
}

} // namespace gweld::web::pages::child_record

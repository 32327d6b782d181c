#include "record/codec.h"
#include "web/pages/child/telling_conferences.h"
#include "web/pages/guarding/guarding_words.h"

namespace gweld::web::pages::child_record {

namespace {

Told told(std::string title, std::string why, std::string words) {
    Told said;
    said.title = std::move(title);
    for (auto* sentence : {&why, &words}) {
        if (!sentence->empty()) {
            said.sentences.push_back(std::move(*sentence));
        }
    }
    return said;
}

} // namespace

std::optional<Told> told_of_access(const Words& say, const record::Entry& entry) {
    if (record::is_a<record::PersonExcluded>(entry)) {
        const auto body = record::body_of<record::PersonExcluded>(entry);
        return told(say.say("{name} was excluded from the record", {{"name", body.worker_name}}),
                    pages::said(say, body.because), body.words);
    }
    if (record::is_a<record::ExclusionLifted>(entry)) {
        return told(say.say("An exclusion from the record was lifted"), {},
                    record::body_of<record::ExclusionLifted>(entry).reason);
    }
    if (record::is_a<record::RecordRestricted>(entry)) {
        const auto body = record::body_of<record::RecordRestricted>(entry);
        return told(say.say("The record was restricted"), pages::said(say, body.because),
                    body.words);
    }
    if (record::is_a<record::RestrictionLifted>(entry)) {
        return told(say.say("The restriction of the record was lifted"), {},
                    record::body_of<record::RestrictionLifted>(entry).reason);
    }
    if (record::is_a<record::OpenedInEmergency>(entry)) {
        const auto body = record::body_of<record::OpenedInEmergency>(entry);
        return told(say.say("The record was opened in an emergency"),
                    pages::said(say, body.because), body.words);
    }
    if (record::is_a<record::OpeningReviewed>(entry)) {
        const auto body = record::body_of<record::OpeningReviewed>(entry);
        return told(say.say("The emergency was reviewed"), pages::said(say, body.found),
                    body.words);
    }
    return std::nullopt;
}

} // namespace gweld::web::pages::child_record

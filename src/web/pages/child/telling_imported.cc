// What came with an extract of an earlier system, told as it was given.
#include "web/pages/child/telling.h"
#include "web/pages/child/wording.h"
#include "web/pages/imported/imported_words.h"

namespace gweld::web::pages::child_record {

namespace {

using record::Entry;

class Sentences {
  public:
    Sentences(const Words& say, Told& told) : say_{say}, told_{told} {
        told_.sentences.push_back(say_.say("From the earlier system."));
    }
    // Nothing is said of what is not there.
    void add(std::string_view sentence, std::string_view slot, const std::string& value) {
        if (!value.empty()) {
            told_.sentences.push_back(say_.say(sentence, {{slot, value}}));
        }
    }

  private:
    const Words& say_;
    Told& told_;
};

std::string listed(const std::vector<std::string>& codes) {
    std::string all;
    for (const auto& code : codes) {
        all.append(all.empty() ? "" : ", ").append(code);
    }
    return all;
}

} // namespace

Told Teller::contact_outcome_imported(const Entry& entry) const {
    const auto decided = record::body_of<record::ContactOutcomeImported>(entry);
    Told told;
    told.title = say_.say("A contact was decided in the earlier system:") + " " +
                 outcomes_in_words(say_, decided.outcomes);
    told.sentences.push_back(
        say_.say("On which day, by whom and why is not in the extract. The day shown is the day "
                 "the contact came in."));
    return told;
}

Told Teller::early_help(const Entry& entry) const {
    const auto given = record::body_of<record::EarlyHelpImported>(entry);
    Told told;
    told.title = say_.say("Early help began");
    Sentences sentences{say_, told};
    const auto day = [&](CivilDate date) { return near_day(say_, date, shown_.today); };
    sentences.add(words::mark("It ended on {date}."), "date", given.until ? day(*given.until) : "");
    sentences.add(words::mark("Why: {text}"), "text", given.reason);
    sentences.add(words::mark("Why it ended: {text}"), "text", given.end_reason);
    sentences.add(words::mark("By: {text}"), "text",
                  given.organisation +
                      (given.organisation.empty() || given.worker.empty() ? "" : ", ") +
                      given.worker);
    return told;
}

Told Teller::episode(const Entry& entry) const {
    const auto episode = record::body_of<record::EpisodeImported>(entry);
    Told told;
    told.title = say_.say("Referral, and a case opened");
    Sentences sentences{say_, told};
    sentences.add(words::mark("Main need: {text}"), "text", need_in_words(say_, episode.need));
    sentences.add(words::mark("From: {text}"), "text", episode.source);
    sentences.add(words::mark("Outcome of the referral: {text}"), "text",
                  outcomes_in_words(say_, episode.outcomes));
    sentences.add(words::mark("The case was closed on {date}."), "date",
                  episode.until ? near_day(say_, *episode.until, shown_.today) : "");
    sentences.add(words::mark("Why it was closed: {text}"), "text",
                  close_reason_in_words(say_, episode.close_reason));
    sentences.add(words::mark("Team: {text}"), "text", episode.team);
    sentences.add(words::mark("Worker: {text}"), "text", episode.worker);
    return told;
}

Told Teller::assessment_imported(const Entry& entry) const {
    const auto made = record::body_of<record::AssessmentImported>(entry);
    Told told;
    told.title = say_.say("Assessment started");
    Sentences sentences{say_, told};
    sentences.add(words::mark("Authorised on {date}."), "date",
                  made.authorised ? near_day(say_, *made.authorised, shown_.today) : "");
    if (!made.authorised) {
        told.sentences.push_back(say_.say("No day on which it was authorised is given."));
    }
    if (made.child_seen != record::Answer::not_recorded) {
        told.sentences.push_back(made.child_seen == record::Answer::yes
                                     ? say_.say("The child was seen.")
                                     : say_.say("The child was not seen."));
    }
    sentences.add(words::mark("Outcome: {text}"), "text", outcomes_in_words(say_, made.outcomes));
    sentences.add(words::mark("Team: {text}"), "text", made.team);
    sentences.add(words::mark("Worker: {text}"), "text", made.worker);
    told.account = made.comments;
    return told;
}

Told Teller::assessment_factors(const Entry& entry) const {
    const auto found = record::body_of<record::AssessmentFactorsImported>(entry);
    Told told;
    told.title = say_.say("Factors found in an assessment");
    Sentences sentences{say_, told};
    sentences.add(words::mark("Codes of the census: {text}"), "text", listed(found.factors));
    return told;
}

} // namespace gweld::web::pages::child_record

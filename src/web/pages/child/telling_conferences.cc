#include "web/pages/child/telling_conferences.h"

#include "web/pages/child/wording.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/enquiries/enquiry_words.h"

namespace gweld::web::pages::child_record {

namespace {

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) {
        text += (text.empty() ? "" : "\n") + line;
    }
}

Told report_came(const Words& say, const record::Entry& entry) {
    const auto report = record::body_of<record::ConferenceReportReceived>(entry);
    Told told;
    told.title = say.say("Report to a conference");
    told.sentences.push_back(report.name + ", " + pages::said(say, report.agency) + ".");
    add_line(told.account, report.strengths);
    add_line(told.account, report.worries);
    add_line(told.account, report.risk);
    add_line(told.account, report.change);
    return told;
}

Told report_shared(const Words& say, const record::Entry& entry) {
    Told told;
    told.title = say.say("Report to a conference shared with the family");
    told.account = record::body_of<record::ConferenceReportShared>(entry).with;
    return told;
}

Told paper_sent(const Words& say, const record::Entry& entry) {
    const auto sent = record::body_of<record::ConferencePaperSent>(entry);
    Told told;
    told.title = say.say("Sent out after a conference");
    told.sentences.push_back(pages::said(say, sent.paper) + ".");
    for (const auto& name : sent.to) {
        add_line(told.account, name);
    }
    return told;
}

Told dissent(const Words& say, const record::Entry& entry) {
    const auto dissent = record::body_of<record::DissentRecorded>(entry);
    Told told;
    told.title = say.say("Somebody did not agree with a conference");
    told.sentences.push_back(dissent.name + ", " + pages::said(say, dissent.agency) + ".");
    told.account = dissent.reason;
    told.significant = true;
    return told;
}

Told record_answered(const Words& say, const record::Entry& entry) {
    const auto given = record::body_of<record::ConferenceRecordAnswered>(entry);
    Told told;
    told.title = say.say("Answer to the record of a conference");
    told.sentences.push_back(given.name + ", " + pages::said(say, given.agency) + ": " +
                             pages::said(say, given.answer) + ".");
    told.account = given.words;
    return told;
}

Told feedback(const Words& say, const record::Entry& entry) {
    const auto given = record::body_of<record::ConferenceFeedbackGiven>(entry);
    Told told;
    told.title = say.say("What somebody thought of a conference");
    told.sentences.push_back(pages::said(say, given.from) + ".");
    add_line(told.account, given.good);
    add_line(told.account, given.better);
    return told;
}

} // namespace

std::optional<Told> told_of_conference(const Words& say, const record::Entry& entry) {
    struct Kind {
        std::string_view name;
        Told (*telling)(const Words&, const record::Entry&);
    };
    using namespace record;
    static constexpr Kind kinds[] = {
        {Named<ConferenceReportReceived>::name, report_came},
        {Named<ConferenceReportShared>::name, report_shared},
        {Named<ConferencePaperSent>::name, paper_sent},
        {Named<DissentRecorded>::name, dissent},
        {Named<ConferenceRecordAnswered>::name, record_answered},
        {Named<ConferenceFeedbackGiven>::name, feedback},
    };
    for (const auto& kind : kinds) {
        if (kind.name == entry.kind) {
            return kind.telling(say, entry);
        }
    }
    return std::nullopt;
}

} // namespace gweld::web::pages::child_record

#include "web/pages/assessments/content.h"

#include "web/pages/assessments/content.html.h"
#include "web/pages/standing_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using record::AssessmentGap;
using Row = AssessmentText::Row;

struct Written {
    const Caller& caller;
    const casework::OpenAssessment& open;
    const record::AssessmentContent& content;
    const Words& say() const { return caller.say; }
    std::string day(const std::optional<time::CivilDate>& date) const {
        return date ? near_date(caller, *date) : std::string{};
    }
    Row row(AssessmentGap part, std::string text) const {
        return {said(say(), part), std::move(text)};
    }
};

std::string seen_text(const Written& written, const record::ChildInAssessment& part) {
    const auto& say = written.say();
    std::string text = said(say, part.seen);
    if (part.seen_on) {
        text += ", " + written.day(part.seen_on);
    }
    for (const auto& more : {part.how, part.why_not}) {
        if (!more.empty()) {
            text += "\n" + more;
        }
    }
    return part.seen == record::SeenAtAssessment::not_recorded ? part.how : text;
}

std::vector<Row> rows_of(const Written& written, const record::ChildInAssessment& part) {
    const auto& say = written.say();
    std::vector<Row> rows;
    rows.push_back({say.say("How the child was seen"), seen_text(written, part)});
    auto words = written.row(AssessmentGap::words, part.words);
    words.lang = part.words_language.empty() ? std::string{words::tag_of(say.language())}
                                             : part.words_language;
    words.quoted = true;
    rows.push_back(std::move(words));
    rows.push_back(written.row(AssessmentGap::communication, part.communication));
    rows.push_back(written.row(AssessmentGap::identity, part.identity));
    rows.push_back(written.row(AssessmentGap::risks, {}));
    rows.back().factors = part.risks;
    rows.push_back(written.row(AssessmentGap::protective, {}));
    rows.back().factors = part.protective;
    rows.push_back(written.row(AssessmentGap::childs_analysis, part.analysis));
    rows.push_back(written.row(AssessmentGap::decision,
                               part.decision == record::AssessmentDecision::not_recorded
                                   ? std::string{}
                                   : said(say, part.decision)));
    rows.push_back(written.row(AssessmentGap::what_follows, part.what_follows));
    rows.push_back(written.row(AssessmentGap::shared_with_child, written.day(part.shared_on)));
    return rows;
}

AssessmentText::Part part_of(const Written& written, const record::ChildInAssessment& part) {
    const auto& open = written.open;
    AssessmentText::Part shown;
    shown.id = "child-" + base::to_text(part.child.uuid);
    shown.heading = child_named(written.say(), open, part.child);
    const bool may = std::ranges::any_of(
        open.children, [&](const auto& facts) { return facts && facts->child == part.child; });
    if (may) {
        shown.rows = rows_of(written, part);
    } else {
        shown.withheld = written.say().say("This part is about a child whose record is not yours, "
                                           "and is not shown to you.");
    }
    return shown;
}

Row shared_row(const Written& written) {
    const auto& say = written.say();
    Row row{say.say("Shared with"), {}};
    for (const auto& one : written.content.shared) {
        row.factors.push_back(one.with == record::SharedWith::agency
                                  ? say.say("{name} (an agency), {date}",
                                            {{"name", one.name}, {"date", written.day(one.on)}})
                                  : say.say("{name} (parent or carer), {date}",
                                            {{"name", one.name}, {"date", written.day(one.on)}}));
    }
    return row;
}

std::vector<std::string> facts_of(const Written& written) {
    const auto& say = written.say();
    return {said(say, written.content.type) + ".",
            say.say("Started {date}, counted from {from}.",
                    {{"date", written.day(written.content.started)},
                     {"from", written.day(written.content.runs_from)}})};
}

} // namespace

Html assessment_content(const Caller& caller, const casework::OpenAssessment& open,
                        const record::AssessmentContent& content,
                        const std::vector<record::GapLeft>& left) {
    const Written written{caller, open, content};
    const auto& say = caller.say;
    AssessmentText text;
    text.facts = facts_of(written);
    text.parts.push_back({"family",
                          say.say("The family"),
                          {},
                          {written.row(AssessmentGap::why_now, content.why_now),
                           written.row(AssessmentGap::others_seen, content.others_seen),
                           written.row(AssessmentGap::family, content.family)}});
    for (const auto& part : content.children) {
        text.parts.push_back(part_of(written, part));
    }
    text.parts.push_back(
        {"together",
         say.say("Taken together"),
         {},
         {written.row(AssessmentGap::analysis, content.analysis), shared_row(written)}});
    for (const auto& one : left) {
        text.left.push_back(
            {gap_words(say, open, {one.gap, one.child}), one.because, one.allowed_by});
    }
    return assessment_text(say, text);
}

} // namespace gweld::web::pages

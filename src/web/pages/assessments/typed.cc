#include "web/pages/assessments/typed.h"

#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::AssessmentShared;
using record::ChildInAssessment;
using record::SharedWith;
using words::mark;

using List = std::vector<Field>;

void put_date(List& fields, const std::string& name, const std::optional<time::CivilDate>& date) {
    if (date) {
        const auto ymd = date->ymd();
        fields.push_back({name + "-day", std::to_string(static_cast<unsigned>(ymd.day()))});
        fields.push_back({name + "-month", std::to_string(static_cast<unsigned>(ymd.month()))});
        fields.push_back({name + "-year", std::to_string(static_cast<int>(ymd.year()))});
    }
}

std::string lines_of(const std::vector<std::string>& factors) {
    std::string text;
    for (const auto& factor : factors) {
        text += (text.empty() ? "" : "\n") + factor;
    }
    return text;
}

std::vector<std::string> factors_in(const std::string& text) {
    std::vector<std::string> factors;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (auto line = trimmed(std::string_view{text}.substr(from, end - from)); !line.empty()) {
            factors.push_back(std::move(line));
        }
        from = end + 1;
    }
    return factors;
}

void put_child(List& fields, const ChildInAssessment& part) {
    const auto put = [&](std::string_view what, const std::string& text) {
        fields.push_back({field_of(what, part.child), text});
    };
    if (part.seen != record::SeenAtAssessment::not_recorded) {
        put("seen", boost::describe::enum_to_string(part.seen, ""));
    }
    put_date(fields, field_of("seen-on", part.child), part.seen_on);
    put("how", part.how);
    put("why-not", part.why_not);
    put("words", part.words);
    put("language", part.words_language);
    put("communication", part.communication);
    put("identity", part.identity);
    put("risks", lines_of(part.risks));
    put("protective", lines_of(part.protective));
    put("analysis", part.analysis);
    if (part.decision != record::AssessmentDecision::not_recorded) {
        put("decision", boost::describe::enum_to_string(part.decision, ""));
    }
    put("follows", part.what_follows);
    put_date(fields, field_of("shared-on", part.child), part.shared_on);
}

std::string row_field(std::string_view what, SharedWith with, int n) {
    return (with == SharedWith::agency ? "agency-" : "parent-") + std::string{what} + "-" +
           std::to_string(n);
}

void put_shared(List& fields, const std::vector<AssessmentShared>& shared, SharedWith with) {
    int n = 0;
    for (const auto& one : shared) {
        if (one.with == with) {
            ++n;
            fields.push_back({row_field("name", with, n), one.name});
            put_date(fields, row_field("on", with, n), one.on);
        }
    }
}

// What is being written cannot have been shown to anybody before it was begun.
void check_shared(Answers& answers, const std::string& name,
                  const std::optional<time::CivilDate>& on, time::CivilDate started) {
    if (on && *on < started) {
        answers.fault(name + "-day", mark("It cannot have been shared before it was started"));
    }
}

ChildInAssessment child_typed(Answers& answers, const ChildInAssessment& before) {
    ChildInAssessment part;
    part.child = before.child;
    const auto text = [&](std::string_view what) {
        return answers.text(field_of(what, before.child));
    };
    const auto day = [&](std::string_view what) {
        return answers.past_date(field_of(what, before.child), {},
                                 mark("The date must be today or in the past"));
    };
    part.seen = answers.choice<record::SeenAtAssessment>(field_of("seen", before.child), {})
                    .value_or(record::SeenAtAssessment::not_recorded);
    part.seen_on = day("seen-on");
    part.how = text("how");
    part.why_not = text("why-not");
    part.words = text("words");
    part.words_language = part.words.empty() ? std::string{} : text("language");
    part.communication = text("communication");
    part.identity = text("identity");
    part.risks = factors_in(text("risks"));
    part.protective = factors_in(text("protective"));
    part.analysis = text("analysis");
    part.decision =
        answers.choice<record::AssessmentDecision>(field_of("decision", before.child), {})
            .value_or(record::AssessmentDecision::not_recorded);
    part.what_follows = text("follows");
    part.shared_on = day("shared-on");
    return part;
}

void shared_typed(Answers& answers, SharedWith with, int rows, time::CivilDate started,
                  std::vector<AssessmentShared>& shared) {
    for (int n = 1; n <= rows; ++n) {
        auto name = answers.text(row_field("name", with, n));
        const auto when_empty =
            name.empty() ? std::string_view{}
                         : std::string_view{mark("Enter the day on which it was shared")};
        const auto on = answers.past_date(row_field("on", with, n), when_empty,
                                          mark("The date must be today or in the past"));
        if (on && name.empty()) {
            answers.fault(row_field("name", with, n), mark("Enter whom it was shared with"));
        }
        check_shared(answers, row_field("on", with, n), on, started);
        if (on && !name.empty()) {
            shared.push_back({with, std::move(name), *on});
        }
    }
}

} // namespace

Fields fields_of(const record::AssessmentContent& content) {
    List fields;
    fields.push_back({"type", boost::describe::enum_to_string(content.type, "")});
    put_date(fields, "started", content.started);
    put_date(fields, "from", content.runs_from);
    if (content.brought_in) {
        fields.push_back({"brought-in", base::to_text(content.brought_in->uuid)});
    }
    fields.push_back({"why-now", content.why_now});
    fields.push_back({"others-seen", content.others_seen});
    fields.push_back({"family", content.family});
    for (const auto& part : content.children) {
        put_child(fields, part);
    }
    fields.push_back({"analysis", content.analysis});
    put_shared(fields, content.shared, SharedWith::parent_or_carer);
    put_shared(fields, content.shared, SharedWith::agency);
    return Fields{std::move(fields)};
}

record::AssessmentContent content_typed(Answers& answers, const record::AssessmentContent& before) {
    auto content = before;
    content.type = answers.choice<record::AssessmentType>("type", mark("Say what kind it is"))
                       .value_or(before.type);
    const auto future = mark("The date must be today or in the past");
    content.started = answers
                          .past_date("started", mark("Enter the day it was started"), future,
                                     mark("When was it started?"))
                          .value_or(before.started);
    content.runs_from = answers
                            .past_date("from", mark("Enter the day it is counted from"), future,
                                       mark("From which day is it counted?"))
                            .value_or(before.runs_from);
    content.why_now = answers.text("why-now");
    content.others_seen = answers.text("others-seen");
    content.family = answers.text("family");
    for (auto& part : content.children) {
        part = child_typed(answers, part);
        check_shared(answers, field_of("shared-on", part.child), part.shared_on, content.started);
    }
    content.analysis = answers.text("analysis");
    content.shared.clear();
    shared_typed(answers, SharedWith::parent_or_carer, parents_on_form, content.started,
                 content.shared);
    shared_typed(answers, SharedWith::agency, agencies_on_form, content.started, content.shared);
    return content;
}

} // namespace gweld::web::pages

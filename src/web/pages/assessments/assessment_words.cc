#include "web/pages/assessments/assessment_words.h"

#include "web/pages/standing_words.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

using record::AssessmentGap;
using words::mark;

struct GapSaid {
    AssessmentGap gap;
    std::string_view words;
};
constexpr std::array gaps{
    GapSaid{AssessmentGap::why_now, mark("Why now")},
    GapSaid{AssessmentGap::others_seen, mark("Who else was seen or spoken to")},
    GapSaid{AssessmentGap::family, mark("What is happening in the family")},
    GapSaid{AssessmentGap::analysis, mark("What it means for the family as a whole")},
    GapSaid{AssessmentGap::shared, mark("When it was shared with a parent or carer")},
    GapSaid{AssessmentGap::seen, mark("Whether the child was seen")},
    GapSaid{AssessmentGap::seen_when_and_how, mark("When and how the child was seen")},
    GapSaid{AssessmentGap::why_not_alone, mark("Why the child was not seen, or not alone")},
    GapSaid{AssessmentGap::words, mark("The child’s own words")},
    GapSaid{AssessmentGap::words_language, mark("The language of the child’s words")},
    GapSaid{AssessmentGap::communication, mark("How the child communicates")},
    GapSaid{AssessmentGap::identity,
            mark("Who the child is: language, culture, faith, disability")},
    GapSaid{AssessmentGap::risks, mark("Risks")},
    GapSaid{AssessmentGap::protective, mark("What protects the child")},
    GapSaid{AssessmentGap::childs_analysis, mark("What it means for the child")},
    GapSaid{AssessmentGap::decision, mark("Decision")},
    GapSaid{AssessmentGap::what_follows, mark("What follows")},
    GapSaid{AssessmentGap::shared_with_child, mark("When it was shared with the child")},
};

} // namespace

std::string said(const Words& say, record::AssessmentType type) {
    return type == record::AssessmentType::after_section_47
               ? say.say("Assessment after section 47 enquiries")
               : say.say("Assessment of needs for care and support");
}

std::string said(const Words& say, record::AssessmentDecision decision) {
    using record::AssessmentDecision;
    switch (decision) {
    case AssessmentDecision::care_and_support_plan:
        return say.say("A care and support plan");
    case AssessmentDecision::preventative_services:
        return say.say("Preventative services");
    case AssessmentDecision::information_advice_or_assistance:
        return say.say("Information, advice or assistance");
    case AssessmentDecision::family_or_community:
        return say.say("The family or others around them can meet the needs");
    case AssessmentDecision::fuller_assessment:
        return say.say("A fuller or specialist assessment");
    case AssessmentDecision::no_needs:
        return say.say("No needs for care and support");
    case AssessmentDecision::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said(const Words& say, record::SeenAtAssessment seen) {
    using record::SeenAtAssessment;
    switch (seen) {
    case SeenAtAssessment::alone:
        return say.say("Seen alone");
    case SeenAtAssessment::not_alone:
        return say.say("Seen, not alone");
    case SeenAtAssessment::not_seen:
        return say.say("Not seen");
    case SeenAtAssessment::not_recorded:
        break;
    }
    return say.say("Not recorded");
}

std::string said(const Words& say, AssessmentGap part) {
    const auto* found = std::ranges::find(gaps, part, &GapSaid::gap);
    return say.say(found->words);
}

std::string child_named(const Words& say, const casework::OpenAssessment& open,
                        record::PersonId child) {
    for (const auto& facts : open.children) {
        if (facts && facts->child == child) {
            return facts->person->forename.empty() ? facts->person->surname
                                                   : facts->person->forename;
        }
    }
    return say.say("A child whose record is not yours");
}

std::string gap_words(const Words& say, const casework::OpenAssessment& open,
                      const casework::AssessmentGapFound& gap) {
    return gap.child ? child_named(say, open, *gap.child) + ": " + said(say, gap.gap)
                     : said(say, gap.gap);
}

std::string names_of(const Words& say, const casework::OpenAssessment& open) {
    std::string names;
    for (const auto& part : open.file.content.children) {
        names += (names.empty() ? "" : ", ") + child_named(say, open, part.child);
    }
    return names;
}

ours::Status state_of(const Caller& caller, const casework::AssessmentFile& file) {
    const auto& say = caller.say;
    if (file.withdrawn) {
        return {ours::Tone::waiting, say.say("Withdrawn"),
                say.say("by {name}", {{"name", file.withdrawn->recorded_by.name}})};
    }
    const auto* stands = file.stands();
    if (stands == nullptr) {
        return {ours::Tone::waiting, say.say("Being written"), {}};
    }
    if (file.returned()) {
        return {ours::Tone::soon, say.say("Returned for rework"), {}};
    }
    if (file.being_written()) {
        return {ours::Tone::soon, say.say("Being written again"), {}};
    }
    if (stands->signing && stands->signing->state == "signed") {
        return {ours::Tone::ok, say.say("Signed"),
                say.say("by {name}", {{"name", stands->signing->settled_by}})};
    }
    return {ours::Tone::waiting, say.say("Finished, waiting for a signature"), {}};
}

ours::Status due_status(const Caller& caller, const casework::AssessmentDue& due) {
    const auto& say = caller.say;
    const auto& condition = due.condition;
    if (condition.duty.met_on) {
        const bool late = condition.duty.state == protection::DutyState::late;
        return {late ? ours::Tone::soon : ours::Tone::ok,
                late ? say.say("Done late") : say.say("Done in time"),
                near_date(caller, *condition.duty.met_on)};
    }
    if (!condition.duty.due_by) {
        return {ours::Tone::unknown, say.say("Cannot be worked out"), {}};
    }
    const auto date = near_date(caller, *condition.duty.due_by);
    return {tone_of(condition), days_words(say, condition),
            condition.overdue() ? say.say("was due {date}", {{"date", date}})
                                : say.say("by {date}", {{"date", date}})};
}

std::string runs_from_words(const Caller& caller, const casework::AssessmentDue& due) {
    const auto& say = caller.say;
    const auto date = near_date(caller, due.condition.duty.anchor);
    switch (due.runs_from) {
    case protection::RunsFrom::referral:
        return say.say("the referral received {date}", {{"date", date}});
    case protection::RunsFrom::enquiries:
        return say.say("the section 47 enquiries started {date}", {{"date", date}});
    case protection::RunsFrom::as_written_down:
        break;
    }
    return say.say("{date}, as the assessment says", {{"date", date}});
}

} // namespace gweld::web::pages

// The assessments of the made-up county, and the signatures under them.
#include "made.h"

#include "protection/assessments.h"
#include "record/codec.h"
#include "record/signing.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace gweld::demo {
namespace {

template <class Kind> std::vector<const record::Entry*> of_kind() {
    std::vector<const record::Entry*> found;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind == record::Named<Kind>::name) {
            found.push_back(&entry);
        }
    }
    return found;
}

TEST(Assessments, about_two_in_three_were_finished_within_the_time) {
    const auto* calendar = book().calendar("england-and-wales");
    int finished = 0;
    int in_time = 0;
    for (const auto* entry : of_kind<record::AssessmentFinished>()) {
        const auto body = record::body_of<record::AssessmentFinished>(*entry);
        ++finished;
        in_time += calendar->working_days_between(body.content.runs_from, body.on) <= 42 ? 1 : 0;
    }
    EXPECT_GT(finished, 80);
    EXPECT_GT(in_time * 100, finished * 60);
    EXPECT_LT(in_time * 100, finished * 76);
}

TEST(Assessments, two_lie_returned_some_wait_and_most_are_signed) {
    EXPECT_EQ(of_kind<record::ReturnedForRework>().size(), 2U);
    std::set<std::string> covered;
    for (const auto* entry : of_kind<record::Signed>()) {
        covered.insert(record::body_of<record::Signed>(*entry).content);
    }
    std::map<std::string, std::pair<int, int>> waiting; // of all, by decision
    for (const auto& entry : usual_county().entries) {
        if (const auto* decision = record::decision_of(entry)) {
            auto& [open, all] = waiting[std::string{decision->name}];
            open += covered.contains(record::content_digest(entry)) ? 0 : 1;
            ++all;
        }
    }
    for (const auto& decision : record::signed_decisions()) {
        const auto [open, all] = waiting[std::string{decision.name}];
        EXPECT_GT(all, 10) << decision.name;
        EXPECT_LT(open * 5, all) << decision.name;
    }
    EXPECT_GT(waiting["assessment.finished"].first, 2);
}

TEST(Assessments, nobody_signed_their_own_work) {
    std::map<base::Uuid, const record::Entry*> by_id;
    for (const auto& entry : usual_county().entries) {
        by_id.emplace(entry.id, &entry);
    }
    for (const auto* entry : of_kind<record::Signed>()) {
        const auto* of = by_id.at(record::body_of<record::Signed>(*entry).entry.uuid);
        EXPECT_NE(of->recorded_by.worker, entry->recorded_by.worker);
        EXPECT_GE(entry->recorded_at, of->recorded_at);
    }
}

TEST(Assessments, no_two_children_share_an_analysis) {
    for (const auto* entry : of_kind<record::AssessmentFinished>()) {
        const auto body = record::body_of<record::AssessmentFinished>(*entry);
        std::set<std::string> analyses;
        for (const auto& part : body.content.children) {
            EXPECT_TRUE(analyses.insert(part.analysis).second);
        }
    }
}

} // namespace
} // namespace gweld::demo

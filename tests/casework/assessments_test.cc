// Writing an assessment: drafts with gaps, two people at once, finishing, a manager's reason.
#include "assessing_office.h"
#include "protection/assessments.h"

namespace gweld::casework {
namespace {

using record::AssessmentGap;

TEST_F(Assessing, a_draft_is_saved_with_gaps_as_often_as_wanted_and_every_version_is_kept) {
    const auto id = started();
    for (const auto* text : {"First.", "Second.", "Third."}) {
        auto content = blank();
        content.family = text;
        ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    }
    const auto file = file_of(id);
    EXPECT_EQ(file.written.size(), 4U);
    EXPECT_EQ(file.content.family, "Third.");
    EXPECT_TRUE(file.being_written());
}

TEST_F(Assessing, a_draft_stands_in_nobodys_way) {
    const auto id = started();
    const auto before = version("ffion");
    auto content = blank();
    content.family = "More.";
    ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    EXPECT_EQ(version("ffion"), before);
    content.runs_from = november(1); // what the child's record shows
    ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    EXPECT_GT(version("ffion"), before);
}

TEST_F(Assessing, pressing_twice_starts_one_and_saves_once) {
    const auto saw = fresh();
    const auto first = start_assessment(office, catrin(), blank(), saw);
    const auto again = start_assessment(office, catrin(), blank(), saw);
    ASSERT_TRUE(first.ok() && again.ok());
    EXPECT_EQ(first.value().assessment, again.value().assessment);
    const auto id = first.value().assessment;
    EXPECT_EQ(file_of(id).written.size(), 1U);
    const auto seen = now(id);
    ASSERT_TRUE(save_assessment(office, catrin(), id, whole(), seen).ok());
    ASSERT_TRUE(save_assessment(office, catrin(), id, whole(), seen).ok());
    EXPECT_EQ(file_of(id).written.size(), 2U);
    const auto end = now(id);
    ASSERT_TRUE(finish_assessment(office, catrin(), id, november(24), "", end).ok());
    ASSERT_TRUE(finish_assessment(office, catrin(), id, november(24), "", end).ok());
    EXPECT_EQ(file_of(id).finished.size(), 1U);
}

TEST_F(Assessing, nothing_was_shared_before_it_was_started) {
    auto content = whole();
    content.shared[0].on = november(2);
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::shared_before_start);
    content = whole();
    content.children[0].shared_on = november(2);
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::shared_before_start);
    content.children[0].shared_on = november(3); // the same day
    EXPECT_TRUE(start_assessment(office, catrin(), content, fresh()).ok());
}

TEST_F(Assessing, one_started_by_mistake_is_withdrawn_with_a_reason_and_owes_nothing) {
    const auto id = started();
    auto content = blank();
    content.runs_from = november(1);
    ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    const auto of_ffion = [&] {
        std::vector<record::Entry> entries;
        EXPECT_TRUE(
            store
                ->read([&](const record::Reading& r) { entries = r.about(child("ffion").uuid, 0); })
                .ok());
        return protection::assessments_of(entries);
    };
    ASSERT_EQ(of_ffion().size(), 1U);
    EXPECT_EQ(nonsense(withdraw_assessment(office, catrin(), id, "", now(id))),
              AssessmentNonsense::no_reason);
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        withdraw_assessment(office, stranger(), id, "Mistake", now(id))));
    const auto seen = now(id);
    ASSERT_TRUE(withdraw_assessment(office, catrin(), id, "For another family", seen).ok());
    ASSERT_TRUE(withdraw_assessment(office, catrin(), id, "For another family", seen).ok());
    const auto file = file_of(id);
    ASSERT_TRUE(file.withdrawn);
    EXPECT_EQ(file.withdrawn->reason, "For another family");
    EXPECT_FALSE(file.being_written());
    EXPECT_EQ(of_ffion().size(), 0U);
    EXPECT_EQ(nonsense(save_assessment(office, catrin(), id, blank(), now(id))),
              AssessmentNonsense::withdrawn);
    EXPECT_EQ(nonsense(finish(id)), AssessmentNonsense::withdrawn);
}

TEST_F(Assessing, a_finished_one_is_put_right_and_not_withdrawn) {
    const auto id = finished();
    EXPECT_EQ(nonsense(withdraw_assessment(office, catrin(), id, "Mistake", now(id))),
              AssessmentNonsense::finished_once);
}

TEST_F(Assessing, who_saves_second_is_shown_what_was_saved_and_nothing_is_lost) {
    const auto id = started();
    const auto mine = now(id);
    const auto theirs = now(id);
    ASSERT_TRUE(save_assessment(office, rhian(), id, whole(), theirs).ok());
    const auto answer = save_assessment(office, catrin(), id, blank(), mine);
    ASSERT_TRUE(refused_as<SomebodyWasQuicker>(answer));
    EXPECT_EQ(std::get<SomebodyWasQuicker>(answer.error()).since.size(), 1U);
    EXPECT_EQ(file_of(id).content.family, whole().family);
}

TEST_F(Assessing, it_cannot_be_finished_with_a_gap_and_names_each) {
    const auto id = started();
    EXPECT_EQ(nonsense(finish(id)), AssessmentNonsense::gaps_remain);
    const auto gaps = gaps_in(blank(), {});
    EXPECT_EQ(gaps.size(), 5U + 2U * 10U);
    EXPECT_EQ(gaps.front(), (AssessmentGapFound{AssessmentGap::why_now, std::nullopt}));
    EXPECT_TRUE(gaps_in(whole(), {}).empty());
}

TEST_F(Assessing, a_child_not_seen_or_not_alone_needs_the_reason) {
    auto content = whole();
    content.children[0].seen = record::SeenAtAssessment::not_seen;
    content.children[0].seen_on.reset();
    EXPECT_EQ(gaps_in(content, {}),
              (std::vector{AssessmentGapFound{AssessmentGap::why_not_alone, child("ffion")}}));
    content.children[0].why_not = "In hospital in Bristol.";
    EXPECT_TRUE(gaps_in(content, {}).empty());
}

TEST_F(Assessing, an_unborn_child_is_not_asked_to_have_been_seen) {
    auto content = whole();
    auto& part = content.children[1];
    part = {};
    part.child = child("osian");
    part.identity = "To be born into a Welsh-speaking home.";
    part.risks = {"r"};
    part.protective = {"p"};
    part.analysis = "a";
    part.decision = record::AssessmentDecision::care_and_support_plan;
    part.what_follows = "f";
    EXPECT_FALSE(gaps_in(content, {}).empty());
    EXPECT_TRUE(gaps_in(content, {child("osian")}).empty());
}

TEST_F(Assessing, a_manager_lets_a_named_gap_stand_and_the_reason_stays_with_it) {
    auto content = whole();
    content.children[0].shared_on.reset();
    const auto id = started(content);
    const AssessmentGapFound gap{AssessmentGap::shared_with_child, child("ffion")};
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        allow_gap(office, catrin(), id, gap, "She is away.", now(id))));
    EXPECT_EQ(nonsense(allow_gap(office, rhian(), id, gap, "", now(id))),
              AssessmentNonsense::no_reason);
    EXPECT_EQ(nonsense(allow_gap(office, rhian(), id, {AssessmentGap::risks, child("ffion")},
                                 "Because.", now(id))),
              AssessmentNonsense::no_such_gap);
    ASSERT_TRUE(allow_gap(office, rhian(), id, gap, "She is away.", now(id)).ok());
    ASSERT_TRUE(finish(id).ok());
    const auto file = file_of(id);
    ASSERT_EQ(file.stands()->body.gaps_left.size(), 1U);
    EXPECT_EQ(file.stands()->body.gaps_left[0].because, "She is away.");
    EXPECT_EQ(file.stands()->body.gaps_left[0].allowed_by, "Rhian Ellis");
}

TEST_F(Assessing, a_gap_filled_after_all_is_not_told_as_left) {
    auto content = whole();
    content.analysis.clear();
    const auto id = started(content);
    ASSERT_TRUE(
        allow_gap(office, rhian(), id, {AssessmentGap::analysis, {}}, "Soon.", now(id)).ok());
    ASSERT_TRUE(save_assessment(office, catrin(), id, whole(), now(id)).ok());
    ASSERT_TRUE(finish(id).ok());
    EXPECT_TRUE(file_of(id).stands()->body.gaps_left.empty());
}

TEST_F(Assessing, the_same_words_for_two_children_are_pointed_out) {
    auto content = whole();
    EXPECT_TRUE(same_words_in(content).empty());
    content.children[0].analysis = "The risk of harm goes on.";
    content.children[1].analysis = " the risk of  harm goes on. ";
    EXPECT_EQ(same_words_in(content), (std::vector{SameWords{AssessmentGap::childs_analysis,
                                                             child("ffion"), child("osian")}}));
    content.children[0].analysis = content.children[1].analysis = "None known yet";
    EXPECT_TRUE(same_words_in(content).empty()); // too few words to say so
}

TEST_F(Assessing, dates_out_of_order_or_to_come_are_refused) {
    auto content = blank();
    content.started = november(1);
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::before_it_runs_from);
    content.started = november(25);
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::date_in_future);
    const auto id = started(whole());
    EXPECT_EQ(nonsense(finish(id, november(25))), AssessmentNonsense::date_in_future);
    EXPECT_EQ(nonsense(finish(id, november(2))), AssessmentNonsense::before_it_started);
    auto later = whole();
    later.children.front().seen_on = november(23);
    const auto seen_after = started(later);
    EXPECT_EQ(nonsense(finish(seen_after, november(22))), AssessmentNonsense::before_what_it_tells);
}

TEST_F(Assessing, nobody_twice_and_no_other_child_later) {
    auto content = blank();
    content.children[1].child = child("ffion");
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::no_children);
    content.children.clear();
    EXPECT_EQ(nonsense(start_assessment(office, catrin(), content, fresh())),
              AssessmentNonsense::no_children);
    const auto id = started();
    auto fewer = blank();
    fewer.children.pop_back();
    EXPECT_EQ(nonsense(save_assessment(office, catrin(), id, fewer, now(id))),
              AssessmentNonsense::no_children);
}

TEST_F(Assessing, a_stranger_gets_the_answer_of_one_that_is_not_there) {
    const auto id = started();
    const AssessmentId none{thing("none")};
    EXPECT_TRUE(
        refused_as<NotFoundOrNotYours>(save_assessment(office, stranger(), id, whole(), now(id))));
    EXPECT_TRUE(
        refused_as<NotFoundOrNotYours>(save_assessment(office, catrin(), none, whole(), fresh())));
    EXPECT_TRUE(
        refused_as<NotFoundOrNotYours>(start_assessment(office, stranger(), blank(), fresh())));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(open_assessment(office, stranger(), id, "x")));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(open_assessment(office, catrin(), none, "x")));
    EXPECT_TRUE(open_assessment(office, head(), id, "x").ok());
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        save_assessment(office, head(), id, whole(), now(id)))); // a head of service reads
}

TEST_F(Assessing, finished_again_it_corrects_the_one_before_and_says_what_changed) {
    const auto id = finished();
    EXPECT_EQ(nonsense(finish(id)), AssessmentNonsense::nothing_to_finish);
    auto content = whole();
    content.analysis = "It has to get better first.";
    ASSERT_TRUE(save_assessment(office, catrin(), id, content, now(id)).ok());
    EXPECT_EQ(nonsense(finish(id)), AssessmentNonsense::no_reason);
    ASSERT_TRUE(finish(id, november(24), "The analysis was too hopeful.").ok());
    const auto file = file_of(id);
    ASSERT_EQ(file.finished.size(), 2U);
    EXPECT_EQ(file.finished[1].entry.corrects, file.finished[0].entry.id);
    EXPECT_EQ(file.finished[0].body.content.analysis, whole().analysis);
}

TEST_F(Assessing, returned_for_rework_it_is_not_finished_again_on_a_day_before_that) {
    const auto id = started(whole());
    ASSERT_TRUE(finish(id, november(20)).ok());
    const auto stands = file_of(id).stands()->entry.id;
    const auto open = open_signing(office, rhian(), base::EntryId{stands}).value();
    ASSERT_TRUE(return_for_rework(office, rhian(),
                                  {base::EntryId{stands}, open.content, "Say what Osian said"},
                                  fresh({{stands, open.version}}))
                    .ok());
    EXPECT_EQ(nonsense(finish(id, november(23), "His words are there")),
              AssessmentNonsense::before_it_was_returned);
    EXPECT_TRUE(finish(id, november(24), "His words are there").ok());
}

} // namespace
} // namespace gweld::casework

// The partners' form as work: sent once, counted, asked back, answered, told.
#include "casework/asking_back.h"
#include "casework/contact_file.h"
#include "casework/referral_story.h"
#include "casework/referrals.h"
#include "front_door.h"

#include <algorithm>
#include <set>

namespace gweld::casework {
namespace {

using files::FileRefused;
using record::ToldBy;

const std::string key = "a key of forty-three characters, made by us";

SentFile sent(std::string name, std::string bytes) {
    return {std::move(name), [bytes = std::move(bytes)] { return bytes; }};
}

class Referrals : public FrontDoorWork {
  protected:
    static Referral report(std::vector<std::string> names = {"Mia Farr"}) {
        Referral report;
        report.contact = about(std::move(names));
        report.contact.source = record::ContactSource::school;
        report.form.schools.resize(report.contact.children.size());
        return report;
    }
    Receipt send(Referral what = report(), const std::string& with = key) {
        return send_referral(office, std::move(what), with).value();
    }
    ContactId contact() const { return contact_of_key(key); }
    ReferralStory story() { return referral_story(open(contact()).history); }
    template <class Why> Why refused(Referral what) {
        const auto answer = send_referral(office, std::move(what), key);
        EXPECT_FALSE(answer.ok());
        return std::get<Why>(answer.error());
    }
    ContactAnswer ask(const std::string& question, const std::string& press,
                      std::optional<CivilDate> until = today_there) {
        return ask_referrer(office, gwyn(), {contact(), question, until}, saw(press, contact()));
    }
    ContactAnswer tell(const access::Viewer& who, CivilDate on = today_there,
                       ToldBy how = ToldBy::telephone) {
        return tell_referrer(
            office, who,
            {contact(), on, how, how == ToldBy::not_told ? "" : "Non Gruffudd", "Help has begun"},
            saw("tell " + who.name + std::to_string(static_cast<int>(how)), contact()));
    }
    std::vector<OpenQuestion> questions(const Receipt& receipt) {
        return questions_for(office, receipt).value();
    }
    base::Result<Recorded, AnswerRefused> answer(const Receipt& receipt, base::EntryId question,
                                                 const std::string& text,
                                                 std::vector<SentFile> files = {},
                                                 const std::string& press = "answer") {
        return answer_question(office, receipt, {question, text, std::move(files)}, press);
    }
};

TEST_F(Referrals, a_report_waits_at_the_front_door_and_nobody_of_ours_wrote_it) {
    const auto receipt = send();
    const auto open_now = open(contact());
    EXPECT_EQ(open_now.row.channel, "online_form");
    EXPECT_EQ(open_now.row.received_time, "09:00");
    EXPECT_EQ(open_now.history.front().recorded_by.role, partners_form_role);
    EXPECT_TRUE(open_now.history.front().recorded_by.worker.is_nil());
    ASSERT_TRUE(story().form);
    EXPECT_EQ(story().form->reference, receipt.reference);
    const auto on_board = board();
    ASSERT_EQ(on_board.contacts.size(), 1U);
    ASSERT_TRUE(on_board.contacts[0].form);
    EXPECT_EQ(on_board.contacts[0].form->asked, 17);
    EXPECT_TRUE(on_board.adds_up());
}

TEST_F(Referrals, the_answer_is_the_same_whether_or_not_the_child_is_known) {
    const auto before = all_looks().size();
    send(report({"Ffion Davies"}));
    EXPECT_EQ(all_looks().size(), before); // nobody was looked at
    EXPECT_EQ(open(contact()).row.matched, 0);
}

TEST_F(Referrals, a_second_press_later_sends_nothing_twice_and_gives_the_same_receipt) {
    const auto first = send();
    clock.moment += std::chrono::minutes{3};
    const auto second = send();
    EXPECT_EQ(first.reference, second.reference);
    EXPECT_EQ(first.code, second.code);
    EXPECT_EQ(board().waiting, 1U);
    auto changed = report();
    changed.contact.worry = "Something else altogether.";
    EXPECT_TRUE(std::holds_alternative<KeyUsedForSomethingElse>(
        send_referral(office, changed, key).error()));
}

TEST_F(Referrals, what_has_to_be_there_is_asked_for) {
    auto what = report();
    what.contact.referrer.clear();
    EXPECT_EQ(refused<ContactNonsense>(what), ContactNonsense::professional_not_named);
    what = report();
    what.contact.reach.clear();
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::no_reach);
    what = report();
    what.contact.referrer_role.clear();
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::no_role);
    what = report();
    what.contact.organisation.clear();
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::no_organisation);
    what = report();
    what.contact.source = record::ContactSource::member_of_public;
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::not_a_professional);
    what = report();
    what.contact.worry.clear();
    EXPECT_EQ(refused<ContactNonsense>(what), ContactNonsense::no_worry);
    EXPECT_EQ(refused<ContactNonsense>(report({""})), ContactNonsense::no_name);
    EXPECT_EQ(refused<ContactNonsense>(report({})), ContactNonsense::no_children);
    EXPECT_EQ(board().waiting, 0U);
}

TEST_F(Referrals, names_of_one_and_of_two_hundred_letters_are_taken_and_longer_ones_not) {
    std::string long_name;
    for (int i = 0; i < 200; ++i) {
        long_name += "ŵ";
    }
    send(report({"A", long_name}));
    EXPECT_EQ(open(contact()).children.size(), 2U);
    EXPECT_EQ(refused<ContactNonsense>(report({long_name + "ŵ"})), ContactNonsense::name_too_long);
    auto what = report();
    what.contact.organisation = long_name + "ŵ";
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::too_long);
    what = report();
    what.form.history = std::string(longest_text + 1, 'a');
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::too_long);
}

TEST_F(Referrals, an_unborn_child_has_an_expected_date_and_nobody_is_born_tomorrow) {
    auto what = report({"Unborn"});
    what.contact.children[0].expected = today_there.plus_days(60);
    send(what);
    what.contact.children[0].born = today_there.next_day();
    EXPECT_EQ(refused<ContactNonsense>(what), ContactNonsense::born_after_contact);
    EXPECT_EQ(refused<ContactNonsense>(report(std::vector<std::string>(41, "A"))),
              ContactNonsense::too_many_children);
}

TEST_F(Referrals, every_answer_is_counted_once) {
    auto what = report({"Mia", "Leo"});
    EXPECT_EQ(completeness_of(what.contact, what.form).given, 6);
    for (auto& child : what.contact.children) {
        child.age = "3";
        child.address = "2 Heol y Bont";
    }
    what.form.schools = {"Meithrin y Bont", "Meithrin y Bont"};
    what.form.adults = {{"Kelly", "mother", ""}};
    what.form.languages = what.form.communication = what.form.seen = what.form.history =
        what.form.done_already = "said";
    what.form.family_told = record::FamilyTold::no;
    auto count = completeness_of(what.contact, what.form);
    EXPECT_EQ(count.missing, (std::vector{FormAsks::agreement}));
    what.form.why_not = "It would put her in danger";
    count = completeness_of(what.contact, what.form);
    EXPECT_TRUE(count.whole());
    EXPECT_EQ(count.given, count.asked);
    what.contact.children[1].age.clear();
    EXPECT_EQ(completeness_of(what.contact, what.form).missing, (std::vector{FormAsks::birth}));
}

TEST_F(Referrals, files_are_kept_and_opened_only_by_who_may_and_each_look_is_written_down) {
    auto what = report();
    what.files = {sent("C:\\nodyn.txt", "She said nothing.")};
    send(what);
    ASSERT_EQ(story().form->files.size(), 1U);
    const auto file = story().form->files[0];
    EXPECT_EQ(file.name, "nodyn.txt");
    EXPECT_EQ(file.type, "text/plain");
    const auto before = all_looks().size();
    const auto opened = open_file(office, gwyn(), contact(), file.digest);
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value().bytes, "She said nothing.");
    ASSERT_EQ(all_looks().size(), before + 1);
    EXPECT_EQ(all_looks().back().page, "contact-file");
    EXPECT_EQ(open_file(office, stranger(), contact(), file.digest).error().index(), 0U);
    EXPECT_FALSE(all_looks().back().allowed);
    EXPECT_EQ(open_file(office, gwyn(), contact(), std::string(64, 'a')).error().index(), 0U);
    EXPECT_EQ(open_file(office, gwyn(), contact_of_key("none"), file.digest).error().index(), 0U);
}

TEST_F(Referrals, a_file_of_one_contact_is_not_opened_through_another) {
    auto what = report();
    what.files = {sent("nodyn.txt", "of the first")};
    send(what);
    const auto digest = story().form->files[0].digest;
    send(report(), "another key of forty-three characters here");
    EXPECT_FALSE(open_file(office, gwyn(),
                           contact_of_key("another key of forty-three characters here"), digest)
                     .ok());
}

TEST_F(Referrals, a_file_that_is_refused_sends_nothing_and_is_named) {
    auto what = report();
    what.files = {sent("good.txt", "words"), sent("bad.pdf", "words"), sent("run.txt", "MZ")};
    const auto not_taken = refused<std::vector<FileNotTaken>>(what);
    ASSERT_EQ(not_taken.size(), 2U);
    EXPECT_EQ(not_taken[0].name, "bad.pdf");
    EXPECT_EQ(not_taken[0].why, FileRefused::not_what_it_says);
    EXPECT_EQ(not_taken[1].why, FileRefused::program);
    EXPECT_EQ(board().waiting, 0U);
    what.files.assign(6, sent("a.txt", "a"));
    EXPECT_EQ(refused<ReferralNonsense>(what), ReferralNonsense::too_many_files);
}

TEST_F(Referrals, duty_asks_back_and_the_contact_waits_for_the_answer) {
    const auto receipt = send();
    EXPECT_EQ(nonsense(ask("Was she in school?", "q0")), ContactNonsense::nobody_has_it_yet);
    take(contact(), gwyn());
    EXPECT_EQ(nonsense(ask("", "q1")), ContactNonsense::no_question);
    EXPECT_EQ(nonsense(ask("Was she in school?", "q2", std::nullopt)), ContactNonsense::no_until);
    EXPECT_EQ(nonsense(ask("Was she in school?", "q3", today_there.plus_days(-1))),
              ContactNonsense::until_is_past);
    EXPECT_EQ(nonsense(ask("Was she in school?", "q4", today_there.plus_days(29))),
              ContactNonsense::until_is_too_far);
    const auto asked = saw("q5", contact());
    const AskReferrer what{contact(), "Was she in school?", today_there};
    ASSERT_TRUE(ask_referrer(office, gwyn(), what, asked).ok());
    EXPECT_TRUE(ask_referrer(office, gwyn(), what, asked).ok()); // a double click
    EXPECT_EQ(open(contact()).row.waits_from, "Non Gruffudd, Meithrin y Bont");
    EXPECT_EQ(open(contact()).row.waits, 1);
    EXPECT_EQ(nonsense(ask_referrer(office, mared(), {contact(), "And today?", {}},
                                    saw("q6", contact()))),
              ContactNonsense::somebody_else_has_it);
    ASSERT_TRUE(ask("And today?", "q7", std::nullopt).ok()); // waits already: no second date
    EXPECT_EQ(open(contact()).row.waits, 1);
    EXPECT_EQ(questions(receipt).size(), 2U);
}

TEST_F(Referrals, a_contact_that_came_another_way_cannot_be_asked_so) {
    const auto by_phone = came_in("phone", about({"Leo"}));
    take(by_phone, gwyn());
    EXPECT_EQ(nonsense(ask_referrer(office, gwyn(), {by_phone, "Where?", today_there},
                                    saw("q", by_phone))),
              ContactNonsense::not_by_form);
}

TEST_F(Referrals, the_question_is_answered_once_with_reference_and_code) {
    const auto receipt = send();
    EXPECT_TRUE(questions(receipt).empty());
    take(contact(), gwyn());
    ASSERT_TRUE(ask("Was she in school?", "q").ok());
    const auto open_ones = questions(receipt);
    ASSERT_EQ(open_ones.size(), 1U);
    EXPECT_EQ(open_ones[0].question, "Was she in school?");
    const auto id = open_ones[0].id;
    ASSERT_TRUE(answer(receipt, id, "Yes, until three", {sent("a.txt", "log")}).ok());
    EXPECT_TRUE( // a double click
        answer(receipt, id, "Yes, until three", {sent("a.txt", "log")}).ok());
    EXPECT_FALSE(answer(receipt, id, "Yes, until three", {}, "other").ok())
        << "the same words with other files are another answer";
    EXPECT_TRUE(
        std::holds_alternative<QuestionIsClosed>(answer(receipt, id, "No", {}, "other").error()));
    EXPECT_TRUE(questions(receipt).empty());
    ASSERT_TRUE(story().questions.at(0).answer);
    EXPECT_EQ(story().questions[0].answer->body.answer, "Yes, until three");
    EXPECT_EQ(board().contacts[0].form->answers, 1);
    EXPECT_TRUE(
        open_file(office, gwyn(), contact(), story().questions[0].answer->body.files.at(0).digest)
            .ok());
}

TEST_F(Referrals, without_the_code_nothing_is_told) {
    const auto receipt = send();
    take(contact(), gwyn());
    ASSERT_TRUE(ask("Was she in school?", "q").ok());
    const auto id = questions(receipt)[0].id;
    for (const auto& wrong : {Receipt{receipt.reference, "BBBB-BBBB-BBBB"},
                              Receipt{"BBB-BBB-BBB", receipt.code}, Receipt{"", ""}}) {
        EXPECT_TRUE(
            std::holds_alternative<WrongReferenceOrCode>(questions_for(office, wrong).error()));
        EXPECT_TRUE(std::holds_alternative<WrongReferenceOrCode>(answer(wrong, id, "Yes").error()));
    }
}

TEST_F(Referrals, nothing_is_asked_any_more_once_it_is_decided) {
    const auto receipt = send();
    take(contact(), gwyn());
    ASSERT_TRUE(ask("Was she in school?", "q").ok());
    const auto id = questions(receipt)[0].id;
    ASSERT_TRUE(decide(contact(), ContactOutcome::advice, "d").ok());
    EXPECT_TRUE(questions(receipt).empty());
    EXPECT_TRUE(std::holds_alternative<QuestionIsClosed>(answer(receipt, id, "Yes").error()));
    EXPECT_EQ(nonsense(ask("And now?", "q2")), ContactNonsense::decided_already);
}

TEST_F(Referrals, the_referrer_is_told_after_the_decision_and_leaves_the_list) {
    send();
    EXPECT_EQ(nonsense(tell(gwyn())), ContactNonsense::not_decided_yet);
    ASSERT_TRUE(decide(contact(), ContactOutcome::advice, "d").ok());
    EXPECT_EQ(referrers_to_tell(office).value().all, 1U);
    EXPECT_EQ(board().referrers_to_tell, 1U);
    EXPECT_EQ(nonsense(tell(gwyn(), today_there.plus_days(-1))),
              ContactNonsense::told_before_decision);
    EXPECT_EQ(nonsense(tell(gwyn(), today_there.next_day())), ContactNonsense::told_in_future);
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(tell(elin()).error()));
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(tell(stranger()).error()));
    ASSERT_TRUE(tell(rhian()).ok());
    EXPECT_EQ(referrers_to_tell(office).value().all, 0U);
    EXPECT_EQ(story().told.at(0).body.whom, "Non Gruffudd");
    EXPECT_EQ(story().told[0].by, "Rhian Ellis");
}

TEST_F(Referrals, one_who_cannot_be_told_leaves_the_list_with_a_reason) {
    send();
    ASSERT_TRUE(decide(contact(), ContactOutcome::advice, "d").ok());
    ASSERT_TRUE(tell(gwyn(), today_there, ToldBy::not_told).ok());
    EXPECT_EQ(referrers_to_tell(office).value().all, 0U);
}

TEST_F(Referrals, two_who_tell_at_once_are_not_both_believed) {
    send();
    ASSERT_TRUE(decide(contact(), ContactOutcome::advice, "d").ok());
    const auto seen_before = saw("t1", contact());
    ASSERT_TRUE(tell(gwyn()).ok());
    const auto late = tell_referrer(
        office, rhian(), {contact(), today_there, ToldBy::letter, "Non Gruffudd", "By letter"},
        seen_before);
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
}

TEST(Receipts, can_be_said_and_typed_again) {
    const auto receipt = receipt_of("key");
    EXPECT_EQ(receipt.reference.size(), 11U);
    EXPECT_EQ(receipt.code.size(), 14U);
    EXPECT_EQ(receipt.reference.find_first_not_of("BCDFGHJKLMNPRSTVXZ-"), std::string::npos);
    std::string small = " " + receipt.reference + " ";
    std::ranges::transform(small, small.begin(), [](char c) {
        return c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    EXPECT_EQ(receipt_typed(small, receipt.code).reference, receipt.reference);
    EXPECT_NE(digest_of(receipt), digest_of({receipt.reference, "BBBB-BBBB-BBBB"}));
}

TEST(Receipts, of_many_keys_are_all_unlike) {
    std::set<std::string> seen;
    for (int i = 0; i < 20'000; ++i) {
        const auto receipt = receipt_of("key " + std::to_string(i));
        seen.insert(receipt.reference + receipt.code);
    }
    EXPECT_EQ(seen.size(), 20'000U);
}

} // namespace
} // namespace gweld::casework

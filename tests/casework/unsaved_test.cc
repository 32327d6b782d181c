#include "small_office.h"

#include "casework/recording.h"
#include "casework/unsaved.h"
#include "casework/visits.h"

namespace gweld::casework {

class Unsaved : public SmallOffice {
  protected:
    BegunForm typed(const std::string& text, const std::string& under = "key",
                    const std::string& tab = "one tab") {
        return {"/child/" + base::to_text(thing("ffion")) + "/visit",
                "Record a visit: Ffion Davies",
                under,
                "account=" + text,
                tab,
                record::beginning_of_time};
    }
    FormKept kept(const BegunForm& form) {
        const auto answer = keep_unsaved(office, catrin(), form);
        EXPECT_TRUE(answer.ok());
        clock.moment += 1min;
        if (!answer.ok()) {
            throw std::logic_error("not kept");
        }
        return answer.value();
    }
    std::string there(const access::Viewer& viewer = catrin()) {
        const auto form = unsaved_at(office, viewer, typed("").address).value();
        return form ? form->fields : "";
    }
    std::vector<ListedForm> list(const access::Viewer& viewer = catrin()) {
        auto all = unsaved_of(office, viewer);
        EXPECT_TRUE(all.ok());
        return std::move(all).value();
    }
    record::VisitMade visit() {
        record::VisitMade made;
        made.on = office.today();
        made.place = record::Place::school;
        made.account = "She was in good spirits.";
        record::ChildAtVisit part;
        part.child = child("ffion");
        part.seen = record::Answer::yes;
        part.alone = record::Answer::yes;
        made.children = {part};
        return made;
    }
};

TEST_F(Unsaved, what_was_typed_is_there_for_its_writer_and_for_nobody_else) {
    kept(typed("She said"));
    kept(typed("She said no."));
    EXPECT_EQ(there(), "account=She said no.");
    EXPECT_EQ(there(rhian()), "");
    EXPECT_EQ(list().size(), 1U);
    EXPECT_TRUE(list(rhian()).empty());
    EXPECT_EQ(count_unsaved(office, catrin()), 1U);
}

TEST_F(Unsaved, saving_takes_it_away_in_the_same_transaction) {
    kept(typed("She was"));
    ASSERT_TRUE(record_visit(office, catrin(), visit(), {"key", {}}).ok());
    EXPECT_EQ(there(), "");
}

TEST_F(Unsaved, what_arrives_after_saving_does_not_come_back) {
    ASSERT_TRUE(record_visit(office, catrin(), visit(), {"key", {}}).ok());
    const auto late = keep_unsaved(office, catrin(), typed("She was"));
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SavedAlready>(late.error()));
    EXPECT_EQ(there(), "");
}

TEST_F(Unsaved, a_refused_save_leaves_it) {
    kept(typed("She was"));
    auto tomorrow = visit();
    tomorrow.on = office.today().plus_days(1);
    ASSERT_FALSE(record_visit(office, catrin(), tomorrow, {"key", {}}).ok());
    EXPECT_EQ(there(), "account=She was");
}

TEST_F(Unsaved, another_workers_key_takes_nothing_away) {
    kept(typed("She was"));
    auto rhians = rhian();
    ASSERT_TRUE(record_visit(office, rhians, visit(), {"key", {}}).ok());
    EXPECT_EQ(count_unsaved(office, catrin()), 1U);
}

TEST_F(Unsaved, two_pages_of_one_form_lose_neither_text) {
    const auto first = kept(typed("in the first tab"));
    auto second = typed("in the second", "key", "another tab");
    const auto forked = kept(second);
    EXPECT_NE(forked.key, "key");
    EXPECT_EQ(list().size(), 2U);
    // The one that knows of the other's text goes on from it.
    second.tab = "a third tab";
    second.known = forked.at;
    second.key = forked.key;
    EXPECT_EQ(kept(second).key, forked.key);
    EXPECT_EQ(list().size(), 2U);
    // An answer lost on the way makes nothing double: the page keeps under its own name.
    auto again = typed("in the first tab, and more");
    again.known = record::beginning_of_time;
    EXPECT_EQ(kept(again).key, first.key);
    EXPECT_EQ(list().size(), 2U);
}

TEST_F(Unsaved, it_is_thrown_away_and_can_be_had_back_for_a_day) {
    kept(typed("She said no."));
    ASSERT_FALSE(throw_away(office, catrin(), "key"));
    EXPECT_EQ(there(), "");
    ASSERT_EQ(list().size(), 1U);
    EXPECT_TRUE(list().front().thrown_away());
    clock.moment += 23h;
    ASSERT_FALSE(bring_back(office, catrin(), "key"));
    EXPECT_EQ(there(), "account=She said no.");
    ASSERT_FALSE(throw_away(office, catrin(), "key"));
    clock.moment += 25h;
    EXPECT_TRUE(list().empty());
}

TEST_F(Unsaved, nobody_throws_away_anothers) {
    kept(typed("She said no."));
    ASSERT_FALSE(throw_away(office, rhian(), "key"));
    EXPECT_EQ(there(), "account=She said no.");
}

TEST_F(Unsaved, it_is_kept_for_as_long_as_the_council_says_after_it_was_last_written) {
    office.days_unsaved = 3;
    const auto when = kept(typed("She said no."));
    EXPECT_EQ(when.until, office.today().plus_days(3));
    clock.moment += 70h;
    EXPECT_EQ(there(), "account=She said no.");
    clock.moment += 3h;
    EXPECT_EQ(there(), "");
    EXPECT_TRUE(list().empty());
    kept(typed("something else", "another key")); // whoever keeps something clears up
    ASSERT_TRUE(store
                    ->read([&](const record::Reading& reading) {
                        EXPECT_EQ(reading.unsaved_forms(thing("catrin")).size(), 1U);
                    })
                    .ok());
}

TEST_F(Unsaved, about_a_child_no_longer_theirs_it_is_kept_and_not_shown) {
    kept(typed("She said no."));
    EXPECT_EQ(list().front().yours, Yours::yes);
    auto in_another_team = catrin();
    in_another_team.team = thing("South");
    in_another_team.worker = thing("mair");
    ASSERT_TRUE(keep_unsaved(office, in_another_team, typed("mine", "hers")).ok());
    ASSERT_EQ(list(in_another_team).size(), 1U);
    EXPECT_EQ(list(in_another_team).front().yours, Yours::no_longer);
    in_another_team.team = thing("North");
    EXPECT_EQ(list(in_another_team).front().yours, Yours::yes);
}

TEST_F(Unsaved, an_entry_is_decided_by_whom_it_is_about) {
    const auto entry = put(visit(), {thing("ffion")}, office.today());
    auto form = typed("why");
    form.address = "/entry/" + base::to_text(entry) + "/correct";
    ASSERT_TRUE(keep_unsaved(office, stranger(), form).ok());
    EXPECT_EQ(list(stranger()).front().yours, Yours::no_longer);
    kept(form);
    EXPECT_EQ(list().front().yours, Yours::yes);
    form.address = "/front-door/new";
    form.key = "another";
    ASSERT_TRUE(keep_unsaved(office, stranger(), form).ok());
    EXPECT_EQ(list(stranger()).front().yours, Yours::yes);
}

TEST_F(Unsaved, what_cannot_be_found_again_is_refused) {
    for (auto [address, key] :
         {std::pair<std::string, std::string>{"", "key"}, {"elsewhere", "key"}, {"/ours", ""}}) {
        auto form = typed("x", key);
        form.address = address;
        const auto answer = keep_unsaved(office, catrin(), form);
        ASSERT_FALSE(answer.ok());
        EXPECT_TRUE(std::holds_alternative<NoSuchForm>(answer.error()));
    }
    auto form = typed("x");
    form.address = "/" + std::string(longest_address, 'a');
    EXPECT_FALSE(keep_unsaved(office, catrin(), form).ok());
}

TEST_F(Unsaved, beyond_a_great_many_nothing_new_is_taken_and_nothing_old_goes) {
    for (std::size_t n = 0; n < most_unsaved; ++n) {
        ASSERT_TRUE(keep_unsaved(office, catrin(), typed("x", "key " + std::to_string(n))).ok());
    }
    const auto one_more = keep_unsaved(office, catrin(), typed("x"));
    ASSERT_FALSE(one_more.ok());
    EXPECT_TRUE(std::holds_alternative<TooManyUnsaved>(one_more.error()));
    EXPECT_TRUE(keep_unsaved(office, catrin(), typed("longer", "key 7")).ok());
    EXPECT_EQ(list().size(), most_unsaved);
}

TEST_F(Unsaved, it_goes_with_the_record_it_is_about_to_another_address) {
    kept(typed("She said no."));
    ASSERT_FALSE(move_unsaved(office, catrin(), typed("").address, "/child/other/visit"));
    EXPECT_EQ(there(), "");
    EXPECT_TRUE(unsaved_at(office, catrin(), "/child/other/visit").value());
}

TEST_F(Unsaved, a_form_that_was_done_without_an_entry_leaves_nothing) {
    kept(typed("She said no."));
    ASSERT_FALSE(done_with(office, catrin(), "key"));
    EXPECT_EQ(there(), "");
    EXPECT_FALSE(done_with(office, catrin(), "key"));
}

} // namespace gweld::casework

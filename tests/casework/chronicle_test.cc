// Which events matter, and events that are recorded nowhere else.
#include "story_office.h"

#include "casework/significance.h"
#include "record/codec.h"

#include <algorithm>

namespace gweld::casework {
namespace {

using record::Precision;
using record::Weight;

class Chronicle : public StoryOffice {
  protected:
    base::Uuid visit() {
        record::VisitMade made;
        made.on = today;
        record::ChildAtVisit part;
        part.child = child("ffion");
        part.seen = record::Answer::yes;
        made.children = {part};
        return put(made, {thing("ffion")}, today);
    }
    const record::Entry* entry(const Facts& of, std::string_view kind) {
        const record::Entry* last = nullptr;
        for (const auto& one : of.entries) {
            last = one.kind == kind ? &one : last;
        }
        return last;
    }
    Weight weight_of(base::Uuid event) {
        const auto known = facts();
        const Weighings weighings{*known};
        const auto found = std::ranges::find(known->entries, event, &record::Entry::id);
        const auto* held = weighings.held(std::vector<const record::Entry*>{&*found});
        return held == nullptr ? usual_weight(*found) : held->weight;
    }
    StoryAnswer weigh(base::Uuid event, Weight weight, std::string_view key,
                      const std::string& why = "Because") {
        return weigh_event(office, catrin(), child("ffion"), {base::EntryId{event}, weight, why},
                           saw_child(key));
    }
    static record::EventNoted noted(time::CivilDate on, Precision to = Precision::day) {
        return {on, to, "The family moved here", "The other council's letter"};
    }
};

TEST_F(Chronicle, the_register_weighs_more_than_a_visit_until_somebody_says_otherwise) {
    const auto made = visit();
    const auto known = facts();
    EXPECT_EQ(usual_weight(*entry(*known, "register.placed")), Weight::significant);
    EXPECT_EQ(usual_weight(*entry(*known, "allocation.made")), Weight::significant);
    EXPECT_EQ(weight_of(made), Weight::ordinary);
    EXPECT_TRUE(weigh(made, Weight::significant, "1").ok());
    EXPECT_EQ(weight_of(made), Weight::significant);
    EXPECT_TRUE(weigh(made, Weight::left_out, "2").ok());
    EXPECT_EQ(weight_of(made), Weight::left_out);
}

TEST_F(Chronicle, a_weight_follows_the_event_through_its_corrections) {
    const auto made = visit();
    EXPECT_TRUE(weigh(made, Weight::significant, "1").ok());
    record::VisitMade right;
    right.on = today.plus_days(-1);
    auto draft = draft_of(office, catrin(), record::Named<record::VisitMade>::name,
                          {thing("ffion")}, right.on, record::encode(right));
    draft.corrects = made;
    draft.reason = "The day before";
    EXPECT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        EXPECT_TRUE(std::holds_alternative<record::Appended>(
                            tx.append({"c", {}, {draft}})));
                        return record::Keep::yes;
                    })
                    .ok());
    const auto known = facts();
    const Weighings weighings{*known};
    std::vector<const record::Entry*> versions;
    for (const auto& one : known->entries) {
        if (one.kind == "visit.made") {
            versions.push_back(&one);
        }
    }
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(weighings.held(versions)->weight, Weight::significant);
    EXPECT_TRUE(weigh(draft.id, Weight::ordinary, "2").ok());
    const auto later = facts();
    EXPECT_EQ(Weighings{*later}.held(versions)->weight, Weight::ordinary);
}

TEST_F(Chronicle, one_childs_weight_is_not_anothers) {
    record::CoreGroupMet met;
    met.on = today;
    const auto group = put(met, {thing("ffion"), thing("osian")}, today);
    EXPECT_TRUE(weigh(group, Weight::left_out, "1").ok());
    const auto his = facts("osian");
    const std::vector versions{entry(*his, "core-group.met")};
    EXPECT_EQ(Weighings{*his}.held(versions), nullptr);
}

TEST_F(Chronicle, what_is_no_event_of_this_child_cannot_be_weighed) {
    const auto others = put(record::CategoryChanged{}, {thing("osian")}, today);
    EXPECT_EQ(nonsense(weigh(others, Weight::significant, "1")), StoryNonsense::no_such_event);
    EXPECT_EQ(nonsense(weigh(thing("nothing"), Weight::significant, "1")),
              StoryNonsense::no_such_event);
    const auto described = entry(*facts(), "person.described")->id;
    EXPECT_EQ(nonsense(weigh(described, Weight::significant, "1")), StoryNonsense::no_such_event);
    EXPECT_EQ(nonsense(weigh(visit(), Weight::significant, "1", "")), StoryNonsense::no_why);
}

TEST_F(Chronicle, a_month_is_kept_as_its_first_day_and_as_a_month) {
    EXPECT_TRUE(
        note_event(office, catrin(), {child("ffion"), child("osian")},
                   noted(day_in(2019, std::chrono::March, 17), Precision::month),
                   {"1", {{thing("ffion"), version("ffion")}, {thing("osian"), version("osian")}}})
            .ok());
    const auto known = facts("osian");
    const auto* kept = entry(*known, "event.noted");
    ASSERT_NE(kept, nullptr);
    EXPECT_EQ(kept->effective, day_in(2019, std::chrono::March));
    EXPECT_EQ(record::body_of<record::EventNoted>(*kept).known_to, Precision::month);
    EXPECT_EQ(usual_weight(*kept), Weight::significant);
}

TEST_F(Chronicle, an_event_to_come_without_a_source_or_about_nobody_is_refused) {
    const auto note = [&](const record::EventNoted& what, std::vector<PersonId> children) {
        return nonsense(note_event(office, catrin(), children, what, saw_child("1")));
    };
    EXPECT_EQ(note(noted(today.next_day()), {child("ffion")}), StoryNonsense::in_the_future);
    EXPECT_EQ(note(noted(today), {}), StoryNonsense::no_children);
    EXPECT_EQ(note(noted(today), {child("ffion"), child("ffion")}), StoryNonsense::no_children);
    auto bare = noted(today);
    bare.source.clear();
    EXPECT_EQ(note(bare, {child("ffion")}), StoryNonsense::no_source);
    // This year has begun, though it is not over.
    EXPECT_TRUE(note_event(office, catrin(), {child("ffion")}, noted(today, Precision::year),
                           saw_child("2"))
                    .ok());
}

TEST_F(Chronicle, an_event_is_put_right_and_taken_back_by_who_may_correct) {
    EXPECT_TRUE(
        note_event(office, catrin(), {child("ffion")}, noted(day_in(2020)), saw_child("1")).ok());
    const auto first = entry(*facts(), "event.noted")->id;
    auto right = noted(day_in(2021));
    EXPECT_TRUE(
        correct_event(office, catrin(), base::EntryId{first}, right, "Wrong year", saw_child("2"))
            .ok());
    EXPECT_TRUE(std::holds_alternative<CorrectedAlready>(
        correct_event(office, catrin(), base::EntryId{first}, right, "Again", saw_child("3"))
            .error()));
    const auto newest = entry(*facts(), "event.noted")->id;
    EXPECT_FALSE(take_from_story(office, stranger(), child("ffion"), base::EntryId{newest}, "No",
                                 saw_child("4"))
                     .ok());
    EXPECT_TRUE(take_from_story(office, rhian(), child("ffion"), base::EntryId{newest}, "Not hers",
                                saw_child("5"))
                    .ok());
    // What is no part of the story is not taken back here.
    const auto placed = entry(*facts(), "register.placed")->id;
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(
        take_from_story(office, rhian(), child("ffion"), base::EntryId{placed}, "x", saw_child("6"))
            .error()));
}

TEST_F(Chronicle, of_two_who_weigh_at_once_the_slower_is_told) {
    const auto made = visit();
    const auto seen = saw_child("1");
    EXPECT_TRUE(weigh_event(office, catrin(), child("ffion"),
                            {base::EntryId{made}, Weight::significant, "A"}, seen)
                    .ok());
    auto slower = seen;
    slower.idempotency_key = "2";
    const auto late = weigh_event(office, rhian(), child("ffion"),
                                  {base::EntryId{made}, Weight::left_out, "B"}, slower);
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
    EXPECT_EQ(weight_of(made), Weight::significant);
}

TEST_F(Chronicle, workers_are_counted_by_person) {
    record::Allocated held;
    held.child = child("ffion");
    held.worker = base::WorkerId{thing("huw")};
    held.from = registered.plus_days(-900);
    held.until = registered.plus_days(-500);
    put(held, {thing("ffion"), thing("huw")}, held.from);
    const auto counted = workers_counted(*facts(), today);
    EXPECT_EQ(counted.in_twelve_months, 1U);
    EXPECT_EQ(counted.in_all, 2U);
}

} // namespace
} // namespace gweld::casework

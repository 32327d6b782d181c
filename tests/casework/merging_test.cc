// Two records of one child: said to be one, read as one, and said not to be.
#include "small_office.h"

#include "casework/child.h"
#include "casework/figures.h"
#include "casework/merging.h"
#include "casework/search.h"
#include "casework/visits.h"
#include "casework/worklist.h"

namespace gweld::casework {
namespace {

using record::PeopleMerged;

// Ffion of the register, and "Fion Davis" of a contact last year, whom nobody took for her.
class Merging : public SmallOffice {
  protected:
    Merging() { describe("fion", "Fion", "Davis", time::day(14, std::chrono::March, 2018)); }

    void describe(std::string_view id, const std::string& forename, const std::string& surname,
                  std::optional<CivilDate> born, std::optional<CivilDate> expected = {}) {
        record::PersonDescribed person;
        person.number = id;
        person.forename = forename;
        person.surname = surname;
        person.born = born;
        person.expected = expected;
        put(person, {thing(id)}, registered);
    }
    Saw saw(std::string_view a, std::string_view b, const std::string& key = "merge") {
        return {key, {{thing(a), version(a)}, {thing(b), version(b)}}};
    }
    MergeAnswer merge(const access::Viewer& viewer, std::string_view kept = "ffion",
                      std::string_view other = "fion") {
        return merge_people(office, viewer,
                            {child(kept), child(other), "Same date of birth and mother"},
                            saw(kept, other, "merge " + std::string{kept} + std::string{other}));
    }
    MergeAnswer unmerge(const access::Viewer& viewer, base::EntryId entry) {
        return unmerge_people(office, viewer, entry, "They are cousins", saw("ffion", "fion", "u"));
    }
    base::EntryId merged() {
        const auto done = merge(rhian());
        EXPECT_TRUE(done.ok());
        return done.ok() ? done.value().entry : base::EntryId{};
    }
    Facts facts(std::string_view name) {
        Facts read;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { read = read_facts(r, child(name)); }).ok());
        return read;
    }
    std::vector<Found> found(const access::Viewer& viewer, std::string_view typed) {
        auto answer = search(office, viewer, typed);
        EXPECT_TRUE(answer.ok());
        return std::move(answer).value().found;
    }
    template <class Why> static bool is(const MergeAnswer& answer) {
        return !answer.ok() && std::holds_alternative<Why>(answer.error());
    }
    static bool is(const MergeAnswer& answer, MergeNonsense nonsense) {
        return is<MergeNonsense>(answer) && std::get<MergeNonsense>(answer.error()) == nonsense;
    }
    static access::Viewer south() {
        return {"sali",         thing("sali"), "Sali Wyn", record::Role::team_manager,
                thing("South"), "South"};
    }
};

record::VisitMade visit_to(PersonId child, CivilDate on) {
    record::VisitMade made;
    made.on = on;
    made.place = record::Place::home;
    made.children = {
        {child, record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""}};
    made.account = "Well.";
    return made;
}

TEST_F(Merging, what_is_recorded_of_either_counts_for_the_one) {
    const auto seen_on = time::day(20, std::chrono::November, 2026);
    put(visit_to(child("fion"), seen_on), {thing("fion")}, seen_on);
    EXPECT_TRUE(facts("ffion").history.visits.empty());
    const auto entry = merged();
    for (const auto* name : {"ffion", "fion"}) {
        const auto one = facts(name);
        EXPECT_EQ(one.child, child("ffion"));
        ASSERT_EQ(one.history.visits.size(), 1U);
        EXPECT_EQ(one.history.visits[0].believed().on, seen_on);
        EXPECT_EQ(one.history.registrations.size(), 1U);
        ASSERT_EQ(one.merged.size(), 1U);
        EXPECT_EQ(one.merged[0].merge, entry);
        EXPECT_EQ(one.merged[0].as_described.forename, "Fion");
    }
}

TEST_F(Merging, search_finds_one_person_under_both_names) {
    ASSERT_EQ(found(rhian(), "Fion Davis").size(), 2U) << "a name much like another's";
    merged();
    for (const auto* typed :
         {"Fion Davis", "Ffion Davies", "fion", "14/3/2018 ", "Fion 14/3/2018"}) {
        const auto all = found(rhian(), typed);
        const auto hers = std::ranges::count_if(
            all, [](const Found& one) { return one.standing.facts->child == child("ffion"); });
        EXPECT_EQ(hers, 1) << typed;
        EXPECT_TRUE(std::ranges::none_of(all, [](const Found& one) {
            return one.standing.facts->child == child("fion");
        })) << typed;
    }
}

TEST_F(Merging, lists_count_the_child_once) {
    record::Allocated held;
    held.child = child("fion");
    held.worker = base::WorkerId{thing("catrin")};
    held.team = base::TeamId{thing("North")};
    held.from = registered;
    put(held, {thing("fion"), thing("catrin")}, registered);
    EXPECT_EQ(team_today(office, rhian()).value()->children, 3U);
    merged();
    EXPECT_EQ(team_today(office, rhian()).value()->children, 2U);
}

TEST_F(Merging, taken_back_each_has_what_was_about_it) {
    const auto ffion = facts("ffion").entries.size();
    const auto fion = facts("fion").entries.size();
    const auto entry = merged();
    const auto open = open_merge(office, rhian(), entry);
    ASSERT_TRUE(open.ok());
    EXPECT_TRUE(open.value().stay.empty());
    ASSERT_TRUE(unmerge(rhian(), entry).ok());
    // The merge, whom it was told to, and its taking back are about both.
    EXPECT_EQ(facts("ffion").entries.size(), ffion + 3);
    EXPECT_EQ(facts("fion").entries.size(), fion + 3);
    EXPECT_EQ(facts("fion").child, child("fion"));
    EXPECT_TRUE(facts("ffion").merged.empty());
    EXPECT_FALSE(open_merge(office, rhian(), entry).ok());
}

TEST_F(Merging, what_was_recorded_meanwhile_is_told_and_stays) {
    const auto entry = merged();
    ASSERT_TRUE(
        record_visit(office, rhian(), visit_to(child("fion"), office.today()), {"v", {}}).ok());
    const auto open = open_merge(office, rhian(), entry);
    ASSERT_EQ(open.value().stay.size(), 1U);
    EXPECT_TRUE(open.value().go.empty());
    ASSERT_TRUE(unmerge(rhian(), entry).ok());
    EXPECT_EQ(facts("ffion").history.visits.size(), 1U);
    EXPECT_TRUE(facts("fion").history.visits.empty());
}

TEST_F(Merging, a_visit_of_the_other_put_right_meanwhile_goes_with_it) {
    const auto visit = put(visit_to(child("fion"), registered), {thing("fion")}, registered);
    const auto entry = merged();
    ASSERT_TRUE(correct_visit(office, rhian(), base::EntryId{visit},
                              visit_to(child("ffion"), office.today()), "the day", {"c", {}})
                    .ok());
    EXPECT_EQ(facts("ffion").history.visits.at(0).versions.size(), 2U);
    EXPECT_EQ(open_merge(office, rhian(), entry).value().go.size(), 1U);
    ASSERT_TRUE(unmerge(rhian(), entry).ok());
    EXPECT_EQ(facts("fion").history.visits.at(0).believed().on, office.today());
    EXPECT_TRUE(facts("ffion").history.visits.empty());
}

TEST_F(Merging, only_who_may_do_so_on_both) {
    EXPECT_TRUE(is<NotFoundOrNotYours>(merge(catrin())));
    EXPECT_TRUE(is<NotFoundOrNotYours>(merge(stranger())));
    EXPECT_TRUE(is<NotFoundOrNotYours>(merge(south()))); // Ffion is North's
    const auto entry = merged();
    EXPECT_TRUE(is<NotFoundOrNotYours>(unmerge(south(), entry)));
    EXPECT_TRUE(is<NotFoundOrNotYours>(unmerge(catrin(), entry)));
    EXPECT_FALSE(open_merge(office, south(), entry).ok());
}

TEST_F(Merging, who_may_not_see_one_of_them_sees_nothing_of_the_other_that_way) {
    // Nobody holds Fion, so any team's manager could open that record; Ffion is North's.
    EXPECT_EQ(found(south(), "fion").size(), 1U);
    merged();
    EXPECT_TRUE(found(south(), "fion").empty());
    EXPECT_TRUE(found(south(), "ffion").empty());
    EXPECT_FALSE(open_record(office, south(), child("fion"), access::Action::see_record, "t").ok());
    EXPECT_TRUE(open_record(office, catrin(), child("fion"), access::Action::see_record, "t").ok());
    EXPECT_EQ(all_looks().back().subject, thing("ffion"));
}

TEST_F(Merging, somebody_was_quicker) {
    const auto before = saw("ffion", "fion");
    put(visit_to(child("fion"), registered), {thing("fion")}, registered);
    const auto late =
        merge_people(office, rhian(), {child("ffion"), child("fion"), "The same"}, before);
    ASSERT_TRUE(is<SomebodyWasQuicker>(late));
    EXPECT_EQ(std::get<SomebodyWasQuicker>(late.error()).since.size(), 1U);
}

TEST_F(Merging, pressed_twice_is_said_once) {
    const auto before = saw("ffion", "fion");
    const Merge what{child("ffion"), child("fion"), "The same"};
    const auto first = merge_people(office, rhian(), what, before);
    const auto second = merge_people(office, rhian(), what, before);
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(first.value().entry, second.value().entry);
    const auto undo = saw("ffion", "fion", "u");
    const auto once = unmerge_people(office, rhian(), first.value().entry, "No", undo);
    const auto twice = unmerge_people(office, rhian(), first.value().entry, "No", undo);
    ASSERT_TRUE(twice.ok());
    EXPECT_EQ(once.value().entry, twice.value().entry);
    EXPECT_TRUE(is(unmerge_people(office, rhian(), first.value().entry, "No", {"other", {}}),
                   MergeNonsense::not_merged));
    ASSERT_TRUE(merge(rhian(), "fion", "ffion").ok()); // the other way about, this time
    EXPECT_EQ(facts("ffion").child, child("fion"));
}

TEST_F(Merging, a_form_opened_before_is_told_and_loses_nothing) {
    const auto before = version("fion");
    merged();
    const Saw opened_before{"visit", {{thing("fion"), before}}};
    const auto late =
        record_visit(office, rhian(), visit_to(child("fion"), office.today()), opened_before);
    ASSERT_FALSE(late.ok());
    const auto* quicker = std::get_if<SomebodyWasQuicker>(&late.error());
    ASSERT_NE(quicker, nullptr);
    ASSERT_EQ(quicker->since.size(), 2U); // and whom it was told to
    EXPECT_EQ(quicker->since[1].kind, record::Named<PeopleMerged>::name);
    EXPECT_TRUE(record_visit(office, rhian(), visit_to(child("fion"), office.today()),
                             {"visit", quicker->versions_now})
                    .ok());
    EXPECT_EQ(facts("ffion").history.visits.size(), 1U);
}

TEST_F(Merging, what_cannot_be_one_person_is_refused) {
    EXPECT_TRUE(is(merge(rhian(), "ffion", "ffion"), MergeNonsense::oneself));
    EXPECT_TRUE(is(merge(rhian(), "ffion", "osian"), MergeNonsense::both_on_register));
    describe("nia", "Nia", "Davies", time::day(1, std::chrono::May, 1990));
    EXPECT_TRUE(is(merge(rhian(), "ffion", "nia"), MergeNonsense::adult_and_child));
    EXPECT_TRUE(is(merge_people(office, rhian(), {child("ffion"), child("fion"), ""}, {"k", {}}),
                   MergeNonsense::no_reason));
    merged();
    describe("third", "Ffi", "Davies", std::nullopt);
    EXPECT_TRUE(is(merge(rhian(), "third", "fion"), MergeNonsense::other_merged_already));
    EXPECT_TRUE(is(merge(rhian(), "fion", "third"), MergeNonsense::other_merged_already));
    EXPECT_TRUE(is(merge(rhian(), "third", "ffion"), MergeNonsense::other_speaks_for_more));
    EXPECT_TRUE(merge(rhian(), "ffion", "third").ok());
    EXPECT_EQ(facts("third").merged.size(), 2U);
}

TEST_F(Merging, stays_that_do_not_meet_are_two_stays_of_one_child) {
    const auto then = time::day(1, std::chrono::March, 2024);
    const auto placed = put(record::PlacedOnRegister{then, {record::Category::neglect}, "P0"},
                            {thing("fion")}, then);
    put(record::RemovedFromRegister{base::EntryId{placed}, then.plus_days(100),
                                    record::GroundForRemoval::decided_at_review_conference},
        {thing("fion")}, then.plus_days(100));
    merged();
    EXPECT_EQ(facts("ffion").history.registrations.size(), 2U);
    EXPECT_EQ(facts("ffion").registrations.size(), 2U);
}

TEST_F(Merging, the_unborn_child_and_the_newborn) {
    describe("baby", "", "Davies", std::nullopt, time::day(1, std::chrono::November, 2026));
    describe("gwen", "Gwen", "Davies", time::day(28, std::chrono::October, 2026));
    for (const auto* id : {"baby", "gwen"}) {
        put(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
            {thing(id), thing("davies")}, registered);
    }
    const auto suggested = who_may_be_the_same(office, rhian(), child("gwen"));
    ASSERT_EQ(suggested.value().size(), 1U);
    EXPECT_EQ(suggested.value()[0].person.person, thing("baby"));
    EXPECT_EQ(suggested.value()[0].alike, std::vector{Alike::born_as_expected});
    ASSERT_TRUE(merge(rhian(), "baby", "gwen").ok());
    const auto one = facts("gwen");
    EXPECT_EQ(one.child, child("baby"));
    EXPECT_EQ(one.person->forename, "Gwen");
    EXPECT_TRUE(one.person->born);
    EXPECT_EQ(one.family.size(), 2U); // Ffion and Osian, and not themselves
}

TEST_F(Merging, suggests_by_name_and_birth_and_shows_only_whom_one_may_see) {
    describe("twice", "Ffion", "Davies", time::day(14, std::chrono::March, 2018));
    const auto hers = who_may_be_the_same(office, rhian(), child("ffion"));
    ASSERT_FALSE(hers.value().empty());
    EXPECT_EQ(hers.value()[0].person.person, thing("twice"));
    EXPECT_TRUE(std::ranges::none_of(hers.value(), [](const Suggestion& one) {
        return one.person.person == thing("osian") || one.person.person == thing("ffion");
    }));
    EXPECT_TRUE(who_may_be_the_same(office, catrin(), child("ffion")).value().empty());
}

} // namespace
} // namespace gweld::casework

// The family around a child on a day, and what may be recorded about it.
#include "story_office.h"

#include <algorithm>

namespace gweld::casework {
namespace {

using record::Kinship;
using record::Precision;

class KinOfAChild : public StoryOffice {
  protected:
    const FamilyMember* member(const FamilyOn& family, std::string_view name) {
        const auto found = std::ranges::find(family.members, name, &FamilyMember::name);
        return found == family.members.end() ? nullptr : &*found;
    }
};

TEST_F(KinOfAChild, a_mother_is_the_mother_of_both_and_shown_to_both) {
    add(relative("Carys Davies", Kinship::parent, {child("ffion"), child("osian")}), "1");
    for (const auto& [of, other] : {std::pair{"ffion", "osian"}, std::pair{"osian", "ffion"}}) {
        const auto shown = family(today, of, other);
        ASSERT_EQ(shown.members.size(), 3U);
        EXPECT_EQ(shown.members[0].who, Who::this_child);
        EXPECT_EQ(shown.relations.size(), 2U);
        EXPECT_EQ(shown.members[2].lives, Lives::not_recorded);
    }
}

TEST_F(KinOfAChild, of_a_brother_whose_record_is_closed_only_the_name_is_told) {
    const std::vector brothers{facts("osian")};
    const auto seen = family_on(kin(), *facts("ffion"), brothers, office.today(),
                                open_to(stranger(), office.when()));
    const auto* osian = member(seen, "Osian Davies");
    ASSERT_NE(osian, nullptr);
    EXPECT_EQ(osian->born, std::nullopt);
    EXPECT_EQ(osian->age, std::nullopt);
    EXPECT_EQ(osian->lives, Lives::not_recorded);
}

TEST_F(KinOfAChild, who_lives_together_is_told_by_the_day) {
    live_at("ffion", "3 Maes-y-coed, Pentre Felin", day_in(2020), day_in(2025));
    live_at("ffion", "9 Y Stryd Fawr", day_in(2025));
    live_at("osian", "3 Maes-y-coed,  pentre felin", day_in(2020));
    auto added = relative("Carys Davies", Kinship::parent, {child("ffion")});
    added.with_child_since = in_year(2021);
    add(added, "1");
    const auto then = family(day_in(2023));
    EXPECT_EQ(member(then, "Osian Davies")->lives, Lives::with_child);
    EXPECT_EQ(member(then, "Carys Davies")->lives, Lives::with_child);
    const auto now = family(today);
    EXPECT_EQ(member(now, "Osian Davies")->lives, Lives::elsewhere);
    EXPECT_EQ(member(now, "Carys Davies")->lives, Lives::elsewhere);
    const auto before = family(day_in(2020, std::chrono::June));
    EXPECT_EQ(member(before, "Carys Davies")->lives, Lives::not_recorded);
    EXPECT_FALSE(family(day_in(2019)).home_known);
}

TEST_F(KinOfAChild, moving_with_the_child_copies_the_home_of_that_day) {
    live_at("ffion", "3 Maes-y-coed", day_in(2020), day_in(2025));
    live_at("ffion", "9 Y Stryd Fawr", day_in(2025));
    const auto nain = add(relative("Eirlys", Kinship::carer, {child("ffion")}), "1");
    EXPECT_TRUE(house_relative(office, catrin(), child("ffion"),
                               {nain, NowLives::with_child, {}, {}, in_year(2025)}, saw("2"))
                    .ok());
    EXPECT_EQ(member(family(today), "Eirlys")->lives, Lives::with_child);
    EXPECT_TRUE(house_relative(office, catrin(), child("ffion"),
                               {nain, NowLives::somewhere_else, {}, {}, KnownDate{today}}, saw("3"))
                    .ok());
    EXPECT_EQ(member(family(today), "Eirlys")->lives, Lives::elsewhere);
    EXPECT_EQ(member(family(today.plus_days(-1)), "Eirlys")->lives, Lives::with_child);
}

TEST_F(KinOfAChild, living_with_a_child_whose_home_nobody_recorded_cannot_be_said) {
    auto added = relative("Carys", Kinship::parent, {child("ffion")});
    added.with_child_since = KnownDate{today};
    EXPECT_EQ(nonsense(add_relative(office, catrin(), child("ffion"), added, saw("1"))),
              StoryNonsense::no_home);
    EXPECT_TRUE(kin().relatives.empty());
}

TEST_F(KinOfAChild, a_partnership_that_ended_in_a_month_is_over_when_the_month_is) {
    const auto carys = add(relative("Carys", Kinship::parent, {child("ffion")}), "1");
    add(relative("Lee", Kinship::partner, {carys}), "2");
    const auto relation = kin().relations.back().entry;
    EXPECT_TRUE(end_relation(office, catrin(), child("ffion"),
                             {relation, day_in(2026, std::chrono::May, 9), Precision::month},
                             saw("3"))
                    .ok());
    const auto ended = [&](time::CivilDate on) { return family(on).relations.back().ended; };
    EXPECT_FALSE(ended(day_in(2026, std::chrono::May, 30)));
    EXPECT_TRUE(ended(day_in(2026, std::chrono::May, 31)));
    EXPECT_EQ(
        nonsense(end_relation(office, catrin(), child("ffion"), {relation, {}, {}}, saw("4"))),
        StoryNonsense::ended_already);
}

TEST_F(KinOfAChild, an_end_nobody_can_date_is_an_end) {
    const auto carys = add(relative("Carys", Kinship::parent, {child("ffion")}), "1");
    add(relative("Lee", Kinship::spouse, {carys}), "2");
    const auto relation = kin().relations.back().entry;
    EXPECT_TRUE(end_relation(office, catrin(), child("ffion"), {relation, {}, {}}, saw("3")).ok());
    EXPECT_TRUE(family(today).relations.back().ended);
}

TEST_F(KinOfAChild, a_parent_stays_a_parent) {
    add(relative("Carys", Kinship::parent, {child("ffion")}), "1");
    EXPECT_EQ(nonsense(end_relation(office, catrin(), child("ffion"),
                                    {kin().relations.back().entry, today, {}}, saw("2"))),
              StoryNonsense::does_not_end);
}

TEST_F(KinOfAChild, what_a_correction_says_takes_the_place_of_what_stood) {
    const auto carys = add(relative("Caris", Kinship::parent, {child("ffion")}), "1");
    record::RelativeNamed right;
    right.relative = carys;
    right.name = "Carys Davies";
    right.born = day_in(1996);
    right.born_to = Precision::year;
    const auto entry = kin().relatives.back().entry;
    EXPECT_TRUE(
        correct_relative(office, catrin(), child("ffion"), entry, right, "Misspelt", saw("2"))
            .ok());
    ASSERT_EQ(kin().relatives.size(), 1U);
    EXPECT_EQ(kin().relatives.front().name, "Carys Davies");
    const auto shown = family(today);
    EXPECT_EQ(member(shown, "Carys Davies")->age, 30);
    EXPECT_TRUE(member(shown, "Carys Davies")->age_is_about);
    EXPECT_TRUE(std::holds_alternative<CorrectedAlready>(
        correct_relative(office, catrin(), child("ffion"), entry, right, "Again", saw("3"))
            .error()));
}

TEST_F(KinOfAChild, a_relative_taken_back_takes_relations_and_homes_along) {
    live_at("ffion", "3 Maes-y-coed", day_in(2020));
    auto added = relative("Not of this family", Kinship::parent, {child("ffion")});
    added.with_child_since = in_year(2022);
    add(added, "1");
    EXPECT_TRUE(take_from_story(office, rhian(), child("ffion"), kin().relatives.back().entry,
                                "Wrong family", saw("2"))
                    .ok());
    const auto shown = family(today);
    EXPECT_EQ(shown.members.size(), 2U);
    EXPECT_TRUE(shown.relations.empty());
    EXPECT_TRUE(kin().stays.empty());
}

TEST_F(KinOfAChild, who_died_is_nowhere_and_as_old_as_they_became) {
    auto added = relative("Taid", Kinship::parent, {child("ffion")});
    added.named.born = day_in(1950, std::chrono::June, 2);
    added.named.life = record::Life::died;
    added.named.died = day_in(2024, std::chrono::June, 1);
    add(added, "1");
    const auto taid = *member(family(today), "Taid");
    EXPECT_TRUE(taid.died);
    EXPECT_EQ(taid.age, 73);
    EXPECT_EQ(taid.lives, Lives::nowhere);
    EXPECT_FALSE(member(family(day_in(2024)), "Taid")->died);
    EXPECT_EQ(member(family(day_in(1949)), "Taid"), nullptr);
}

TEST_F(KinOfAChild, a_child_not_yet_born_is_shown_as_expected) {
    record::PersonDescribed unborn;
    unborn.number = "baby";
    unborn.forename = "Baby";
    unborn.surname = "Davies";
    unborn.expected = day_in(2027, std::chrono::March, 3);
    put(unborn, {thing("baby")}, today);
    put(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
        {thing("baby"), thing("davies")}, today);
    const auto shown = family(today, "baby", "ffion");
    EXPECT_EQ(shown.members.front().expected, day_in(2027, std::chrono::March, 3));
    EXPECT_FALSE(shown.members.front().age);
}

TEST_F(KinOfAChild, nonsense_is_refused_and_nothing_is_written) {
    const auto before = version("davies");
    const auto refused = [&](NewRelative added) {
        return nonsense(add_relative(office, catrin(), child("ffion"), added, saw("k")));
    };
    EXPECT_EQ(refused(relative("", Kinship::parent, {child("ffion")})), StoryNonsense::no_name);
    std::string two_hundred;
    for (int i = 0; i < 200; ++i) {
        two_hundred += "ŵ";
    }
    EXPECT_EQ(refused(relative(two_hundred + "x", Kinship::parent, {child("ffion")})),
              StoryNonsense::name_too_long);
    EXPECT_EQ(refused(relative("Carys", Kinship::parent, {})), StoryNonsense::not_related);
    EXPECT_EQ(refused(relative("Carys", Kinship::parent, {child("nobody")})),
              StoryNonsense::no_such_person);
    auto future = relative("Carys", Kinship::parent, {child("ffion")});
    future.named.born = today.next_day();
    EXPECT_EQ(refused(future), StoryNonsense::born_in_the_future);
    auto backwards = relative("Carys", Kinship::parent, {child("ffion")});
    backwards.named.life = record::Life::died;
    backwards.named.born = day_in(1990);
    backwards.named.died = day_in(1989, std::chrono::December, 31);
    EXPECT_EQ(refused(backwards), StoryNonsense::died_before_birth);
    EXPECT_EQ(version("davies"), before);
    EXPECT_TRUE(add_relative(office, catrin(), child("ffion"),
                             relative(two_hundred, Kinship::parent, {child("ffion")}), saw("k"))
                    .ok());
    EXPECT_TRUE(add_relative(office, catrin(), child("ffion"),
                             relative("X", Kinship::parent, {child("ffion")}), saw("l"))
                    .ok());
}

TEST_F(KinOfAChild, the_same_is_not_said_twice_and_nobody_is_related_to_themself) {
    const auto carys = add(relative("Carys", Kinship::parent, {child("ffion")}), "1");
    const auto lee = add(relative("Lee", Kinship::partner, {carys}), "2");
    const auto relate_them = [&](PersonId a, PersonId b, Kinship kinship) {
        return relate(office, catrin(), child("ffion"), {a, b, kinship, {}, {}}, saw("3"));
    };
    EXPECT_EQ(nonsense(relate_them(carys, lee, Kinship::spouse)), StoryNonsense::related_already);
    EXPECT_EQ(nonsense(relate_them(carys, carys, Kinship::partner)), StoryNonsense::to_themself);
    EXPECT_TRUE(relate_them(lee, child("ffion"), Kinship::step_parent).ok());
}

TEST_F(KinOfAChild, a_second_press_adds_nobody_twice_and_a_slower_writer_is_told) {
    const auto seen = saw("same");
    const auto added = relative("Carys", Kinship::parent, {child("ffion")});
    EXPECT_TRUE(add_relative(office, catrin(), child("ffion"), added, seen).ok());
    EXPECT_TRUE(add_relative(office, catrin(), child("ffion"), added, seen).ok());
    EXPECT_EQ(kin().relatives.size(), 1U);
    auto slower = seen;
    slower.idempotency_key = "another";
    const auto late = add_relative(office, rhian(), child("ffion"), added, slower);
    ASSERT_FALSE(late.ok());
    EXPECT_TRUE(std::holds_alternative<SomebodyWasQuicker>(late.error()));
}

TEST_F(KinOfAChild, a_stranger_and_a_child_who_is_not_there_get_one_answer) {
    const auto added = relative("Carys", Kinship::parent, {child("ffion")});
    for (const auto& [viewer, who] :
         {std::pair{stranger(), "ffion"}, std::pair{catrin(), "nobody"}}) {
        const auto answer = add_relative(office, viewer, child(who), added, saw("1"));
        ASSERT_FALSE(answer.ok());
        EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
    }
    EXPECT_TRUE(kin().relatives.empty());
}

TEST_F(KinOfAChild, without_a_family_the_relatives_are_kept_with_the_child) {
    record::PersonDescribed alone;
    alone.number = "mali";
    alone.forename = "Mali";
    alone.surname = "Huws";
    put(alone, {thing("mali")}, registered);
    record::Allocated held;
    held.child = child("mali");
    held.worker = base::WorkerId{thing("catrin")};
    held.from = registered;
    put(held, {thing("mali"), thing("catrin")}, registered);
    EXPECT_TRUE(add_relative(office, catrin(), child("mali"),
                             relative("Carys", Kinship::parent, {child("mali")}),
                             saw_child("1", "mali"))
                    .ok());
    EXPECT_EQ(family(today, "mali", "mali").relations.size(), 1U);
}

} // namespace
} // namespace gweld::casework

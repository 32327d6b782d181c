// Before something is handed out: who is what to the child today.
#include "casework/recipients.h"
#include "story_office.h"

namespace gweld::casework {

class Recipients : public StoryOffice {
  protected:
    std::vector<Recipient> people(time::CivilDate on = today) { return recipients_in(family(on)); }
    ToTheChild is(std::string_view line) { return who_is(people(), line); }
    record::RelationNamed between(PersonId person, PersonId of, record::Kinship kinship) {
        return {person, of, kinship, std::nullopt, record::Precision::day};
    }
};

TEST_F(Recipients, who_cares_who_has_ceased_to_and_who_lives_with_them) {
    const auto carys =
        add(relative("Carys Davies", record::Kinship::parent, {child("ffion")}), "1");
    add(relative("Dean Pugh", record::Kinship::partner, {carys}), "2");
    auto step = relative("Gareth Lloyd", record::Kinship::step_parent, {child("ffion")});
    add(step, "3");
    auto gone = relative("Siân Prosser", record::Kinship::parent, {child("ffion")});
    gone.named.life = record::Life::died;
    add(gone, "4");
    add(relative("Mair Davies", record::Kinship::parent, {carys}), "5");
    EXPECT_EQ(is("Carys Davies"), ToTheChild::cares_now);
    EXPECT_EQ(is("Dean Pugh"), ToTheChild::partner_of_carer);
    EXPECT_EQ(is("Sian PROSSER"), ToTheChild::has_died);
    EXPECT_EQ(is("Mair Davies"), ToTheChild::other_relative);
    EXPECT_EQ(is("Elin Rees"), ToTheChild::not_known);
    const auto relation = kin().relations.at(2);
    ASSERT_EQ(relation.kinship, record::Kinship::step_parent);
    ASSERT_TRUE(end_relation(office, catrin(), child("ffion"),
                             {relation.entry, today.plus_days(-10), record::Precision::day},
                             saw("6"))
                    .ok());
    EXPECT_EQ(is("Gareth Lloyd"), ToTheChild::no_longer);
}

TEST_F(Recipients, a_partner_who_left_is_seen_among_others_in_one_line) {
    const auto carys =
        add(relative("Carys Davies", record::Kinship::parent, {child("ffion")}), "1");
    add(relative("Dean Pugh", record::Kinship::partner, {carys}), "2");
    ASSERT_TRUE(
        end_relation(office, catrin(), child("ffion"),
                     {kin().relations.at(1).entry, today.plus_days(-10), record::Precision::day},
                     saw("3"))
            .ok());
    EXPECT_EQ(is("Carys Davies (mother) and Dean Pugh"), ToTheChild::no_longer);
    EXPECT_EQ(is("Carys Davies (mother) and Dean Pughs"), ToTheChild::cares_now);
    EXPECT_TRUE(wants_another_look(ToTheChild::no_longer));
    EXPECT_FALSE(wants_another_look(ToTheChild::cares_now));
}

} // namespace gweld::casework

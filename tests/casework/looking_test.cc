// Who has looked at whose record, told to whoever works with the children and to whoever looked.
#include "small_office.h"

#include "casework/child.h"
#include "casework/guarding.h"
#include "casework/looking.h"
#include "casework/search.h"

namespace gweld::casework {

class Looking : public SmallOffice {
  protected:
    static access::Viewer duty() {
        return {"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""};
    }
    static access::Viewer huw() {
        return {"huw",          thing("huw"), "Huw Parry", record::Role::social_worker,
                thing("North"), "North"};
    }
    void opens(const access::Viewer& who, std::string_view whose = "ffion") {
        static_cast<void>(
            open_record(office, who, child(whose), access::Action::see_record, "child"));
    }
    LooksAtCases at_cases_of(const access::Viewer& who) {
        auto all = looks_at_my_cases(office, who);
        EXPECT_TRUE(all.ok());
        return all.value();
    }
    std::vector<OwnLooking> own_of(const access::Viewer& who) {
        auto all = my_own_looks(office, who);
        EXPECT_TRUE(all.ok());
        return all.value();
    }
};

TEST_F(Looking, whoever_works_with_the_children_sees_everybody_else_who_looked) {
    opens(catrin());
    opens(huw());
    opens(duty());
    opens(duty());
    opens(stranger()); // refused
    const auto all = at_cases_of(catrin());
    EXPECT_EQ(all.children, 2U);
    ASSERT_EQ(all.founded.size(), 1U); // of the child's team
    EXPECT_EQ(all.founded.front().name, "Huw Parry");
    EXPECT_EQ(all.founded.front().subject_name, "Ffion Davies");
    ASSERT_EQ(all.unfounded.size(), 2U); // Catrin's own are not told to Catrin
    for (const auto& one : all.unfounded) {
        const bool refused = one.name == "Mair Bevan";
        EXPECT_EQ(one.ground, refused ? "" : "duty-desk");
        EXPECT_EQ(one.times, refused ? 1U : 2U);
        EXPECT_EQ(one.refused, refused ? 1U : 0U);
        EXPECT_EQ(one.how, LookedHow::opened);
    }
}

TEST_F(Looking, a_manager_sees_the_looks_at_the_teams_children_and_others_see_none) {
    opens(duty());
    EXPECT_EQ(at_cases_of(rhian()).children, 2U);
    EXPECT_EQ(at_cases_of(rhian()).unfounded.size(), 1U);
    EXPECT_EQ(at_cases_of(huw()).children, 0U); // of the same team, and not theirs
    EXPECT_TRUE(at_cases_of(stranger()).unfounded.empty());
}

TEST_F(Looking, what_was_looked_at_more_than_ninety_days_ago_is_not_told) {
    opens(duty());
    clock.moment += std::chrono::days{90};
    EXPECT_EQ(at_cases_of(catrin()).unfounded.size(), 1U); // to the moment
    clock.moment += 1ms;
    EXPECT_TRUE(at_cases_of(catrin()).unfounded.empty());
}

TEST_F(Looking, nobody_is_told_of_the_looks_at_a_child_they_are_excluded_from) {
    opens(duty());
    put(record::PersonExcluded{base::WorkerId{thing("catrin")}, "Catrin Hughes",
                               record::WhyExcluded::knows_them, "They are neighbours"},
        {thing("ffion"), thing("catrin")}, office.today().plus_days(-1));
    const auto all = at_cases_of(catrin());
    EXPECT_EQ(all.children, 1U);
    EXPECT_TRUE(all.unfounded.empty());
}

TEST_F(Looking, that_it_was_asked_is_written_down) {
    at_cases_of(catrin());
    const auto looks = all_looks();
    ASSERT_FALSE(looks.empty());
    EXPECT_EQ(looks.back().page, "looked");
    EXPECT_EQ(looks.back().subject, thing("catrin"));
}

TEST_F(Looking, everybody_sees_their_own_by_day_and_record) {
    opens(duty());
    opens(duty());
    clock.moment += std::chrono::days{1};
    opens(duty());
    opens(duty(), "osian");
    opens(catrin());
    const auto own = own_of(duty());
    ASSERT_EQ(own.size(), 3U); // the newest first
    EXPECT_EQ(own[0].what.subject_name, "Osian Davies");
    EXPECT_EQ(own[1].what.times, 1U);
    EXPECT_EQ(own[2].what.times, 2U);
    EXPECT_EQ(own[2].day.plus_days(1), own[1].day);
}

TEST_F(Looking, a_refused_look_is_among_ones_own_and_names_nobody) {
    opens(stranger());
    const auto own = own_of(stranger());
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own.front().what.refused, 1U);
    EXPECT_EQ(own.front().what.subject_name, "");
    clock.moment += std::chrono::days{31};
    EXPECT_TRUE(own_of(stranger()).empty());
}

} // namespace gweld::casework

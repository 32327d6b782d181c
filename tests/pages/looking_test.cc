// Who has looked at my cases, and what I looked at, as a browser asks.
#include "small_site.h"

namespace gweld::web::pages {

namespace {

class LookingPages : public SmallSite {
  protected:
    void opens(const access::Viewer& who) { get(who, "/child/" + id_of("ffion")); }
};

} // namespace

TEST_F(LookingPages, a_social_worker_sees_who_looked_at_their_cases_and_why) {
    opens(duty());
    opens(stranger());
    const auto page = get(catrin(), "/looked");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("2 children"));
    EXPECT_TRUE(page.says("Gwyn Owen"));
    EXPECT_TRUE(page.says("any child may need to be found"));
    EXPECT_TRUE(page.says("Mair Bevan"));
    EXPECT_TRUE(page.says("Refused: no ground to look"));
    EXPECT_TRUE(get(catrin(), "/cy/looked").says("Pwy sydd wedi edrych ar fy achosion"));
    EXPECT_TRUE(get(catrin(), "/work").says("href=\"/looked\""));
}

TEST_F(LookingPages, it_is_no_page_of_those_who_have_no_cases) {
    EXPECT_EQ(get(head(), "/looked").status, 404);
    EXPECT_TRUE(get(duty(), "/looked").says("0 children"));
    EXPECT_FALSE(get(stranger(), "/looked").says("Ffion"));
}

TEST_F(LookingPages, everybody_sees_what_they_looked_at_and_where_to_sign_out) {
    opens(duty());
    const auto page = get(duty(), "/looks/own");
    EXPECT_TRUE(page.says("Ffion Davies"));
    EXPECT_TRUE(page.says("href=\"/signed-in\""));
    opens(stranger());
    const auto refused = get(stranger(), "/looks/own");
    EXPECT_TRUE(refused.says("A record that is not yours to open"));
    EXPECT_FALSE(refused.says("Ffion"));
    EXPECT_TRUE(get(head(), "/looks/own").says("Nothing."));
}

TEST_F(LookingPages, the_guardian_is_told_what_stands_out_and_by_which_rule) {
    const access::Viewer guardian{
        "iolo", casework::thing("iolo"), "Iolo Wyn", record::Role::guardian, {}, ""};
    EXPECT_TRUE(get(guardian, "/looks/unusual").says("Nothing stands out"));
    const access::Viewer namesake{"gareth",
                                  casework::thing("gareth"),
                                  "Gareth Davies",
                                  record::Role::social_worker,
                                  casework::thing("South"),
                                  "South"};
    opens(namesake);
    const auto page = get(guardian, "/looks/unusual");
    EXPECT_TRUE(page.says("Gareth Davies"));
    EXPECT_TRUE(page.says("Ffion Davies"));
    EXPECT_TRUE(page.says("Their own surname"));
    EXPECT_FALSE(get(guardian, "/looks/unusual?week=2026-11-16").says("Gareth"));
    EXPECT_TRUE(page.says("week=2026-11-16"));
    EXPECT_FALSE(page.says("week=2026-11-30"));
    EXPECT_TRUE(get(guardian, "/looks/unusual?week=what").says("Gareth"));
    EXPECT_TRUE(get(guardian, "/cy/looks/unusual").says("Edrychiadau i ofyn amdanynt"));
    EXPECT_TRUE(get(guardian, "/looks/own").says("Caldicott guardian: asks why"));
    EXPECT_EQ(get(head(), "/looks/unusual").status, 404);
    EXPECT_EQ(get(rhian(), "/looks/unusual").status, 404);
}

} // namespace gweld::web::pages

#include "record/codec.h"
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class CoreGroupPages : public SmallSite {
  protected:
    std::string form() { return "/child/" + id_of("ffion") + "/core-group"; }
    std::vector<Field> met() {
        return {{"key", "k1"},
                {"saw", id_of("ffion") + ":" + std::to_string(version("ffion"))},
                {"saw", id_of("osian") + ":" + std::to_string(version("osian"))},
                {"on-day", "20"},
                {"on-month", "11"},
                {"on-year", "2026"},
                {"child", id_of("ffion")},
                {"child", id_of("osian")},
                {"came", "childrens_services"},
                {"came", "health"},
                {"apologies", "education"},
                {"family", "Carys was there; Ffion had written a letter."},
                {"progress", "The bedroom is <clean> now."},
                {"action-what-1", "Ask the school about mornings"},
                {"action-owner-1", "Catrin Hughes"},
                {"action-by-1-day", "4"},
                {"action-by-1-month", "12"},
                {"action-by-1-year", "2026"},
                {"next-day", "18"},
                {"next-month", "12"},
                {"next-year", "2026"}};
    }
    static void put_in(std::vector<Field>& fields, std::string_view name, std::string value) {
        for (auto& field : fields) {
            if (field.name == name) {
                field.value = value;
            }
        }
    }
    std::size_t core_groups_of(std::string_view who) {
        std::size_t count = 0;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            count = protection::history_of(child(who), r.about(thing(who), 0),
                                                           std::nullopt)
                                        .core_groups.size();
                        })
                        .ok());
        return count;
    }
};

TEST_F(CoreGroupPages, one_meeting_is_one_entry_for_the_family_and_ends_the_duty) {
    EXPECT_TRUE(get(catrin(), "/work").says("Core group meetings"));
    EXPECT_TRUE(get(catrin(), "/child/" + id_of("ffion")).says("Record a core group"));
    const auto done = post(catrin(), form(), met());
    ASSERT_EQ(done.status, 303) << done.text;
    EXPECT_EQ(core_groups_of("ffion"), 1U);
    EXPECT_EQ(core_groups_of("osian"), 1U);
    EXPECT_FALSE(get(catrin(), "/work").says("Core group meetings"));
    EXPECT_EQ(post(catrin(), form(), met()).status, 303) << "pressed twice";
    EXPECT_EQ(core_groups_of("ffion"), 1U);
    const auto timeline = get(catrin(), "/child/" + id_of("ffion") + "/timeline");
    EXPECT_TRUE(timeline.says("Core group met"));
    EXPECT_TRUE(timeline.says("There: Children’s services, Health."));
    EXPECT_TRUE(timeline.says("Apologies: School, nursery or college."));
    EXPECT_TRUE(timeline.says("The bedroom is &lt;clean&gt; now."));
    EXPECT_TRUE(
        timeline.says("To do: Ask the school about mornings (Catrin Hughes, by Fri 4 Dec)"));
}

TEST_F(CoreGroupPages, the_form_is_there_in_welsh) {
    const auto page = get(catrin(), "/cy" + form());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Pryd y cyfarfu’r grŵp craidd?"));
}

TEST_F(CoreGroupPages, what_is_missing_is_said_and_what_was_typed_stays) {
    auto sent = met();
    put_in(sent, "on-year", "2027");
    put_in(sent, "came", "");
    put_in(sent, "action-what-1", "");
    const auto page = post(catrin(), form(), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("The core group met today or in the past"));
    EXPECT_TRUE(page.says("Say who was there"));
    EXPECT_TRUE(page.says("Say what is to be done"));
    EXPECT_TRUE(page.says("The bedroom is &lt;clean&gt; now."));
    EXPECT_TRUE(page.says("value=\"Catrin Hughes\""));
    EXPECT_EQ(core_groups_of("ffion"), 0U);
}

TEST_F(CoreGroupPages, before_the_register_there_was_no_core_group) {
    auto sent = met();
    put_in(sent, "on-day", "2"); // on the register since the 3rd
    const auto page = post(catrin(), form(), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("One of these children was not on the register on that day"));
}

TEST_F(CoreGroupPages, news_about_a_child_of_it_is_shown_first) {
    const auto sent = met();
    record::VisitMade visit;
    visit.on = office.today();
    visit.children = {
        {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::no, "", ""}};
    put(visit, {thing("ffion")}, visit.on);
    const auto page = post(catrin(), form(), sent);
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(page.says("Nothing was saved"));
    EXPECT_TRUE(page.says("The bedroom is &lt;clean&gt; now."));
    EXPECT_EQ(core_groups_of("ffion"), 0U);
}

TEST_F(CoreGroupPages, are_for_those_who_work_with_the_child) {
    EXPECT_EQ(get(stranger(), form()).status, 404);
    EXPECT_EQ(post(stranger(), form(), met()).status, 404);
    EXPECT_EQ(post(head(), form(), met()).status, 404);
    EXPECT_EQ(post(rhian(), form(), met()).status, 303);
}

} // namespace
} // namespace gweld::web::pages

// Withdrawing a step of a child's protection, as a browser asks.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

class TakingBackPages : public ChildPages {
  protected:
    base::Uuid discussion() {
        record::StrategyDiscussionHeld held;
        held.on = november(20);
        held.invited = {
            {record::Agency::childrens_services, "Rhian Ellis", "", record::Came::attended, ""},
            {record::Agency::police, "Sarjant Huws", "", record::Came::attended, ""}};
        held.children = {{child("ffion"), record::Threshold::met}};
        held.decided = "A section 47 enquiry";
        held.why = "Unexplained bruises";
        return put(held, {thing("ffion")}, held.on);
    }
    static std::string withdraw(base::Uuid entry) {
        return "/entry/" + base::to_text(entry) + "/withdraw";
    }
};

TEST_F(TakingBackPages, a_discussion_is_offered_named_and_withdrawn) {
    const auto entry = discussion();
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says(withdraw(entry)));
    const auto page = get(catrin(), withdraw(entry));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("A strategy discussion or meeting, recorded by"));
    EXPECT_TRUE(page.says("taken from the record of: Ffion Davies"));
    const auto no_reason = post(catrin(), withdraw(entry), {{"key", "one"}, {"reason", "  "}});
    EXPECT_EQ(no_reason.status, 422);
    EXPECT_TRUE(no_reason.says("Say why this entry should not be here"));
    EXPECT_EQ(
        post(catrin(), withdraw(entry), {{"key", "two"}, {"reason", "Another family"}}).status,
        303);
    const auto after = get(catrin(), ffion("/timeline"));
    EXPECT_TRUE(after.says("Another family"));
    EXPECT_FALSE(after.says(withdraw(entry)));
}

TEST_F(TakingBackPages, a_step_with_another_upon_it_says_which_to_withdraw_first) {
    const auto entry = discussion();
    put(record::EnquiryStarted{base::EntryId{entry}, november(20),
                               record::EnquiryBy::jointly_with_police},
        {thing("ffion")}, november(20));
    const auto refused =
        post(catrin(), withdraw(entry), {{"key", "one"}, {"reason", "Another family"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Withdraw the enquiry first."));
    EXPECT_TRUE(refused.says("Another family")) << "nothing typed is lost";
    EXPECT_TRUE(post(catrin(), "/cy" + withdraw(entry), {{"key", "two"}, {"reason", "Arall"}})
                    .says("Tynnwch yr ymholiad yn ôl yn gyntaf."));
}

TEST_F(TakingBackPages, nobody_withdraws_what_is_not_theirs) {
    const auto entry = discussion();
    EXPECT_EQ(get(stranger(), withdraw(entry)).status, 404);
    EXPECT_EQ(post(stranger(), withdraw(entry), {{"key", "one"}, {"reason", "why"}}).status, 404);
    EXPECT_EQ(get(catrin(), "/entry/" + id_of("nothing") + "/withdraw").status, 404);
}

} // namespace
} // namespace gweld::web::pages

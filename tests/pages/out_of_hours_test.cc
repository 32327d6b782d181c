#include "small_site.h"
#include "web/pages/continuity/continuity.h"

namespace gweld::web::pages {
namespace {

constexpr std::string_view code = "abcdefghjk23456789mnpq";

class OutOfHoursPages : public SmallSite {
  protected:
    std::string list_of(std::string_view child, std::string_view at = "2026-11-24T08:30:00Z") {
        return "gweld-looks 1\nlist " + id_of("list") + " 2026-11-24T08:00:00Z Mair ar alwad\n" +
               "look " + id_of(child) + " " + std::string{at} + "\n";
    }
    Answered hand_in(const std::string& text, const access::Viewer& who = duty()) {
        return post_file(who, "/out-of-hours/looks", {}, "gweld-looks-2026-11-24.txt", text);
    }
};

TEST_F(OutOfHoursPages, the_pack_can_be_read_by_nobody_without_the_code) {
    const auto pack = continuity_pack(site, code);
    ASSERT_TRUE(pack.ok());
    EXPECT_EQ(pack.value().children, 2U);
    const auto& file = pack.value().file;
    EXPECT_NE(file.find("Out-of-hours pack"), std::string::npos);
    EXPECT_NE(file.find("Pecyn y tu allan i oriau"), std::string::npos);
    EXPECT_NE(file.find("default-src &#39;none&#39;"), std::string::npos);
    for (const auto* never : {"Ffion", "Davies", "neglect", "2018"}) {
        EXPECT_EQ(file.find(never), std::string::npos) << never;
    }
    EXPECT_TRUE(all_looks().empty());
}

TEST_F(OutOfHoursPages, two_packs_share_no_salt) {
    const auto salt_of = [](const std::string& file) {
        return file.substr(file.find("data-salt"), 40);
    };
    EXPECT_NE(salt_of(continuity_pack(site, code).value().file),
              salt_of(continuity_pack(site, code).value().file));
}

TEST_F(OutOfHoursPages, the_page_says_how_old_the_pack_is_and_that_it_is_too_old) {
    EXPECT_EQ(get(catrin(), "/out-of-hours").status, 404);
    EXPECT_EQ(get(catrin(), "/out-of-hours/pack").status, 404);
    EXPECT_TRUE(get(duty(), "/out-of-hours").says("No pack is made here"));
    EXPECT_EQ(get(duty(), "/out-of-hours/pack").status, 404);

    PackKept kept;
    kept.file = std::make_shared<const std::string>("locked");
    kept.made = clock.now();
    kept.children = 2;
    site.continuity.kept = [&kept] { return kept; };
    auto page = get(duty(), "/out-of-hours");
    EXPECT_TRUE(page.says("2 children."));
    EXPECT_FALSE(page.says("It could not be made again since"));
    EXPECT_EQ(get(duty(), "/out-of-hours/pack").text, "locked");
    clock.moment += std::chrono::minutes{31};
    EXPECT_TRUE(get(rhian(), "/out-of-hours").says("It could not be made again since"));
    clock.moment -= std::chrono::minutes{31};
    kept.failing = true;
    EXPECT_TRUE(get(head(), "/out-of-hours").says("It could not be made again since"));
}

TEST_F(OutOfHoursPages, who_was_looked_up_stands_on_the_record) {
    const auto answer = hand_in(list_of("ffion"));
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location, "/out-of-hours?saved=looks");
    const auto looks = get(rhian(), "/child/" + id_of("ffion") + "/looks");
    EXPECT_TRUE(looks.says("Mair ar alwad"));
    EXPECT_TRUE(looks.says("The out-of-hours pack, while Gweld was out of reach"));
    // The file holds all that a machine kept: a second time is no fault.
    EXPECT_EQ(hand_in(list_of("ffion")).status, 303);
}

TEST_F(OutOfHoursPages, a_file_that_is_no_list_is_refused_in_words) {
    for (const auto& wrong :
         {std::string{"nonsense"}, std::string{"gweld-looks 1\nlook x y\n"},
          list_of("ffion") + "more\n",
          std::string{"gweld-looks 1\nlook "} + id_of("ffion") + " 2026-11-24T08:30:00Z\n"}) {
        const auto answer = hand_in(wrong);
        EXPECT_EQ(answer.status, 422) << wrong;
        EXPECT_TRUE(answer.says("is no list that a pack saved")) << wrong;
    }
    EXPECT_EQ(hand_in(list_of("ffion", "2031-01-01T00:00:00Z")).status, 422);
    EXPECT_EQ(hand_in(list_of("ffion"), catrin()).status, 404);
    EXPECT_TRUE(
        post(duty(), "/out-of-hours/looks", {}).says("Choose the file that the pack saved"));
}

} // namespace
} // namespace gweld::web::pages

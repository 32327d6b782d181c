// Pages that people keep open: whether they still stand.
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;
using namespace std::chrono_literals;

constexpr int stands = 304;
constexpr int shown = 200;

class Boards : public SmallSite {
  protected:
    void somebody_records() {
        const auto today = office.today();
        put(record::AllocationEnded{base::EntryId{allocation()}, today},
            {thing("ffion"), thing("catrin")}, today);
    }
    base::Uuid allocation() {
        base::Uuid entry{};
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            entry = reading.allocations_of(thing("ffion")).front().entry;
                        })
                        .ok());
        return entry;
    }
};

TEST_F(Boards, every_one_stands_while_nothing_is_recorded) {
    struct Open {
        access::Viewer viewer;
        std::string_view at;
    };
    for (const auto& [viewer, at] :
         {Open{rhian(), "/team"}, Open{rhian(), "/alerts"}, Open{rhian(), "/signing"},
          Open{catrin(), "/work"}, Open{duty(), "/front-door?show=mine"},
          Open{duty(), "/cy/front-door"}, Open{duty(), "/front-door/handed-on"}}) {
        const auto page = get(viewer, at);
        ASSERT_EQ(page.status, shown) << at;
        EXPECT_TRUE(page.says("data-board=\"&quot;")) << at;
        EXPECT_TRUE(page.says("/board")) << at;
        clock.moment += 7min;
        const auto again = get_unless(page.tag, viewer, at);
        EXPECT_EQ(again.status, stands) << at;
        EXPECT_EQ(again.text, "") << at;
        EXPECT_EQ(get_unless("W/" + page.tag, viewer, at).status, stands) << at;
        clock.moment -= 7min;
    }
}

TEST_F(Boards, one_does_not_stand_after_something_on_it_was_recorded) {
    const auto team = get(rhian(), "/team");
    const auto door = get(duty(), "/front-door");
    somebody_records();
    const auto now = get_unless(team.tag, rhian(), "/team");
    EXPECT_EQ(now.status, shown);
    EXPECT_NE(now.tag, team.tag);
    EXPECT_TRUE(now.says("1 child has nobody allocated."));
    EXPECT_EQ(get_unless(door.tag, duty(), "/front-door").status, stands)
        << "what is not on a page does not change it";
}

TEST_F(Boards, one_does_not_stand_on_the_next_day) {
    const auto team = get(rhian(), "/team");
    clock.moment += 24h;
    EXPECT_EQ(get_unless(team.tag, rhian(), "/team").status, shown);
}

TEST_F(Boards, that_something_was_saved_on_the_way_there_is_no_change) {
    const auto saved = get(rhian(), "/team?saved=allocation");
    EXPECT_TRUE(saved.says("The child has a worker."));
    EXPECT_TRUE(saved.says("data-now=\"/team\""));
    EXPECT_EQ(get_unless(saved.tag, rhian(), "/team").status, stands);
}

TEST_F(Boards, what_stands_for_one_person_says_nothing_to_another) {
    const auto team = get(rhian(), "/team");
    EXPECT_EQ(get_unless(team.tag, catrin(), "/team").status, 404);
    EXPECT_EQ(get_unless(team.tag, head(), "/team").status, shown);
}

TEST_F(Boards, asking_is_no_use_of_the_session) {
    const auto team = get(rhian(), "/team");
    const auto last_used = [&] {
        std::optional<record::Session> session;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            session = reading.session(casework::token_hash("token-of-rhian"));
                        })
                        .ok());
        return session.value().last_used_at;
    };
    const auto asked = [&](std::string_view tag) {
        Request request;
        EXPECT_EQ(read_target("/team", request), Target::understood);
        request.headers.add("Cookie", site.session_cookie.name() + "=token-of-rhian");
        if (!tag.empty()) {
            request.headers.add("If-None-Match", tag);
        }
        return site.router.answer(request).status;
    };
    const auto before = last_used();
    clock.moment += 20min;
    EXPECT_EQ(asked(team.tag), stands);
    EXPECT_EQ(last_used(), before);
    EXPECT_EQ(asked({}), shown);
    EXPECT_NE(last_used(), before);
    clock.moment += casework::idle_limit;
    EXPECT_EQ(asked(team.tag), 303) << "to sign in";
}

} // namespace
} // namespace gweld::web::pages

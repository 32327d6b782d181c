// A visit saved just before midnight and sent again just after it.
#include "child_pages.h"
#include "record/codec.h"

namespace gweld::web::pages {
namespace {

class PastMidnight : public ChildPages {
  protected:
    PastMidnight() { clock.moment = at(23, 59, november(24)); }
    static time::Instant at(int hour, int minute, time::CivilDate day) {
        return time::at_wall_time_in_wales(day,
                                           std::chrono::hours{hour} + std::chrono::minutes{minute});
    }
    Answered attempt() { return post(catrin(), ffion("/visit"), answers()); }
    std::vector<Field> answers() {
        return {{"outcome", "attempted"},
                {"when", "today"},
                {"today", "2026-11-24"},
                {"because", "nobody_home"},
                {"place", "home"},
                {"announced", "announced"},
                {"account", "The lights were on."},
                {"key", "one"},
                {"version-" + id_of("ffion"), std::to_string(ffion_seen)},
                {"version-" + id_of("osian"), std::to_string(osian_seen)}};
    }
    void next_day() { clock.moment = at(0, 1, november(25)); }

    std::int64_t ffion_seen = version("ffion");
    std::int64_t osian_seen = version("osian");
};

TEST_F(PastMidnight, sent_again_it_is_the_same_visit) {
    EXPECT_TRUE(get(catrin(), ffion("/visit")).says("name=\"today\" value=\"2026-11-24\""));
    EXPECT_EQ(attempt().status, 303);
    next_day();
    EXPECT_EQ(attempt().status, 303) << "not: saved once and then changed";
}

TEST_F(PastMidnight, saved_late_it_was_on_the_day_the_form_named) {
    next_day();
    ASSERT_EQ(attempt().status, 303);
    std::optional<record::VisitAttempted> kept;
    static_cast<void>(office.store.read([&](const record::Reading& reading) {
        for (const auto& entry : reading.about(thing("ffion"), ffion_seen)) {
            if (entry.kind == record::Named<record::VisitAttempted>::name) {
                kept = record::body_of<record::VisitAttempted>(entry);
            }
        }
    }));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->on, november(24));
}

// Typed on after midnight, so that the draft itself is of the new day.
TEST_F(PastMidnight, a_draft_kept_late_means_the_day_its_form_named) {
    next_day();
    auto fields = answers();
    fields.insert(fields.end(), {{"unsaved-script", "yes"},
                                 {"unsaved-at", ffion("/visit")},
                                 {"unsaved-heading", "Record a visit"},
                                 {"unsaved-writer", base::to_text(catrin().worker)}});
    ASSERT_EQ(post(catrin(), "/drafts", fields).status, 200);
    const auto form = get(catrin(), ffion("/visit"));
    EXPECT_TRUE(form.says("value=\"24\""));
    EXPECT_FALSE(form.says("value=\"today\" checked"));
}

} // namespace
} // namespace gweld::web::pages

// The pages about two records of one person, over the small family and a second record of Ffion's.
#include "small_site.h"

#include "casework/facts.h"
#include "record/kinds.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class MergingPages : public SmallSite {
  protected:
    MergingPages() {
        record::PersonDescribed person;
        person.number = "fion";
        person.forename = "Fion";
        person.surname = "Davies";
        person.born = time::day(14, std::chrono::March, 2018);
        put(person, {thing("fion")}, registered);
    }
    static std::string of(std::string_view name, std::string_view rest = "") {
        return "/child/" + id_of(name) + std::string{rest};
    }
    static std::string pair() { return of("ffion", "/same-person/" + id_of("fion")); }
    std::string saw(std::string_view name) {
        return id_of(name) + ":" + std::to_string(version(name));
    }
    Answered merge(const std::string& reason = "Her mother was asked",
                   const std::string& key = "k1") {
        return post(rhian(), pair(),
                    {{"kept", id_of("ffion")},
                     {"reason", reason},
                     {"key", key},
                     {"saw", saw("ffion")},
                     {"saw", saw("fion")}});
    }
    std::string merge_entry() {
        std::string id;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            id = base::to_text(r.merges_into(thing("ffion")).at(0).entry);
                        })
                        .ok());
        return id;
    }
};

TEST_F(MergingPages, the_way_there_and_the_suggestion) {
    EXPECT_TRUE(get(rhian(), of("ffion", "/people")).says(of("ffion", "/same-person")));
    const auto page = get(rhian(), of("ffion", "/same-person"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Fion Davies"));
    EXPECT_TRUE(page.says("born on the same day"));
    EXPECT_TRUE(page.says(pair()));
    EXPECT_FALSE(page.says("Osian"));
    const auto found = get(rhian(), of("ffion", "/same-person?q=osian"));
    EXPECT_TRUE(found.says("Found by your search"));
    EXPECT_EQ(get(stranger(), of("ffion", "/same-person")).status, 404);
}

TEST_F(MergingPages, both_side_by_side) {
    const auto page = get(rhian(), pair());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Name: not the same"));
    EXPECT_FALSE(page.says("Date of birth: not the same"));
    EXPECT_TRUE(page.says("They are one person"));
    EXPECT_TRUE(get(rhian(), "/cy" + pair()).says("Un person ydynt"));
    // Fion is nobody's, so the worker may not see that record.
    EXPECT_EQ(get(catrin(), pair()).status, 404);
}

TEST_F(MergingPages, a_worker_sees_and_asks) {
    record::Allocated held;
    held.child = child("fion");
    held.worker = base::WorkerId{thing("catrin")};
    held.team = base::TeamId{thing("North")};
    held.from = registered;
    put(held, {thing("fion"), thing("catrin")}, registered);
    const auto page = get(catrin(), pair());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Tell your manager"));
    EXPECT_FALSE(page.says("They are one person</button>"));
    EXPECT_EQ(
        post(catrin(), pair(), {{"kept", id_of("ffion")}, {"reason", "x"}, {"key", "k"}}).status,
        404);
}

TEST_F(MergingPages, merged_the_other_address_leads_to_the_kept_record) {
    const auto done = merge();
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.location, of("ffion", "?saved=merged"));
    const auto page = get(rhian(), of("ffion"));
    EXPECT_TRUE(page.says("Recorded as the same person as Fion Davies, record number fion."));
    EXPECT_TRUE(page.says("Her mother was asked"));
    EXPECT_TRUE(page.says("/take-back"));
    EXPECT_EQ(get(rhian(), of("fion")).location, of("ffion"));
    EXPECT_EQ(get(rhian(), "/cy" + of("fion", "/timeline?page=1")).location,
              "/cy" + of("ffion", "/timeline?page=1"));
    EXPECT_TRUE(get(rhian(), of("ffion", "/timeline")).says("said to be one person"));
    EXPECT_FALSE(get(catrin(), of("ffion")).says("/take-back"));
    EXPECT_EQ(get(stranger(), of("fion")).status, 404); // and not a redirect
}

TEST_F(MergingPages, needs_a_reason_and_whom_to_keep) {
    EXPECT_EQ(merge("").status, 422);
    const auto page = post(rhian(), pair(), {{"reason", "asked"}, {"key", "k"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Say which record is kept"));
    EXPECT_TRUE(page.says("asked"));
}

TEST_F(MergingPages, what_cannot_be_is_said_plainly) {
    const auto page = get(rhian(), of("ffion", "/same-person/" + id_of("osian")));
    EXPECT_TRUE(page.says("on the same days"));
    EXPECT_FALSE(page.says("</textarea>"));
}

TEST_F(MergingPages, pressed_twice_and_late) {
    const std::vector<Field> form{{"kept", id_of("ffion")},
                                  {"reason", "asked"},
                                  {"key", "k1"},
                                  {"saw", saw("ffion")},
                                  {"saw", saw("fion")}};
    put(record::EventNoted{registered, record::Precision::day, "Moved", "A letter"},
        {thing("fion")}, registered);
    const auto late = post(rhian(), pair(), form);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("An event was added by"));
    EXPECT_TRUE(late.says("asked"));
    EXPECT_EQ(merge().status, 303);
    EXPECT_EQ(post(rhian(), pair(), form).status, 303);
}

TEST_F(MergingPages, a_form_of_the_other_opened_before_loses_nothing) {
    const std::vector<Field> form{{"key", "event"},       {"saw", saw("fion")},
                                  {"on-day", "1"},        {"on-month", "3"},
                                  {"on-year", "2024"},    {"what", "She moved to her aunt’s."},
                                  {"source", "Her aunt"}, {"child", id_of("fion")}};
    ASSERT_EQ(merge().status, 303);
    const auto late = post(rhian(), of("fion", "/event/new"), form);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("that this record and another are one person"));
    EXPECT_TRUE(late.says("She moved to her aunt’s."));
}

TEST_F(MergingPages, taken_back) {
    ASSERT_EQ(merge().status, 303);
    const auto to = "/same-person/" + merge_entry() + "/take-back";
    const auto asked = get(rhian(), to);
    EXPECT_EQ(asked.status, 200);
    EXPECT_TRUE(asked.says("Nothing has been recorded since."));
    EXPECT_EQ(get(catrin(), to).status, 404);
    EXPECT_EQ(post(rhian(), to, {{"key", "u"}, {"saw", saw("ffion")}}).status, 422);
    put(record::EventNoted{registered, record::Precision::day, "Moved", "A letter"},
        {thing("ffion")}, registered);
    EXPECT_TRUE(get(rhian(), to).says("1 entry stays"));
    const auto done =
        post(rhian(), to, {{"key", "u"}, {"saw", saw("ffion")}, {"reason", "Cousins"}});
    EXPECT_EQ(done.location, of("ffion", "?saved=unmerged"));
    EXPECT_EQ(get(rhian(), of("fion")).status, 200);
    EXPECT_EQ(get(rhian(), to).status, 404);
    EXPECT_FALSE(get(rhian(), of("ffion")).says("Recorded as the same person"));
}

} // namespace
} // namespace gweld::web::pages

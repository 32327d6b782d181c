// Who may see a record, asked as a browser asks: excluding, restricting, lifting, emergencies, what
// workers declare. And sixty urgent situations: each succeeds in three steps.
#include "small_site.h"

#include "casework/emergencies.h"

namespace gweld::web::pages {

namespace {

using time::day;

class GuardingPages : public SmallSite {
  protected:
    GuardingPages() { // whoever may be named has signed in once
        for (const auto& who : {catrin(), stranger(), rhian(), head(), duty(), colleague()}) {
            get(who, "/figures");
        }
    }
    static access::Viewer colleague() {
        return {"huw",
                casework::thing("huw"),
                "Huw Parry",
                record::Role::social_worker,
                casework::thing("North"),
                "North"};
    }
    static std::string ffion(std::string_view part = {}) {
        return "/child/" + id_of("ffion") + std::string{part};
    }
    std::string saw() { return id_of("ffion") + ":" + std::to_string(version("ffion")); }
    Answered exclude(const access::Viewer& by, std::string_view whom, std::string_view key = "k1") {
        return post(by, ffion("/exclude"),
                    {{"child", id_of("ffion")},
                     {"worker", id_of(whom)},
                     {"because", "knows_them"},
                     {"words", "They are neighbours"},
                     {"key", std::string{key}},
                     {"saw", saw()}});
    }
    Answered restrict_to_chain(const access::Viewer& by) {
        return post(by, ffion("/restrict"),
                    {{"child", id_of("ffion")},
                     {"because", "well_known"},
                     {"open-to", "allocated_chain"},
                     {"words", "Her mother sings"},
                     {"review-day", "1"},
                     {"review-month", "3"},
                     {"review-year", "2027"},
                     {"key", "k2"},
                     {"saw", saw()}});
    }
    Answered restrict_to_list(const access::Viewer& by) {
        return post(by, ffion("/restrict"),
                    {{"child", id_of("ffion")},
                     {"because", "practice_review"},
                     {"open-to", "listed"},
                     {"listed-1", id_of("rhian")},
                     {"words", "A review"},
                     {"review-day", "1"},
                     {"review-month", "3"},
                     {"review-year", "2027"},
                     {"key", "k3"},
                     {"saw", saw()}});
    }
    Answered in_emergency(const access::Viewer& by, std::string_view key,
                          const std::string& words = "The police ask for her tonight") {
        return post(by, "/emergency/" + id_of("ffion"),
                    {{"because", "out_of_hours"}, {"words", words}, {"key", std::string{key}}});
    }
    std::string barrier() {
        const auto page = get(rhian(), ffion("/looks")).text;
        const auto at = page.find("/lift/");
        return at == std::string::npos ? std::string{} : page.substr(at + 6, 36);
    }
};

} // namespace

TEST_F(GuardingPages, an_excluded_colleague_finds_no_such_record_until_it_is_lifted) {
    EXPECT_EQ(get(colleague(), ffion()).status, 200);
    EXPECT_TRUE(get(colleague(), "/search?q=Ffion").says("Ffion Davies"));
    EXPECT_EQ(exclude(catrin(), "huw").status, 303);
    EXPECT_EQ(get(colleague(), ffion()).status, 404);
    EXPECT_FALSE(get(colleague(), "/search?q=Ffion").says("Ffion Davies"));
    EXPECT_FALSE(get(colleague(), "/search?q=Ffion%20Davies%2014%2F3%2F2018").says("emergency"));
    EXPECT_EQ(in_emergency(colleague(), "e").status, 404);
    const auto page = get(catrin(), ffion("/looks"));
    EXPECT_TRUE(page.says("Huw Parry is excluded"));
    EXPECT_TRUE(page.says("They are neighbours"));
    EXPECT_FALSE(page.says("Lift it")); // whoever said so does not take it back
    EXPECT_EQ(post(rhian(), ffion("/lift/" + barrier()),
                   {{"words", "It was another Huw"}, {"key", "l"}, {"saw", saw()}})
                  .status,
              303);
    EXPECT_EQ(get(colleague(), ffion()).status, 200);
}

TEST_F(GuardingPages, whoever_excludes_themselves_is_sent_away_from_the_record) {
    const auto done = exclude(catrin(), "catrin");
    EXPECT_EQ(done.status, 303);
    EXPECT_EQ(done.location, "/?saved=excluded-myself");
    EXPECT_EQ(get(catrin(), ffion()).status, 404);
    EXPECT_FALSE(get(catrin(), "/work").says("Ffion"));
    EXPECT_TRUE(get(catrin(), "/work").says("Osian"));
}

TEST_F(GuardingPages, a_form_with_nothing_in_it_says_everything_that_is_missing) {
    const auto page = post(catrin(), ffion("/exclude"), {{"key", "k"}, {"saw", saw()}});
    EXPECT_EQ(page.status, 422);
    for (const auto* fault : {"Tick at least one child", "Choose who is not to see it",
                              "Choose a reason", "Write why"}) {
        EXPECT_TRUE(page.says(fault)) << fault;
    }
    EXPECT_EQ(get(colleague(), ffion("/exclude")).status, 404);
    EXPECT_EQ(get(catrin(), ffion("/lift/" + id_of("x"))).status, 404);
}

TEST_F(GuardingPages, a_restricted_record_says_so_to_whoever_reads_it_and_is_shut_to_others) {
    EXPECT_EQ(restrict_to_chain(catrin()).status, 303);
    EXPECT_TRUE(get(catrin(), ffion()).says("Restricted record."));
    EXPECT_EQ(get(colleague(), ffion()).status, 404);
    EXPECT_EQ(get(duty(), ffion()).status, 404);
    EXPECT_FALSE(get(duty(), "/search?q=Ffion").says("Ffion Davies"));
    const auto closed = get(duty(), "/search?q=Ffion%20Davies%2014%2F3%2F2018");
    EXPECT_TRUE(closed.says("not yours to open"));
    EXPECT_TRUE(closed.says("/emergency/" + id_of("ffion")));
    EXPECT_TRUE(get(rhian(), ffion("/timeline")).says("The record was restricted"));
    EXPECT_FALSE(get(rhian(), ffion("/chronology")).says("The record was restricted"));
}

TEST_F(GuardingPages, an_emergency_is_seen_by_the_owner_and_reviewed_by_somebody_else) {
    EXPECT_EQ(restrict_to_chain(catrin()).status, 303);
    EXPECT_EQ(in_emergency(duty(), "e1", "now").status, 422);
    EXPECT_TRUE(in_emergency(duty(), "e1", "now").says("Write at least ten letters"));
    EXPECT_EQ(in_emergency(duty(), "e1").location, ffion() + "?saved=emergency");
    EXPECT_EQ(in_emergency(duty(), "e1").location, ffion() + "?saved=emergency"); // pressed twice
    EXPECT_EQ(in_emergency(duty(), "e2").location, ffion() + "?saved=open-already");
    EXPECT_TRUE(get(duty(), ffion()).says("You opened this record in an emergency."));
    EXPECT_TRUE(get(catrin(), "/work").says("The police ask for her tonight"));
    EXPECT_TRUE(get(rhian(), "/team").says("The police ask for her tonight"));
    EXPECT_EQ(get(catrin(), "/emergencies").status, 404);

    const auto queue = get(rhian(), "/emergencies");
    EXPECT_TRUE(queue.says("Review by Thu 26 Nov"));
    const auto at = queue.text.find("/emergencies/");
    ASSERT_NE(at, std::string::npos);
    const auto review = queue.text.substr(at, 13 + 36);
    EXPECT_TRUE(get(rhian(), review).says("Gwyn Owen opened this record"));
    EXPECT_EQ(get(duty(), review).status, 404);
    EXPECT_EQ(post(rhian(), review, {{"found", "wrong"}, {"key", "v"}}).status, 422);
    EXPECT_EQ(post(rhian(), review, {{"found", "right"}, {"key", "v"}}).status, 303);
    EXPECT_TRUE(get(rhian(), "/emergencies").says("It was right to open it"));
    EXPECT_TRUE(get(catrin(), "/work").says("It was right to open it"));
    EXPECT_EQ(get(rhian(), review).status, 404);

    clock.moment += std::chrono::hours{8};
    EXPECT_EQ(get(duty(), ffion()).status, 404);
}

TEST_F(GuardingPages, whoever_may_not_open_the_record_reviews_without_the_name) {
    EXPECT_EQ(restrict_to_list(rhian()).status, 303);
    EXPECT_EQ(in_emergency(stranger(), "e").status, 303);
    const auto queue = get(head(), "/emergencies");
    EXPECT_TRUE(queue.says("A record that is not yours to open"));
    EXPECT_FALSE(queue.says("Ffion"));
}

TEST_F(GuardingPages, the_emergency_of_a_record_that_is_not_there_is_the_same_page) {
    const auto there = get(stranger(), "/emergency/" + id_of("ffion")).text;
    auto nobody = get(stranger(), "/emergency/" + id_of("nobody")).text;
    for (auto at = nobody.find(id_of("nobody")); at != std::string::npos;
         at = nobody.find(id_of("nobody"))) {
        nobody.replace(at, id_of("nobody").size(), id_of("ffion"));
    }
    EXPECT_EQ(times(there, "Open a record in an emergency"),
              times(nobody, "Open a record in an emergency"));
    EXPECT_EQ(there.size(), nobody.size());
    EXPECT_EQ(post(stranger(), "/emergency/" + id_of("nobody"),
                   {{"because", "here_now"}, {"words", "A child is at the door"}, {"key", "n"}})
                  .status,
              404);
}

TEST_F(GuardingPages, what_somebody_declares_is_listed_to_them_and_closes_what_is_alike) {
    EXPECT_EQ(post(colleague(), "/connections", {{"as", "relative"}, {"key", "d0"}}).status, 422);
    EXPECT_EQ(post(colleague(), "/connections",
                   {{"as", "relative"},
                    {"forename", "Ffion"},
                    {"surname", "Davies"},
                    {"born-day", "14"},
                    {"born-month", "3"},
                    {"born-year", "2018"},
                    {"key", "d"}})
                  .status,
              303);
    EXPECT_TRUE(get(colleague(), "/connections").says("A relative: Ffion Davies"));
    EXPECT_FALSE(get(catrin(), "/connections").says("Ffion"));
    EXPECT_EQ(get(colleague(), ffion()).status, 404);
    EXPECT_TRUE(get(catrin(), ffion("/looks")).says("Huw Parry is excluded"));
    const auto page = get(colleague(), "/connections").text;
    const auto at = page.find("/connections/");
    ASSERT_NE(at, std::string::npos);
    const auto way = page.substr(at, 13 + 36) + "/withdraw";
    EXPECT_EQ(post(catrin(), way, {{"key", "w"}}).status, 404);
    EXPECT_EQ(post(colleague(), way, {{"key", "w"}}).status, 303);
    EXPECT_FALSE(get(colleague(), "/connections").says("A relative: Ffion Davies"));
}

TEST_F(GuardingPages, every_page_of_it_is_there_in_welsh) {
    EXPECT_EQ(exclude(catrin(), "huw").status, 303);
    EXPECT_EQ(in_emergency(stranger(), "e").status, 303);
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/looks")).says("Mae Huw Parry wedi’i eithrio"));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/restrict")).says("Cyfyngu’r cofnod"));
    EXPECT_TRUE(get(rhian(), "/cy/emergencies").says("Cofnodion a agorwyd mewn argyfwng"));
    EXPECT_TRUE(get(catrin(), "/cy/connections").says("Fy nheulu, fy nghartref"));
}

// Somebody is excluded while their page is being made: it is made again, without the record.
TEST_F(GuardingPages, no_page_leaves_that_read_the_record_after_its_reader_was_excluded) {
    int made = 0;
    add_page(site, Method::get, "slow", "/slow/{id}", [&](const Caller& caller) {
        std::string name = "nobody";
        EXPECT_TRUE(caller.office()
                        .store
                        .read([&](const record::Reading& reading) {
                            const auto person = reading.person(casework::thing("ffion"));
                            name = person ? person->forename : name;
                        })
                        .ok());
        if (++made == 1) {
            EXPECT_EQ(exclude(catrin(), "huw").status, 303);
        }
        return plain_text(name);
    });
    EXPECT_EQ(get(colleague(), "/slow/" + id_of("ffion")).text, "nobody");
    EXPECT_EQ(made, 2);
    EXPECT_EQ(get(catrin(), "/slow/" + id_of("ffion")).text, "Ffion");
}

// Caldicott's seventh principle: the duty to share is as important as the duty to protect. Who
// asks, how the record is closed, and when.
TEST_F(GuardingPages, sixty_urgent_situations_succeed_in_three_steps) {
    const std::vector<access::Viewer> askers{duty(), stranger(), colleague(), head(), rhian()};
    const std::vector<time::Instant> moments{
        time::at_wall_time_in_wales(day(24, std::chrono::November, 2026), std::chrono::hours{14}),
        time::at_wall_time_in_wales(day(28, std::chrono::November, 2026), std::chrono::hours{2}),
        time::at_wall_time_in_wales(day(25, std::chrono::December, 2026), std::chrono::hours{23})};
    enum class Closed { to_nobody, to_chain, to_list, staff_family };
    int situations = 0;
    for (const auto closed :
         {Closed::to_nobody, Closed::to_chain, Closed::to_list, Closed::staff_family}) {
        if (closed == Closed::to_chain) {
            ASSERT_EQ(restrict_to_chain(catrin()).status, 303);
        } else if (closed == Closed::to_list) {
            ASSERT_EQ(restrict_to_list(rhian()).status, 303);
        } else if (closed == Closed::staff_family) {
            const access::Viewer mother{"mam",
                                        casework::thing("mam"),
                                        "Mam",
                                        record::Role::social_worker,
                                        casework::thing("South"),
                                        "South"};
            ASSERT_EQ(post(mother, "/connections",
                           {{"as", "relative"},
                            {"forename", "Ffion"},
                            {"surname", "Davies"},
                            {"born-day", "14"},
                            {"born-month", "3"},
                            {"born-year", "2018"},
                            {"key", "d"}})
                          .status,
                      303);
            EXPECT_EQ(get(mother, ffion()).status, 404);
        }
        for (const auto moment : moments) {
            clock.moment = moment + std::chrono::hours{240} * static_cast<int>(closed);
            for (const auto& asker : askers) {
                ++situations;
                const auto what = asker.name + ", situation " + std::to_string(situations);
                const auto found = get(asker, "/search?q=Ffion%20Davies%2014%2F3%2F2018"); // 1
                if (found.says(ffion())) {
                    EXPECT_EQ(get(asker, ffion()).status, 200) << what; // 2
                    continue;
                }
                ASSERT_TRUE(found.says("/emergency/" + id_of("ffion"))) << what;
                const auto opened = in_emergency(asker, "s" + std::to_string(situations)); // 2
                ASSERT_EQ(opened.status, 303) << what;
                EXPECT_EQ(get(asker, ffion()).status, 200) << what; // 3
            }
        }
    }
    EXPECT_EQ(situations, 60);
}

} // namespace gweld::web::pages

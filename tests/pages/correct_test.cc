#include "small_site.h"

namespace gweld::web::pages {
namespace {

using casework::thing;

class CorrectPages : public SmallSite {
  protected:
    // Seren is no sister of Ffion's; both were at the same visit.
    CorrectPages() {
        record::PersonDescribed person;
        person.number = "seren";
        person.forename = "Seren";
        person.surname = "Bowen";
        put(person, {thing("seren")}, registered);
        record::Allocated held;
        held.child = child("seren");
        held.worker = base::WorkerId{thing("catrin")};
        held.team = base::TeamId{thing("North")};
        held.from = registered;
        put(held, {thing("seren"), thing("catrin")}, registered);
        record::VisitMade visit;
        visit.on = office.today();
        visit.place = record::Place::home;
        visit.account = "Both were wel.";
        visit.children = {
            {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::no, "", ""},
            {child("seren"), record::Answer::yes, record::Answer::yes, record::Answer::no,
             "Dw i isio mynd adre.", "cy"}};
        entry = put(visit, {thing("ffion"), thing("seren")}, visit.on);
    }
    std::string form() { return "/entry/" + base::to_text(entry) + "/correct"; }
    std::size_t looks_at(std::string_view who) {
        return static_cast<std::size_t>(std::ranges::count_if(
            all_looks(), [&](const auto& look) { return look.subject == thing(who); }));
    }
    std::vector<Field> put_right(const std::vector<std::string>& children) {
        std::vector<Field> sent{{"outcome", "made"},
                                {"when", "today"},
                                {"place", "home"},
                                {"announced", "announced"},
                                {"account", "Both were well."},
                                {"reason", "A slip"},
                                {"key", "k1"}};
        sent.push_back({"seen-" + id_of("osian"), "not_part"});
        for (const auto& name : children) {
            const auto id = id_of(name);
            sent.insert(sent.end(), {{"seen-" + id, "yes"},
                                     {"alone-" + id, "yes"},
                                     {"bedroom-" + id, "no"},
                                     {"version-" + id, std::to_string(version(name))}});
        }
        return sent;
    }

    base::Uuid entry;
};

TEST_F(CorrectPages, the_form_has_every_child_of_the_visit_and_each_is_a_look) {
    const auto page = get(catrin(), form());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Did you see Ffion?"));
    EXPECT_TRUE(page.says("Did you see Seren?"));
    EXPECT_TRUE(page.says("Dw i isio mynd adre."));
    EXPECT_EQ(looks_at("ffion"), 1U);
    EXPECT_EQ(looks_at("seren"), 1U);
}

TEST_F(CorrectPages,
       an_entry_is_withdrawn_from_the_timeline_and_everyone_it_is_taken_from_is_named) {
    const auto id = base::to_text(entry);
    EXPECT_TRUE(
        get(catrin(), "/child/" + id_of("ffion") + "/timeline").says("/entry/" + id + "/withdraw"));
    EXPECT_TRUE(get(catrin(), "/entry/" + id + "/withdraw").says("Ffion Davies, Seren Bowen"));
}

TEST_F(CorrectPages, what_was_written_up_later_is_in_the_form) {
    record::VisitMade stub;
    stub.on = office.today();
    stub.place = record::Place::home;
    stub.write_up = record::WriteUp::to_follow;
    stub.children = {
        {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""}};
    const auto visit = put(stub, {thing("ffion")}, stub.on);
    put(record::VisitWrittenUp{base::EntryId{visit},
                               {{child("ffion"), "Mae'n iawn.", "cy"}},
                               "She showed me her room."},
        {thing("ffion")}, stub.on);
    const auto page = get(catrin(), "/entry/" + base::to_text(visit) + "/correct");
    EXPECT_TRUE(page.says("She showed me her room."));
    EXPECT_TRUE(page.says("Mae&#39;n iawn."));
}

TEST_F(CorrectPages, nobody_falls_out_of_a_visit_that_is_put_right) {
    const auto page = post(catrin(), form(), put_right({"ffion", "seren"}));
    ASSERT_EQ(page.status, 303) << page.text;
    for (const auto* name : {"ffion", "seren"}) {
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            const auto history = protection::history_of(
                                child(name), r.about(thing(name), 0), std::nullopt);
                            EXPECT_EQ(history.visits.size(), 1U) << name;
                        })
                        .ok());
    }
}

TEST_F(CorrectPages, whoever_may_not_correct_one_of_them_corrects_nothing) {
    const auto today = office.today();
    put(record::AllocationEnded{base::EntryId{[&] {
                                    base::Uuid id;
                                    static_cast<void>(store->read([&](const record::Reading& r) {
                                        id = r.allocations_of(thing("seren")).at(0).entry;
                                    }));
                                    return id;
                                }()},
                                today},
        {thing("seren"), thing("catrin")}, today);
    EXPECT_EQ(get(catrin(), form()).status, 404);
}

TEST_F(CorrectPages, a_day_that_is_none_is_not_taken_for_another) {
    auto sent = put_right({"ffion", "seren"});
    sent[1].value = "other";
    sent.insert(sent.end(), {{"date-day", "276"}, {"date-month", "267"}, {"date-year", "2026"}});
    const auto page = post(catrin(), form(), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("There has to be such a day."));
}

TEST_F(CorrectPages, a_day_before_birth_is_said_beside_the_day) {
    record::PersonDescribed person;
    person.number = "ffion";
    person.forename = "Ffion";
    person.surname = "Davies";
    person.born = time::day(14, std::chrono::March, 2018);
    put(person, {thing("ffion")}, registered);
    auto sent = put_right({"ffion", "seren"});
    sent[1].value = "other";
    sent.insert(sent.end(), {{"date-day", "1"}, {"date-month", "3"}, {"date-year", "2018"}});
    const auto page = post(catrin(), form(), sent);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("href=\"#date-day\">The visit is before the child was born"));
    EXPECT_FALSE(page.says("href=\"#outcome\""));
}

TEST_F(CorrectPages, the_list_of_visits_leads_to_the_correction) {
    const auto page = get(catrin(), "/child/" + id_of("ffion") + "/visits");
    EXPECT_TRUE(page.says("href=\"" + form() + "\""));
    EXPECT_TRUE(get(catrin(), "/cy/child/" + id_of("ffion") + "/visits").says("Cywiro"));
    EXPECT_FALSE(
        get(head(), "/child/" + id_of("ffion") + "/visits").says("href=\"" + form() + "\""));
}

TEST_F(CorrectPages, a_very_long_account_shows_its_beginning_and_the_rest_on_request) {
    record::VisitMade visit;
    visit.on = office.today();
    visit.account = "Beginning.";
    for (int word = 0; word < 4000; ++word) {
        visit.account += " word";
    }
    visit.account += " End.";
    visit.children = {
        {child("ffion"), record::Answer::yes, record::Answer::yes, record::Answer::no, "", ""}};
    put(visit, {thing("ffion")}, visit.on);
    for (const auto* part : {"/visits", "/timeline"}) {
        const auto page = get(catrin(), "/child/" + id_of("ffion") + part);
        EXPECT_TRUE(page.says("Read all of it")) << part;
        EXPECT_EQ(times(page.text, "Beginning."), 2U) << part;
        EXPECT_EQ(times(page.text, " End."), 1U) << part; // inside what is opened
        EXPECT_TRUE(page.says("Both were wel.")) << part;
    }
}

TEST_F(CorrectPages, what_another_site_sent_is_not_carried_through_sign_in) {
    Request request;
    request.method = Method::post;
    EXPECT_EQ(read_target(form(), request), Target::understood);
    request.form = Fields{put_right({"ffion"})};
    request.headers.add("Sec-Fetch-Site", "cross-site");
    const auto response = site.router.answer(request);
    EXPECT_EQ(response.status, 401);
    EXPECT_EQ(std::string{response.body.bytes()}.find("Both were well."), std::string::npos);
}

} // namespace
} // namespace gweld::web::pages

// Conferences by their pages, as a browser without scripts sends the forms.
#include "child_pages.h"

#include <regex>

namespace gweld::web::pages {
namespace {

using Form = std::vector<Field>;
using record::Agency;
using record::Came;
using record::ConferenceType;

// Ffion and Osian are on the register since the 3rd; their review is due on 3 February. Gwenan
// chairs on Tuesdays. Today is Tuesday 24 November 2026.
class ConferencePages : public ChildPages {
  protected:
    ConferencePages() {
        describe_worker("gwenan", "Gwenan Ellis");
        record::ChairSlotsSet set;
        set.chair = base::WorkerId{thing("gwenan")};
        set.from = registered;
        set.slots = {{record::Weekday::tuesday, "09:30", 90},
                     {record::Weekday::tuesday, "11:00", 90}};
        put(set, {thing("gwenan")}, registered);
    }
    static access::Viewer gwenan() {
        return {"gwenan", thing("gwenan"), "Gwenan Ellis", record::Role::reviewing_officer, {}, ""};
    }
    // An initial conference on the 3rd, with one dissent to come.
    std::string held() {
        record::ConferenceHeld meeting{ConferenceType::initial, registered};
        meeting.chair = "Gwenan Ellis";
        meeting.invited = {
            {Agency::childrens_services, "Rhian Ellis", "Manager", Came::attended, ""},
            {Agency::police, "Sgt Bethan Rowlands", "", Came::sent_apologies, ""}};
        meeting.parents_part = "Their mother spoke";
        meeting.children = {{child("ffion"),
                             record::ConferenceDecision::placed,
                             {record::Category::neglect},
                             "The risk goes on",
                             "Her letter"}};
        meeting.outline_plan = "Seen every week <always>";
        return base::to_text(put(meeting, {thing("ffion")}, registered));
    }
    static Form on(const std::string& day, const std::string& month = "11") {
        return {{"on-day", day}, {"on-month", month}, {"on-year", "2026"}};
    }
    static Form with(Form form, const Form& more) {
        form.insert(form.end(), more.begin(), more.end());
        return form;
    }
    // With the form's own marks, as the page shows them now.
    Answered send(const std::string& address, Form form, const access::Viewer& viewer = catrin()) {
        const auto page = get(viewer, address);
        EXPECT_EQ(page.status, 200) << address;
        static const std::regex mark{R"x(name="(key|saw|type|length)" value="([^"]*)")x"};
        for (auto at = std::sregex_iterator{page.text.begin(), page.text.end(), mark};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
        return post(viewer, address, std::move(form));
    }
    std::string slot(const std::string& day, const std::string& at) {
        return id_of("gwenan") + " " + day + " " + at + " 90";
    }
    Form booking(const std::string& chosen) {
        return {{"child", id_of("ffion")}, {"child", id_of("osian")}, {"slot", chosen},
                {"place", "Neuadd y Sir"}, {"agency", "police"},      {"agency", "health"},
                {"family", "Their mother"}};
    }
};

// ---- booking
// ---------------------------------------------------------------------------------------

TEST_F(ConferencePages, offer_the_free_slots_and_show_how_the_day_is_worked_out) {
    const auto page = get(catrin(), ffion("/conference/book?type=review"));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Tuesday 1 December 2026, 9:30am: Gwenan Ellis"));
    EXPECT_TRUE(page.says("Another day, time or chair"));
    EXPECT_TRUE(page.says("The last day on which it is on time is Wednesday 3 February 2027."));
    const auto twice = get(catrin(), ffion("/conference/book?type=review&amp;length=twice"));
    EXPECT_EQ(twice.status, 200);
}

TEST_F(ConferencePages, book_a_slot_once_and_tell_the_second_who_tries) {
    const auto address = ffion("/conference/book?type=review");
    const auto first = send(address, booking(slot("2026-12-01", "09:30")));
    EXPECT_EQ(first.status, 303);
    const auto after = get(catrin(), address);
    EXPECT_FALSE(after.says("Tuesday 1 December 2026, 9:30am"));
    EXPECT_TRUE(after.says("Tuesday 1 December 2026, 11am"));
    const auto diary = get(gwenan(), "/conferences/diary/" + id_of("gwenan"));
    EXPECT_TRUE(diary.says("Neuadd y Sir"));
}

TEST_F(ConferencePages, a_booking_without_a_slot_or_a_day_is_shown_again_with_what_was_typed) {
    auto form = booking("other");
    form.push_back({"access", "A hearing loop"});
    const auto page = send(ffion("/conference/book?type=review"), form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("Enter the day of the conference"));
    EXPECT_TRUE(page.says("A hearing loop"));
}

TEST_F(ConferencePages, a_booking_after_the_day_it_is_due_asks_why) {
    auto form = booking("other");
    for (const auto& field : Form{{"on-day", "4"},
                                  {"on-month", "2"},
                                  {"on-year", "2027"},
                                  {"at", "10:00"},
                                  {"chair", "Somebody"}}) {
        form.push_back(field);
    }
    const auto address = ffion("/conference/book?type=review");
    const auto refused = send(address, form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("This is after the day by which the conference is due."));
    form.push_back({"late", "Their mother is in hospital"});
    EXPECT_EQ(send(address, form).status, 303);
}

// ---- the conference's own page
// -----------------------------------------------------------------------

TEST_F(ConferencePages, show_one_conference_whole) {
    const auto id = held();
    const auto page = get(catrin(), "/conference/" + id);
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Initial child protection conference: Ffion Davies"));
    EXPECT_TRUE(page.says("Seen every week &lt;always&gt;"));
    EXPECT_TRUE(page.says("The child’s part: Her letter"));
    EXPECT_TRUE(page.says("The outline plan should have been sent out by"));
    EXPECT_TRUE(page.says("No national quorum for Wales was found"));
    EXPECT_TRUE(page.says("Nobody is recorded as not agreeing."));
    EXPECT_TRUE(page.says("Police: no report has come"));
    EXPECT_TRUE(get(catrin(), ffion("/protection")).says("Open the conference"));
}

TEST_F(ConferencePages, are_not_there_for_somebody_without_the_child) {
    const auto id = held();
    for (const auto* rest : {"", "/report", "/paper", "/dissent", "/answer", "/feedback"}) {
        const auto hers = get(stranger(), "/conference/" + id + rest);
        const auto none = get(stranger(), "/conference/" + id_of("nothing") + rest);
        EXPECT_EQ(hers.status, 404) << rest;
        EXPECT_EQ(none.status, 404) << rest;
    }
    EXPECT_EQ(get(head(), "/conference/" + id).status, 200);
    EXPECT_EQ(get(head(), "/conference/" + id + "/dissent").status, 404) << "reads, and no more";
}

TEST_F(ConferencePages, take_a_report_and_the_day_the_family_had_it) {
    const auto id = held();
    const auto address = "/conference/" + id + "/report";
    const auto refused = send(address, with(on("2"), {{"agency", "police"}}));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Enter a name"));
    EXPECT_TRUE(refused.says("Write how the agency sees the risk"));
    const auto saved = send(address, with(on("2"), {{"agency", "police"},
                                                    {"name", std::string(200, 'a')},
                                                    {"words", "Two calls <since> May"},
                                                    {"risk", "High at night"}}));
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(saved.location, "/conference/" + id + "?saved=report");
    const auto page = get(catrin(), "/conference/" + id);
    EXPECT_TRUE(page.says("Two calls &lt;since&gt; May"));
    EXPECT_FALSE(page.says("Police: no report has come"));
    EXPECT_TRUE(page.says("Not shared with the family yet"));
    std::smatch found;
    ASSERT_TRUE(std::regex_search(page.text, found,
                                  std::regex{"/conference/" + id + "/report/[0-9a-f-]*/shared"}));
    const std::string share = found[0];
    EXPECT_EQ(send(share, with(on("1"), {{"with", "Their mother"}})).status, 422)
        << "before it came";
    EXPECT_EQ(send(share, with(on("5"), {{"with", "Their mother"}})).status, 303);
    EXPECT_TRUE(get(catrin(), "/conference/" + id).says("after the conference"));
    EXPECT_EQ(get(catrin(), "/conference/" + id + "/report/" + id_of("no") + "/shared").status,
              404);
}

TEST_F(ConferencePages, take_what_was_sent_out_to_whom_and_what_they_say_of_it) {
    const auto id = held();
    const auto paper = "/conference/" + id + "/paper";
    EXPECT_TRUE(get(catrin(), paper).says("Sgt Bethan Rowlands"));
    // Nobody of these names was invited or is of the family: whoever sends it looks again.
    const auto unsure =
        send(paper, with(on("20"), {{"paper", "full_record"}, {"name", "Rhian\r\n\r\nSgt "}}));
    EXPECT_EQ(unsure.status, 422);
    EXPECT_TRUE(unsure.says("Sgt: nobody of this name was invited"));
    EXPECT_EQ(send(paper, with(on("20"), {{"paper", "full_record"},
                                          {"name", "Rhian\r\n\r\nSgt "},
                                          {"looked", "yes"}}))
                  .status,
              303);
    const auto page = get(catrin(), "/conference/" + id);
    EXPECT_TRUE(page.says("Rhian; Sgt."));
    EXPECT_TRUE(page.says("Sent in time"));
    const auto answer = "/conference/" + id + "/answer";
    EXPECT_EQ(
        send(answer, with(on("21"),
                          {{"agency", "police"}, {"name", "Sgt"}, {"answer", "asked_for_change"}}))
            .status,
        422);
    EXPECT_EQ(send(answer, with(on("21"), {{"agency", "police"},
                                           {"name", "Sgt"},
                                           {"answer", "asked_for_change"},
                                           {"words", "Twice, not weekly"}}))
                  .status,
              303);
    EXPECT_TRUE(get(catrin(), "/conference/" + id).says("Twice, not weekly"));
}

TEST_F(ConferencePages, show_dissent_above_everything_and_take_feedback) {
    const auto id = held();
    const auto dissent = "/conference/" + id + "/dissent";
    EXPECT_EQ(
        send(dissent,
             with(on("2"), {{"agency", "police"}, {"name", "Sgt"}, {"words", "Another category"}}))
            .status,
        422)
        << "before the conference";
    EXPECT_EQ(
        send(dissent,
             with(on("3"), {{"agency", "police"}, {"name", "Sgt"}, {"words", "Another category"}}))
            .status,
        303);
    EXPECT_TRUE(
        get(catrin(), "/conference/" + id).says("1 person did not agree with what was decided."));
    const auto feedback = "/conference/" + id + "/feedback";
    EXPECT_EQ(send(feedback, with(on("4"), {{"from", "parent"}})).status, 422) << "says nothing";
    EXPECT_EQ(send(feedback, with(on("4"), {{"from", "parent"}, {"understood", "partly"}})).status,
              303);
    EXPECT_TRUE(
        get(catrin(), "/conference/" + id).says("Did you understand what was said? Partly"));
    EXPECT_TRUE(get(catrin(), feedback + "/blank").says("What did you think of the conference?"));
    EXPECT_TRUE(
        get(catrin(), "/cy" + feedback + "/blank").says("Oeddech chi’n deall yr hyn a ddywedwyd?"));
}

TEST_F(ConferencePages, tell_the_writer_what_changed_meanwhile_and_keep_the_words) {
    const auto id = held();
    const auto address = "/conference/" + id + "/dissent";
    auto form = with(on("3"), {{"agency", "police"}, {"name", "Sgt"}, {"words", "My words"}});
    const auto page = get(catrin(), address);
    std::smatch found;
    for (const auto* mark : {"key", "saw"}) {
        ASSERT_TRUE(std::regex_search(
            page.text, found,
            std::regex{std::string{R"x(name=")x"} + mark + R"x(" value="([^"]*)")x"}));
        form.push_back({mark, found[1]});
    }
    send("/conference/" + id + "/feedback", with(on("4"), {{"from", "parent"}, {"good", "Tea"}}));
    const auto late = post(catrin(), address, form);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.says("My words"));
}

// ---- load, diary, practice
// ---------------------------------------------------------------------------

TEST_F(ConferencePages, the_load_is_for_managers_heads_and_chairs) {
    EXPECT_NE(get(catrin(), "/conferences").status, 200);
    for (const auto& viewer : {rhian(), head(), gwenan()}) {
        const auto page = get(viewer, "/conferences");
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(page.says("Gwenan Ellis"));
        EXPECT_TRUE(page.says("How this is worked out:"));
    }
    EXPECT_EQ(get(gwenan(), "/").location, "/conferences");
}

TEST_F(ConferencePages, a_chair_changes_her_slots_and_her_days_away) {
    const auto diary = "/conferences/diary/" + id_of("gwenan");
    EXPECT_EQ(get(catrin(), diary).status, 404);
    EXPECT_TRUE(get(gwenan(), diary + "/slots").says("value=\"09:30\""));
    const auto refused = send(
        diary + "/slots", with(on("25"), {{"day-1", "friday"}, {"at-1", "half past"}}), gwenan());
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(send(diary + "/slots",
                   with(on("25"), {{"day-1", "friday"}, {"at-1", "10am"}, {"minutes-1", "60"}}),
                   gwenan())
                  .status,
              303);
    const Form days{{"until-day", "4"}, {"until-month", "12"}, {"until-year", "2026"}};
    EXPECT_EQ(send(diary + "/away", with(on("5", "12"), days), gwenan()).status, 422);
    EXPECT_EQ(send(diary + "/away", with(on("4", "12"), days), gwenan()).status, 303);
    EXPECT_TRUE(get(gwenan(), diary).says("Friday 10am, 60 minutes") ||
                get(gwenan(), diary).says("Tuesday 9:30am, 90 minutes"));
    EXPECT_FALSE(
        get(catrin(), ffion("/conference/book?type=review")).says("Friday 4 December 2026, 10am"));
    EXPECT_TRUE(
        get(catrin(), ffion("/conference/book?type=review")).says("Friday 11 December 2026, 10am"));
}

TEST_F(ConferencePages, a_head_of_service_says_how_the_council_holds_conferences) {
    EXPECT_EQ(get(rhian(), "/conferences/practice").status, 404);
    EXPECT_EQ(send("/conferences/practice", with(on("1"), {{"quorum", "three"}}), head()).status,
              422);
    EXPECT_EQ(send("/conferences/practice",
                   with(on("1"), {{"quorum", "3"}, {"source", "Handbook, page 4"}}), head())
                  .status,
              303);
    const auto id = held(); // with one agency there
    EXPECT_TRUE(get(catrin(), "/conference/" + id).says("Agencies there: 1.") ||
                get(catrin(), "/conference/" + id).says("No national quorum"));
}

} // namespace
} // namespace gweld::web::pages

// What came with an extract of an earlier system, on the pages it shows on: told as it was given,
// and what it does not say is said to be missing.
#include "child_pages.h"

namespace gweld::web::pages {
namespace {

class ImportedPages : public ChildPages {
  protected:
    ImportedPages() {
        put(record::EnquiryStarted{{}, november(18), record::EnquiryBy::not_recorded},
            {thing("ffion")}, november(18));
        received_.contact = base::ContactId{thing("contact")};
        received_.on = november(20);
        received_.channel = record::Channel::not_recorded;
        received_.source = record::ContactSource::not_recorded;
        received_.organisation = "Ysgol / School";
        received_.harm = record::SignificantHarm::not_recorded;
        received_.children.push_back({child("ffion"), "Ffion Davies", {}, {}, {}, {}, {}});
        put(received_, {thing("contact"), thing("ffion")}, received_.on);
    }
    void decided_elsewhere() {
        put(record::ContactOutcomeImported{received_.contact,
                                           {"CP_ENQUIRY_FLAG", "SOMETHING_NEW_FLAG"}},
            {thing("contact"), thing("ffion")}, received_.on);
    }
    std::string contact() { return "/contact/" + base::to_text(thing("contact")); }

    record::ContactReceived received_;
};

TEST_F(ImportedPages, an_open_contact_waits_on_the_board_with_its_day_and_without_words) {
    const auto board = get(duty(), "/front-door");
    EXPECT_TRUE(board.says("Ffion Davies"));
    EXPECT_TRUE(board.says("received Fri 20 Nov"));
    EXPECT_TRUE(board.says("Ysgol / School"));
    EXPECT_TRUE(board.says("From the earlier system"));
    EXPECT_TRUE(board.says("What was said is not in the extract it came with."));
    EXPECT_TRUE(board.says("Everything that came in is accounted for"));
    const auto welsh = get(duty(), "/cy/front-door");
    EXPECT_TRUE(welsh.says("O’r system flaenorol"));
}

TEST_F(ImportedPages, a_decided_contact_says_where_and_not_when) {
    decided_elsewhere();
    EXPECT_FALSE(get(duty(), "/front-door").says("Ffion Davies"));
    const auto page = get(duty(), contact());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Decided in the earlier system."));
    EXPECT_TRUE(page.says("Child protection enquiry; SOMETHING_NEW_FLAG"));
    EXPECT_TRUE(page.says("Who it was is not recorded"));
    EXPECT_FALSE(page.says("Somebody who gave no name"));
}

TEST_F(ImportedPages, an_account_of_the_day_leaves_out_what_was_decided_elsewhere) {
    auto today = received_;
    today.contact = base::ContactId{thing("contact of today")};
    today.on = november(24);
    put(today, {thing("contact of today"), thing("ffion")}, today.on);
    put(record::ContactOutcomeImported{today.contact, {"NFA_FLAG"}},
        {thing("contact of today"), thing("ffion")}, today.on);
    const auto board = get(duty(), "/front-door");
    EXPECT_TRUE(board.says("0 received today"));
    EXPECT_TRUE(board.says("Everything that came in is accounted for"));
}

TEST_F(ImportedPages, an_open_enquiry_says_that_its_discussion_and_its_clock_are_not_known) {
    const auto page = get(catrin(), ffion("/protection"));
    EXPECT_TRUE(page.says("whose extract does not hold strategy discussions"));
    EXPECT_TRUE(page.says("Cannot be worked out"));
    EXPECT_TRUE(get(head(), "/enquiries").says("Cannot be worked out"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline"))
                    .says("The earlier system does not say whether the police made it too."));
}

TEST_F(ImportedPages, a_conclusion_says_what_followed_and_not_that_nothing_was_found) {
    const base::EntryId enquiry{
        put(record::EnquiryStarted{{}, november(1), record::EnquiryBy::not_recorded},
            {thing("osian")}, november(1))};
    record::EnquiryConcluded concluded{enquiry, november(12), {}};
    concluded.children.push_back({child("osian"), record::Determination::not_recorded, "",
                                  "CP_CONFERENCE_FLAG, MONITOR_FLAG"});
    put(concluded, {thing("osian")}, november(12));
    const auto page = get(catrin(), "/child/" + id_of("osian") + "/protection");
    EXPECT_TRUE(page.says("whether a conference had to be held cannot be said here"));
    EXPECT_FALSE(page.says("did not find continuing risk"));
    EXPECT_TRUE(get(head(), "/enquiries").says("Child protection conference; To be watched"));
}

TEST_F(ImportedPages, the_timeline_tells_early_help_cases_assessments_and_factors) {
    put(record::EarlyHelpImported{"e1", november(2), november(16), "Routines at home",
                                  "Outcomes met", "Families First", "Gwen Pugh"},
        {thing("ffion")}, november(2));
    put(record::EpisodeImported{"r1",
                                november(3),
                                november(20),
                                "N1",
                                "Police",
                                {"SINGLE_ASSESSMENT_FLAG"},
                                "RC8",
                                "North",
                                "Gwen Pugh"},
        {thing("ffion")}, november(3));
    record::AssessmentImported made;
    made.started = november(5);
    made.child_seen = record::Answer::yes;
    made.outcomes = {"PROV_OF_SERVICES_FLAG"};
    const base::EntryId assessment{put(made, {thing("ffion")}, made.started)};
    put(record::AssessmentFactorsImported{assessment, {"3B", "4B"}}, {thing("ffion")},
        november(20));
    decided_elsewhere();
    const auto page = get(catrin(), ffion("/timeline"));
    for (const auto* text :
         {"Early help began", "It ended on Mon 16 Nov.", "By: Families First, Gwen Pugh",
          "Referral, and a case opened", "Main need: Abuse or neglect (N1)",
          "Why it was closed: Closed after assessment, no further action (RC8)",
          "Assessment started", "No day on which it was authorised is given.",
          "The child was seen.", "Outcome: Services provided", "Codes of the census: 3B, 4B",
          "A contact was decided in the earlier system:", "From the earlier system."}) {
        EXPECT_TRUE(page.says(text)) << text;
    }
    EXPECT_FALSE(page.says("Something this page cannot show yet"));
    EXPECT_TRUE(get(catrin(), "/cy" + ffion("/timeline")).says("Dechreuodd cymorth cynnar"));
}

TEST_F(ImportedPages, a_review_says_how_the_child_took_part) {
    record::ConferenceHeld held{record::ConferenceType::review, november(10)};
    held.children.push_back({child("ffion"), record::ConferenceDecision::continued, {}, "", "PN5"});
    put(held, {thing("ffion")}, november(10));
    EXPECT_TRUE(get(catrin(), ffion("/timeline"))
                    .says("The child did not come; an advocate put their view."));
}

TEST_F(ImportedPages, no_form_can_say_that_something_is_not_recorded) {
    const auto answer = post(duty(), "/front-door/new",
                             {{"key", "k"},
                              {"on-day", "24"},
                              {"on-month", "11"},
                              {"on-year", "2026"},
                              {"at", "8.35"},
                              {"channel", "not_recorded"},
                              {"source", "not_recorded"},
                              {"children", "1"},
                              {"child-1-name", "Mia Farr"},
                              {"worry", "Not collected."},
                              {"language", "en"},
                              {"harm", "not_recorded"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("Say how it came in"));
    EXPECT_TRUE(answer.says("Say who is telling us"));
}

} // namespace
} // namespace gweld::web::pages

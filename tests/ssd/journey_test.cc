// The tables from the front door to the conferences.
#include "folder.h"

#include "casework/facts.h"
#include "law/card.h"
#include "protection/enquiries.h"
#include "record/codec.h"
#include "ssd/ids.h"

#include <algorithm>

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;
using std::chrono::April;
using std::chrono::November;
using time::day;
using Codes = std::vector<std::string>;

constexpr std::string_view here = "powys-test";

const law::Book& book() {
    static const law::Book read = law::built_in_book().value();
    return read;
}

base::Uuid child_numbered(std::string_view number) { return person_id(here, number).uuid; }

template <class Kind> std::vector<Kind> bodies(const record::Store& store) {
    std::vector<Kind> all;
    for (const auto& entry : entries_of_kind<Kind>(store)) {
        all.push_back(record::body_of<Kind>(entry));
    }
    return all;
}

std::vector<record::ContactRow> waiting_in(const record::Store& store) {
    std::vector<record::ContactRow> rows;
    EXPECT_TRUE(store.read([&](const record::Reading& in) { rows = in.contacts_waiting(); }).ok());
    return rows;
}

std::optional<record::ContactRow> contact_in(const record::Store& store, std::string_view number) {
    std::optional<record::ContactRow> row;
    EXPECT_TRUE(store
                    .read([&](const record::Reading& in) {
                        row = in.contact(contact_id(here, number).uuid);
                    })
                    .ok());
    return row;
}

casework::Facts facts_in(const record::Store& store, std::string_view number) {
    casework::Facts facts;
    EXPECT_TRUE(store
                    .read([&](const record::Reading& in) {
                        facts = casework::read_facts(in, {child_numbered(number)});
                    })
                    .ok());
    return facts;
}

// The small folder with rows in one table, imported.
struct Imported {
    Folder folder;
    std::unique_ptr<record::Store> store = empty_store();
    ImportReport report;

    Imported(std::string_view file, std::string_view rows) {
        put_small_with(folder, file, rows);
        report = import_into(*store, folder.path());
    }
    ImportReport again() { return import_into(*store, folder.path()); }
};

// ---- contacts ---------------------------------------------------------------------------------

constexpr std::string_view two_contacts =
    "k1,c1,2026-11-20 10:06:00,6,Police,\"{\"\"NFA_FLAG\"\": \"\"\"\"}\"\n"
    "k2,c1,2026-03-02,,Ysgol / School,\"{\"\"NFA_FLAG\"\":\"\"N\"\",\"\"NEW_REFERRAL_FLAG\"\":"
    "\"\"Y\"\",\"\"ADVICE_FLAG\"\":\"\"1\"\"}\"\n";

TEST(Contacts, one_without_an_outcome_waits_with_its_real_day_and_one_with_an_outcome_does_not) {
    Imported in{"ssd_contacts.csv", two_contacts};
    const auto waiting = waiting_in(*in.store);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].contact, contact_id(here, "k1").uuid);
    EXPECT_EQ(waiting[0].received_day, day(20, November, 2026).day_number());
    EXPECT_EQ(waiting[0].received_time, "10:06");
    EXPECT_EQ(waiting[0].organisation, "Police");
    EXPECT_EQ(waiting[0].matched, 1);
    const auto decided = contact_in(*in.store, "k2");
    ASSERT_TRUE(decided);
    EXPECT_EQ(decided->outcome, record::outcome_in_earlier_system);
    EXPECT_EQ(decided->received_time, "");
    EXPECT_EQ(bodies<record::ContactOutcomeImported>(*in.store).at(0).outcomes,
              (Codes{"ADVICE_FLAG", "NEW_REFERRAL_FLAG"}));
}

TEST(Contacts, say_nothing_that_the_extract_does_not_say) {
    Imported in{"ssd_contacts.csv", two_contacts};
    const auto received = bodies<record::ContactReceived>(*in.store).at(0);
    EXPECT_EQ(received.channel, record::Channel::not_recorded);
    EXPECT_EQ(received.source, record::ContactSource::not_recorded);
    EXPECT_EQ(received.harm, record::SignificantHarm::not_recorded);
    EXPECT_EQ(received.worry, "");
    EXPECT_EQ(received.referrer, "");
    const auto decided = contact_in(*in.store, "k2");
    EXPECT_FALSE(decided->decided_day);
    EXPECT_FALSE(decided->decided_at);
    EXPECT_EQ(decided->decided_by, "");
    EXPECT_TRUE(entries_of_kind<record::ContactDecided>(*in.store).empty());
}

TEST(Contacts, a_second_reading_is_no_news_even_when_the_person_has_a_new_name) {
    Imported in{"ssd_contacts.csv", two_contacts};
    EXPECT_EQ(in.again().outcome, ImportOutcome::nothing_new);
    in.folder.change("ssd_person.csv", "Nest,Hopcyn", "Nest,Bowen");
    const auto report = in.again();
    EXPECT_EQ(report.of(Table::contacts).plan.unchanged, 2);
    EXPECT_EQ(report.of(Table::person).plan.changed, 1);
}

TEST(Contacts, an_outcome_that_comes_later_ends_the_waiting_and_one_taken_back_begins_it_again) {
    Imported in{"ssd_contacts.csv", "k1,c1,2026-11-20,6,Police,\n"};
    ASSERT_EQ(waiting_in(*in.store).size(), 1U);
    in.folder.change("ssd_contacts.csv", "Police,\n",
                     "Police,\"{\"\"ADVICE_FLAG\"\":\"\"Y\"\"}\"\n");
    EXPECT_EQ(in.again().of(Table::contacts).plan.changed, 1);
    EXPECT_TRUE(waiting_in(*in.store).empty());
    in.folder.change("ssd_contacts.csv", "\"{\"\"ADVICE_FLAG\"\":\"\"Y\"\"}\"", "");
    EXPECT_EQ(in.again().of(Table::contacts).plan.changed, 1);
    EXPECT_EQ(waiting_in(*in.store).size(), 1U);
    EXPECT_EQ(in.again().outcome, ImportOutcome::nothing_new);
}

TEST(Contacts, one_decided_here_keeps_our_decision) {
    Imported in{"ssd_contacts.csv", "k1,c1,2026-11-20,6,Police,\n"};
    record::ContactDecided ours;
    ours.contact = contact_id(here, "k1");
    ours.outcome = record::ContactOutcome::advice;
    ours.reason = "Told which service to ask.";
    ours.children = {person_id(here, "c1")};
    ours.on = day(23, November, 2026);
    record::Draft draft;
    draft.id = base::uuid_of(here, "test", "decided");
    draft.kind = record::Named<record::ContactDecided>::name;
    draft.about = {ours.contact.uuid, child_numbered("c1")};
    draft.effective = ours.on;
    draft.recorded_at = noon(ours.on);
    draft.recorded_by = {child_numbered("w1"), "Angharad Puw", "duty_worker", ""};
    draft.body = record::encode(ours);
    ASSERT_TRUE(in.store
                    ->write([&](record::Writing& tx) {
                        tx.append({"decided", {}, {draft}});
                        return record::Keep::yes;
                    })
                    .ok());
    in.folder.change("ssd_contacts.csv", "Police,\n", "Police,\"{\"\"NFA_FLAG\"\":\"\"Y\"\"}\"\n");
    in.again();
    EXPECT_EQ(contact_in(*in.store, "k1")->outcome, "advice");
    EXPECT_EQ(contact_in(*in.store, "k1")->decided_by, "Angharad Puw");
}

// ---- early help, episodes, assessments --------------------------------------------------------

TEST(EarlyHelp, is_kept_as_it_was_said) {
    Imported in{"ssd_early_help_episodes.csv", "e1,c1,03/04/2026,,Routines,,Teulu yn Gyntaf,w1\n"};
    const auto given = bodies<record::EarlyHelpImported>(*in.store).at(0);
    EXPECT_EQ(given.from, day(3, April, 2026));
    EXPECT_FALSE(given.until);
    EXPECT_EQ(given.organisation, "Teulu yn Gyntaf");
    EXPECT_EQ(given.worker, "Angharad Puw");
    in.folder.change("ssd_early_help_episodes.csv", "03/04/2026,,", "2026-04-03,2026-09-01,");
    EXPECT_EQ(in.again().of(Table::early_help_episodes).plan.changed, 1);
    EXPECT_EQ(in.again().outcome, ImportOutcome::nothing_new);
}

TEST(Episodes, keep_need_source_outcomes_and_close) {
    Imported in{"ssd_cin_episodes.csv",
                "r1,c1,2026-01-05,N1,Police,\"{\"\"SINGLE_ASSESSMENT_FLAG\"\":\"\"Y\"\"}\",Y,RC8,"
                "2026-02-01,t1,w9\n"};
    const auto episode = bodies<record::EpisodeImported>(*in.store).at(0);
    EXPECT_EQ(episode.need, "N1");
    EXPECT_EQ(episode.outcomes, (Codes{"NFA_FLAG", "SINGLE_ASSESSMENT_FLAG"}));
    EXPECT_EQ(episode.close_reason, "RC8");
    EXPECT_EQ(episode.team, "Gogledd");
    EXPECT_EQ(episode.worker, "w9");
    ASSERT_EQ(in.report.warnings.size(), 1U);
    EXPECT_EQ(in.report.warnings[0].notice, Notice::worker_not_listed);
}

TEST(Assessments, keep_dates_whether_the_child_was_seen_and_outcome) {
    Imported in{"ssd_cin_assessments.csv",
                "a1,c1,r1,2026-01-06,Y,,\"{\"\"PROV_OF_SERVICES_FLAG\"\":\"\"Y\"\",\"\"TOTAL_NO_OF_"
                "OUTCOMES\"\":1,\"\"COMMENTS\"\":\"\"Cyngor\"\"}\",,,\n"};
    const auto made = bodies<record::AssessmentImported>(*in.store).at(0);
    EXPECT_FALSE(made.authorised);
    EXPECT_EQ(made.child_seen, record::Answer::yes);
    EXPECT_EQ(made.outcomes, Codes{"PROV_OF_SERVICES_FLAG"});
    EXPECT_EQ(made.comments, "Cyngor");
    EXPECT_EQ(made.episode, "r1");
}

TEST(Assessments, have_their_factors_beside_them) {
    Folder folder;
    put_small(folder);
    folder.file("ssd_cin_assessments.csv", small.find("ssd_cin_assessments.csv")->second +
                                               "a1,c1,,2026-01-06,,2026-02-06,,,,\n");
    folder.file("ssd_assessment_factors.csv", small.find("ssd_assessment_factors.csv")->second +
                                                  "f1,a1,\"[\"\"3B\"\", \"\"2b\"\"]\"\n");
    const auto store = empty_store();
    import_into(*store, folder.path());
    const auto entries = entries_of_kind<record::AssessmentFactorsImported>(*store);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].effective, time::parse_iso("2026-02-06"));
    const auto found = record::body_of<record::AssessmentFactorsImported>(entries[0]);
    EXPECT_EQ(found.factors, (Codes{"2B", "3B"}));
    EXPECT_EQ(found.assessment.uuid, entries_of_kind<record::AssessmentImported>(*store)[0].id);
    // The same codes in the dataset's other way of writing them are no news, and neither is a
    // change of the assessment.
    folder.change("ssd_assessment_factors.csv", "\"[\"\"3B\"\", \"\"2b\"\"]\"",
                  "\"{\"\"2B\"\":\"\"Yes\"\",\"\"3B\"\":\"\"Y\"\",\"\"4A\"\":\"\"No\"\"}\"");
    folder.change("ssd_cin_assessments.csv", "a1,c1,,2026-01-06,,", "a1,c1,,2026-01-07,,");
    const auto again = import_into(*store, folder.path());
    EXPECT_EQ(again.of(Table::assessment_factors).plan.unchanged, 1);
    EXPECT_EQ(again.of(Table::cin_assessments).plan.changed, 1);
}

// ---- section 47 and conferences ---------------------------------------------------------------

protection::EnquiryHistory enquiries_in(const record::Store& store, std::string_view number) {
    const auto facts = facts_in(store, number);
    return protection::enquiries_of({child_numbered(number)}, facts.entries, std::nullopt);
}

TEST(Enquiries, an_open_one_is_open_here_and_its_clock_cannot_be_worked_out) {
    Imported in{"ssd_s47_enquiry.csv", "s1,c1,2026-11-18,,,\n"};
    const auto history = enquiries_in(*in.store, "c1");
    ASSERT_EQ(history.enquiries.size(), 1U);
    const auto& enquiry = history.enquiries[0];
    EXPECT_FALSE(enquiry.concluded);
    EXPECT_TRUE(enquiry.discussion.uuid.is_nil());
    EXPECT_EQ(enquiry.by, record::EnquiryBy::not_recorded);
    EXPECT_TRUE(history.discussions.empty());
    const auto clock =
        protection::conference_clock(history, enquiry, book(), day(24, November, 2026));
    EXPECT_FALSE(clock.anchor);
    EXPECT_FALSE(clock.due_by);
}

TEST(Enquiries, an_end_is_a_conclusion_whose_finding_stays_unsaid) {
    Imported in{"ssd_s47_enquiry.csv",
                "s1,c1,2026-10-01,,,\n"
                "s2,c2,2026-10-01,2026-10-12,N,\"{\"\"CP_CONFERENCE_FLAG\"\":\"\"Y\"\"}\"\n"};
    auto concluded = enquiries_in(*in.store, "c2").enquiries.at(0).concluded;
    ASSERT_TRUE(concluded);
    EXPECT_EQ(concluded->on, time::parse_iso("2026-10-12"));
    EXPECT_EQ(concluded->determination, record::Determination::not_recorded);
    EXPECT_EQ(concluded->what_follows, "CP_CONFERENCE_FLAG");
    in.folder.change("ssd_s47_enquiry.csv", "s1,c1,2026-10-01,,,",
                     "s1,c1,2026-10-01,2026-10-20,Y,");
    EXPECT_EQ(in.again().of(Table::s47_enquiry).plan.changed, 1);
    concluded = enquiries_in(*in.store, "c1").enquiries.at(0).concluded;
    ASSERT_TRUE(concluded);
    EXPECT_EQ(concluded->what_follows, "NFA_FLAG");
    in.folder.change("ssd_s47_enquiry.csv", "2026-10-20,Y,", ",,");
    in.again();
    EXPECT_FALSE(enquiries_in(*in.store, "c1").enquiries.at(0).concluded);
    EXPECT_EQ(in.again().outcome, ImportOutcome::nothing_new);
}

TEST(Enquiries, an_outcome_without_an_end_is_told_and_leaves_it_open) {
    Imported in{"ssd_s47_enquiry.csv", "s1,c1,2026-10-01,,Y,\n"};
    ASSERT_EQ(in.report.warnings.size(), 1U);
    EXPECT_EQ(in.report.warnings[0].notice, Notice::outcome_without_end);
    EXPECT_FALSE(enquiries_in(*in.store, "c1").enquiries.at(0).concluded);
}

TEST(Conferences, initial_moved_here_and_not_held_yet) {
    Imported in{"ssd_initial_cp_conference.csv", "i1,c1,2026-01-10,N,Y\n"
                                                 "i2,c2,2026-01-10,Y,\n"
                                                 "i3,c2,,N,\n"};
    const auto held = bodies<record::ConferenceHeld>(*in.store);
    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held[0].type, record::ConferenceType::initial);
    EXPECT_EQ(held[0].children.at(0).decision, record::ConferenceDecision::placed);
    EXPECT_EQ(held[1].type, record::ConferenceType::transfer_in);
    EXPECT_EQ(held[1].children.at(0).decision, record::ConferenceDecision::not_recorded);
    EXPECT_EQ(in.report.of(Table::initial_cp_conference).passed_over, 1);
    ASSERT_EQ(in.report.warnings.size(), 1U);
    EXPECT_EQ(in.report.warnings[0].notice, Notice::not_held_yet);
}

TEST(Conferences, a_review_without_a_person_is_the_plans) {
    Imported in{"ssd_cp_reviews.csv", "v1,,p2,2026-04-09,Y,PN5\n"
                                      "v2,c1,,2026-04-09,N,\n"};
    const auto entries = entries_of_kind<record::ConferenceHeld>(*in.store);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].about, std::vector{child_numbered("c2")});
    const auto first = record::body_of<record::ConferenceHeld>(entries[0]).children.at(0);
    EXPECT_EQ(first.decision, record::ConferenceDecision::continued);
    EXPECT_EQ(first.childs_part, "PN5");
    EXPECT_EQ(record::body_of<record::ConferenceHeld>(entries[1]).children.at(0).decision,
              record::ConferenceDecision::removed);
}

// ---- what can be said of duties ---------------------------------------------------------------

protection::DutyState newest(const casework::Facts& facts, const char* rule) {
    return protection::duties_of(facts.history, *book().card(rule), book(), day(24, November, 2026),
                                 facts.coverage)
        .back()
        .state;
}

TEST(Coverage, reviews_can_be_said_once_their_table_was_read_and_core_groups_cannot) {
    Folder folder;
    put_small(folder);
    std::filesystem::remove(folder.path() / "ssd_cp_reviews.csv");
    const auto store = empty_store();
    import_into(*store, folder.path());
    EXPECT_FALSE(facts_in(*store, "c1").coverage.reviews_imported);
    EXPECT_EQ(newest(facts_in(*store, "c1"), "cp.conference.review"),
              protection::DutyState::undetermined);
    folder.file("ssd_cp_reviews.csv",
                small.find("ssd_cp_reviews.csv")->second + "v1,c2,p2,2026-04-09,Y,\n");
    import_into(*store, folder.path());
    EXPECT_TRUE(facts_in(*store, "c1").coverage.reviews_imported);
    EXPECT_EQ(newest(facts_in(*store, "c1"), "cp.conference.review"),
              protection::DutyState::overdue);
    EXPECT_EQ(newest(facts_in(*store, "c1"), "cp.core-group"), protection::DutyState::undetermined);
}

TEST(Coverage, kept_facts_are_read_again_when_another_table_has_been_read) {
    Folder folder;
    put_small(folder);
    std::filesystem::remove(folder.path() / "ssd_cp_reviews.csv");
    const auto store = empty_store();
    import_into(*store, folder.path());
    casework::FactsKept kept;
    const auto reviews_known = [&] {
        bool known = false;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& in) {
                            known = kept.of(in, {child_numbered("c1")})->coverage.reviews_imported;
                        })
                        .ok());
        return known;
    };
    EXPECT_FALSE(reviews_known());
    folder.file("ssd_cp_reviews.csv",
                small.find("ssd_cp_reviews.csv")->second + "v1,c2,p2,2026-04-09,Y,\n");
    import_into(*store, folder.path());
    EXPECT_TRUE(reviews_known());
}

// ---- faults -----------------------------------------------------------------------------------

void expect_refused(const char* file, const std::string& rows, const RowFault& expected) {
    Folder folder;
    put_small_with(folder, file, rows);
    const auto found = read_extract(folder.path(), now).findings.faults();
    EXPECT_EQ(found, std::vector{expected}) << rows;
    const auto store = empty_store();
    EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::refused);
    EXPECT_TRUE(entries_of(*store).empty());
}

TEST(JourneyFaults, of_contacts) {
    const std::string file = "ssd_contacts.csv";
    const std::string on = "cont_contact_date";
    expect_refused("ssd_contacts.csv", ",c1,2026-11-20,,Police,\n",
                   {file, 2, "cont_contact_id", "", Reason::value_missing});
    expect_refused("ssd_contacts.csv", "k1,c9,2026-11-20,,Police,\n",
                   {file, 2, "cont_person_id", "c9", Reason::person_not_known});
    expect_refused("ssd_contacts.csv", "k1,c1,,,Police,\n",
                   {file, 2, on, "", Reason::value_missing});
    expect_refused("ssd_contacts.csv", "k1,c1,31/11/2026,,Police,\n",
                   {file, 2, on, "31/11/2026", Reason::no_such_date});
    expect_refused("ssd_contacts.csv", "k1,c1,2026-11-25,,Police,\n",
                   {file, 2, on, "2026-11-25", Reason::in_the_future});
    expect_refused("ssd_contacts.csv", "k1,c1,2026-11-20,,Police,NFA\n",
                   {file, 2, "cont_contact_outcome_json", "NFA", Reason::outcomes_not_readable});
    expect_refused("ssd_contacts.csv",
                   "k1,c1,2026-11-20,,Police,\"{\"\"NFA_FLAG\"\":\"\"oes\"\"}\"\n",
                   {file, 2, "cont_contact_outcome_json", "{\"NFA_FLAG\":\"oes\"}",
                    Reason::outcomes_not_readable});
    expect_refused("ssd_contacts.csv", "k1,c1,2026-11-20,,Police,\nk1,c2,2026-11-20,,Police,\n",
                   {file, 3, "cont_contact_id", "k1", Reason::row_differs, 2});
}

TEST(JourneyFaults, of_early_help_and_episodes) {
    expect_refused("ssd_early_help_episodes.csv", "e1,c1,2026-04-03,2026-04-02,,,,\n",
                   {"ssd_early_help_episodes.csv", 2, "earl_episode_end_date", "2026-04-02",
                    Reason::end_before_start});
    expect_refused(
        "ssd_early_help_episodes.csv", "e1,c9,2026-04-03,,,,,\n",
        {"ssd_early_help_episodes.csv", 2, "earl_person_id", "c9", Reason::person_not_known});
    expect_refused(
        "ssd_cin_episodes.csv", "r1,c1,2026-12-01,,,,,,,,\n",
        {"ssd_cin_episodes.csv", 2, "cine_referral_date", "2026-12-01", Reason::in_the_future});
    expect_refused(
        "ssd_cin_episodes.csv", "r1,c1,2026-04-01,,,,maybe,,,,\n",
        {"ssd_cin_episodes.csv", 2, "cine_referral_nfa", "maybe", Reason::not_yes_or_no});
    expect_refused(
        "ssd_cin_episodes.csv", "r1,c1,2026-04-01,,,,,,2026-12-24,,\n",
        {"ssd_cin_episodes.csv", 2, "cine_close_date", "2026-12-24", Reason::in_the_future});
}

TEST(JourneyFaults, of_assessments_and_their_factors) {
    expect_refused(
        "ssd_cin_assessments.csv", "a1,c1,,2026-04-03,?,,,,,\n",
        {"ssd_cin_assessments.csv", 2, "cina_assessment_child_seen", "?", Reason::not_yes_or_no});
    expect_refused("ssd_cin_assessments.csv", "a1,c1,,2026-04-03,,2026-04-02,,,,\n",
                   {"ssd_cin_assessments.csv", 2, "cina_assessment_auth_date", "2026-04-02",
                    Reason::end_before_start});
    expect_refused("ssd_assessment_factors.csv", "f1,a9,\"[\"\"3B\"\"]\"\n",
                   {"ssd_assessment_factors.csv", 2, "cinf_assessment_id", "a9",
                    Reason::assessment_not_known});
}

TEST(JourneyFaults, factors_that_cannot_be_read_and_factors_of_a_refused_assessment) {
    Folder folder;
    put_small(folder);
    folder.file("ssd_cin_assessments.csv", small.find("ssd_cin_assessments.csv")->second +
                                               "a1,c1,,2026-01-06,,,,,,\n"
                                               "a2,c9,,2026-01-06,,,,,,\n");
    folder.file("ssd_assessment_factors.csv", small.find("ssd_assessment_factors.csv")->second +
                                                  "f1,a1,3B\n"
                                                  "f2,a2,[]\n");
    const auto faults = read_extract(folder.path(), now).findings.faults();
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[1], (RowFault{"ssd_assessment_factors.csv", 2, "cinf_assessment_factors_json",
                                   "3B", Reason::factors_not_readable}));
    EXPECT_EQ(faults[2], (RowFault{"ssd_assessment_factors.csv", 3, "cinf_assessment_id", "a2",
                                   Reason::assessment_refused}));
}

TEST(JourneyFaults, of_enquiries_and_conferences) {
    expect_refused("ssd_s47_enquiry.csv", "s1,c1,,,,\n",
                   {"ssd_s47_enquiry.csv", 2, "s47e_s47_start_date", "", Reason::value_missing});
    expect_refused(
        "ssd_s47_enquiry.csv", "s1,c1,2026-11-02,2026-11-01,,\n",
        {"ssd_s47_enquiry.csv", 2, "s47e_s47_end_date", "2026-11-01", Reason::end_before_start});
    expect_refused("ssd_initial_cp_conference.csv", "i1,c1,2026-12-01,N,Y\n",
                   {"ssd_initial_cp_conference.csv", 2, "icpc_icpc_date", "2026-12-01",
                    Reason::in_the_future});
    expect_refused("ssd_initial_cp_conference.csv", "i1,c1,2026-11-01,N,perhaps\n",
                   {"ssd_initial_cp_conference.csv", 2, "icpc_icpc_outcome_cp_flag", "perhaps",
                    Reason::not_yes_or_no});
    expect_refused("ssd_cp_reviews.csv", "v1,,p9,2026-11-01,Y,\n",
                   {"ssd_cp_reviews.csv", 2, "cppr_cp_plan_id", "p9", Reason::plan_not_known});
    expect_refused("ssd_cp_reviews.csv", "v1,c9,p1,2026-11-01,Y,\n",
                   {"ssd_cp_reviews.csv", 2, "cppr_person_id", "c9", Reason::person_not_known});
}

TEST(JourneyFaults, valid_rows_are_taken_when_asked_and_the_others_saved) {
    Folder folder;
    put_small_with(folder, "ssd_contacts.csv", "k1,c1,2026-11-20,,Police,\nk2,c1,soon,,Police,\n");
    const auto store = empty_store();
    const auto report = import_into(*store, folder.path(), BadRows::accept_valid);
    EXPECT_EQ(report.of(Table::contacts).plan.added, 1);
    EXPECT_EQ(report.of(Table::contacts).refused, 1);
    EXPECT_NE(folder.read("refused-ssd_contacts.csv").find("k2,c1,soon"), std::string::npos);
    EXPECT_EQ(import_into(*store, folder.path(), BadRows::accept_valid).outcome,
              ImportOutcome::nothing_new);
}

// ---- the folder as databases write it ---------------------------------------------------------

std::string with_crlf_and_mark(const std::string& text) {
    std::string written = "\xEF\xBB\xBF";
    for (const char c : text) {
        written += c == '\n' ? "\r\n" : std::string(1, c);
    }
    return written;
}

TEST(Journey, the_good_folder_is_the_same_with_crlf_and_a_byte_order_mark) {
    Folder folder;
    folder.copy_of(good_folder);
    for (const auto table : all_tables) {
        const std::string name{file_of(table)};
        folder.file(name, with_crlf_and_mark(folder.read(name)));
    }
    const auto store = empty_store();
    import_into(*store, good_folder);
    EXPECT_EQ(import_into(*store, folder.path()).outcome, ImportOutcome::nothing_new);
    EXPECT_EQ(waiting_in(*store).size(), 3U);
}

} // namespace

// Assessments by the forms, as a browser without scripts sends them.
#include "child_pages.h"

#include "casework/assessments.h"

namespace gweld::web::pages {
namespace {

using Form = std::vector<Field>;

class AssessmentPages : public ChildPages {
  protected:
    void add_marks(const access::Viewer& viewer, const std::string& address, Form& form) {
        const auto page = get(viewer, address);
        EXPECT_EQ(page.status, 200) << address;
        static const std::regex mark{R"x(name="(key|saw)" value="([^"]*)")x"};
        for (auto at = std::sregex_iterator{page.text.begin(), page.text.end(), mark};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
    }
    Answered send(const std::string& address, Form form, const access::Viewer& viewer = catrin()) {
        add_marks(viewer, address, form);
        return post(viewer, address, std::move(form));
    }
    static Form date(const std::string& name, const std::string& day) {
        return {{name + "-day", day}, {name + "-month", "11"}, {name + "-year", "2026"}};
    }
    static Form with(Form form, const Form& more) {
        form.insert(form.end(), more.begin(), more.end());
        return form;
    }
    static Form dates() {
        return with(with(date("from", "2"), date("started", "3")), {{"type", "after_section_47"}});
    }
    // Where the new assessment is written: "/assessment/<id>".
    std::string started(Form children = {{"child", id_of("ffion")}, {"child", id_of("osian")}}) {
        const auto answer = send(ffion("/assessment/new"), with(dates(), std::move(children)));
        EXPECT_EQ(answer.status, 303);
        return answer.location.substr(0, answer.location.find("/write"));
    }
    static Form of_child(std::string_view name, const std::string& forename) {
        const auto id = id_of(name);
        Form form{{"seen-" + id, "alone"},
                  {"how-" + id, "At school."},
                  {"words-" + id, forename + " wants the shouting to stop"},
                  {"language-" + id, "en"},
                  {"communication-" + id, "Talks."},
                  {"identity-" + id, "Welsh."},
                  {"risks-" + id, "Hears fights\r\n\r\n  Left with " + forename + " at night "},
                  {"protective-" + id, "Nain"},
                  {"analysis-" + id, "The nights are worst for " + forename},
                  {"decision-" + id, "care_and_support_plan"},
                  {"follows-" + id, "A plan."}};
        return with(with(std::move(form), date("seen-on-" + id, "12")),
                    date("shared-on-" + id, "20"));
    }
    static Form whole() {
        Form form = with(with(dates(), of_child("ffion", "Ffion")), of_child("osian", "Osian"));
        form = with(std::move(form), {{"why-now", "A neighbour rang."},
                                      {"others-seen", "Both parents."},
                                      {"family", "They moved in June."},
                                      {"analysis", "It can get better."},
                                      {"parent-name-1", "Mam"}});
        return with(std::move(form), date("parent-on-1", "20"));
    }
    std::string finished() {
        const auto at = started();
        EXPECT_EQ(send(at + "/write", whole()).status, 303);
        EXPECT_EQ(send(at + "/finish", date("on", "24")).status, 303);
        return at;
    }
    std::string signing_of(const std::string& at, const access::Viewer& viewer) {
        const auto page = get(viewer, at).text;
        std::smatch found;
        static const std::regex link{R"x(href="(/signing/[0-9a-f-]{36})")x"};
        return std::regex_search(page, found, link) ? found[1].str() : std::string{};
    }
};

TEST_F(AssessmentPages, the_whole_way_from_starting_to_a_signature) {
    EXPECT_TRUE(get(catrin(), ffion("/assessments")).says("Start an assessment"));
    const auto at = started();
    auto page = get(catrin(), at);
    EXPECT_TRUE(page.says("Being written"));
    EXPECT_TRUE(page.says("What is missing"));
    EXPECT_TRUE(page.says("Ffion: Risks"));
    EXPECT_TRUE(page.says("the section 47 enquiries") || page.says("as the assessment says"));
    ASSERT_EQ(send(at + "/write", whole()).status, 303);
    page = get(catrin(), at);
    EXPECT_FALSE(page.says("What is missing"));
    EXPECT_TRUE(page.says("<li>Left with Ffion at night</li>")); // one factor a line, trimmed
    ASSERT_EQ(send(at + "/finish", date("on", "24")).status, 303);
    EXPECT_TRUE(get(catrin(), at).says("Finished, waiting for a signature"));
    EXPECT_TRUE(get(rhian(), "/signing").says("Ffion Davies, Osian Davies"));
    const auto signing = signing_of(at, rhian());
    ASSERT_FALSE(signing.empty());
    EXPECT_TRUE(get(rhian(), signing).says("The nights are worst for Osian"));
    Form form;
    const auto shown = get(rhian(), signing).text;
    static const std::regex mark{R"x(name="(key|saw|content)" value="([^"]*)")x"};
    for (auto i = std::sregex_iterator{shown.begin(), shown.end(), mark};
         i != std::sregex_iterator{} && form.size() < 3; ++i) {
        form.push_back({(*i)[1], (*i)[2]});
    }
    EXPECT_EQ(post(rhian(), signing + "/sign", form).status, 303);
    EXPECT_TRUE(get(catrin(), at).says("Signed by Rhian Ellis"));
    EXPECT_TRUE(get(rhian(), "/signing").says("Nothing waits for your signature."));
    EXPECT_TRUE(get(catrin(), ffion("/assessments")).says("Signed"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("A manager signed"));
}

TEST_F(AssessmentPages, no_day_is_proposed_to_count_from_that_nothing_recorded_gives) {
    const auto page = get(catrin(), ffion("/assessment/new")).text;
    const std::regex from{R"x(name="from-day"[^>]*value="[0-9])x"};
    const std::regex started{R"x(name="started-day"[^>]*value="24")x"};
    EXPECT_FALSE(std::regex_search(page, from));
    EXPECT_TRUE(std::regex_search(page, started));
}

TEST_F(AssessmentPages, what_was_shared_before_it_was_started_is_pointed_out) {
    const auto at = started();
    auto form = with(with(dates(), date("shared-on-" + id_of("ffion"), "2")),
                     {{"parent-name-1", "Mam"}, {"family", "Kept."}});
    form = with(std::move(form), date("parent-on-1", "1"));
    const auto page = send(at + "/write", form);
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(page.says("It cannot have been shared before it was started"));
    EXPECT_TRUE(page.says("href=\"#shared-on-" + id_of("ffion") + "-day\""));
    EXPECT_TRUE(page.says("href=\"#parent-on-1-day\""));
    EXPECT_TRUE(page.says("Kept."));
}

TEST_F(AssessmentPages, one_started_by_mistake_is_withdrawn_and_says_so) {
    const auto at = started();
    EXPECT_TRUE(get(catrin(), at).says("Withdraw this assessment"));
    EXPECT_EQ(get(stranger(), at + "/withdraw").status, 404);
    EXPECT_EQ(send(at + "/withdraw", {}).status, 422);
    ASSERT_EQ(send(at + "/withdraw", {{"because", "Meant for their cousin"}}).status, 303);
    const auto page = get(catrin(), at);
    EXPECT_TRUE(page.says("Withdrawn by Catrin Hughes,"));
    EXPECT_TRUE(page.says("Meant for their cousin"));
    EXPECT_FALSE(page.says("Go on writing"));
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("Meant for their cousin"));
    EXPECT_TRUE(
        get(catrin(), ffion("/assessments")).says("No assessment is under way or overdue."));
    EXPECT_TRUE(get(catrin(), "/cy" + at).says("Tynnwyd yn ôl gan Catrin Hughes,"));
}

TEST_F(AssessmentPages, with_gaps_it_is_kept_and_not_finished_and_every_word_stays) {
    const auto at = started();
    ASSERT_EQ(send(at + "/write", with(dates(), {{"family", "They moved in June."}})).status, 303);
    EXPECT_TRUE(get(catrin(), at + "/write").says("They moved in June."));
    const auto refused = send(at + "/finish", date("on", "24"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Something is still missing"));
    EXPECT_TRUE(refused.says("Osian: What protects the child"));
}

TEST_F(AssessmentPages, a_manager_says_why_a_gap_stands) {
    const auto at = started({{"child", id_of("ffion")}});
    auto form = with(with(dates(), of_child("ffion", "Ffion")), {{"why-now", "A neighbour rang."},
                                                                 {"others-seen", "Both."},
                                                                 {"family", "Moved."},
                                                                 {"analysis", "Better."}});
    ASSERT_EQ(send(at + "/write", form).status, 303);
    EXPECT_EQ(get(catrin(), at + "/gap").status, 404);
    EXPECT_EQ(send(at + "/gap", {{"gap", "shared"}}, rhian()).status, 422);
    ASSERT_EQ(
        send(at + "/gap", {{"gap", "shared"}, {"because", "No carer can be reached."}}, rhian())
            .status,
        303);
    EXPECT_TRUE(get(catrin(), at).says("No carer can be reached."));
    EXPECT_EQ(send(at + "/finish", date("on", "24")).status, 303);
}

TEST_F(AssessmentPages, the_same_words_for_two_children_are_pointed_out_before_finishing) {
    const auto at = started();
    auto form = whole();
    for (auto& field : form) {
        if (field.name.starts_with("analysis-")) {
            field.value = "The risk of harm goes on and on.";
        }
    }
    ASSERT_EQ(send(at + "/write", form).status, 303);
    EXPECT_TRUE(get(catrin(), at + "/finish").says("What it means for the child: Ffion and Osian"));
}

TEST_F(AssessmentPages, somebody_quicker_is_a_409_with_every_word_kept) {
    const auto at = started();
    Form mine = with(dates(), {{"family", "My own words."}});
    add_marks(catrin(), at + "/write", mine);
    ASSERT_EQ(send(at + "/write", whole(), rhian()).status, 303);
    const auto answer = post(catrin(), at + "/write", mine);
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(answer.says("An assessment was saved by Rhian Ellis"));
    EXPECT_TRUE(answer.says("My own words."));
}

TEST_F(AssessmentPages, dates_that_cannot_be_are_pointed_out_and_nothing_typed_is_lost) {
    const auto at = started();
    auto form = with(date("from", "20"), date("started", "3"));
    form = with(std::move(form), {{"type", "after_section_47"}, {"family", "Kept."}});
    const auto before = send(at + "/write", form);
    EXPECT_EQ(before.status, 422);
    EXPECT_TRUE(before.says("It cannot start before the day it is counted from"));
    EXPECT_TRUE(before.says("Kept."));
    form = with(dates(), date("seen-on-" + id_of("ffion"), "31"));
    EXPECT_EQ(send(at + "/write", form).status, 422);
    form = with(dates(), date("seen-on-" + id_of("ffion"), "25"));
    EXPECT_TRUE(send(at + "/write", form).says("The date must be today or in the past"));
    form = with(dates(), {{"parent-name-1", "Mam"}});
    EXPECT_TRUE(send(at + "/write", form).says("Enter the day on which it was shared"));
}

TEST_F(AssessmentPages, not_yours_is_not_there) {
    const auto at = started();
    for (const auto* page : {"", "/write", "/finish", "/gap", "/version/1"}) {
        EXPECT_EQ(get(stranger(), at + page).status, 404) << page;
    }
    EXPECT_EQ(get(stranger(), ffion("/assessments")).status, 404);
    EXPECT_EQ(get(stranger(), "/signing").status, 404);
    EXPECT_EQ(get(catrin(), at + "/version/2").status, 404);
    EXPECT_EQ(get(catrin(), at + "/version/0").status, 404);
    EXPECT_EQ(get(catrin(), "/assessment/" + id_of("nobody")).status, 404);
    EXPECT_EQ(get(head(), at + "/write").status, 404);
}

TEST_F(AssessmentPages, what_was_returned_is_on_the_workers_list_and_both_versions_are_read) {
    const auto at = finished();
    const auto signing = signing_of(at, rhian());
    Form form;
    const auto shown = get(rhian(), signing).text;
    static const std::regex mark{R"x(name="(key|saw|content)" value="([^"]*)")x"};
    for (auto i = std::sregex_iterator{shown.begin(), shown.end(), mark};
         i != std::sregex_iterator{} && form.size() < 3; ++i) {
        form.push_back({(*i)[1], (*i)[2]});
    }
    auto without = form;
    EXPECT_EQ(post(rhian(), signing + "/return", without).status, 422);
    form.push_back({"why", "Say what follows for Osian."});
    ASSERT_EQ(post(rhian(), signing + "/return", form).status, 303);
    const auto work = get(catrin(), "/work");
    EXPECT_TRUE(work.says("Returned to you"));
    EXPECT_TRUE(work.says("Say what follows for Osian."));
    auto better = whole();
    better.push_back({"others-seen", ""});
    for (auto& field : better) {
        if (field.name == "analysis") {
            field.value = "Not before it has lasted.";
        }
    }
    ASSERT_EQ(send(at + "/write", better).status, 303);
    ASSERT_EQ(
        send(at + "/finish", with(date("on", "24"), {{"because", "Said what follows."}})).status,
        303);
    EXPECT_TRUE(get(catrin(), at + "/version/3").says("It can get better."));
    EXPECT_TRUE(get(catrin(), at).says("Not before it has lasted."));
    EXPECT_TRUE(get(catrin(), at).says("What changed: Said what follows."));
    EXPECT_FALSE(get(catrin(), "/work").says("Returned to you"));
}

TEST_F(AssessmentPages, the_duty_is_shown_with_its_working_and_on_my_work) {
    const auto at = started();
    const auto due = get(catrin(), ffion("/due"));
    EXPECT_TRUE(due.says("42 working days were counted"));
    EXPECT_TRUE(get(catrin(), "/work").says("Assessments due"));
    EXPECT_TRUE(get(catrin(), at).says("How this is worked out"));
}

TEST_F(AssessmentPages, unsigned_work_is_counted_on_the_managers_page) {
    finished();
    for (const auto& viewer : {rhian(), head()}) {
        const auto team = get(viewer, "/team");
        EXPECT_TRUE(team.says("Waiting for a signature"));
        EXPECT_TRUE(team.says("decision=assessment.finished"));
    }
}

TEST_F(AssessmentPages, in_welsh_too) {
    const auto at = finished();
    EXPECT_TRUE(get(catrin(), "/cy" + at).says("Wedi’i orffen, yn aros am lofnod"));
    EXPECT_TRUE(get(rhian(), "/cy/signing").says("I’w lofnodi"));
}

} // namespace
} // namespace gweld::web::pages

// A Word document brought in: sent, kept, its parts put where a person says, and the ordinary form.
#include "child_pages.h"

#include "casework/assessments.h"
#include "casework/brought_in.h"
#include "casework/plans.h"
#include "documents/docx_writer.h"
#include "web/pages/uploads_taken.h"

namespace gweld::web::pages {
namespace {

using Form = std::vector<Field>;
using documents::Heading;
using documents::Paragraph;

class BroughtInPages : public ChildPages {
  protected:
    static std::string word(std::vector<documents::Block> body) {
        documents::Document document;
        document.language = "en";
        document.title = "A council’s own form";
        document.body = std::move(body);
        return documents::as_docx(
            documents::clear(std::move(document), [](std::string text) { return text; }));
    }
    static std::string plan_in_word() {
        return word({Heading{2, "Outcome 1"}, Paragraph{"Warm <beds>"},
                     Heading{2, "What we are worried about"}, Paragraph{"It was cold."},
                     Heading{2, "Actions"}, documents::Bullets{{"Mend the boiler", "Ring the GP"}},
                     Heading{2, "Contingency"}, Paragraph{"The heating fails"},
                     Heading{2, "Signed"}, Paragraph{"A written agreement with Mam."}});
    }
    static std::string assessment_in_word() {
        return word({Heading{2, "Reason for referral"}, Paragraph{"A neighbour rang."},
                     Heading{2, "Risgiau"}, Paragraph{"The nights"},
                     Heading{2, "Something of this council’s own"}, Paragraph{"Kept apart."}});
    }
    // Where it goes on: the address after sending.
    std::string brought(const std::string& as, const std::string& bytes,
                        const std::string& key = "k1") {
        const auto answer =
            post_file(catrin(), ffion("/bring/" + as), {{"key", key}}, "Plan y teulu.docx", bytes);
        EXPECT_EQ(answer.status, 303) << answer.text;
        return answer.location;
    }
    std::vector<casework::BroughtIn> kept() {
        std::vector<casework::BroughtIn> found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            found = casework::brought_in(*office.facts.of(r, child("ffion")));
                        })
                        .ok());
        return found;
    }
    // The fields of the form on a page, as a browser would send them on.
    static Form fields_on(const std::string& text) {
        Form form;
        static const std::regex hidden{R"x(<input[^>]*name="([^"]*)"[^>]*value="([^"]*)")x"};
        for (auto at = std::sregex_iterator{text.begin(), text.end(), hidden};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
        static const std::regex box{R"x(<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</textarea>)x"};
        for (auto at = std::sregex_iterator{text.begin(), text.end(), box};
             at != std::sregex_iterator{}; ++at) {
            form.push_back({(*at)[1], (*at)[2]});
        }
        return form;
    }
    std::string started() {
        Form form{{"type", "care_and_support"}, {"child", id_of("ffion")}};
        for (const auto* name : {"from", "started"}) {
            form.push_back({std::string{name} + "-day", "3"});
            form.push_back({std::string{name} + "-month", "11"});
            form.push_back({std::string{name} + "-year", "2026"});
        }
        form.push_back({"key", "start"});
        form.push_back({"saw", id_of("ffion") + ":" + std::to_string(version("ffion"))});
        const auto answer = post(catrin(), ffion("/assessment/new"), form);
        EXPECT_EQ(answer.status, 303);
        return answer.location.substr(0, answer.location.find("/write"));
    }
};

// ---- keeping it
// --------------------------------------------------------------------------------------

TEST_F(BroughtInPages, is_kept_as_it_came_and_found_again) {
    EXPECT_TRUE(get(catrin(), ffion("/plan")).says("Bring in a Word document"));
    EXPECT_EQ(get(catrin(), ffion("/bring/plan")).status, 200);
    brought("plan", plan_in_word());
    ASSERT_EQ(kept().size(), 1U);
    const auto page = get(catrin(), ffion("/plan"));
    EXPECT_TRUE(page.says("Plan y teulu.docx"));
    const auto original = ffion("/brought-in/" + base::to_text(kept()[0].entry.uuid));
    EXPECT_TRUE(page.says("href=\"" + original + "\""));
    EXPECT_EQ(get(catrin(), original).text, plan_in_word());
    EXPECT_EQ(get(stranger(), original).status, 404);
    EXPECT_TRUE(get(catrin(), ffion("/timeline")).says("A plan written in Word was brought in"));
    EXPECT_FALSE(get(catrin(), ffion("/assessments")).says("Plan y teulu.docx"));
}

TEST_F(BroughtInPages, a_second_press_keeps_one_and_news_does_not_stand_in_its_way) {
    brought("plan", plan_in_word());
    record_visit(visit(november(20)));
    brought("plan", plan_in_word());
    EXPECT_EQ(kept().size(), 1U);
}

TEST_F(BroughtInPages, what_is_no_word_document_is_refused_with_a_sentence) {
    const auto refused = [&](const std::string& name, const std::string& bytes) {
        return post_file(catrin(), ffion("/bring/plan"), {{"key", "k"}}, name, bytes);
    };
    const auto whole = plan_in_word();
    for (const auto& [name, bytes] :
         {std::pair{std::string{"a.docx"}, std::string{"PK\x03\x04 no more"}},
          {"a.docx", whole.substr(0, whole.size() / 2)},
          {"a.docx", ""},
          {"a.docx", "%PDF-1.7\n%%EOF"},
          {"a.pdf", "%PDF-1.7\n%%EOF"},
          {"a.txt", "a plan"},
          {"a.docm", whole},
          {"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"},
          {"a.exe", "MZ"}}) {
        const auto page = refused(name, bytes);
        EXPECT_EQ(page.status, 422) << name;
        EXPECT_TRUE(page.says("govuk-error-message")) << name;
    }
    EXPECT_TRUE(refused("a.docm", whole).says("is no Word document that can be taken"));
    EXPECT_EQ(post(catrin(), ffion("/bring/plan"), {{"key", "k"}}).status, 422) << "no file";
    EXPECT_TRUE(kept().empty());
    const auto too_large =
        post_file(catrin(), ffion("/bring/plan"), {{"key", "k"}}, "b.docx", "", Arrived::too_large);
    EXPECT_TRUE(too_large.says("is larger than 10 MB"));
}

TEST_F(BroughtInPages, whoever_may_not_write_it_may_not_bring_it_in) {
    for (const auto* as : {"plan", "assessment"}) {
        EXPECT_EQ(get(stranger(), ffion("/bring/" + std::string{as})).status, 404);
        EXPECT_EQ(post_file(stranger(), ffion("/bring/" + std::string{as}), {{"key", "k"}},
                            "a.docx", plan_in_word())
                      .status,
                  404);
    }
    EXPECT_EQ(get(catrin(), ffion("/bring/letter")).status, 404);
    EXPECT_TRUE(kept().empty());
}

TEST_F(BroughtInPages, only_its_own_address_takes_files) {
    Request request;
    request.method = Method::post;
    request.path = ffion("/bring/plan");
    EXPECT_TRUE(takes_files(request));
    request.path = ffion("/plan/write");
    EXPECT_FALSE(takes_files(request));
}

// ---- a plan
// ------------------------------------------------------------------------------------------

TEST_F(BroughtInPages, each_part_stands_beside_a_guess_and_a_written_agreement_is_flagged) {
    const auto page = get(catrin(), brought("plan", plan_in_word()));
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Warm &lt;beds&gt;"));
    EXPECT_TRUE(page.says("This speaks of a “written agreement”"));
    EXPECT_EQ(times(page.text, "value=\"better\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"danger\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"actions\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"happens\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"nowhere\" selected"), 2U)
        << "the title before the first heading, and the agreement";
}

TEST_F(BroughtInPages, what_is_confirmed_fills_the_plans_form_and_saving_names_the_original) {
    const auto at = brought("plan", plan_in_word());
    const auto form = post(catrin(), at,
                           {{"to-2", "better"},
                            {"to-3", "danger"},
                            {"to-4", "actions"},
                            {"to-5", "nowhere"},
                            {"to-6", "made up"}});
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.says("Warm &lt;beds&gt;"));
    EXPECT_TRUE(form.says("Mend the boiler"));
    EXPECT_TRUE(form.says("Ring the GP"));
    EXPECT_FALSE(form.says("The heating fails"));
    EXPECT_FALSE(form.says("written agreement"));
    EXPECT_TRUE(form.says("action=\"" + ffion("/plan/write") + "\""));
    auto sent = fields_on(form.text);
    for (auto& field : sent) {
        if (field.name == "o1-a1-who" || field.name == "o1-a2-who") {
            field.value = "Carys";
        }
    }
    sent.push_back({"language", "cy"});
    const auto saved = post(catrin(), ffion("/plan/write"), sent);
    const auto summary = saved.text.find("error-summary");
    ASSERT_EQ(saved.status, 303) << saved.text.substr(std::min(summary, saved.text.size()), 900);
    const auto page = get(catrin(), ffion("/plan"));
    EXPECT_TRUE(page.says("Begun with a Word document:"));
    EXPECT_TRUE(page.says("Not signed yet"));
    EXPECT_TRUE(page.says("counts here once this is signed here"));
}

// ---- an assessment
// -----------------------------------------------------------------------------------

TEST_F(BroughtInPages, an_assessments_parts_are_added_to_what_is_written) {
    const auto at = started();
    const auto which = get(catrin(), brought("assessment", assessment_in_word()));
    EXPECT_EQ(which.status, 200);
    const auto entry = base::to_text(kept()[0].entry.uuid);
    const auto mapping = at + "/from/" + id_of("ffion") + "/" + entry;
    EXPECT_TRUE(which.says("href=\"" + mapping + "\""));
    const auto page = get(catrin(), mapping);
    EXPECT_EQ(times(page.text, "value=\"why-now\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"risks-" + id_of("ffion") + "\" selected"), 1U);
    EXPECT_EQ(times(page.text, "value=\"nowhere\" selected"), 2U);
    const auto form =
        post(catrin(), mapping,
             {{"to-2", "why-now"}, {"to-3", "risks-" + id_of("ffion")}, {"to-4", "family"}});
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.says("A neighbour rang."));
    EXPECT_TRUE(form.says("Kept apart."));
    auto sent = fields_on(form.text);
    sent.push_back({"type", "care_and_support"});
    ASSERT_EQ(post(catrin(), at + "/write", sent).status, 303);
    const auto read = get(catrin(), at);
    EXPECT_TRUE(read.says("The nights"));
    EXPECT_TRUE(read.says("Begun with a Word document:"));
    EXPECT_TRUE(read.says("Being written"));
    EXPECT_EQ(get(stranger(), mapping).status, 404);
}

TEST_F(BroughtInPages, with_no_assessment_being_written_one_can_be_started) {
    const auto which = get(catrin(), brought("assessment", assessment_in_word()));
    EXPECT_TRUE(which.says("Start an assessment"));
    EXPECT_FALSE(which.says("/from/" + id_of("ffion") + "/"));
}

TEST_F(BroughtInPages, a_document_of_another_child_is_not_found) {
    const auto at = brought("plan", plan_in_word());
    const auto entry = base::to_text(kept()[0].entry.uuid);
    EXPECT_EQ(get(catrin(), "/child/" + id_of("osian") + "/brought-in/" + entry).status, 404);
    EXPECT_EQ(get(catrin(), "/child/" + id_of("osian") + "/plan/from/" + entry).status, 404);
    EXPECT_EQ(get(catrin(), ffion("/brought-in/" + id_of("ffion"))).status, 404);
}

} // namespace
} // namespace gweld::web::pages

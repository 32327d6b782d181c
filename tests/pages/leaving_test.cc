// Pages given out as files: what stands in them, who gets them, and that no address does.
#include "child_pages.h"

#include "casework/addresses.h"
#include "casework/assessments.h"
#include "casework/plans.h"
#include "documents/docx_reader.h"
#include "web/pages/paper/paper.h"
#include "web/paper/page_blocks.h"

namespace gweld::web::pages {
namespace {

using documents::Block;

// Everything a document says, in one text.
std::string said_in(const documents::WordText& text) {
    std::string all = text.title + "\n";
    const auto add = [&](const std::string& more) { all += more + "\n"; };
    for (const auto& block : text.body) {
        std::visit(base::overloaded{
                       [&](const documents::Heading& one) { add(one.text); },
                       [&](const documents::Paragraph& one) { add(one.text); },
                       [&](const documents::Bullets& one) {
                           for (const auto& item : one.items) {
                               add(item);
                           }
                       },
                       [&](const documents::Pairs& one) {
                           for (const auto& pair : one.pairs) {
                               add(pair.name + ": " + pair.value);
                           }
                       },
                       [&](const documents::Table& one) {
                           add(one.caption);
                           for (const auto& cell : one.columns) {
                               add(cell);
                           }
                           for (const auto& row : one.rows) {
                               for (const auto& cell : row) {
                                   add(cell);
                               }
                           }
                       },
                   },
                   block);
    }
    return all;
}

class Leaving : public ChildPages {
  protected:
    static constexpr const char* canary = "14 Rhodfa'r Dryw, Pentre Felin";

    Leaving() {
        put(
            record::AddressLivedAt{
                record::AddressKind::placement, canary, "LL55 1AA", registered, {}},
            {thing("osian")}, registered);
    }
    // However somebody spells it in running text.
    static std::string with_canary(const std::string& text) {
        return text + " (14, RHODFA’R DRYW; 14 Rhodfa'r  Dryw; rhodfa-r-dryw; LL55 1AA; ll551aa)";
    }
    record::PlanAgreed plan() {
        record::PlanAgreed agreed;
        agreed.on = november(10);
        agreed.children = {child("ffion")};
        agreed.language = "cy";
        record::PlanOutcome outcome;
        outcome.outcome = record::OutcomeId{thing("outcome")};
        outcome.children = {child("ffion")};
        outcome.better = with_canary("Warm <beds>");
        outcome.danger = with_canary("Cold for weeks.");
        outcome.actions = {{record::ActionId{thing("act")}, with_canary("Mend the boiler"),
                            with_canary("Carys"), november(20)}};
        agreed.outcomes = {outcome};
        agreed.contingency = {{with_canary("The heating fails"), with_canary("Nain has them")}};
        agreed.taking_part = {{with_canary("Nia"), with_canary("nurse")}};
        return agreed;
    }
    void agree() { put(plan(), {thing("ffion")}, november(10)); }
    documents::WordText word(const access::Viewer& viewer, const std::string& address) {
        const auto answer = get(viewer, address);
        EXPECT_EQ(answer.status, 200) << address;
        auto read = documents::read_docx(answer.text);
        EXPECT_TRUE(read.ok()) << address;
        return read.ok() ? std::move(read).value() : documents::WordText{};
    }
    static void expect_no_canary(const std::string& text) {
        for (const auto* piece : {"hodfa", "HODFA", "LL55", "ll55", "Dryw", "dryw"}) {
            EXPECT_EQ(text.find(piece), std::string::npos) << piece << " in\n" << text;
        }
    }
    base::Uuid conference() {
        record::ConferenceHeld held;
        held.on = november(3);
        held.type = record::ConferenceType::initial;
        held.outline_plan = with_canary("Seen every week");
        held.parents_part = with_canary("They came.");
        record::ChildAtConference part;
        part.child = child("ffion");
        part.why = with_canary("Hurt twice.");
        part.childs_part = with_canary("Her letter");
        held.children = {part};
        return put(held, {thing("ffion")}, november(3));
    }
};

// ---- what is in them
// ---------------------------------------------------------------------------------

TEST_F(Leaving, the_plan_leaves_as_word_and_as_pdf_and_says_what_the_page_says) {
    agree();
    const auto page = get(catrin(), ffion("/plan"));
    EXPECT_TRUE(page.says("Download as PDF"));
    EXPECT_TRUE(page.says("href=\"" + ffion("/plan/as/word") + "\""));
    EXPECT_TRUE(page.says("Not signed yet"));
    const auto said = said_in(word(catrin(), ffion("/plan/as/word")));
    for (const auto* part : {"version 1, agreed on Tue 10 Nov 2026: Ffion Davies", "Warm <beds>",
                             "Mend the boiler", "Not signed yet", "What happens if …"}) {
        EXPECT_NE(said.find(part), std::string::npos) << part << "\n" << said;
    }
    for (const auto* part : {"Download", "Print", "Change the plan", "Say what came of it"}) {
        EXPECT_EQ(said.find(part), std::string::npos) << part << " is for the screen";
    }
    EXPECT_TRUE(get(catrin(), ffion("/plan/as/pdf")).text.starts_with("%PDF-1.7"));
}

TEST_F(Leaving, in_the_readers_language_and_the_familys_copy_in_theirs) {
    agree();
    const auto welsh = word(catrin(), "/cy" + ffion("/plan/as/word"));
    EXPECT_NE(said_in(welsh).find("Beth sy’n digwydd os"), std::string::npos) << said_in(welsh);
    const auto copy = word(catrin(), ffion("/plan/copy/as/word"));
    EXPECT_EQ(copy.title, "Y cynllun i gadw Ffion yn ddiogel");
    EXPECT_EQ(said_in(copy).find("confidential waste"), std::string::npos);
}

TEST_F(Leaving, nothing_else_than_pdf_and_word_is_there) {
    agree();
    EXPECT_EQ(get(catrin(), ffion("/plan/as/odt")).status, 404);
    EXPECT_EQ(get(catrin(), ffion("/plan/as/")).status, 404);
}

// ---- who gets them
// -----------------------------------------------------------------------------------

TEST_F(Leaving, whoever_is_not_shown_the_page_gets_no_file) {
    const auto held = base::to_text(conference());
    EXPECT_EQ(get(catrin(), ffion("/plan/as/pdf")).status, 404) << "no plan";
    agree();
    for (const auto& address :
         {ffion("/plan/as/pdf"), ffion("/plan/copy/as/word"), "/conference/" + held + "/as/pdf",
          "/contact/" + id_of("ffion") + "/letter/as/pdf",
          "/assessment/" + id_of("ffion") + "/as/word"}) {
        EXPECT_EQ(get(stranger(), address).status, 404) << address;
    }
}

TEST_F(Leaving, is_a_look_like_any_other) {
    agree();
    get(catrin(), ffion("/plan/as/pdf"));
    std::vector<std::string> pages;
    ASSERT_TRUE(store
                    ->read([&](const record::Reading& r) {
                        for (const auto& look : r.looks_at(thing("ffion"), 5)) {
                            pages.push_back(look.page);
                        }
                    })
                    .ok());
    EXPECT_EQ(std::ranges::count(pages, "plan.download"), 1);
}

// ---- addresses
// ---------------------------------------------------------------------------------------

TEST_F(Leaving, no_document_has_an_address_of_the_family_in_it_however_it_is_spelt) {
    agree();
    const auto held = base::to_text(conference());
    for (const auto& address : {ffion("/plan/as/word"), "/cy" + ffion("/plan/as/word"),
                                ffion("/plan/copy/as/word"), "/conference/" + held + "/as/word"}) {
        const auto said = said_in(word(catrin(), address));
        EXPECT_NE(said.find("(address left out)") == std::string::npos
                      ? said.find("(cyfeiriad wedi’i hepgor)")
                      : 0U,
                  std::string::npos)
            << address;
        expect_no_canary(said);
    }
}

TEST_F(Leaving, a_relatives_address_and_one_corrected_since_are_left_out_too) {
    record::RelativeLivedAt refuge;
    refuge.relative = base::PersonId{thing("mam")};
    refuge.lines = "Llety Derwen, Ffordd y Bryn";
    refuge.from = november(1);
    put(refuge, {thing("ffion")}, november(1));
    const auto known = casework::addresses_around(office, std::vector{child("ffion")});
    ASSERT_TRUE(known.ok());
    EXPECT_EQ(casework::without_addresses("Mam is at llety derwen now", known.value(), "(out)"),
              "Mam is at (out) now");
}

TEST(WithoutAddresses, leaves_what_is_no_address_alone) {
    const casework::KnownAddresses known{{"3 Maes-y-coed, Pentre Felin", "LL55 1AA"},
                                         {"Tŷ", ""},
                                         {"Flat 2, 5 High Street, Caernarfon", ""}};
    const auto cleared = [&](const std::string& text) {
        return casework::without_addresses(text, known, "…");
    };
    EXPECT_EQ(cleared("Born in Pentre Felin; the Tŷ Hafan hospice."),
              "Born in Pentre Felin; the Tŷ Hafan hospice.");
    EXPECT_EQ(cleared("At 3 maes y coed."), "At ….");
    EXPECT_EQ(cleared("Near Maes-y-Coed, they say"), "Near …, they say");
    EXPECT_EQ(cleared("At 5 High\nStreet"), "At …");
    EXPECT_EQ(cleared(""), "");
    EXPECT_EQ(cleared("SA1" + std::string(100'000, ' ') + "x").size(), 100'004U);
}

// ---- from the page to the document
// ---------------------------------------------------------------------

TEST(BlocksOfAPage, are_its_headings_paragraphs_lists_pairs_and_tables) {
    const auto blocks = blocks_of(Trusted::html(
        "<a class=\"govuk-back-link app-screen-only\" href=\"/\">Back</a>"
        "<h1>Title</h1><div class=\"app-button-row app-screen-only\"><a href=\"x\">Do</a></div>"
        "<h3>Deep &amp; first</h3><p class=\"govuk-body\">One\n  two<br>three</p>"
        "<p class=\"app-muted\">quiet</p>"
        "<blockquote class=\"app-said\" lang=\"pl\">a\nb</blockquote>"
        "<ul><li>x <a class=\"app-screen-only\" href=\"y\">go</a></li><li></li></ul>"
        "<dl><div><dt>N</dt><dd>V</dd></div></dl>"
        "<table><caption class=\"govuk-visually-hidden\">C</caption><thead><tr><th>A</th>"
        "<th>B<span class=\"govuk-visually-hidden\"> spoken</span></th></tr></thead><tbody><tr>"
        "<th>1</th><td data-label=\"a > b\">2</td></tr></tbody></table>loose <b>text</b>"));
    const std::vector<Block> expected{documents::Heading{2, "Deep & first"},
                                      documents::Paragraph{"One two\nthree"},
                                      documents::Paragraph{"quiet", documents::Manner::quiet},
                                      documents::Paragraph{"a\nb", documents::Manner::quoted, "pl"},
                                      documents::Bullets{{"x"}},
                                      documents::Pairs{{{"N", "V"}}},
                                      documents::Table{"C", {"A", "B"}, {{"1", "2"}}},
                                      documents::Paragraph{"loose text"}};
    EXPECT_TRUE(blocks == expected);
}

} // namespace
} // namespace gweld::web::pages

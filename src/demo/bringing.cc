#include "demo/bringing.h"

#include "demo/moments.h"
#include "documents/docx_writer.h"
#include "record/chain.h"

namespace gweld::demo {

namespace {

using documents::Bullets;
using documents::Heading;
using documents::Paragraph;
using documents::Table;

constexpr std::string_view word =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

std::string in_word(std::string title, std::vector<documents::Block> body) {
    documents::Document document;
    document.language = "en";
    document.title = std::move(title);
    document.body = std::move(body);
    document.footer = "Cyngor Dychmygol, another authority";
    return documents::as_docx(
        documents::clear(std::move(document), [](std::string text) { return text; }));
}

std::string plan_of_before() {
    return in_word(
        "Care and support protection plan",
        {Paragraph{"Carried on from the authority the family moved from."}, Heading{2, "Outcome 1"},
         Paragraph{"There is a grown-up at home every evening"},
         Heading{3, "What we are worried about"},
         Paragraph{"The children were alone after ten o’clock at night, three times that we know "
                   "of."},
         Heading{3, "Actions"},
         Bullets{{"Agree who is at home on which evening, a fortnight ahead",
                  "Ring the children at eight on the evenings the shift is changed"}},
         Heading{2, "Contingency"},
         Paragraph{"Nobody can be at home: the children go to their aunt before six"},
         Heading{2, "Core group"}, Bullets{{"Health visitor", "Deputy head of the school"}},
         Heading{2, "Agreements"},
         Paragraph{"Mother has signed a written agreement not to leave the children alone."}});
}

std::string assessment_of_before() {
    return in_word(
        "Assessment",
        {Table{"",
               {"Reason for referral", "A neighbour heard the children cry at night."},
               {{"Family background", "They moved twice in one year. Their aunt lives near."},
                {"Identity and culture", "Welsh at school, English at home."},
                {"Risks", "Alone in the evening\nOften late for school"},
                {"Strengths", "An aunt who comes when she is asked"},
                {"Recommendations", "A plan, and a visit every ten days."},
                {"Housing officer’s remarks", "The window at the back does not shut."}}}});
}

struct Sent {
    record::BroughtInAs as;
    const char* name;
    std::string bytes;
    int working_days_ago;
};

} // namespace

void tell_documents(const County& county, const std::vector<Case>& cases, Scribe& scribe) {
    const auto& family = cases.front();
    const auto& child = family.household.children.front().id;
    for (const auto& sent :
         {Sent{record::BroughtInAs::plan, "Plan from before the move.docx", plan_of_before(), 12},
          Sent{record::BroughtInAs::assessment, "Assessment from before the move.docx",
               assessment_of_before(), 11}}) {
        const auto day = county.workdays.before(county.days.today, sent.working_days_ago);
        const auto* held = family.held_on(day);
        if (held == nullptr) {
            continue;
        }
        const record::KeptFile file{sent.name, std::string{word},
                                    static_cast<int>(sent.bytes.size()),
                                    record::to_hex(scribe.keep_file(sent.bytes))};
        scribe.write(record::DocumentBroughtIn{sent.as, file}, {{child.uuid}, day},
                     {moment(day, at_time(14, 20)), held->worker});
    }
}

} // namespace gweld::demo

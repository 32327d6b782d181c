#include "web/pages/paper/paper.h"

#include "documents/docx_writer.h"
#include "documents/pdf_writer.h"
#include "files/file_type.h"
#include "web/pages/paper/ways_out.html.h"
#include "web/pages/problems/problems.h"
#include "web/paper/page_blocks.h"

namespace gweld::web::pages {

namespace {

documents::Document document_of(const Caller& caller, const Paper& paper) {
    const auto& say = paper.say;
    const auto& council = caller.site.council;
    documents::Document document;
    document.language = words::tag_of(say.language());
    document.title = paper.title;
    document.made_at = time::to_rfc3339(caller.office().clock.now());
    document.page = say.say("Page {n} of {all}", {{"n", "{n}"}, {"all", "{all}"}});
    document.footer =
        !paper.footer.empty()
            ? paper.footer
            : say.say(
                  "Confidential. Printed by {name}, {moment}. Put it in the confidential waste.",
                  {{"name", caller.viewer.name},
                   {"moment", say.moment_year(caller.office().clock.now())}});
    document.body.emplace_back(
        documents::Paragraph{say.language() == Language::welsh ? council.name_cy : council.name_en,
                             documents::Manner::quiet});
    for (auto& block : blocks_of(paper.content)) {
        document.body.push_back(std::move(block));
    }
    return document;
}

documents::Cleared cleared(const Caller& caller, const Paper& paper,
                           const casework::KnownAddresses& known) {
    const auto instead = paper.say.say("(address left out)");
    return documents::clear(document_of(caller, paper), [&](std::string text) {
        return casework::without_addresses(std::move(text), known, instead);
    });
}

} // namespace

Response leave_as(const Caller& caller, const Paper& paper) {
    const auto format = caller.param("format");
    if (format != "pdf" && format != "word") {
        return not_found(caller);
    }
    auto known = casework::addresses_around(caller.office(), paper.about);
    if (!known.ok()) {
        return store_says(caller, known.error());
    }
    known.value().insert(known.value().end(), paper.more.begin(), paper.more.end());
    const auto ready = cleared(caller, paper, known.value());
    return format == "pdf" ? download(documents::as_pdf(ready),
                                      std::string{files::media_type(files::FileType::pdf)},
                                      paper.file_name + ".pdf")
                           : download(documents::as_docx(ready),
                                      std::string{files::media_type(files::FileType::docx)},
                                      paper.file_name + ".docx");
}

std::string file_name_of(const Caller& caller, const std::string& what, const std::string& number) {
    return what + (number.empty() ? "" : " " + number) + " " + to_iso(caller.today());
}

Html ways_out(const Caller& caller, std::string_view route,
              std::vector<std::pair<std::string_view, std::string>> slots,
              const std::string& what) {
    const auto to = [&](std::string_view format) {
        std::vector<std::pair<std::string_view, std::string_view>> filled{slots.begin(),
                                                                          slots.end()};
        filled.emplace_back("format", format);
        // The router takes a list written out: one slot, or two, beside the format.
        return filled.size() == 2 ? caller.to(route, {filled[0], filled[1]})
                                  : caller.to(route, {filled[0], filled[1], filled[2]});
    };
    return ways_out_of(caller.say, to("pdf"), to("word"), what);
}

} // namespace gweld::web::pages

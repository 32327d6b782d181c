// What leaves a conference as a file: its record (who was there, what was decided, who did not
// agree) and each report that came to it.
#include "web/pages/conferences/conferences.h"
#include "web/pages/conferences/file.html.h"
#include "web/pages/conferences/file_sections.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/paper/on_paper.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"
#include "web/pages/signing/signed_words.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

Paper paper_about(const FileShown& shown, std::string title, Html content, std::string what) {
    Paper paper{shown.say(), std::move(title), std::move(content), {}, {}};
    for (const auto& child : shown.file.children) {
        paper.about.push_back(child->child);
    }
    paper.file_name = file_name_of(shown.caller, what, shown.file.children.front()->person->number);
    return paper;
}

std::string heading_of(const FileShown& shown) {
    return title_of(shown.say(), shown.file) + ": " + names_of(shown.file.children);
}

Response give_record(const FileShown& shown) {
    if (!shown.file.conference.held) {
        return not_found(shown.caller);
    }
    FileParts parts;
    parts.answer = {
        shown.say().say("Held {date}.", {{"date", shown.day(shown.file.conference.on())}})};
    parts.warning = signature_of(shown.caller, shown.file.conference.held->entry);
    parts.sections = {booking_section(shown), meeting_section(shown), decisions_section(shown),
                      dissent_section(shown)};
    parts.sections.front().notes.clear(); // by when it was due is the office's own business
    return leave_as(shown.caller,
                    paper_about(shown, heading_of(shown), conference_for_paper(shown.say(), parts),
                                shown.say().say("conference")));
}

Response give_report(const FileShown& shown) {
    const auto id = base::parse_uuid(shown.caller.param("report"));
    const auto& reports = shown.file.conference.reports;
    const auto found = std::ranges::find_if(
        reports, [&](const auto& in) { return id && in.received.entry.uuid == *id; });
    if (found == reports.end()) {
        return not_found(shown.caller);
    }
    const auto words = report_of(shown, *found);
    return leave_as(shown.caller,
                    paper_about(shown, words.heading + ". " + heading_of(shown),
                                report_for_paper(shown.say(), words), shown.say().say("report")));
}

template <Response (*Give)(const FileShown&)> Response opened(const Caller& asked) {
    const OnPaper paper{asked};
    const auto& caller = paper.caller;
    const auto id = entry_in(caller, "id");
    if (!id) {
        return refusal(caller, casework::NotFoundOrNotYours{});
    }
    const auto file = casework::open_conference(caller.office(), caller.viewer, *id,
                                                access::Action::see_record, "conference.download");
    return file.ok() ? Give({caller, file.value()}) : refusal(caller, file.error());
}

} // namespace

void add_conference_leaving_pages(Site& site) {
    add_page(site, Method::get, "conference.download", "/conference/{id}/as/{format}",
             opened<give_record>);
    add_page(site, Method::get, "conference.report.download",
             "/conference/{id}/report/{report}/as/{format}", opened<give_report>);
}

} // namespace gweld::web::pages

// file_sections.h - the parts of a conference's own page.
#pragma once

#include "casework/conference_file.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/conferences/file_parts.h"
#include "web/pages/site.h"
#include "web/pages/standing_words.h"

namespace gweld::web::pages {

struct FileShown {
    const Caller& caller;
    const casework::ConferenceFile& file;

    const Words& say() const { return caller.say; }
    std::string day(time::CivilDate date) const { return near_date(caller, date); }
    std::string id() const { return base::to_text(file.conference.entry().uuid); }
    Url to(std::string_view route) const { return caller.to(route, {{"id", id()}}); }
    // Whether this person may record what belongs to it: for every one of the children.
    bool may_write() const;
    // Of a conference that was held.
    protection::QuorumCount quorum() const;
};

FileSection booking_section(const FileShown& shown);
FileReport report_of(const FileShown& shown, const protection::ReportIn& in);
FileSection reports_section(const FileShown& shown);
// Of a conference that was held.
FileSection meeting_section(const FileShown& shown);
FileSection decisions_section(const FileShown& shown);
FileSection dissent_section(const FileShown& shown);
FileSection papers_section(const FileShown& shown);
FileSection answers_section(const FileShown& shown);
FileSection feedback_section(const FileShown& shown);

// "Add a report"; nothing where this person may not.
std::vector<Html> write_button(const FileShown& shown, std::string_view route,
                               const std::string& words);

} // namespace gweld::web::pages

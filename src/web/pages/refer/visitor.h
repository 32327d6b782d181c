// visitor.h - what every page for people who are not signed in does alike: its frame, the key and
// the proof a form carries, what was typed carried on, how often something may be sent. Knows no
// question.
#pragma once

#include "casework/sent_file.h"
#include "web/pages/forms/file_faults.h"
#include "web/pages/forms/sheet.h"
#include "web/pages/site.h"

namespace gweld::web::pages {

struct Visitor {
    Site& site;
    const Request& request;
    const Words& say;

    Url to(std::string_view route) const {
        return in_language(site.router.url_of(route), request.language);
    }
    // To be spoken of in a sentence; "the duty desk" where the council named no number.
    std::string duty_phone() const;
};

using VisitorHandler = Response (*)(const Visitor&);
void add_visitor_page(Site& site, Method method, std::string name, std::string pattern,
                      VisitorHandler handler);

// The key of the form: the one sent, or a fresh one. 43 characters made by chance.
std::string form_key(const Visitor& visitor);
// The key, the proof that we made the form for it, and the box that only a machine fills in.
Html form_marks(const Visitor& visitor, const std::string& key);

// Why a form is not taken although every answer can be read; none: it is. Asks, and so counts, as
// one sending.
enum class NotTaken : std::uint8_t {
    not_our_form, // another site sent it, or we have been started again since
    machine,      // the box nobody sees is filled in: a person's browser may have done it
    too_often
};
struct Refusal {
    NotTaken why;
    std::chrono::seconds wait{0};
};
std::optional<Refusal> refuse(const Visitor& visitor, RateLimits& rates);
// 403, 422, 429.
int status_of(NotTaken why);
// With the way out by telephone.
std::string sentence_for(const Visitor& visitor, const Refusal& refusal);

// What was typed, as fields nobody sees; without the marks of the form.
Html carried(const Fields& typed);

// The files that came whole; faults for those that did not, with the field "file".
std::vector<casework::SentFile> files_of(const Visitor& visitor, std::vector<FieldFault>& faults);
// The question for files. `before`: how many had been chosen and have to be chosen again.
Html ask_for_files(const Visitor& visitor, const std::vector<FieldFault>& faults);

// The page of a form or, with a notice above it, of a form that was not taken.
Response show(const Visitor& visitor, const Sheet& sheet, const std::string& key,
              const std::string& notice = {});
Response show_store_fault(const Visitor& visitor, Sheet sheet, const std::string& key);

} // namespace gweld::web::pages

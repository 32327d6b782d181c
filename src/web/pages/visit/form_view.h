// form_view.h - the form of a visit as a page. Knows no store.
#pragma once

#include "casework/visits.h"
#include "web/pages/site.h"
#include "web/pages/visit/form.h"

namespace gweld::web::pages {

struct FormView {
    std::string heading;
    Url action = Url::path("/");
    Url back = Url::path("/");
    std::vector<FieldFault> faults;
    // What somebody else recorded while the form was open; newest last.
    std::vector<record::Entry> recorded_since;
    std::string above; // a sentence above the form; may be empty
    int status = 200;
};

Response show_form(const Caller& caller, const VisitForm& form, const FormView& view,
                   const std::vector<std::shared_ptr<const casework::Facts>>& children);

} // namespace gweld::web::pages

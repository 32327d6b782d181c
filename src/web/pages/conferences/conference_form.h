// conference_form.h - a form about one conference while it is being filled in: about every child of
// it, and back to its page when it is saved.
#pragma once

#include "casework/conference_file.h"
#include "casework/conferences.h"
#include "web/pages/conferences/conference_words.h"
#include "web/pages/enquiries/family_form.h"

namespace gweld::web::pages {

// For /conference/{id}/...: as the person who may work on it sees it.
base::Result<FamilyForm, casework::OpenRefused> open_conference_form(const Caller& caller,
                                                                     std::string_view page);
// As it is recorded now; the form was opened from it, so it is there.
protection::Conference conference_of(const FamilyForm& form);
base::EntryId conference_entry(const FamilyForm& form);

casework::AboutChildren about_children(const FamilyForm& form);
// "Initial child protection conference, Wed 3 Dec: Ffion, Osian Davies"
std::string which_conference(const FamilyForm& form);

// The agencies invited first; one of any for who was not.
std::vector<Option> agencies_of(const FamilyForm& form);

// A page that shows the form and takes what was typed.
struct FormPage {
    std::string_view name;    // of the route: "conference.report"
    std::string_view pattern; // "/conference/{id}/report"
    std::string_view looked;  // for the access log
    Draw draw;
    Response (*save)(FamilyForm form);
    void (*begin)(FamilyForm& form); // what stands in it at first; null: nothing
};
void add_form_page(Site& site, const FormPage& page);

} // namespace gweld::web::pages

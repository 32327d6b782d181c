#include "web/pages/conferences/conference_form.h"

#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/standing_words.h"
#include "web/pages/visit/answers.h"
#include "web/pages/visit/family.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Agency;

constexpr std::array all_agencies{
    Agency::childrens_services, Agency::police,           Agency::health,
    Agency::education,          Agency::adult_services,   Agency::housing,
    Agency::probation,          Agency::voluntary_sector, Agency::other};

} // namespace

base::Result<FamilyForm, casework::OpenRefused> open_conference_form(const Caller& caller,
                                                                     std::string_view page) {
    const auto id = entry_in(caller, "id");
    if (!id) {
        return base::Err{casework::OpenRefused{casework::NotFoundOrNotYours{}}};
    }
    auto opened = casework::open_conference(caller.office(), caller.viewer, *id,
                                            access::Action::run_conference, page);
    if (!opened.ok()) {
        return base::Err{opened.error()};
    }
    auto form = form_about(caller, std::move(opened.value().children));
    form.home = "conference";
    form.home_id = base::to_text(id->uuid);
    return base::Ok{std::move(form)};
}

base::EntryId conference_entry(const FamilyForm& form) {
    return base::EntryId{base::parse_uuid(form.home_id).value_or(base::Uuid{})};
}

protection::Conference conference_of(const FamilyForm& form) {
    const auto& child = form.first();
    const auto history = protection::conferences_of(child.child, child.entries, std::nullopt);
    const auto* conference = history.of(conference_entry(form));
    return conference == nullptr ? protection::Conference{} : *conference;
}

casework::AboutChildren about_children(const FamilyForm& form) {
    casework::AboutChildren ids;
    for (const auto& child : form.children) {
        ids.push_back(child->child);
    }
    return ids;
}

std::string which_conference(const FamilyForm& form) {
    const auto conference = conference_of(form);
    return title_of(form.say(), conference.type) + ", " + near_date(form.caller, conference.on()) +
           ": " + names_of(form.children);
}

std::vector<Option> agencies_of(const FamilyForm& form) {
    auto order = protection::invited_agencies(conference_of(form));
    for (const auto agency : all_agencies) {
        if (std::ranges::find(order, agency) == order.end()) {
            order.push_back(agency);
        }
    }
    std::vector<Option> options;
    for (const auto agency : order) {
        options.push_back({boost::describe::enum_to_string(agency, ""), said(form.say(), agency)});
    }
    return options;
}

void add_form_page(Site& site, const FormPage& page) {
    add_page(site, Method::get, std::string{page.name}, std::string{page.pattern},
             [page](const Caller& caller) {
                 auto form = open_conference_form(caller, page.looked);
                 if (!form.ok()) {
                     return refusal(caller, form.error());
                 }
                 if (page.begin != nullptr) {
                     page.begin(form.value());
                 }
                 return page.draw(form.value());
             });
    add_page(site, Method::post, std::string{page.name}, std::string{page.pattern},
             [page](const Caller& caller) {
                 auto form = open_conference_form(caller, page.looked);
                 return form.ok() ? page.save(std::move(form).value())
                                  : refusal(caller, form.error());
             });
}

} // namespace gweld::web::pages

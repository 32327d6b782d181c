#include "web/pages/enquiries/invited.h"
#include "web/components/markup.h"
#include "web/pages/meetings/agency_words.h"

#include "web/components/fieldset.h"
#include "web/pages/enquiries/enquiry_words.h"
#include "web/pages/enquiries/rows.html.h"

#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages {

namespace {

using record::Agency;
using record::Came;
using words::mark;

constexpr std::array usual{Agency::childrens_services, Agency::police, Agency::health,
                           Agency::education};
constexpr std::array others{Agency::health,  Agency::education, Agency::adult_services,
                            Agency::housing, Agency::probation, Agency::voluntary_sector,
                            Agency::other};
constexpr std::size_t rows = 6;
constexpr std::size_t have_to_be_said = 2; // children's services and the police
constexpr std::string_view not_invited = "not_invited";

std::string named(std::string_view what, std::size_t row) {
    return std::string{what} + "-" + std::to_string(row + 1);
}

std::vector<Option> answers_to_came(const Words& say) {
    std::vector<Option> options;
    for (const auto came : {Came::attended, Came::sent_apologies, Came::did_not_come}) {
        options.push_back({boost::describe::enum_to_string(came, ""), said(say, came)});
    }
    options.push_back({std::string{not_invited}, say.say("Was not invited")});
    return options;
}

std::vector<Option> agencies(const Words& say) {
    std::vector<Option> options;
    for (const auto agency : others) {
        options.push_back({boost::describe::enum_to_string(agency, ""), said(say, agency)});
    }
    return options;
}

Html row_of(const Words& say, const Questions& ask, std::size_t row) {
    const auto came =
        ask.from_list({named("came", row), say.say("Were they there?")}, answers_to_came(say));
    std::vector<Html> fields;
    if (row >= usual.size()) {
        fields.push_back(ask.from_list({named("agency", row), say.say("Agency")}, agencies(say)));
        fields.push_back(came);
    }
    fields.push_back(ask.line({named("name", row), say.say("Name")}));
    fields.push_back(ask.line({named("role", row), say.say("Role")}));
    Markup content;
    content.put(row < usual.size() ? came : Html{});
    content.put(in_pairs(
        say, fields, ask.box({named("brought", row), say.say("What did they know or say?")}, 2)));
    govuk::Fieldset box;
    box.legend.content = row < usual.size() ? said(say, usual.at(row)) : say.say("Somebody else");
    box.legend.classes = "app-child__name";
    box.classes = "app-child";
    box.content = content.take();
    return govuk::render(box);
}

void fault_when_not_said(std::size_t row, Answers& answers) {
    if (row < have_to_be_said) {
        answers.fault(named("came", row), usual.at(row) == Agency::police
                                              ? mark("Say whether the police were there")
                                              : mark("Say whether children’s services were there"));
    }
}

std::optional<Agency> agency_of(std::size_t row, Answers& answers) {
    return row < usual.size()
               ? std::optional{usual.at(row)}
               : answers.choice<Agency>(named("agency", row), mark("Choose the agency"));
}

} // namespace

std::vector<Html> ask_invited(const Words& say, const Fields& typed,
                              std::span<const FieldFault> faults) {
    const Questions ask{say, typed, faults};
    std::vector<Html> boxes;
    for (std::size_t row = 0; row < rows; ++row) {
        boxes.push_back(row_of(say, ask, row));
    }
    return boxes;
}

std::vector<record::AgencyAtMeeting> read_invited(const Fields& posted, Answers& answers) {
    std::vector<record::AgencyAtMeeting> people;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto came = posted.text(named("came", row));
        record::AgencyAtMeeting person;
        person.name = answers.text(named("name", row));
        person.role = answers.text(named("role", row));
        person.brought = answers.text(named("brought", row));
        const bool typed = !person.name.empty() || !person.role.empty() || !person.brought.empty();
        if (came.empty() && !typed) {
            fault_when_not_said(row, answers);
            continue;
        }
        if (came == not_invited && !typed) {
            continue;
        }
        const auto agency = agency_of(row, answers);
        const auto answer =
            answers.choice<Came>(named("came", row), mark("Say whether they were there"));
        if (answer == Came::attended && person.name.empty()) {
            answers.fault(FieldFault{
                named("name", row),
                mark("Enter the name of who was there"),
                {},
                {},
                agency ? agency_mark(boost::describe::enum_to_string(*agency, "")) : ""});
        }
        person.agency = agency.value_or(Agency::other);
        person.came = answer.value_or(Came::did_not_come);
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace gweld::web::pages

#include "web/pages/front_door/contact_typed.h"

#include "casework/contacts.h"
#include "casework/standing.h"
#include "web/pages/forms/prefill.h"
#include "web/pages/forms/typed.h"
#include "words/words.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>

namespace gweld::web::pages::door {

namespace {

using words::mark;

constexpr std::array<std::string_view, 12> of_a_child{
    "name",           "born-day",      "born-month", "born-year", "age",    "expected-day",
    "expected-month", "expected-year", "address",    "postcode",  "number", "school"};

void find_person(const PersonNumbered& numbered, std::size_t nth, Answers& answers,
                 record::ChildInContact& child) {
    const auto number = answers.text(child_field(nth, "number"));
    if (number.empty()) {
        return;
    }
    const auto person = numbered(number);
    if (!person) {
        answers.fault(child_field(nth, "number"), mark("Nobody has this record number"));
        return;
    }
    child.person = base::PersonId{person->person};
    if (child.name.empty()) {
        child.name = casework::full_name(*person);
    }
}

record::ChildInContact child_typed(const PersonNumbered& numbered, std::size_t nth,
                                   Answers& answers) {
    auto child = child_as_given(nth, answers);
    find_person(numbered, nth, answers, child);
    check_name(child, nth, answers);
    return child;
}

void read_children(const Fields& posted, const PersonNumbered& numbered, std::size_t kept,
                   Answers& answers, record::ContactReceived& contact) {
    const auto blocks = std::max(kept, child_blocks(posted));
    for (std::size_t nth = 1; nth <= blocks; ++nth) {
        if (nth <= kept || !is_empty_child(posted, nth)) {
            contact.children.push_back(child_typed(numbered, nth, answers));
            check_age(contact.children.back(), nth, contact.on, answers);
        }
    }
}

void read_referrer(Answers& answers, record::ContactReceived& contact) {
    const auto source =
        answers.choice<record::ContactSource>("source", mark("Say who is telling us"));
    contact.source = source.value_or(record::ContactSource::member_of_public);
    contact.organisation = answers.text("organisation");
    contact.referrer = answers.text("referrer");
    contact.referrer_role = answers.text("role");
    contact.reach = answers.text("reach");
    if (source && casework::is_professional(*source) && contact.referrer.empty()) {
        answers.fault("referrer",
                      mark("Enter the name of the professional: they are never anonymous"));
    }
}

void put_child(std::vector<Field>& fields, std::size_t nth, const record::ChildInContact& child) {
    const auto put = [&](std::string_view what, const std::string& text) {
        fields.push_back({child_field(nth, what), text});
    };
    put("name", child.name);
    put("age", child.age);
    put("address", child.address);
    put("postcode", child.postcode);
    if (child.born) {
        put_date(fields, child_field(nth, "born"), *child.born);
    }
    if (child.expected) {
        put_date(fields, child_field(nth, "expected"), *child.expected);
    }
}

// What no form offers is left to be chosen.
template <class Enum> void put_choice(std::vector<Field>& fields, std::string name, Enum value) {
    if (value != Enum::not_recorded) {
        fields.push_back({std::move(name), boost::describe::enum_to_string(value, "")});
    }
}

} // namespace

std::string child_field(std::size_t nth, std::string_view what) {
    return "child-" + std::to_string(nth) + "-" + std::string{what};
}

bool is_empty_child(const Fields& posted, std::size_t nth) {
    return std::ranges::all_of(of_a_child, [&](std::string_view what) {
        return trimmed(posted.text(child_field(nth, what))).empty();
    });
}

record::ChildInContact child_as_given(std::size_t nth, Answers& answers) {
    record::ChildInContact child;
    child.name = answers.text(child_field(nth, "name"));
    child.born = answers.past_date(
        child_field(nth, "born"), "",
        mark("A date of birth is in the past. For an unborn child give the expected date"),
        mark("Date of birth, if you know it"));
    child.age = answers.text(child_field(nth, "age"));
    child.expected = answers.date(child_field(nth, "expected"), "",
                                  mark("For an unborn child: when the birth is expected"));
    child.address = answers.text(child_field(nth, "address"));
    child.postcode = postcode_typed(answers.text(child_field(nth, "postcode")));
    return child;
}

void check_age(const record::ChildInContact& child, std::size_t nth, time::CivilDate on,
               Answers& answers) {
    if (const auto years = casework::adult_on(child, on)) {
        answers.fault({child_field(nth, "born-day"),
                       mark("{name} would be {n}. Is the date of birth right? A contact is about "
                            "a child: somebody under 18"),
                       child.name.empty() ? "?" : child.name, std::to_string(*years)});
    }
}

void check_name(const record::ChildInContact& child, std::size_t nth, Answers& answers) {
    if (child.name.empty()) {
        answers.fault(child_field(nth, "name"), mark("Enter a name, or what the child was called"));
    }
    if (casework::letters_in(child.name) > casework::longest_name) {
        answers.fault(child_field(nth, "name"), mark("A name can be 200 letters long at most"));
    }
}

Fields fields_of(const record::ContactReceived& contact) {
    std::vector<Field> fields;
    put_date(fields, "on", contact.on);
    fields.push_back({"at", contact.at});
    put_choice(fields, "channel", contact.channel);
    put_choice(fields, "source", contact.source);
    put_choice(fields, "harm", contact.harm);
    fields.push_back({"organisation", contact.organisation});
    fields.push_back({"referrer", contact.referrer});
    fields.push_back({"role", contact.referrer_role});
    fields.push_back({"reach", contact.reach});
    fields.push_back({"children", std::to_string(contact.children.size())});
    for (std::size_t i = 0; i < contact.children.size(); ++i) {
        put_child(fields, i + 1, contact.children[i]);
    }
    fields.push_back({"worry", contact.worry});
    fields.push_back({"language", contact.worry_language});
    return Fields{std::move(fields)};
}

std::size_t child_blocks(const Fields& posted) {
    const auto typed = whole_number(posted.text("children")).value_or(1);
    return static_cast<std::size_t>(
        std::clamp(typed, 1, static_cast<int>(casework::most_children_in_a_contact)));
}

base::Result<record::ContactReceived, std::vector<FieldFault>>
parse_contact(const Fields& posted, time::CivilDate today, const PersonNumbered& numbered,
              std::size_t kept) {
    Answers answers{posted, today};
    record::ContactReceived contact;
    contact.on = answers
                     .past_date("on", mark("Say on which day it came in"),
                                mark("The contact cannot have come in later than now"),
                                mark("On which day?"))
                     .value_or(today);
    contact.at = answers.time_of_day("at");
    if (trimmed(posted.text("at")).empty()) {
        answers.fault("at", mark("Enter the time it came in, for example 10:06"));
    }
    contact.channel = answers.choice<record::Channel>("channel", mark("Say how it came in"))
                          .value_or(record::Channel::other);
    read_referrer(answers, contact);
    read_children(posted, numbered, kept, answers, contact);
    contact.worry = answers.text("worry", mark("Write what the worry is, in the caller’s words"));
    contact.worry_language = answers.text("language");
    const auto harm = answers.choice<record::SignificantHarm>(
        "harm", mark("Say whether a child may be suffering significant harm"));
    contact.harm = harm.value_or(record::SignificantHarm::possible);
    if (!answers.all_well()) {
        return base::Err{answers.take_faults()};
    }
    return base::Ok{std::move(contact)};
}

} // namespace gweld::web::pages::door

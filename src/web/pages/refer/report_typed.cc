#include "web/pages/refer/report_typed.h"

#include "web/pages/forms/typed.h"
#include "web/pages/front_door/contact_typed.h"
#include "words/words.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

using casework::letters_in;
using words::mark;

constexpr std::array<std::string_view, 3> of_an_adult{"name", "relation", "reach"};

// What is too long is said beside its question; nothing is cut.
std::string line(Answers& answers, const std::string& name, std::string_view when_empty = {}) {
    auto text = answers.text(name, when_empty);
    if (letters_in(text) > casework::longest_name) {
        answers.fault(name, mark("This can be 200 letters long at most"));
    }
    return text;
}

std::string account(Answers& answers, const std::string& name, std::string_view question,
                    std::string_view when_empty = {}) {
    auto text = answers.text(name, when_empty);
    if (letters_in(text) > casework::longest_text) {
        answers.fault({name,
                       mark("This can be 10,000 letters long at most. Send the rest as a file"),
                       {},
                       {},
                       question});
    }
    return text;
}

void read_sender(Answers& answers, record::ContactReceived& contact) {
    const auto source = answers.choice<record::ContactSource>("source", mark("Say where you work"));
    contact.source = source.value_or(record::ContactSource::other_professional);
    if (source && !record::is_professional(*source)) {
        answers.fault("source", mark("This form is for professionals. Phone us instead"));
    }
    contact.referrer = line(answers, "referrer", mark("Enter your name"));
    contact.referrer_role = line(answers, "role", mark("Enter your role"));
    contact.organisation =
        line(answers, "organisation", mark("Enter the name of your organisation"));
    const auto phone = line(answers, "phone");
    const auto mail = line(answers, "email");
    if (phone.empty() && mail.empty()) {
        answers.fault("phone", mark("Enter a telephone number or an e-mail address, so that we can "
                                    "reach you"));
    }
    if (!phone.empty() && !looks_like_phone(phone)) {
        answers.fault("phone", mark("Enter a telephone number in figures, like 01632 960 001"));
    }
    if (!mail.empty() && !looks_like_email(mail)) {
        answers.fault("email", mark("Enter an e-mail address like name@example.com, so that we can "
                                    "reach you"));
    }
    contact.reach = phone + (phone.empty() || mail.empty() ? "" : ", ") + mail;
}

void read_children(const Fields& posted, Answers& answers, casework::Referral& report) {
    for (std::size_t nth = 1; nth <= door::child_blocks(posted); ++nth) {
        if (nth == 1 || !door::is_empty_child(posted, nth)) {
            auto child = door::child_as_given(nth, answers);
            door::check_name(child, nth, answers);
            door::check_age(child, nth, answers.today(), answers);
            for (const auto* what : {"age", "address", "postcode"}) {
                line(answers, door::child_field(nth, what));
            }
            report.contact.children.push_back(std::move(child));
            report.form.schools.push_back(line(answers, door::child_field(nth, "school")));
        }
    }
}

void read_adults(const Fields& posted, Answers& answers, record::ReferralSent& form) {
    for (std::size_t nth = 1; nth <= adult_blocks(posted); ++nth) {
        const bool empty = std::ranges::all_of(of_an_adult, [&](auto what) {
            return trimmed(posted.text(adult_field(nth, what))).empty();
        });
        if (!empty) {
            form.adults.push_back({line(answers, adult_field(nth, "name")),
                                   line(answers, adult_field(nth, "relation")),
                                   line(answers, adult_field(nth, "reach"))});
        }
    }
}

void read_worry(Answers& answers, casework::Referral& report) {
    report.contact.worry = account(answers, "worry", mark("What worries you?"),
                                   mark("Write what worries you, in your own words"));
    report.contact.worry_language = answers.text("language");
    report.form.seen = account(answers, "seen", mark("What have you seen or been told, and when?"));
    report.form.history =
        account(answers, "history", mark("What happened before, as far as you know?"));
    report.form.done_already =
        account(answers, "done-already", mark("What is being done already, and by whom?"));
    const auto danger = answers.text("danger", mark("Say whether a child is in danger"));
    report.form.danger = danger == "now" ? record::DangerNow::yes : record::DangerNow::no;
    // Not sure is taken as possible: whoever reads it decides.
    report.contact.harm = danger == "not_suspected" ? record::SignificantHarm::not_suspected
                                                    : record::SignificantHarm::possible;
}

void read_family(Answers& answers, record::ReferralSent& form) {
    form.family_told = answers.choice<record::FamilyTold>("family-told", "");
    form.agrees = answers.choice<record::Agrees>("agrees", "");
    form.why_not =
        account(answers, "why-not", mark("If they do not know or do not agree: why not?"));
    form.languages =
        account(answers, "languages",
                mark("Which languages are spoken at home, and is an interpreter needed?"));
    form.communication =
        account(answers, "communication", mark("How do the child and the parents communicate?"));
}

} // namespace

std::size_t adult_blocks(const Fields& posted) {
    const auto typed = whole_number(posted.text("adults")).value_or(1);
    return static_cast<std::size_t>(std::clamp(typed, 1, static_cast<int>(casework::most_adults)));
}

std::string adult_field(std::size_t nth, std::string_view what) {
    return "adult-" + std::to_string(nth) + "-" + std::string{what};
}

base::Result<casework::Referral, std::vector<FieldFault>> parse_report(const Fields& posted,
                                                                       time::CivilDate today) {
    Answers answers{posted, today};
    casework::Referral report;
    read_sender(answers, report.contact);
    read_children(posted, answers, report);
    read_adults(posted, answers, report.form);
    read_family(answers, report.form);
    read_worry(answers, report);
    if (!answers.all_well()) {
        return base::Err{answers.take_faults()};
    }
    return base::Ok{std::move(report)};
}

WrongReport wrong_with(casework::ReferralNonsense nonsense) {
    using casework::ReferralNonsense;
    switch (nonsense) {
    case ReferralNonsense::not_a_professional:
        return {"source", mark("This form is for professionals. Phone us instead")};
    case ReferralNonsense::no_role:
        return {"role", mark("Enter your role")};
    case ReferralNonsense::no_organisation:
        return {"organisation", mark("Enter the name of your organisation")};
    case ReferralNonsense::no_reach:
        return {"phone", mark("Enter a telephone number or an e-mail address, so that we can "
                              "reach you")};
    case ReferralNonsense::too_long:
        return {"worry", mark("This can be 10,000 letters long at most. Send the rest as a file")};
    case ReferralNonsense::too_many_adults:
        return {"adult-1-name", mark("Eight adults can be named at most")};
    case ReferralNonsense::too_many_files:
        break;
    }
    return {"file", mark("Five files can be sent at most")};
}

} // namespace gweld::web::pages

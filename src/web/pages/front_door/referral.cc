#include "web/pages/front_door/referral.h"

#include "casework/contact_file.h"
#include "casework/referral_story.h"
#include "web/pages/front_door/referral.html.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/paper/paper.h"
#include "web/pages/problems/problems.h"
#include "web/pages/refer/report_asked.h"

#include <array>

namespace gweld::web::pages {

namespace {

using casework::May;
using casework::OpenContact;
using casework::ReferralStory;

struct Shown {
    const Caller& caller;
    const OpenContact& open;
    const ReferralStory& story;
    const Words& say() const { return caller.say; }
    std::string id() const { return base::to_text(open.row.contact); }
    Url to(std::string_view route) const { return caller.to(route, {{"id", id()}}); }
};

std::string size_words(const Words& say, int bytes) {
    constexpr int kilobyte = 1024;
    constexpr int megabyte = kilobyte * kilobyte;
    return bytes < megabyte
               ? say.say("{n} KB", {{"n", std::to_string((bytes + kilobyte - 1) / kilobyte)}})
               : say.say("{n} MB", {{"n", std::to_string((bytes + megabyte / 2) / megabyte)}});
}

std::vector<FileLink> links_to(const Shown& shown, const std::vector<record::KeptFile>& files) {
    std::vector<FileLink> links;
    for (const auto& file : files) {
        links.push_back(
            {file.name, size_words(shown.say(), file.size),
             shown.caller.to("contact.file", {{"id", shown.id()}, {"digest", file.digest}})});
    }
    return links;
}

void add(std::vector<FormAnswer>& answers, std::string question, std::string answer) {
    if (!answer.empty()) {
        answers.push_back({std::move(question), std::move(answer)});
    }
}

std::string told_words(const Words& say, const std::optional<record::FamilyTold>& told) {
    return !told                              ? std::string{}
           : *told == record::FamilyTold::yes ? say.say("Yes")
                                              : say.say("No");
}

std::string agrees_words(const Words& say, const std::optional<record::Agrees>& agrees) {
    if (!agrees) {
        return {};
    }
    switch (*agrees) {
    case record::Agrees::yes:
        return say.say("Yes, they agree");
    case record::Agrees::no:
        return say.say("No, they do not agree");
    case record::Agrees::not_asked:
        break;
    }
    return say.say("They have not been asked");
}

std::string adult_words(const record::ReferredAdult& adult) {
    std::string words = adult.name;
    for (const auto* more : {&adult.relation, &adult.reach}) {
        words += words.empty() || more->empty() ? "" : ", ";
        words += *more;
    }
    return words;
}

std::vector<FormAnswer> answers_in(const Shown& shown, const record::ReferralSent& form) {
    const auto& say = shown.say();
    std::vector<FormAnswer> answers;
    if (form.danger == record::DangerNow::yes) {
        add(answers, say.say("Is a child in danger?"), say.say("Yes, now"));
    }
    add(answers, say.say("What have you seen or been told, and when?"), form.seen);
    add(answers, say.say("What happened before, as far as you know?"), form.history);
    add(answers, say.say("What is being done already, and by whom?"), form.done_already);
    for (std::size_t i = 0; i < form.schools.size(); ++i) {
        add(answers, say.say("School of child {n}", {{"n", std::to_string(i + 1)}}),
            form.schools[i]);
    }
    for (const auto& adult : form.adults) {
        add(answers, say.say("Parent, carer or other adult"), adult_words(adult));
    }
    add(answers, say.say("Which languages are spoken at home, and is an interpreter needed?"),
        form.languages);
    add(answers, say.say("How do the child and the parents communicate?"), form.communication);
    add(answers, say.say("Does the family know that you are sending this?"),
        told_words(say, form.family_told));
    add(answers, say.say("Do they agree?"), agrees_words(say, form.agrees));
    add(answers, say.say("If they do not know or do not agree: why not?"), form.why_not);
    return answers;
}

void put_form(const Shown& shown, ReferralParts& parts) {
    const auto& say = shown.say();
    const auto& form = *shown.story.form;
    parts.count = say.say("{given} of {asked} answered", {{"given", std::to_string(form.given)},
                                                          {"asked", std::to_string(form.asked)}}) +
                  ".";
    parts.reference = form.reference;
    parts.missing = missing_words(say, form.missing);
    parts.answers = answers_in(shown, form);
    parts.files = links_to(shown, form.files);
    parts.may_ask = shown.open.work == May::yes && !shown.open.decided() &&
                    shown.open.row.worker == shown.caller.viewer.worker;
    parts.ask = shown.to("contact.ask");
}

void put_questions(const Shown& shown, ReferralParts& parts) {
    const auto& say = shown.say();
    for (const auto& asked : shown.story.questions) {
        AskedBack out;
        out.question = asked.question;
        out.asked =
            say.say("{name}, {moment}", {{"name", asked.by}, {"moment", say.moment(asked.at)}});
        if (asked.answer) {
            out.answer = asked.answer->body.answer;
            out.answered = say.say("Answered by the referrer at {moment}",
                                   {{"moment", say.moment(asked.answer->at)}});
            out.files = links_to(shown, asked.answer->body.files);
        }
        parts.questions.push_back(std::move(out));
    }
}

void put_telling(const Shown& shown, ReferralParts& parts) {
    const auto& say = shown.say();
    const auto& row = shown.open.row;
    for (const auto& told : shown.story.told) {
        const auto& body = told.body;
        const auto date = say.short_date(body.on);
        parts.told.push_back(
            {body.how == record::ToldBy::not_told
                 ? say.say("They will not be told ({date}).", {{"date", date}})
                 : say.say("{name} was told on {date}.", {{"name", body.whom}, {"date", date}}) +
                       " " + door::told_by_words(say, body.how) + ".",
             body.told, say.say("Recorded by {name}", {{"name", told.by}})});
    }
    if (door::told_by_letter(shown.story) != nullptr) {
        parts.letter = ways_out(shown.caller, "contact.letter", {{"id", shown.id()}},
                                say.say("The letter to the referrer"));
    }
    // What an earlier system decided it may have told too: it does not say.
    if (row.decided_day && record::is_professional(shown.open.received.source) &&
        parts.told.empty()) {
        const auto days = shown.caller.today().day_number() - *row.decided_day;
        parts.to_tell =
            say.say("{name} has not been told what was decided.", {{"name", row.referrer}}) + " " +
            (days == 0 ? say.say("It was decided today.")
                       : say.say_n("It was decided 1 day ago.", "It was decided {n} days ago.",
                                   static_cast<long>(days)));
        parts.may_tell = shown.open.work == May::yes;
        parts.tell = shown.to("contact.tell");
    }
}

// ---- a file ----------------------------------------------------------------------------------

Response give_file(const Caller& caller) {
    const auto contact = door::contact_in(caller);
    if (!contact) {
        return not_found(caller);
    }
    auto opened =
        casework::open_file(caller.office(), caller.viewer, *contact, caller.param("digest"));
    if (opened.ok()) {
        auto& file = opened.value();
        return download(std::move(file.bytes), file.file.type, file.file.name);
    }
    if (const auto* fault = std::get_if<record::StoreFault>(&opened.error())) {
        return store_says(caller, *fault);
    }
    return std::holds_alternative<casework::FileIsNotAsRecorded>(opened.error())
               ? store_says(caller, record::StoreFault::damaged)
               : not_found(caller);
}

} // namespace

namespace door {

std::string told_by_words(const Words& say, record::ToldBy how) {
    switch (how) {
    case record::ToldBy::telephone:
        return say.say("By telephone");
    case record::ToldBy::letter:
        return say.say("By letter");
    case record::ToldBy::secure_email:
        return say.say("By secure e-mail");
    case record::ToldBy::in_person:
        return say.say("In person");
    case record::ToldBy::not_told:
        break;
    }
    return say.say("They will not be told");
}

std::string form_words(const Words& say, const record::ReferralRow& form) {
    auto words =
        say.say("Form: {given} of {asked} answered",
                {{"given", std::to_string(form.given)}, {"asked", std::to_string(form.asked)}});
    if (form.files > 0) {
        words += ", " + say.say_n("1 file", "{n} files", static_cast<long>(form.files));
    }
    return words;
}

Html referral_part(const Caller& caller, const OpenContact& open) {
    const auto story = casework::referral_story(open.history);
    const Shown shown{caller, open, story};
    ReferralParts parts;
    if (story.form) {
        put_form(shown, parts);
    }
    put_questions(shown, parts);
    put_telling(shown, parts);
    return referral(caller.say, parts);
}

} // namespace door

void add_contact_file_pages(Site& site) {
    add_page(site, Method::get, "contact.file", "/contact/{id}/file/{digest}", give_file);
}

} // namespace gweld::web::pages

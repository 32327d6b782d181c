#include "casework/referrals.h"
#include "web/csrf.h"
#include "web/pages/forms/answers.h"
#include "web/pages/frame/frame.h"
#include "web/pages/refer/refer.h"
#include "web/pages/refer/refer.html.h"
#include "web/pages/refer/visitor.h"

namespace gweld::web::pages {

namespace {

using casework::OpenQuestion;
using casework::Receipt;

// ---- who is it? ------------------------------------------------------------------------------

Sheet who_sheet(const Visitor& visitor, const Fields& typed, std::vector<FieldFault> faults = {},
                int status = 200) {
    const auto& say = visitor.say;
    const Questions ask{say, typed, faults};
    Sheet sheet;
    sheet.back = visitor.to("refer");
    sheet.back_words = say.say("Report a worry about a child");
    sheet.heading = say.say("Answer a question we asked you");
    sheet.lede = say.say("You were given a reference and a secret code when you sent your report. "
                         "Nothing about the child is shown here but the question itself.");
    sheet.questions = {
        ask.line({"reference", say.say("Your reference"), say.say("For example: BCD-FGH-JKL")}),
        ask.line({"code", say.say("Your secret code"), say.say("For example: MNPR-STVX-ZBCD")})};
    sheet.action = visitor.to("refer.answer");
    sheet.save = say.say("Continue");
    sheet.faults = std::move(faults);
    sheet.status = status;
    return sheet;
}

Response ask_who(const Visitor& visitor) {
    return show(visitor, who_sheet(visitor, visitor.request.query), form_key(visitor));
}

// One answer for a reference that is none, a wrong code and a report of somebody else's.
Response wrong_who(const Visitor& visitor) {
    return show(visitor,
                who_sheet(visitor, visitor.request.form,
                          {{"reference",
                            words::mark("There is no report with this reference and code. Check "
                                        "both, letter by letter"),
                            {}}},
                          422),
                form_key(visitor));
}

Receipt receipt_in(const Visitor& visitor) {
    const auto& form = visitor.request.form;
    return casework::receipt_typed(form.text("reference"), form.text("code"));
}

Response refused(const Visitor& visitor, const Sheet& sheet, const Refusal& refusal) {
    auto again = sheet;
    again.status = status_of(refusal.why);
    auto answer = show(visitor, again, form_key(visitor), sentence_for(visitor, refusal));
    if (refusal.why == NotTaken::too_often) {
        answer.with("Retry-After", std::to_string(refusal.wait.count()));
    }
    return answer;
}

// ---- the question ----------------------------------------------------------------------------

Sheet answer_sheet(const Visitor& visitor, const OpenQuestion& question,
                   std::vector<FieldFault> faults = {}, int status = 200) {
    const auto& say = visitor.say;
    const auto receipt = receipt_in(visitor);
    const Questions ask{say, visitor.request.form, faults};
    Sheet sheet;
    sheet.back = visitor.to("refer.answer");
    sheet.heading = say.say("Answer a question we asked you");
    sheet.questions = {question_asked(say, receipt.reference, question.question),
                       ask.box({"answer", say.say("Your answer"), {}}),
                       ask_for_files(visitor, faults),
                       hidden_field("reference", receipt.reference),
                       hidden_field("code", receipt.code),
                       hidden_field("question", base::to_text(question.id.uuid))};
    sheet.action = visitor.to("refer.answer.send");
    sheet.save = say.say("Send the answer");
    sheet.carries = Carries::files;
    sheet.faults = std::move(faults);
    sheet.status = status;
    return sheet;
}

Response no_question(const Visitor& visitor, std::string heading) {
    const auto& say = visitor.say;
    Frame frame;
    frame.title = heading;
    frame.content = nothing_asked(
        say, heading, say.say("If you have something to add, phone.") + " " + visitor.duty_phone());
    return framed_for_anyone(visitor.site, visitor.request, frame);
}

Response show_question(const Visitor& visitor) {
    if (const auto refusal = refuse(visitor, visitor.site.for_partners.answering)) {
        return refused(visitor, who_sheet(visitor, visitor.request.form), *refusal);
    }
    const auto open = casework::questions_for(visitor.site.office, receipt_in(visitor));
    if (!open.ok()) {
        return std::holds_alternative<record::StoreFault>(open.error())
                   ? show_store_fault(visitor, who_sheet(visitor, visitor.request.form),
                                      form_key(visitor))
                   : wrong_who(visitor);
    }
    if (open.value().empty()) {
        return no_question(visitor, visitor.say.say("There is no question for you at the moment"));
    }
    // A key of its own: the one of the page before belongs to no answer.
    return show(visitor, answer_sheet(visitor, open.value().front()), random_token());
}

// ---- the answer ------------------------------------------------------------------------------

std::string_view sentence_for(casework::AnswerNonsense nonsense) {
    switch (nonsense) {
    case casework::AnswerNonsense::empty:
        return words::mark("Write your answer");
    case casework::AnswerNonsense::too_long:
        return words::mark("This can be 10,000 letters long at most. Send the rest as a file");
    case casework::AnswerNonsense::too_many_files:
        break;
    }
    return words::mark("Five files can be sent at most");
}

Response thanks(const Visitor& visitor) {
    const auto& say = visitor.say;
    const auto open = casework::questions_for(visitor.site.office, receipt_in(visitor));
    const bool more = open.ok() && !open.value().empty();
    Frame frame;
    frame.title = say.say("Thank you: we have your answer");
    frame.content = answered(
        say,
        more ? say.say("There is one more question for you: begin again with the same reference "
                       "and code.")
             : say.say("We will tell you what was decided."),
        visitor.to("refer.answer"));
    return framed_for_anyone(visitor.site, visitor.request, frame);
}

Response not_answered(const Visitor& visitor, const Sheet& sheet, const OpenQuestion& question,
                      const casework::AnswerRefused& why) {
    const auto key = form_key(visitor);
    return std::visit(
        base::overloaded{
            [&](const casework::WrongReferenceOrCode&) { return wrong_who(visitor); },
            [&](const casework::QuestionIsClosed&) {
                auto kept = sheet;
                kept.status = 409;
                return show(visitor, kept, random_token(),
                            visitor.say.say("Your answer was not sent: the question is answered "
                                            "already, or your report has been decided. What you "
                                            "wrote is still below. Please tell us by telephone:") +
                                " " + visitor.duty_phone());
            },
            [&](casework::AnswerNonsense nonsense) {
                const auto* field =
                    nonsense == casework::AnswerNonsense::too_many_files ? "file" : "answer";
                return show(
                    visitor,
                    answer_sheet(visitor, question, {{field, sentence_for(nonsense), {}}}, 422),
                    key);
            },
            [&](const std::vector<casework::FileNotTaken>& files) {
                return show(visitor, answer_sheet(visitor, question, faults_of(files), 422), key);
            },
            [&](const casework::KeyUsedForSomethingElse&) {
                return show(visitor, sheet, random_token(),
                            visitor.say.say("Press the button again."));
            },
            [&](record::StoreFault) { return show_store_fault(visitor, sheet, key); },
        },
        why);
}

Response send_answer(const Visitor& visitor) {
    const auto& form = visitor.request.form;
    const auto id = base::parse_uuid(form.text("question"));
    // Before anything is looked up, and with one page for a right code and a wrong one: guessing is
    // slowed down here as on the page before.
    if (const auto refusal = refuse(visitor, visitor.site.for_partners.answering)) {
        return refused(visitor,
                       answer_sheet(visitor, {base::EntryId{id.value_or(base::Uuid{})}, {}}),
                       *refusal);
    }
    const auto open = casework::questions_for(visitor.site.office, receipt_in(visitor));
    if (!open.ok() || !id) {
        return wrong_who(visitor);
    }
    OpenQuestion question{base::EntryId{*id}, {}};
    for (const auto& one : open.value()) {
        question = one.id == question.id ? one : question;
    }
    std::vector<FieldFault> faults;
    const Answers answers{form, visitor.site.office.today()};
    casework::AnswerToFrontDoor answer{question.id, answers.text("answer"),
                                       files_of(visitor, faults)};
    if (!faults.empty()) {
        return show(visitor, answer_sheet(visitor, question, std::move(faults), 422),
                    form_key(visitor));
    }
    const auto sheet = answer_sheet(visitor, question);
    const auto done = casework::answer_question(visitor.site.office, receipt_in(visitor), answer,
                                                form_key(visitor));
    return done.ok() ? thanks(visitor) : not_answered(visitor, sheet, question, done.error());
}

Response to_the_beginning(const Visitor& visitor) { return see_other(visitor.to("refer.answer")); }

} // namespace

void add_answer_pages(Site& site) {
    add_visitor_page(site, Method::get, "refer.answer", "/refer/answer", ask_who);
    add_visitor_page(site, Method::post, "refer.answer", "/refer/answer", show_question);
    add_visitor_page(site, Method::get, "refer.answer.send", "/refer/answer/send",
                     to_the_beginning);
    add_visitor_page(site, Method::post, "refer.answer.send", "/refer/answer/send", send_answer);
}

} // namespace gweld::web::pages

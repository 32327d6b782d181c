#include "casework/front_door.h"
#include "web/components/button.h"
#include "web/csrf.h"
#include "web/pages/frame/frame.h"
#include "web/pages/front_door/contact_typed.h"
#include "web/pages/front_door/wording.h"
#include "web/pages/refer/refer.h"
#include "web/pages/refer/refer.html.h"
#include "web/pages/refer/report_asked.h"
#include "web/pages/refer/report_typed.h"

namespace gweld::web::pages {

namespace {

using casework::Referral;

// ---- the first page: the questions -----------------------------------------------------------

Sheet question_sheet(const Visitor& visitor, const Fields& typed,
                     std::vector<FieldFault> faults = {}, int status = 200) {
    const auto& say = visitor.say;
    Sheet sheet;
    sheet.heading = say.say("Report a worry about a child");
    sheet.questions = report_questions(visitor, typed, faults);
    sheet.action = visitor.to("refer");
    sheet.save = say.say("Continue");
    sheet.faults = std::move(faults);
    sheet.status = status;
    return sheet;
}

Response show_questions(const Visitor& visitor) {
    const Fields begins{{{"language", std::string{words::tag_of(visitor.say.language())}}}};
    return show(visitor, question_sheet(visitor, begins), form_key(visitor));
}

// One more block, with everything typed kept.
Fields with_one_more(const Fields& posted, std::string_view counter, std::size_t now,
                     std::size_t most) {
    std::vector<Field> fields{posted.list().begin(), posted.list().end()};
    std::erase_if(fields, [&](const auto& field) { return field.name == counter; });
    fields.push_back({std::string{counter}, std::to_string(std::min(now + 1, most))});
    return Fields{std::move(fields)};
}

Response add_block(const Visitor& visitor) {
    const auto& posted = visitor.request.form;
    const auto typed =
        posted.text("add") == "adult"
            ? with_one_more(posted, "adults", adult_blocks(posted), casework::most_adults)
            : with_one_more(posted, "children", door::child_blocks(posted),
                            casework::most_children_in_a_contact);
    return show(visitor, question_sheet(visitor, typed), form_key(visitor));
}

// ---- the second page: what is missing, files, send ---------------------------------------------

casework::Completeness count_of(const Referral& report) {
    return casework::completeness_of(report.contact, report.form);
}

// Somebody who asks for help only is asked to find out what is missing, or to say that they cannot.
bool may_be_sent_incomplete(const Visitor& visitor, const Referral& report) {
    return report.contact.harm == record::SignificantHarm::possible ||
           visitor.request.form.text("anyway") == "yes";
}

Sheet check_sheet(const Visitor& visitor, const Referral& report,
                  std::vector<FieldFault> faults = {}, int status = 200) {
    const auto& say = visitor.say;
    const auto& typed = visitor.request.form;
    const auto count = count_of(report);
    Sheet sheet;
    sheet.back = visitor.to("refer");
    sheet.back_words = say.say("Begin again");
    sheet.heading = say.say("Check before you send");
    if (report.form.danger == record::DangerNow::yes) {
        sheet.questions.push_back(phone_first(say, visitor.duty_phone()));
    }
    sheet.questions.push_back(completeness_words(say, count));
    sheet.questions.push_back(other_button(say, "change", say.say("Change or add something")));
    sheet.questions.push_back(report_given(visitor, typed));
    sheet.questions.push_back(ask_for_files(visitor, faults));
    if (!count.whole() && report.contact.harm != record::SignificantHarm::possible) {
        const Questions ask{say, typed, faults};
        sheet.questions.push_back(ask.any_of(
            {"anyway", say.say("Something is missing"), {}},
            {{"yes",
              say.say("Send it all the same: I cannot find out what is missing, or it should not "
                      "wait"),
              {},
              {}}}));
    }
    sheet.questions.push_back(carried(typed));
    sheet.action = visitor.to("refer.send");
    sheet.save = say.say("Send");
    sheet.carries = Carries::files;
    sheet.faults = std::move(faults);
    sheet.status = status;
    return sheet;
}

Response check(const Visitor& visitor) {
    const auto& posted = visitor.request.form;
    if (posted.has("add")) {
        return add_block(visitor);
    }
    auto report = parse_report(posted, visitor.site.office.today());
    return report.ok() ? show(visitor, check_sheet(visitor, report.value()), form_key(visitor))
                       : show(visitor, question_sheet(visitor, posted, report.error(), 422),
                              form_key(visitor));
}

// ---- sending ---------------------------------------------------------------------------------

std::optional<time::CivilDate> chase_from(const Visitor& visitor, time::CivilDate today) {
    const auto& book = visitor.site.office.book;
    const auto* card = book.card("report.acknowledgement");
    return card == nullptr
               ? std::nullopt
               : law::due_day_after(card->interval, today, book.calendar(card->calendar));
}

std::vector<std::string> what_next(const Visitor& visitor) {
    const auto& say = visitor.say;
    const auto& office = visitor.site.office;
    const auto today = office.today();
    std::vector<std::string> lines;
    const auto due = casework::decision_due(office.book, today);
    if (const auto* by = std::get_if<law::Due>(&due)) {
        lines.push_back(
            say.say("We decide what happens next by {date}.", {{"date", say.long_date(by->by)}}));
    }
    lines.push_back(say.say("We tell you what was decided. If we need to ask you something first, "
                            "we phone you or leave a question for you here."));
    if (const auto from = chase_from(visitor, today)) {
        lines.push_back(say.say("If you have heard nothing by {date}, phone us and ask.",
                                {{"date", say.long_date(*from)}}));
    }
    lines.push_back(
        say.say("If something changes or gets worse, phone. Do not send a second form.") + " " +
        visitor.duty_phone());
    return lines;
}

Response acknowledge(const Visitor& visitor, const Referral& report,
                     const casework::Receipt& receipt) {
    const auto& say = visitor.say;
    SentParts parts;
    parts.reference = receipt.reference;
    parts.code = receipt.code;
    if (report.form.danger == record::DangerNow::yes) {
        parts.danger = phone_first(say, visitor.duty_phone());
    }
    parts.next = what_next(visitor);
    const Field reference{"reference", receipt.reference};
    parts.answer =
        Url::path(visitor.to("refer.answer").text() + "?" + encode_fields({&reference, 1}));
    parts.given = report_given(visitor, visitor.request.form);
    Frame frame;
    frame.title = say.say("We have your report");
    frame.content = sent(say, parts);
    return framed_for_anyone(visitor.site, visitor.request, frame);
}

Response not_sent(const Visitor& visitor, const Referral& report,
                  const casework::ReferralRefused& refused, const std::string& key) {
    const auto again = [&](std::vector<FieldFault> faults) {
        return show(visitor, check_sheet(visitor, report, std::move(faults), 422), key);
    };
    return std::visit(
        base::overloaded{
            [&](casework::ReferralNonsense nonsense) {
                const auto wrong = wrong_with(nonsense);
                return again({{std::string{wrong.field}, wrong.sentence, {}}});
            },
            [&](casework::ContactNonsense nonsense) {
                const auto wrong = door::wrong_with(nonsense);
                return show(visitor,
                            question_sheet(visitor, visitor.request.form,
                                           {{std::string{wrong.field}, wrong.sentence, {}}}, 422),
                            key);
            },
            [&](const std::vector<casework::FileNotTaken>& files) {
                return again(faults_of(files));
            },
            // The first press was taken and the form changed since: what is here now is a second.
            [&](const casework::KeyUsedForSomethingElse&) {
                return show(
                    visitor, check_sheet(visitor, report, {}, 409), random_token(),
                    visitor.say.say("This form was sent once and then changed. If both are "
                                    "right, press Send again: it goes as a second report."));
            },
            [&](record::StoreFault) {
                return show_store_fault(visitor, check_sheet(visitor, report), key);
            },
        },
        refused);
}

Response send(const Visitor& visitor) {
    const auto& posted = visitor.request.form;
    const auto key = form_key(visitor);
    if (posted.has("change")) {
        return show(visitor, question_sheet(visitor, posted), key);
    }
    auto report = parse_report(posted, visitor.site.office.today());
    if (!report.ok()) {
        return show(visitor, question_sheet(visitor, posted, report.error(), 422), key);
    }
    std::vector<FieldFault> faults;
    report.value().files = files_of(visitor, faults);
    if (!count_of(report.value()).whole() && !may_be_sent_incomplete(visitor, report.value())) {
        faults.push_back({"anyway",
                          words::mark("Add what is missing, or say that it is to be sent all the "
                                      "same"),
                          {}});
    }
    if (!faults.empty()) {
        return show(visitor, check_sheet(visitor, report.value(), std::move(faults), 422), key);
    }
    if (const auto refusal = refuse(visitor, visitor.site.for_partners.sending)) {
        auto answer =
            show(visitor, check_sheet(visitor, report.value(), {}, status_of(refusal->why)), key,
                 sentence_for(visitor, *refusal));
        if (refusal->why == NotTaken::too_often) {
            answer.with("Retry-After", std::to_string(refusal->wait.count()));
        }
        return answer;
    }
    const auto receipt = casework::send_referral(visitor.site.office, report.value(), key);
    return receipt.ok() ? acknowledge(visitor, report.value(), receipt.value())
                        : not_sent(visitor, report.value(), receipt.error(), key);
}

// Somebody asked for the address of the second page: there is nothing to check yet.
Response to_the_beginning(const Visitor& visitor) { return see_other(visitor.to("refer")); }

} // namespace

void add_referral_pages(Site& site) {
    add_visitor_page(site, Method::get, "refer", "/refer", show_questions);
    add_visitor_page(site, Method::post, "refer", "/refer", check);
    add_visitor_page(site, Method::get, "refer.send", "/refer/send", to_the_beginning);
    add_visitor_page(site, Method::post, "refer.send", "/refer/send", send);
}

std::optional<UploadLimits> takes_reports(const Request& request) {
    const bool ours = request.path == "/refer/send" || request.path == "/refer/answer/send";
    if (!ours || request.method != Method::post) {
        return std::nullopt;
    }
    constexpr std::size_t all = 64U << 20U; // a photograph too large is read past and named
    constexpr std::size_t texts = 2U << 20U;
    return UploadLimits{all, files::largest_file, casework::most_files, texts};
}

void add_refer_pages(Site& site) {
    add_referral_pages(site);
    add_answer_pages(site);
}

} // namespace gweld::web::pages

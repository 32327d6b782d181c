#include "demo/referring.h"

#include "casework/completeness.h"
#include "casework/receipt.h"
#include "record/chain.h"

namespace gweld::demo {

namespace {

constexpr std::string_view note_of_what_was_said =
    "Note of a conversation, 23 November, 9:05, in the medical room.\n\n"
    "Came in with a swollen lip. I asked what had happened. Said: \"Dad lost it.\" I asked nothing "
    "more.\nWas quiet, ate the breakfast we gave, went to lessons at 9:40.\n\nN. Gruffudd\n";
constexpr std::string_view attendance =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 120]/Contents 4 0 R"
    "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 58>>stream\nBT /F1 14 Tf 20 60 Td (Attendance this term: 71 of 94) Tj ET\n"
    "endstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R>>\n%%EOF\n";

record::KeptFile file(std::string name, std::string type, std::string_view bytes, Scribe& scribe) {
    return {std::move(name), std::move(type), static_cast<int>(bytes.size()),
            record::to_hex(scribe.keep_file(bytes))};
}

void fill(record::ReferralSent& form, const record::ContactReceived& contact, Scribe& scribe) {
    form.schools.assign(contact.children.size(), contact.organisation);
    form.adults = {{"Kelly Hartley", "Mother", "01632 960 151"}, {"Wayne Hartley", "Father", ""}};
    form.languages = "English at home, some Welsh. No interpreter.";
    form.communication = "Speaks freely. None of them needs help to communicate that we know of.";
    form.seen =
        "Monday 9:05: swollen, cut lower lip. Said “Dad lost it” without being asked twice. "
        "No other marks seen on face or hands. He did not want his father to be phoned.";
    form.history = "Two days away in October with “a cold”. Quieter since the summer.";
    form.done_already = "School nurse has looked at the lip. His form tutor stays with him today.";
    form.family_told = record::FamilyTold::no;
    form.agrees = record::Agrees::not_asked;
    form.why_not = "It could put him in more danger before you have spoken to him.";
    form.files = {file("nodyn-sgwrs.txt", "text/plain", note_of_what_was_said, scribe),
                  file("presenoldeb.pdf", "application/pdf", attendance, scribe)};
}

} // namespace

void tell_form(const record::ContactReceived& contact, Instant at, Filled filled, Scribe& scribe) {
    record::ReferralSent form;
    form.contact = contact.contact;
    const auto receipt =
        casework::receipt_of("a form of the demo county " + base::to_text(contact.contact.uuid));
    form.reference = receipt.reference;
    form.code_digest = casework::digest_of(receipt);
    if (filled == Filled::whole) {
        fill(form, contact, scribe);
    } else {
        form.seen = "As I have written above.";
        form.family_told = record::FamilyTold::yes;
        form.agrees = record::Agrees::yes;
    }
    const auto count = casework::completeness_of(contact, form);
    form.given = count.given;
    form.asked = count.asked;
    for (const auto asked : count.missing) {
        form.missing.push_back(casework::name_of(asked));
    }
    scribe.write(form, {{contact.contact.uuid}, contact.on, at},
                 {at, std::nullopt, Nobody::partners_form});
}

void tell_question(const County& county, const record::ContactReceived& contact, Instant asked,
                   Instant answered, Scribe& scribe) {
    const auto duty = county.staff.duty_worker();
    const Subject subject{{contact.contact.uuid}, time::date_in_wales(asked)};
    const std::string question = "Who is at home with him at night, and who helps his father to "
                                 "bed?";
    const auto id =
        scribe.write(record::ReferrerAsked{contact.contact, question}, subject, {asked, duty});
    scribe.write(record::ContactWaits{contact.contact, question,
                                      contact.referrer + ", " + contact.organisation,
                                      county.workdays.after(time::date_in_wales(asked), 1), ""},
                 subject, {asked, duty});
    scribe.write(record::ReferrerAnswered{contact.contact,
                                          base::EntryId{id},
                                          "Nobody but the two of them. An aunt comes at the "
                                          "weekend. He told me he lifts his father by himself.",
                                          {}},
                 {{contact.contact.uuid}, time::date_in_wales(answered)},
                 {answered, std::nullopt, Nobody::partners_form});
}

void tell_outcome(const County& county, const record::ContactReceived& contact, Instant at,
                  record::ToldBy how, Scribe& scribe) {
    const auto day = time::date_in_wales(at);
    scribe.write(record::ReferrerTold{contact.contact, day, how, contact.referrer,
                                      "What was decided and whom to phone if something changes."},
                 {{contact.contact.uuid}, day}, {at, county.staff.duty_worker()});
}

} // namespace gweld::demo

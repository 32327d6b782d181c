#include "web/pages/refer/visitor.h"

#include "casework/referrals.h"
#include "web/csrf.h"
#include "web/pages/frame/frame.h"
#include "web/pages/refer/refer.html.h"
#include "web/pages/visit/questions.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages {

namespace {

constexpr std::array<std::string_view, 8> marks_of_form{"key",  "proof",  "website", "add",
                                                        "send", "change", "file",    "anyway"};

std::string proof_of(const Visitor& visitor, std::string_view key) {
    return csrf_token(visitor.site.secret, "partners' form " + std::string{key});
}

bool is_our_form(const Visitor& visitor) {
    const auto key = visitor.request.form.text("key");
    const auto proof = unmask_token(visitor.request.form.text("proof"));
    return sender_of(visitor.request) != Sender::elsewhere && proof &&
           same_secret(*proof, proof_of(visitor, key));
}

std::string minutes_words(const Words& say, std::chrono::seconds wait) {
    const auto minutes = (wait.count() + 59) / 60;
    return say.say_n("You can send it again in 1 minute.", "You can send it again in {n} minutes.",
                     static_cast<long>(minutes));
}

Html with_notice(const Visitor& visitor, const std::string& said, const Html& sheet) {
    Markup content;
    if (!said.empty()) {
        content.put(notice(visitor.say, said));
    }
    return content.put(sheet).take();
}

} // namespace

std::string Visitor::duty_phone() const {
    const auto& number = site.council.duty_phone;
    return number.empty() ? say.say("Phone the duty desk of the council’s children’s services.")
                          : say.say("The duty desk, day and night: {phone}", {{"phone", number}});
}

void add_visitor_page(Site& site, Method method, std::string name, std::string pattern,
                      VisitorHandler handler) {
    site.router.add(method, std::move(name), std::move(pattern),
                    [&site, handler](const Request& request, const Params&) {
                        return handler({site, request, words::in(request.language)});
                    });
}

std::string form_key(const Visitor& visitor) {
    // As random_token makes them; anything else is nobody's key.
    constexpr std::size_t length_of_key = 43;
    const auto sent = visitor.request.form.text("key");
    return sent.size() == length_of_key ? std::string{sent} : random_token();
}

Html form_marks(const Visitor& visitor, const std::string& key) {
    return marks(visitor.say, {key, mask_token(proof_of(visitor, key))});
}

std::optional<Refusal> refuse(const Visitor& visitor, RateLimits& rates) {
    if (!is_our_form(visitor)) {
        return Refusal{NotTaken::not_our_form};
    }
    if (!visitor.request.form.text("website").empty()) {
        return Refusal{NotTaken::machine};
    }
    const auto wait = rates.ask(visitor.request.remote, visitor.site.office.clock.now());
    return wait ? std::optional{Refusal{NotTaken::too_often, *wait}} : std::nullopt;
}

int status_of(NotTaken why) {
    switch (why) {
    case NotTaken::not_our_form:
        return 403;
    case NotTaken::too_often:
        return 429;
    case NotTaken::machine:
        break;
    }
    return 422;
}

std::string sentence_for(const Visitor& visitor, const Refusal& refusal) {
    const auto& say = visitor.say;
    std::string why;
    switch (refusal.why) {
    case NotTaken::not_our_form:
        why = say.say("This page had been open for too long. What you typed is still here: press "
                      "the button again.");
        break;
    case NotTaken::machine:
        why = say.say("A box that people do not see was filled in, perhaps by your browser. It is "
                      "empty again: press the button again.");
        break;
    case NotTaken::too_often:
        why =
            say.say("More is being sent than we can take at once. What you typed is still here.") +
            " " + minutes_words(say, refusal.wait);
        break;
    }
    return why + " " + say.say("If it cannot wait, phone.") + " " + visitor.duty_phone();
}

Html carried(const Fields& typed) {
    Markup out;
    for (const auto& field : typed.list()) {
        if (std::ranges::find(marks_of_form, field.name) == marks_of_form.end() &&
            !field.value.empty()) {
            out.put(hidden_field(field.name, field.value));
        }
    }
    return out.take();
}

std::vector<casework::SentFile> files_of(const Visitor& visitor, std::vector<FieldFault>& faults) {
    return files_that_came(visitor.request.files, faults);
}

Html ask_for_files(const Visitor& visitor, const std::vector<FieldFault>& faults) {
    const auto& say = visitor.say;
    FilesAsked asked;
    asked.hint = say.say("A letter, a photograph, a body map: up to five files of 10 MB each, as "
                         "PDF, Word (.docx), .jpg, .png or .txt.");
    for (const auto& fault : faults) {
        if (fault.field == "file") {
            asked.errors.push_back(say.say(fault.sentence, {{"name", fault.name}}));
        }
    }
    if (!visitor.request.files.empty()) {
        asked.hint += " " + say.say("Choose all of them again: your browser does not keep them.");
    }
    return choose_files(say, asked);
}

Response show(const Visitor& visitor, const Sheet& sheet, const std::string& key,
              const std::string& said) {
    Markup hidden;
    hidden.put(form_marks(visitor, key));
    Frame frame;
    frame.title = title_of(visitor.say, sheet);
    frame.status = sheet.status;
    frame.content = with_notice(visitor, said, draw_sheet(visitor.say, sheet, hidden.take()));
    return framed_for_anyone(visitor.site, visitor.request, frame);
}

Response show_store_fault(const Visitor& visitor, Sheet sheet, const std::string& key) {
    sheet.status = 503;
    return show(visitor, sheet, key,
                visitor.say.say("We cannot save anything at the moment. What you typed is still "
                                "here: press the button again in a few minutes. If it cannot wait, "
                                "phone.") +
                    " " + visitor.duty_phone());
}

} // namespace gweld::web::pages

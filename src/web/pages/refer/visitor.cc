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

using files::FileRefused;
using words::mark;

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

std::string_view sentence_for(FileRefused why) {
    switch (why) {
    case FileRefused::empty:
        return mark("{name} is empty");
    case FileRefused::too_large:
        return mark("{name} is larger than 10 MB");
    case FileRefused::ending_not_allowed:
        return mark("{name} is of a kind we cannot take. Send a PDF, a Word file (.docx), a "
                    "picture (.jpg or .png) or plain text (.txt)");
    case FileRefused::not_what_it_says:
        return mark("{name} is not what its name says it is. Save it again under its right kind");
    case FileRefused::not_recognised:
        return mark("What is in {name} cannot be recognised. Save it as a PDF and choose that");
    case FileRefused::program:
        return mark("{name} is a program. We take no programs");
    case FileRefused::has_macros:
        return mark("{name} has macros or something else in it that runs. Save it as a PDF and "
                    "choose that");
    case FileRefused::encrypted:
        return mark("{name} is locked with a password. Choose one without");
    case FileRefused::old_word:
        return mark("{name} is an older Word file, or locked with a password. Save it as .docx or "
                    "PDF without a password");
    case FileRefused::unpacks_too_large:
        return mark("{name} is packed so tightly that opening it may do harm. Save it as a PDF and "
                    "choose that");
    case FileRefused::damaged:
        return mark("{name} is damaged or was cut short. Save it again");
    }
    return mark("{name} is damaged or was cut short. Save it again");
}

std::string_view sentence_for(Arrived arrived) {
    switch (arrived) {
    case Arrived::too_many:
        return mark("{name} is one file too many: five can be sent");
    case Arrived::no_room:
        return mark("There is no room for {name} at the moment. Try again in a few minutes, or "
                    "send the form without it");
    case Arrived::too_large:
    case Arrived::whole:
        break;
    }
    return mark("{name} is larger than 10 MB");
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
    std::vector<casework::SentFile> sent;
    for (const auto& file : visitor.request.files) {
        if (file.arrived != Arrived::whole) {
            faults.push_back(
                {"file", sentence_for(file.arrived), files::plain_file_name(file.name)});
        } else {
            sent.push_back({file.name, [file] { return file.bytes(); }});
        }
    }
    return sent;
}

std::vector<FieldFault> faults_of(const std::vector<casework::FileNotTaken>& not_taken) {
    std::vector<FieldFault> faults;
    for (const auto& file : not_taken) {
        faults.push_back({"file", sentence_for(file.why), file.name});
    }
    return faults;
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

#include "web/pages/sign_in/factor_forms.h"

#include "web/components/error_summary.h"
#include "web/components/input.h"
#include "web/draw/qr.h"
#include "web/pages/sign_in/second_factor.html.h"

namespace gweld::web::pages {

namespace {

// Four by four, as people read a key aloud.
std::string in_fours(const std::string& key) {
    std::string text;
    for (std::size_t i = 0; i < key.size(); ++i) {
        text += (i > 0 && i % 4 == 0 ? " " : "");
        text += key[i];
    }
    return text;
}

} // namespace

Html code_box(const Words& say, const std::string& error) {
    govuk::Input code;
    code.name = "code";
    code.label.content = say.say("The six figures your app shows now");
    code.inputmode = "numeric";
    code.autocomplete = "one-time-code";
    code.spellcheck = false;
    code.classes = "govuk-input--width-10";
    if (!error.empty()) {
        code.error = govuk::ErrorMessage{error, say.say("Error"), {}, {}, {}};
    }
    return govuk::render(code);
}

Html recovery_box(const Words& say) {
    govuk::Input code;
    code.name = "recovery";
    code.label.content = say.say("One of your recovery codes");
    code.autocomplete = "off";
    code.autocapitalize = "characters";
    code.spellcheck = false;
    code.classes = "govuk-input--width-20";
    return govuk::render(code);
}

Html code_errors(const Words& say, const std::string& error) {
    if (error.empty()) {
        return {};
    }
    govuk::ErrorSummary summary;
    summary.title = say.say("There is a problem");
    summary.errors.push_back({error, Url::fragment("code"), {}});
    return govuk::render(summary);
}

Html set_up_steps(const Words& say, const casework::Enrolment& enrolment) {
    return factor_steps(
        say, draw::qr_code(enrolment.address, say.say("The key, for the camera of your phone")),
        in_fours(enrolment.key));
}

Html codes_list(const Words& say, const casework::RecoveryCodes& codes) {
    return recovery_list(say, codes);
}

std::string sentence_for(const Words& say, const casework::CodeRefused& refused) {
    return std::visit(
        base::overloaded{
            [&](const casework::WrongCode&) {
                return say.say("The code is not right, or was used before. Wait for the next one "
                               "and type that.");
            },
            [&](const casework::WaitForCode& wait) {
                return say.say("Too many codes were wrong. You can try again at {moment}.",
                               {{"moment", say.moment(wait.until)}});
            },
            [&](const casework::FactorUnreadable&) {
                return say.say("Gweld cannot check codes at the moment. Tell the service desk.");
            },
            [&](const record::StoreFault&) {
                return say.say("Gweld cannot sign anyone in at the moment. Tell the service desk.");
            },
        },
        refused);
}

const std::string& council_in(const Site& site, const Request& request) {
    return request.language == Language::welsh ? site.council.name_cy : site.council.name_en;
}

} // namespace gweld::web::pages

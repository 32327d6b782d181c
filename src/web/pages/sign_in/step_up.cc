#include "web/pages/sign_in/step_up.h"

#include "casework/proof.h"
#include "web/components/error_summary.h"
#include "web/components/password_input.h"
#include "web/pages/carried/carried.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.html.h"

namespace gweld::web::pages {

namespace {

Html box(const Caller& caller, const std::string& error) {
    const auto& say = caller.say;
    const auto factor = casework::factor_of(caller.office(), caller.viewer.sign_in_name);
    const bool codes = factor.ok() && factor.value().on;
    govuk::PasswordInput password;
    password.input.name = std::string{proof_field};
    password.input.label.content =
        codes ? say.say("Your password, or the code from your app") : say.say("Your password");
    password.input.classes = "govuk-input--width-20";
    if (!error.empty()) {
        password.input.error = govuk::ErrorMessage{error, say.say("Error"), {}, {}, {}};
    }
    password.button_text = say.say("Show");
    password.button_label = say.say("Show password");
    password.words = {say.say("Show"),
                      say.say("Hide"),
                      say.say("Show password"),
                      say.say("Hide password"),
                      say.say("Your password is visible"),
                      say.say("Your password is hidden")};
    return govuk::render(password);
}

std::string sentence_for(const Words& say, const casework::ProofRefused& refused) {
    return std::visit(
        base::overloaded{
            [&](const casework::WrongProof&) { return say.say("That is not right. Try again."); },
            [&](const casework::WaitBeforeTrying& wait) {
                return say.say("Too many attempts have failed. You can try again at {moment}.",
                               {{"moment", say.moment(wait.until)}});
            },
            [&](const casework::FactorUnreadable&) {
                return say.say("Codes cannot be checked at the moment. Type your password.");
            },
            [&](const record::StoreFault&) {
                return say.say("It cannot be checked at the moment. Try again in a minute.");
            },
        },
        refused);
}

// Whatever was being done, once more with the proof beside it.
Response ask(const Caller& caller, const std::string& error) {
    const auto& say = caller.say;
    const bool post = caller.request.method == Method::post;
    Markup hidden;
    hidden.put(csrf_field(caller));
    StepUpParts parts;
    if (post) {
        parts.action = in_language(Url::path(caller.request.path), caller.request.language);
        for (const auto& field : typed_fields(caller.request.form)) {
            hidden.put(hidden_field(field.name, field.value));
        }
    } else {
        parts.action = caller.to("prove");
        const auto& query = caller.request.query.list();
        hidden.put(hidden_field("back", caller.request.path +
                                            (query.empty() ? "" : "?" + encode_fields(query))));
    }
    parts.hidden = hidden.take();
    parts.carries = post;
    parts.box = box(caller, error);
    if (!error.empty()) {
        govuk::ErrorSummary summary;
        summary.title = say.say("There is a problem");
        summary.errors.push_back({error, Url::fragment(std::string{proof_field}), {}});
        parts.errors = govuk::render(summary);
    }
    constexpr int proof_wanted = 401;
    Frame frame;
    frame.title = (error.empty() ? "" : say.say("Error") + ": ") + say.say("Is it still you?");
    frame.content = step_up(say, parts);
    frame.status = proof_wanted;
    return framed(caller, frame);
}

// After an address that was asked for: the proof was judged before we came here.
Response proved(const Caller& caller) {
    return see_other(in_language(Url::path(std::string{caller.request.form.text("back")}),
                                 caller.request.language));
}

} // namespace

std::optional<Response> needs_fresh_sign_in(const Caller& caller) {
    const auto proof = casework::proof_of(caller.office(), caller.session);
    if (!proof.ok()) {
        return store_says(caller, proof.error());
    }
    return proof.value() == casework::Proof::fresh ? std::nullopt : std::optional{ask(caller, {})};
}

std::optional<Response> judge_proof(const Caller& caller) {
    const auto typed = caller.request.form.first(proof_field);
    if (!typed) {
        return std::nullopt;
    }
    const auto fits = casework::prove(caller.office(), caller.viewer, caller.session, *typed);
    return fits.ok() ? std::nullopt
                     : std::optional{ask(caller, sentence_for(caller.say, fits.error()))};
}

void add_step_up_pages(Site& site) { add_page(site, Method::post, "prove", "/prove", proved); }

} // namespace gweld::web::pages

#include "web/pages/sign_in/sign_in.h"

#include "casework/sign_in.h"
#include "web/components/button.h"
#include "web/components/error_summary.h"
#include "web/components/password_input.h"
#include "web/csrf.h"
#include "web/pages/carried/carried.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/sign_in.html.h"
#include "web/pages/unsaved/unsaved_form.h"

namespace gweld::web::pages {

namespace {

// Before anyone is known a cookie of its own holds what the form's token is derived from, so that
// nobody can be signed in as somebody else from another site.
Cookie visitor_cookie(const Site& site) {
    const bool sealed = site.session_cookie.name().starts_with("__Host-");
    return {"visitor", sealed ? Transport::sealed : Transport::open, SentFrom::our_pages_only};
}

struct Attempt {
    std::string name;
    std::string back;
    std::string error; // a sentence; empty: none
    int status = 200;
    Html kept = {};
};

Html summary_of(const Words& say, const std::string& error) {
    govuk::ErrorSummary summary;
    summary.title = say.say("There is a problem");
    summary.errors.push_back({error, Url::fragment("name"), {}});
    return govuk::render(summary);
}

Html name_box(const Words& say, const Attempt& attempt) {
    govuk::Input name;
    name.name = "name";
    name.label.content = say.say("Your sign-in name");
    name.value = attempt.name;
    name.autocomplete = "username";
    name.autocapitalize = "none";
    name.spellcheck = false;
    name.classes = "govuk-input--width-20";
    if (!attempt.error.empty()) {
        name.error = govuk::ErrorMessage{attempt.error, say.say("Error"), {}, {}, {}};
    }
    return govuk::render(name);
}

Html password_box(const Words& say) {
    govuk::PasswordInput password;
    password.input.name = "password";
    password.input.label.content = say.say("Password");
    password.input.classes = "govuk-input--width-20";
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

Response show(const Site& site, const Request& request, const Attempt& attempt) {
    const auto& say = words::in(request.language);
    const auto cookie = visitor_cookie(site);
    std::string visitor{cookie.in(request).value_or("")};
    const bool fresh = visitor.empty();
    if (fresh) {
        visitor = random_token();
    }
    SignInParts parts;
    parts.action = in_language(site.router.url_of("sign-in"), request.language);
    parts.csrf = mask_token(csrf_token(site.secret, visitor));
    parts.back = attempt.back;
    parts.kept = attempt.kept;
    if (!attempt.error.empty()) {
        parts.errors = summary_of(say, attempt.error);
    }
    parts.name = name_box(say, attempt);
    parts.password = password_box(say);
    govuk::Button button;
    button.content = say.say("Sign in");
    button.prevent_double_click = true;
    parts.button = govuk::render(button);
    parts.refer = in_language(site.router.url_of("refer"), request.language);
    for (const auto& one : site.demo_sign_ins) {
        parts.demo.push_back({one.name, say.say(one.who)});
    }
    parts.demo_password = site.demo_password;
    Frame frame;
    frame.title = (attempt.error.empty() ? "" : say.say("Error") + ": ") + say.say("Sign in");
    frame.content = sign_in(say, parts);
    frame.status = attempt.status;
    auto response = framed_for_anyone(site, request, frame);
    if (fresh) {
        cookie.set(response, visitor);
    }
    return response;
}

std::string sentence_for(const Words& say, const casework::SignInRefused& refused) {
    return std::visit(
        base::overloaded{
            [&](const casework::WrongNameOrPassword&) {
                return say.say("The name or the password is not right. Check both and try again.");
            },
            [&](const casework::WaitBeforeTrying& wait) {
                return say.say("Too many attempts have failed for this name. You can try again at "
                               "{moment}.",
                               {{"moment", say.moment(wait.until)}});
            },
            [&](const record::StoreFault&) {
                return say.say("Gweld cannot sign anyone in at the moment. Tell the service desk.");
            },
        },
        refused);
}

// The page that sends what was typed before.
Response offer_to_send(const Caller& caller, const Kept& kept) {
    Frame frame;
    frame.title = caller.say.say("You are signed in again");
    frame.content = signed_in_again(caller.say, frame.title, send_again(caller, kept));
    return framed(caller, frame);
}

// Signed in again: back to the form with what was typed in it. What cannot be kept as a draft, or
// comes from a form that has none, is shown and can be sent.
Response back_to_the_form(const Caller& caller, const Kept& kept) {
    const Fields typed{kept.fields};
    if (whose_form(typed, caller.viewer) == Whose::somebody_elses) {
        return begun_by_somebody_else(caller);
    }
    const auto form = begun_form(typed);
    const auto answer = casework::keep_unsaved(caller.office(), caller.viewer, form);
    const bool saved =
        !answer.ok() && std::holds_alternative<casework::SavedAlready>(answer.error());
    return answer.ok() || saved
               ? see_other(in_language(Url::path(form.address), caller.request.language))
               : offer_to_send(caller, kept);
}

Response way_on(const Site& site, const Request& request, const std::string& token,
                const Kept& kept) {
    auto known = casework::viewer_of(site.office.store, token, site.office.clock.now());
    if (!known.ok()) {
        auto away = record_out_of_reach(site, request, token, known.error());
        site.session_cookie.set(away, token);
        return away;
    }
    auto viewer = std::move(known).value();
    if (!viewer) {
        return see_other(in_language(Url::path("/"), request.language));
    }
    const auto office = site.offices->of(*viewer);
    if (!office.ok()) {
        auto away = record_out_of_reach(site, request, token, office.error());
        site.session_cookie.set(away, token);
        return away;
    }
    const Params none;
    const Caller caller{site,
                        request,
                        none,
                        words::in(request.language),
                        std::move(*viewer),
                        token,
                        office.value().office};
    auto response = back_to_the_form(caller, kept);
    site.session_cookie.set(response, token);
    return response;
}

Response try_sign_in(const Site& site, const Request& request) {
    const auto& say = words::in(request.language);
    const auto visitor = visitor_cookie(site).in(request);
    Attempt attempt{std::string{request.form.text("name")},
                    std::string{request.form.text("back")},
                    {},
                    422,
                    {}};
    const auto kept = kept_in(request.form);
    if (kept) {
        attempt.kept = kept_inputs(kept->action, kept->fields);
    }
    if (!visitor || sender_of(request) == Sender::elsewhere ||
        !is_csrf_token(request.form.text("csrf"), site.secret, *visitor)) {
        attempt.error = say.say("This page had been open for too long. Please sign in again.");
        return show(site, request, attempt);
    }
    const auto signed_in =
        casework::sign_in(site.office.store, site.office.random, attempt.name,
                          request.form.text("password"), site.office.clock.now());
    if (!signed_in.ok()) {
        attempt.error = sentence_for(say, signed_in.error());
        return show(site, request, attempt);
    }
    if (kept) {
        return way_on(site, request, signed_in.value().text, *kept);
    }
    const auto to = attempt.back.empty() ? Url::path("/") : Url::path(attempt.back);
    auto response = see_other(in_language(to, request.language));
    site.session_cookie.set(response, signed_in.value().text);
    return response;
}

Response sign_out(const Caller& caller) {
    casework::sign_out(caller.office().store, caller.session);
    // "out": the page that follows throws away what a phone keeps for whoever was signed in.
    auto response = see_other(Url::path(caller.to("sign-in").text() + "?out=1"));
    caller.site.session_cookie.take_away(response);
    return response;
}

Response home(const Caller& caller) {
    switch (caller.viewer.role) {
    case record::Role::team_manager:
        return see_other(caller.to("team"));
    case record::Role::head_of_service:
        return see_other(caller.to("figures"));
    case record::Role::duty_worker:
        return see_other(caller.to("front-door"));
    case record::Role::reviewing_officer:
        return see_other(caller.to("conferences"));
    case record::Role::social_worker:
        break;
    }
    return see_other(caller.to("work"));
}

} // namespace

Response sign_in_to_send(const Site& site, const Request& request) {
    // Another site must not have its words offered to whoever signs in next.
    if (sender_of(request) == Sender::elsewhere) {
        return show(site, request, {{}, {}, {}, 401, {}});
    }
    const auto action = in_language(Url::path(request.path), request.language);
    const auto fields = typed_fields(request.form);
    return show(site, request, {{}, {}, {}, 401, kept_inputs(action, fields)});
}

void add_sign_in_pages(Site& site) {
    site.router.add(
        Method::get, "sign-in", "/sign-in", [&site](const Request& request, const Params&) {
            return show(site, request, {{}, std::string{request.query.text("back")}, {}, 200, {}});
        });
    site.router.add(
        Method::post, "sign-in", "/sign-in",
        [&site](const Request& request, const Params&) { return try_sign_in(site, request); });
    add_page(site, Method::post, "sign-out", "/sign-out", sign_out);
    add_page(site, Method::get, "home", "/", home);
}

} // namespace gweld::web::pages

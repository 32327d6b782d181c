#include "web/pages/sign_in/sign_in.h"

#include "casework/sign_in.h"
#include "web/components/button.h"
#include "web/components/error_summary.h"
#include "web/components/password_input.h"
#include "web/csrf.h"
#include "web/pages/frame/frame.h"
#include "web/pages/sign_in/second_step.h"
#include "web/pages/sign_in/sign_in.html.h"
#include "web/pages/sign_in/sign_in_cookies.h"
#include "web/pages/sign_in/way_on.h"

namespace gweld::web::pages {

namespace {

// Before anyone is known a cookie of its own holds what the form's token is derived from, so that
// nobody can be signed in as somebody else from another site.
Cookie visitor_cookie(const Site& site) { return cookie_beside(site, "visitor"); }

struct Attempt {
    std::string name;
    WayOn way;
    std::string error; // a sentence; empty: none
    int status = 200;
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
    parts.way = way_on_inputs(attempt.way);
    parts.writing = attempt.way.kept.has_value();
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

std::string sentence_for(const Words& say, const casework::SignInRefused& refused,
                         long days_of_rest) {
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
            [&](const casework::Asleep&) {
                return say.say_n("Nobody has signed in by this name for more than 1 day. An "
                                 "administrator must open it again: ask the service desk.",
                                 "Nobody has signed in by this name for more than {n} days. An "
                                 "administrator must open it again: ask the service desk.",
                                 days_of_rest);
            },
            [&](const record::StoreFault&) {
                return say.say("Gweld cannot sign anyone in at the moment. Tell the service desk.");
            },
        },
        refused);
}

Response try_sign_in(Site& site, const Request& request) {
    const auto& say = words::in(request.language);
    const auto visitor = visitor_cookie(site).in(request);
    Attempt attempt{std::string{request.form.text("name")}, way_on_in(request.form), {}, 422};
    if (!visitor || sender_of(request) == Sender::elsewhere ||
        !is_csrf_token(request.form.text("csrf"), site.secret, *visitor)) {
        attempt.error = say.say("This page had been open for too long. Please sign in again.");
        return show(site, request, attempt);
    }
    const auto where = where_from(site, request);
    const auto now = site.office.clock.now();
    const auto known = casework::is_known(site.office, attempt.name, where);
    if (const auto wait =
            known ? std::nullopt : site.at_the_door.failures.ask(request.remote, now)) {
        attempt.error = say.say("Too many attempts have failed from where you are. You can try "
                                "again at {moment}.",
                                {{"moment", say.moment(now + *wait)}});
        return show(site, request, attempt);
    }
    const auto admitted =
        casework::sign_in(site.office, {attempt.name, request.form.text("password"), where});
    if (!admitted.ok()) {
        attempt.error =
            sentence_for(say, admitted.error(), site.office.sign_in_rules.dormant_after_days);
        return show(site, request, attempt);
    }
    if (!known) {
        site.at_the_door.failures.give_back(request.remote, now);
    }
    return admitted.value().signed_in == record::SignedIn::whole
               ? go_on(site, request, admitted.value(), attempt.way)
               : ask_second_factor(site, request, admitted.value().session.text, attempt.way);
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
    case record::Role::administrator:
        return see_other(caller.to("accounts"));
    case record::Role::guardian:
        return see_other(caller.to("looks.unusual"));
    case record::Role::social_worker:
        break;
    }
    return see_other(caller.to("work"));
}

} // namespace

Response sign_in_to_send(const Site& site, const Request& request) {
    // Another site must not have its words offered to whoever signs in next.
    if (sender_of(request) == Sender::elsewhere) {
        return show(site, request, {{}, {}, {}, 401});
    }
    return show(site, request, {{}, {{}, posted(request)}, {}, 401});
}

Response sign_in_to_send_on(const Site& site, const Request& request, const WayOn& way) {
    const auto& say = words::in(request.language);
    return show(
        site, request,
        {{}, way, say.say("This page had been open for too long. Please sign in again."), 401});
}

void add_sign_in_pages(Site& site) {
    add_second_step_pages(site);
    site.router.add(Method::get, "sign-in", "/sign-in",
                    [&site](const Request& request, const Params&) {
                        return show(site, request,
                                    {{}, {std::string{request.query.text("back")}, {}}, {}, 200});
                    });
    site.router.add(
        Method::post, "sign-in", "/sign-in",
        [&site](const Request& request, const Params&) { return try_sign_in(site, request); });
    add_page(site, Method::post, "sign-out", "/sign-out", sign_out);
    add_page(site, Method::get, "home", "/", home);
}

} // namespace gweld::web::pages

#include "web/pages/sign_in/second_step.h"

#include "web/components/back_link.h"
#include "web/components/button.h"
#include "web/components/spoken.h"
#include "web/csrf.h"
#include "web/pages/accounts/account_pages.h"
#include "web/pages/accounts/accounts.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/factor_forms.h"
#include "web/pages/sign_in/second_factor.html.h"
#include "web/pages/sign_in/sign_in.h"

namespace gweld::web::pages {

namespace {

struct Half {
    const Site& site;
    const Request& request;
    std::string token;
    casework::HalfSignedIn who;
    WayOn way;
    std::string error = {};
    int status = 200;

    const Words& say() const { return words::in(request.language); }
    Url to(std::string_view route) const {
        return in_language(site.router.url_of(route), request.language);
    }
};

Html hidden_of(const Half& half) {
    Markup hidden;
    hidden.put(csrf_field(mask_token(csrf_token(half.site.secret, half.token))));
    return hidden.put(way_on_inputs(half.way)).take();
}

// A password that somebody else knows is nobody's proof: it opens this page and no other.
Response show_new_password(const Half& half) {
    const auto& say = half.say();
    AccountFormParts parts;
    parts.back = govuk::render(govuk::back_link(say, half.to("sign-in")));
    parts.errors = accounts::errors(say, half.error);
    parts.heading = say.say("Choose a password of your own");
    parts.what = say.say("The one you have was given to you, and somebody else knows it. At least "
                         "12 characters: three words that do not belong together are easy to "
                         "remember and hard to guess.");
    parts.action = half.to("sign-in.password");
    parts.hidden = hidden_of(half);
    parts.boxes.push_back(accounts::password_box(say, words::mark("Your new password")));
    parts.button = say.say("Save");
    Frame frame;
    frame.title = (half.error.empty() ? "" : say.say("Error") + ": ") + parts.heading;
    frame.content = account_form(say, parts);
    frame.status = half.status;
    return framed_for_anyone(half.site, half.request, frame);
}

Response show(const Half& half) {
    if (half.who.needs == casework::Needs::new_password) {
        return show_new_password(half);
    }
    const auto& say = half.say();
    CodePageParts parts;
    parts.hidden = hidden_of(half);
    parts.start_again = half.to("sign-in");
    const bool enrols = half.who.needs == casework::Needs::enrolment;
    auto error = half.error;
    if (enrols) {
        const auto begun = casework::begin_enrolment(half.site.office, half.who.sign_in_name,
                                                     council_in(half.site, half.request));
        if (begun.ok()) {
            parts.steps = set_up_steps(say, begun.value());
        } else {
            error = say.say("Gweld cannot sign anyone in at the moment. Tell the service desk.");
        }
    }
    parts.action = half.to(enrols ? "sign-in.set-up" : "sign-in.code");
    parts.errors = code_errors(say, error);
    parts.code = code_box(say, error);
    parts.recovery = recovery_box(say);
    Frame frame;
    frame.title =
        (error.empty() ? "" : say.say("Error") + ": ") +
        (enrols ? say.say("Set up codes from your phone") : say.say("The code from your app"));
    frame.content = second_step(say, parts);
    frame.status = half.status;
    return framed_for_anyone(half.site, half.request, frame);
}

std::optional<Half> half_in(const Site& site, const Request& request) {
    const auto token = site.session_cookie.in(request);
    const auto known =
        token ? casework::half_signed_in(site.office, *token)
              : base::Result<std::optional<casework::HalfSignedIn>, record::StoreFault>{
                    base::Ok{std::optional<casework::HalfSignedIn>{}}};
    if (!known.ok() || !known.value()) {
        return std::nullopt;
    }
    return Half{site, request, std::string{*token}, *known.value(), way_on_in(request.form)};
}

// Five minutes were over, or it was never begun: everything from the first page, with the way on.
Response from_the_start(const Site& site, const Request& request) {
    return request.method == Method::post
               ? sign_in_to_send_on(site, request, way_on_in(request.form))
               : see_other(in_language(site.router.url_of("sign-in"), request.language));
}

std::string typed_code(const Fields& form) {
    const auto recovery = form.text("recovery");
    return std::string{recovery.empty() ? form.text("code") : recovery};
}

Response after_code(Half half) {
    const auto& form = half.request.form;
    const auto fits =
        casework::check_code(half.site.office, half.who.sign_in_name, typed_code(form));
    if (!fits.ok()) {
        half.error = sentence_for(half.say(), fits.error());
        half.status = 422;
        return show(half);
    }
    const auto admitted =
        casework::admit_whole(half.site.office, half.token, where_from(half.site, half.request));
    if (!admitted.ok() || !admitted.value()) {
        return from_the_start(half.site, half.request);
    }
    return go_on(half.site, half.request, *admitted.value(), half.way);
}

// What else is asked for comes after it.
Response after_new_password(Half half) {
    const auto taken = casework::take_own_password(half.site.office, half.token,
                                                   std::string{half.request.form.text("password")});
    if (!taken.ok()) {
        half.error = accounts::said(half.say(), taken.error());
        half.status = 422;
        return show(half);
    }
    const auto now = casework::half_signed_in(half.site.office, half.token);
    if (!now.ok() || !now.value()) {
        return from_the_start(half.site, half.request);
    }
    half.who = *now.value();
    if (half.who.needs != casework::Needs::nothing) {
        return show(half);
    }
    const auto admitted =
        casework::admit_whole(half.site.office, half.token, where_from(half.site, half.request));
    if (!admitted.ok() || !admitted.value()) {
        return from_the_start(half.site, half.request);
    }
    return go_on(half.site, half.request, *admitted.value(), half.way);
}

// With the codes the way on is one press further: they are shown this once.
Response codes_shown(const Half& half, const casework::Admitted& admitted,
                     const casework::RecoveryCodes& codes) {
    const auto& say = half.say();
    Markup on;
    if (half.way.kept) {
        on.put(send_again(
            say, csrf_field(mask_token(csrf_token(half.site.secret, admitted.session.text))),
            *half.way.kept));
    } else {
        govuk::Button button;
        button.content = say.say("I have kept them: continue");
        const auto to = half.way.back.empty() ? Url::path("/") : Url::path(half.way.back);
        button.href = in_language(to, half.request.language);
        on.put(govuk::render(button));
    }
    Frame frame;
    frame.title = say.say("Your recovery codes");
    frame.content = recovery_page(say, codes_list(say, codes), on.take());
    auto response = framed_for_anyone(half.site, half.request, frame);
    set_sign_in_cookies(half.site, response, admitted);
    return response;
}

Response after_set_up(Half half) {
    const auto codes = casework::confirm_enrolment(half.site.office, half.who.sign_in_name,
                                                   half.request.form.text("code"));
    if (!codes.ok()) {
        half.error = sentence_for(half.say(), codes.error());
        half.status = 422;
        return show(half);
    }
    const auto admitted =
        casework::admit_whole(half.site.office, half.token, where_from(half.site, half.request));
    if (!admitted.ok() || !admitted.value()) {
        return from_the_start(half.site, half.request);
    }
    return codes_shown(half, *admitted.value(), codes.value());
}

Response take(const Site& site, const Request& request, casework::Needs needs,
              Response (*then)(Half)) {
    auto half = half_in(site, request);
    if (!half) {
        return from_the_start(site, request);
    }
    if (half->who.needs != needs || !from_our_page(site, request, half->token)) {
        half->error =
            half->say().say("This page had been open for too long. Please sign in again.");
        half->status = 422;
        return show(*half);
    }
    return then(std::move(*half));
}

Response show_again(const Site& site, const Request& request) {
    const auto half = half_in(site, request);
    return half ? show(*half) : from_the_start(site, request);
}

} // namespace

Response ask_second_factor(const Site& site, const Request& request, const std::string& token,
                           const WayOn& way) {
    const auto known = casework::half_signed_in(site.office, token);
    if (!known.ok() || !known.value()) {
        return see_other(in_language(site.router.url_of("sign-in"), request.language));
    }
    auto response = show({site, request, token, *known.value(), way});
    site.session_cookie.set(response, token);
    return response;
}

void add_second_step_pages(Site& site) {
    for (const auto* name : {"code", "set-up", "password"}) {
        site.router.add(
            Method::get, std::string{"sign-in."} + name, std::string{"/sign-in/"} + name,
            [&site](const Request& request, const Params&) { return show_again(site, request); });
    }
    site.router.add(Method::post, "sign-in.code", "/sign-in/code",
                    [&site](const Request& request, const Params&) {
                        return take(site, request, casework::Needs::code, after_code);
                    });
    site.router.add(Method::post, "sign-in.password", "/sign-in/password",
                    [&site](const Request& request, const Params&) {
                        return take(site, request, casework::Needs::new_password,
                                    after_new_password);
                    });
    site.router.add(Method::post, "sign-in.set-up", "/sign-in/set-up",
                    [&site](const Request& request, const Params&) {
                        return take(site, request, casework::Needs::enrolment, after_set_up);
                    });
}

} // namespace gweld::web::pages

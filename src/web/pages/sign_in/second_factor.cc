#include "web/pages/sign_in/second_factor.h"

#include "web/components/button.h"
#include "web/components/notification_banner.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/factor_forms.h"
#include "web/pages/sign_in/second_factor.html.h"
#include "web/pages/sign_in/step_up.h"

namespace gweld::web::pages {

namespace {

Html what_was_done(const Caller& caller) {
    if (caller.request.query.text("done") != "off") {
        return {};
    }
    govuk::NotificationBanner banner;
    banner.tone = govuk::BannerTone::success;
    banner.title = caller.say.say("Done");
    banner.text = caller.say.say("The codes are off. Your password alone signs you in.");
    return govuk::render(banner);
}

Response show(const Caller& caller) {
    const auto& say = caller.say;
    const auto factor = casework::factor_of(caller.office(), caller.viewer.sign_in_name);
    if (!factor.ok()) {
        return store_says(caller, factor.error());
    }
    const auto& state = factor.value();
    FactorPageParts parts;
    parts.done = what_was_done(caller);
    parts.on = state.on;
    parts.required =
        caller.office().sign_in_rules.second_factor == casework::SecondFactorIs::required;
    parts.since = say.say("On since {moment}.", {{"moment", say.moment_year(state.since)}});
    parts.left = say.say_n("1 recovery code is left.", "{n} recovery codes are left.",
                           static_cast<long>(state.recovery_left));
    parts.set_up = caller.to("second-factor.set-up");
    parts.fresh_codes = caller.to("second-factor.codes");
    parts.turn_off = caller.to("second-factor.off");
    parts.hidden = csrf_field(caller);
    Frame frame;
    frame.title = say.say("Codes from your phone");
    frame.content = factor_page(say, parts);
    return framed(caller, frame);
}

Response set_up_page(const Caller& caller, const std::string& error) {
    const auto& say = caller.say;
    const auto begun = casework::begin_enrolment(caller.office(), caller.viewer.sign_in_name,
                                                 council_in(caller.site, caller.request));
    if (!begun.ok()) {
        return see_other(caller.to("second-factor")); // on already, or says there why not
    }
    CodePageParts parts;
    parts.action = caller.to("second-factor.set-up");
    parts.hidden = csrf_field(caller);
    parts.errors = code_errors(say, error);
    parts.steps = set_up_steps(say, begun.value());
    parts.code = code_box(say, error);
    Frame frame;
    frame.title =
        (error.empty() ? "" : say.say("Error") + ": ") + say.say("Set up codes from your phone");
    frame.content = factor_set_up(say, parts);
    frame.status = error.empty() ? 200 : 422;
    return framed(caller, frame);
}

Response set_up(const Caller& caller) {
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    return set_up_page(caller, {});
}

Response codes_page(const Caller& caller, const casework::RecoveryCodes& codes) {
    govuk::Button button;
    button.content = caller.say.say("I have kept them: continue");
    button.href = caller.to("second-factor");
    Frame frame;
    frame.title = caller.say.say("Your recovery codes");
    frame.content = recovery_page(caller.say, codes_list(caller.say, codes), govuk::render(button));
    return framed(caller, frame);
}

Response confirm(const Caller& caller) {
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    const auto codes = casework::confirm_enrolment(caller.office(), caller.viewer.sign_in_name,
                                                   caller.request.form.text("code"));
    return codes.ok() ? codes_page(caller, codes.value())
                      : set_up_page(caller, sentence_for(caller.say, codes.error()));
}

Response fresh_codes(const Caller& caller) {
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    const auto codes = casework::fresh_recovery_codes(caller.office(), caller.viewer.sign_in_name);
    if (!codes.ok()) {
        return store_says(caller, codes.error());
    }
    return codes.value().empty() ? see_other(caller.to("second-factor"))
                                 : codes_page(caller, codes.value());
}

Response turn_off(const Caller& caller) {
    if (auto ask = needs_fresh_sign_in(caller)) {
        return std::move(*ask);
    }
    const auto off = casework::turn_off_factor(caller.office(), caller.viewer.sign_in_name);
    return off.ok() ? see_other(Url::path(caller.to("second-factor").text() + "?done=off"))
                    : store_says(caller, off.error());
}

} // namespace

void add_second_factor_pages(Site& site) {
    add_page(site, Method::get, "second-factor", "/second-factor", show);
    add_page(site, Method::get, "second-factor.set-up", "/second-factor/set-up", set_up);
    add_page(site, Method::post, "second-factor.set-up", "/second-factor/set-up", confirm);
    add_page(site, Method::post, "second-factor.codes", "/second-factor/codes", fresh_codes);
    add_page(site, Method::post, "second-factor.off", "/second-factor/off", turn_off);
}

} // namespace gweld::web::pages

#include "web/pages/sign_in/own_password.h"

#include "web/components/back_link.h"
#include "web/components/spoken.h"
#include "web/pages/accounts/account_pages.h"
#include "web/pages/accounts/accounts.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/sign_in/step_up.h"

namespace gweld::web::pages {

namespace {

Response show(const Caller& caller, const std::string& error) {
    const auto& say = caller.say;
    AccountFormParts parts;
    parts.back = govuk::render(govuk::back_link(say, caller.to("signed-in")));
    parts.errors = accounts::errors(say, error);
    parts.heading = say.say("Change your password");
    parts.what = say.say("At least 12 characters: three words that do not belong together are easy "
                         "to remember and hard to guess. You are signed out everywhere but here.");
    parts.action = caller.to("password");
    parts.hidden = csrf_field(caller);
    parts.boxes.push_back(accounts::password_box(say, words::mark("Your new password")));
    parts.button = say.say("Save");
    Frame frame;
    frame.title = (error.empty() ? "" : say.say("Error") + ": ") + parts.heading;
    frame.content = account_form(say, parts);
    frame.status = error.empty() ? 200 : 422;
    return framed(caller, frame);
}

Response ask(const Caller& caller) {
    auto first = needs_fresh_sign_in(caller);
    return first ? std::move(*first) : show(caller, {});
}

Response change(const Caller& caller) {
    if (auto first = needs_fresh_sign_in(caller)) {
        return std::move(*first);
    }
    const auto done =
        casework::change_own_password(caller.office(), caller.viewer, caller.session,
                                      std::string{caller.request.form.text("password")});
    return done.ok() ? see_other(Url::path(caller.to("signed-in").text() + "?done=password"))
                     : show(caller, accounts::said(caller.say, done.error()));
}

} // namespace

void add_own_password_pages(Site& site) {
    add_page(site, Method::get, "password", "/password", ask);
    add_page(site, Method::post, "password", "/password", change);
}

} // namespace gweld::web::pages

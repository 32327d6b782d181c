// Opening a new account.
#include "web/components/back_link.h"
#include "web/components/spoken.h"
#include "web/pages/accounts/account_pages.h"
#include "web/pages/accounts/accounts.h"
#include "web/pages/accounts/accounts.html.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"

#include <algorithm>

namespace gweld::web::pages::accounts {

namespace {

Response show(const Caller& caller, const People& people, const std::string& error) {
    const auto& say = caller.say;
    const auto& form = caller.request.form;
    const auto typed = [&](std::string_view name) { return std::string{form.text(name)}; };
    AccountFormParts parts;
    parts.back = govuk::render(govuk::back_link(say, caller.to("accounts")));
    parts.errors = errors(say, error);
    parts.heading = say.say("Open an account");
    parts.what = say.say("Tell the password to the person yourself, not by e-mail.");
    parts.action = caller.to("account.new");
    parts.hidden = csrf_field(caller);
    parts.boxes.push_back(
        text_box(say, "name", words::mark("Name to sign in with"), typed("name")));
    parts.boxes.push_back(worker_select(say, people, typed("worker")));
    parts.boxes.push_back(text_box(
        say, "person", words::mark("Their name, if they are not in the list"), typed("person")));
    parts.boxes.push_back(role_select(say, typed("role")));
    parts.boxes.push_back(team_select(say, people, typed("team")));
    parts.boxes.push_back(
        password_box(say, words::mark("The first password, of at least 12 characters")));
    parts.boxes.push_back(text_box(say, "why", words::mark("Why"), typed("why")));
    parts.button = say.say("Open the account");
    Frame frame;
    frame.title = (error.empty() ? "" : say.say("Error") + ": ") + parts.heading;
    frame.here = Nav::accounts;
    frame.content = account_form(say, parts);
    frame.status = error.empty() ? 200 : 422;
    return framed(caller, frame);
}

casework::NewAccount wish_in(const Fields& form, const People& people) {
    casework::NewAccount wish;
    wish.name = form.text("name");
    wish.person = form.text("person");
    wish.role = role_in(form).value_or(record::Role::social_worker);
    wish.team = team_in(form, people);
    wish.password = form.text("password");
    const auto id = base::parse_uuid(form.text("worker"));
    for (const auto& worker : people.workers) {
        if (id == worker.worker) {
            wish.worker = worker.worker;
            wish.person = worker.name;
        }
    }
    return wish;
}

Response ask(const Caller& caller) {
    if (!casework::administering(caller.viewer)) {
        return not_for_you(caller);
    }
    if (auto ask_again = needs_fresh_sign_in(caller)) {
        return std::move(*ask_again);
    }
    const auto people = people_of(caller);
    return people.ok() ? show(caller, people.value(), {}) : store_says(caller, people.error());
}

Response open(const Caller& caller) {
    const auto by = casework::administering(caller.viewer);
    if (!by) {
        return not_for_you(caller);
    }
    const auto people = people_of(caller);
    if (!people.ok()) {
        return store_says(caller, people.error());
    }
    if (auto ask_again = needs_fresh_sign_in(caller)) {
        return std::move(*ask_again);
    }
    const auto& form = caller.request.form;
    if (!role_in(form)) {
        return show(caller, people.value(), caller.say.say("Say what this person does"));
    }
    const auto done =
        casework::open_account(caller.office(), *by, wish_in(form, people.value()),
                               std::string{form.text("why")}, casework::IfThere::refuse);
    return done.ok() ? see_other(Url::path(caller.to("accounts").text() + "?done=1"))
                     : show(caller, people.value(), said(caller.say, done.error()));
}

} // namespace

void add_opening(Site& site) {
    add_page(site, Method::get, "account.new", "/accounts/new", ask);
    add_page(site, Method::post, "account.new", "/accounts/new", open);
}

} // namespace gweld::web::pages::accounts

namespace gweld::web::pages {

void add_account_pages(Site& site) {
    accounts::add_listing(site);
    accounts::add_opening(site);
    accounts::add_changing(site);
}

} // namespace gweld::web::pages

// Changing an account that is there: one page for each thing that can be done to it.
#include "web/components/back_link.h"
#include "web/components/spoken.h"
#include "web/pages/accounts/account_pages.h"
#include "web/pages/accounts/accounts.html.h"
#include "web/pages/accounts/deeds.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/step_up.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::accounts {

namespace {

using casework::AccountChange;
using casework::AccountListed;

bool is_open(const AccountListed& one) { return !one.account.closed; }
bool is_shut(const AccountListed& one) { return one.account.closed || one.asleep; }
bool has_factor(const AccountListed& one) { return one.second_factor; }
bool is_signed_in(const AccountListed& one) { return one.sessions > 0; }

std::vector<Html> nothing_more(const Words&, const People&, const record::Account&, const Fields&) {
    return {};
}

std::vector<Html> role_and_team(const Words& say, const People& people,
                                const record::Account& account, const Fields& typed) {
    const auto team = account.team ? base::to_text(*account.team) : std::string{};
    std::vector<Html> boxes;
    boxes.push_back(
        role_select(say, std::string{typed.first("role").value_or(record::name_of(account.role))}));
    boxes.push_back(team_select(say, people, std::string{typed.first("team").value_or(team)}));
    return boxes;
}

std::vector<Html> new_password(const Words& say, const People&, const record::Account&,
                               const Fields&) {
    std::vector<Html> boxes;
    boxes.push_back(password_box(say, words::mark("The new password, of at least 12 characters")));
    return boxes;
}

std::optional<AccountChange> move(const Fields& form, const People& people) {
    const auto role = role_in(form);
    return role ? std::optional<AccountChange>{casework::MoveIt{*role, team_in(form, people)}}
                : std::nullopt;
}

std::optional<AccountChange> password(const Fields& form, const People&) {
    return casework::GivePassword{std::string{form.text("password")}};
}

template <class Change> std::optional<AccountChange> plain(const Fields&, const People&) {
    return Change{};
}

constexpr std::array deeds{
    Deed{"move", words::mark("Change the role or the team"),
         words::mark("Whoever is signed in with it is signed out, and sees what the new role sees "
                     "from the next sign-in."),
         is_open, role_and_team, move},
    Deed{"close", words::mark("Close the account"),
         words::mark("Whoever is signed in with it is signed out at once, and their phones’ lists "
                     "go. What they recorded stays."),
         is_open, nothing_more, plain<casework::CloseIt>},
    Deed{"open", words::mark("Open the account again"),
         words::mark("They can sign in with the password they had."), is_shut, nothing_more,
         plain<casework::OpenAgain>},
    Deed{"password", words::mark("Give another password"),
         words::mark("Tell it to them yourself, not by e-mail. Whoever is signed in is signed "
                     "out."),
         is_open, new_password, password},
    Deed{"reset-second-factor", words::mark("Reset the codes from their phone"),
         words::mark("Only when you know that it is they who ask. They set the codes up again when "
                     "they next sign in."),
         has_factor, nothing_more, plain<casework::ResetSecondFactor>},
    Deed{"sign-out", words::mark("Sign them out everywhere"),
         words::mark("In every browser, at once. They can sign in again."), is_signed_in,
         nothing_more, plain<casework::SignOutEverywhere>},
};

struct Changing {
    const Caller& caller;
    const Deed& deed;
    AccountListed account;
    People people;
};

// None: no such account or no such thing to do; the same to whoever is no administrator.
base::Result<std::optional<Changing>, record::StoreFault> opened(const Caller& caller) {
    const auto deed = std::ranges::find(deeds, caller.param("deed"), &Deed::name);
    if (deed == deeds.end() || !casework::administering(caller.viewer)) {
        return base::Ok{std::optional<Changing>{}};
    }
    auto story = casework::account_story(caller.office(), caller.param("name"));
    auto people = people_of(caller);
    if (!story.ok() || !people.ok()) {
        return base::Err{story.ok() ? people.error() : story.error()};
    }
    if (!story.value()) {
        return base::Ok{std::optional<Changing>{}};
    }
    return base::Ok{std::optional{
        Changing{caller, *deed, std::move(story.value()->account), std::move(people).value()}}};
}

Response show(const Changing& changing, const std::string& error) {
    const auto& caller = changing.caller;
    const auto& say = caller.say;
    const auto& account = changing.account.account;
    const auto& form = caller.request.form;
    AccountFormParts parts;
    parts.back = govuk::render(
        govuk::back_link(say, caller.to("account", {{"name", account.sign_in_name}})));
    parts.errors = errors(say, error);
    parts.heading = say.say(changing.deed.heading) + ": " + account.display_name;
    parts.what = say.say(changing.deed.what);
    parts.action = caller.to("account.change", {{"name", account.sign_in_name},
                                                {"deed", std::string{changing.deed.name}}});
    parts.hidden = csrf_field(caller);
    parts.boxes = changing.deed.boxes(say, changing.people, account, form);
    parts.boxes.push_back(text_box(say, "why", words::mark("Why"), std::string{form.text("why")}));
    parts.button = say.say("Save");
    Frame frame;
    frame.title = (error.empty() ? "" : say.say("Error") + ": ") + parts.heading;
    frame.here = Nav::accounts;
    frame.content = account_form(say, parts);
    frame.status = error.empty() ? 200 : 422;
    return framed(caller, frame);
}

Response ask(const Caller& caller) {
    const auto changing = opened(caller);
    if (!changing.ok()) {
        return store_says(caller, changing.error());
    }
    if (!changing.value()) {
        return not_found(caller);
    }
    auto ask_again = needs_fresh_sign_in(caller);
    return ask_again ? std::move(*ask_again) : show(*changing.value(), {});
}

Response change(const Caller& caller) {
    const auto read = opened(caller);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    if (!read.value()) {
        return not_found(caller);
    }
    if (auto ask_again = needs_fresh_sign_in(caller)) {
        return std::move(*ask_again);
    }
    const auto& changing = *read.value();
    const auto& form = caller.request.form;
    const auto what = changing.deed.change(form, changing.people);
    if (!what) {
        return show(changing, caller.say.say("Say what this person does"));
    }
    const auto& name = changing.account.account.sign_in_name;
    const auto done =
        casework::change_account(caller.office(), *casework::administering(caller.viewer), name,
                                 *what, std::string{form.text("why")});
    if (!done.ok()) {
        return show(changing, said(caller.say, done.error()));
    }
    return see_other(Url::path(caller.to("account", {{"name", name}}).text() + "?done=1"));
}

} // namespace

std::span<const Deed> all_deeds() { return deeds; }

void add_changing(Site& site) {
    add_page(site, Method::get, "account.change", "/account/{name}/{deed}", ask);
    add_page(site, Method::post, "account.change", "/account/{name}/{deed}", change);
}

} // namespace gweld::web::pages::accounts

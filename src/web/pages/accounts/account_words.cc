#include "web/components/error_summary.h"
#include "web/components/input.h"
#include "web/components/notification_banner.h"
#include "web/components/password_input.h"
#include "web/components/select.h"
#include "web/pages/accounts/account_pages.h"

#include <algorithm>
#include <array>

namespace gweld::web::pages::accounts {

namespace {

using record::AccountDeed;
using record::Role;

constexpr std::array roles{Role::social_worker, Role::team_manager,      Role::head_of_service,
                           Role::duty_worker,   Role::reviewing_officer, Role::administrator,
                           Role::guardian};

std::string_view sentence_of(casework::AccountNonsense nonsense) {
    using casework::AccountNonsense;
    switch (nonsense) {
    case AccountNonsense::no_name:
        return words::mark("Give a name to sign in with: letters from a to z, figures, dots and "
                           "hyphens");
    case AccountNonsense::no_person:
        return words::mark("Say whose account it is");
    case AccountNonsense::password_short:
        return words::mark("The password takes at least 12 characters");
    case AccountNonsense::password_everybodys:
        return words::mark(
            "That password is one of those that are tried first. Take another: three "
            "words that do not belong together");
    case AccountNonsense::password_names_them:
        return words::mark("The password is little but a name. Take another: three words that do "
                           "not belong together");
    case AccountNonsense::password_same:
        return words::mark("That is the one you were given. Take another");
    case AccountNonsense::no_reason:
        return words::mark("Say why");
    }
    return {};
}

} // namespace

std::string said(const Words& say, Role role) {
    switch (role) {
    case Role::social_worker:
        return say.say("Social worker");
    case Role::team_manager:
        return say.say("Team manager");
    case Role::head_of_service:
        return say.say("Head of service");
    case Role::duty_worker:
        return say.say("Duty worker");
    case Role::reviewing_officer:
        return say.say("Reviewing officer");
    case Role::administrator:
        return say.say("Administrator: of accounts, reads no record");
    case Role::guardian:
        return say.say("Caldicott guardian: of who looks, reads no record");
    }
    return {};
}

std::string said(const Words& say, AccountDeed deed) {
    switch (deed) {
    case AccountDeed::opened:
        return say.say("Opened");
    case AccountDeed::closed:
        return say.say("Closed");
    case AccountDeed::opened_again:
        return say.say("Opened again");
    case AccountDeed::moved:
        return say.say("Another role or team");
    case AccountDeed::password_set:
        return say.say("Another password");
    case AccountDeed::second_factor_reset:
        return say.say("Codes from the phone reset");
    case AccountDeed::signed_out:
        return say.say("Signed out everywhere");
    }
    return {};
}

std::string state_of(const Words& say, const casework::AccountListed& one) {
    return one.account.closed ? say.say("Closed")
           : one.asleep       ? say.say("Asleep: not used for too long")
                              : say.say("In use");
}

std::string said(const Words& say, const casework::AccountRefused& refused) {
    return std::visit(
        base::overloaded{
            [&](casework::AccountNonsense nonsense) { return say.say(sentence_of(nonsense)); },
            [&](const casework::NameTaken&) {
                return say.say("Somebody signs in by this name already");
            },
            [&](const casework::NoSuchAccount&) { return say.say("There is no such account"); },
            [&](const casework::OwnAccount&) {
                return say.say("This is your own account: another administrator changes it.");
            },
            [&](record::StoreFault) {
                return say.say("It cannot be saved at the moment. Try again in a minute.");
            },
        },
        refused);
}

base::Result<People, record::StoreFault> people_of(const Caller& caller) {
    People people;
    const auto read = caller.office().store.read([&](const record::Reading& reading) {
        people.teams = reading.teams();
        people.workers = reading.workers();
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    return base::Ok{std::move(people)};
}

casework::TeamGiven team_in(const Fields& form, const People& people) {
    const auto id = base::parse_uuid(form.text("team"));
    const auto team = std::ranges::find(
        people.teams, id, [](const record::TeamRow& row) { return std::optional{row.team}; });
    return team == people.teams.end() ? casework::TeamGiven{}
                                      : casework::TeamGiven{team->team, team->name};
}

std::optional<Role> role_in(const Fields& form) { return record::role_named(form.text("role")); }

Html text_box(const Words& say, std::string_view name, std::string_view label,
              const std::string& value) {
    govuk::Input box;
    box.name = std::string{name};
    box.label.content = say.say(label);
    box.value = value;
    box.autocomplete = "off";
    if (name == "name") {
        box.autocapitalize = "none";
        box.spellcheck = false;
    }
    return govuk::render(box);
}

Html password_box(const Words& say, std::string_view label) {
    govuk::PasswordInput password;
    password.input.name = "password";
    password.input.label.content = say.say(label);
    password.input.autocomplete = "new-password";
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

Html role_select(const Words& say, const std::string& chosen) {
    govuk::Select select;
    select.name = "role";
    select.label.content = say.say("What this person does");
    for (const auto role : roles) {
        select.items.push_back({said(say, role), std::string{record::name_of(role)}});
    }
    select.value = chosen;
    return govuk::render(select);
}

Html team_select(const Words& say, const People& people, const std::string& chosen) {
    govuk::Select select;
    select.name = "team";
    select.label.content = say.say("Team");
    select.items.push_back({say.say("None: the whole service"), ""});
    for (const auto& team : people.teams) {
        select.items.push_back({team.name, base::to_text(team.team)});
    }
    select.value = chosen;
    return govuk::render(select);
}

Html worker_select(const Words& say, const People& people, const std::string& chosen) {
    govuk::Select select;
    select.name = "worker";
    select.label.content = say.say("Whose account it is");
    select.items.push_back({say.say("Nobody in the record: named below"), ""});
    for (const auto& worker : people.workers) {
        select.items.push_back({worker.name + (worker.team.empty() ? "" : ", " + worker.team),
                                base::to_text(worker.worker)});
    }
    select.value = chosen;
    return govuk::render(select);
}

Html errors(const Words& say, const std::string& error) {
    if (error.empty()) {
        return {};
    }
    govuk::ErrorSummary summary;
    summary.title = say.say("There is a problem");
    summary.errors.push_back({error, Url::fragment("main-content"), {}});
    return govuk::render(summary);
}

Html done_banner(const Caller& caller) {
    if (!caller.request.query.has("done")) {
        return {};
    }
    govuk::NotificationBanner banner;
    banner.tone = govuk::BannerTone::success;
    banner.title = caller.say.say("Done");
    banner.text = caller.say.say("The account is changed.");
    return govuk::render(banner);
}

} // namespace gweld::web::pages::accounts

// All accounts, and one account with what was done to it.
#include "record/codec.h"
#include "web/components/back_link.h"
#include "web/components/card_table.h"
#include "web/components/link.h"
#include "web/components/spoken.h"
#include "web/components/summary_list.h"
#include "web/pages/accounts/account_pages.h"
#include "web/pages/accounts/accounts.html.h"
#include "web/pages/accounts/deeds.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"

namespace gweld::web::pages::accounts {

namespace {

std::string last_used(const Words& say, const record::Account& account) {
    return account.signed_in_at ? say.moment_year(*account.signed_in_at) : say.say("not known");
}

Html table_of(const Caller& caller, const std::vector<casework::AccountListed>& all) {
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Accounts");
    table.caption_classes = "govuk-visually-hidden";
    for (const auto column :
         {words::mark("Name"), words::mark("What this person does"), words::mark("Team"),
          words::mark("Last signed in"), words::mark("State"), words::mark("Code from a phone")}) {
        table.columns.push_back({say.say(column), {}});
    }
    for (const auto& one : all) {
        const auto to = caller.to("account", {{"name", one.account.sign_in_name}});
        table.rows.push_back(
            {{Content{ours::link(to, one.account.display_name, one.account.sign_in_name)},
              Content{said(say, one.account.role)}, Content{one.account.team_name},
              Content{last_used(say, one.account)}, Content{state_of(say, one)},
              Content{one.second_factor ? say.say("Yes") : say.say("No")}},
             one.asleep ? ours::Tone::soon : ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Response show_all(const Caller& caller) {
    if (!casework::administering(caller.viewer)) {
        return not_for_you(caller);
    }
    const auto all = casework::all_accounts(caller.office());
    if (!all.ok()) {
        return store_says(caller, all.error());
    }
    const auto& say = caller.say;
    AccountsParts parts;
    parts.done = done_banner(caller);
    parts.table = table_of(caller, all.value());
    parts.open = caller.to("account.new");
    parts.asleep_after =
        say.say_n("Whoever has not signed in for 1 day is asleep until an administrator opens "
                  "the account again.",
                  "Whoever has not signed in for {n} days is asleep until an administrator opens "
                  "the account again.",
                  caller.office().sign_in_rules.dormant_after_days);
    Frame frame;
    frame.title = say.say("Accounts");
    frame.here = Nav::accounts;
    frame.content = accounts_list(say, parts);
    return framed(caller, frame);
}

void fact(govuk::SummaryList& facts, const std::string& name, const std::string& value) {
    facts.rows.push_back({{name, {}}, {value, {}}, {}, {}});
}

Html facts_of(const Caller& caller, const casework::AccountListed& one) {
    const auto& say = caller.say;
    govuk::SummaryList facts;
    fact(facts, say.say("Name to sign in with"), one.account.sign_in_name);
    fact(facts, say.say("What this person does"), said(say, one.account.role));
    fact(facts, say.say("Team"), one.account.team_name);
    fact(facts, say.say("State"), state_of(say, one));
    fact(facts, say.say("Last signed in"), last_used(say, one.account));
    fact(facts, say.say("Code from a phone"), one.second_factor ? say.say("Yes") : say.say("No"));
    fact(facts, say.say("Signed in now"),
         say.say_n("In 1 browser", "In {n} browsers", static_cast<long>(one.sessions)));
    return govuk::render(facts);
}

Html story_of(const Caller& caller, const std::vector<record::Entry>& done) {
    const auto& say = caller.say;
    if (done.empty()) {
        return no_story(say);
    }
    ours::CardTable table;
    table.caption = say.say("What was done to this account");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {
        {say.say("What"), {}}, {say.say("When"), {}}, {say.say("Who"), {}}, {say.say("Why"), {}}};
    for (const auto& entry : done) {
        const auto body = record::body_of<record::AccountChanged>(entry);
        const auto role = record::role_named(body.role);
        auto what = said(say, body.deed);
        if (body.deed == record::AccountDeed::moved || body.deed == record::AccountDeed::opened) {
            what += ": " + (role ? said(say, *role) : body.role) +
                    (body.team.empty() ? "" : ", " + body.team);
        }
        table.rows.push_back({{Content{what}, Content{say.moment_year(entry.recorded_at)},
                               Content{entry.recorded_by.name}, Content{body.why}},
                              ours::Tone::waiting,
                              {}});
    }
    return ours::render(table);
}

Response show_one(const Caller& caller) {
    if (!casework::administering(caller.viewer)) {
        return not_for_you(caller);
    }
    const auto read = casework::account_story(caller.office(), caller.param("name"));
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    if (!read.value()) {
        return not_found(caller);
    }
    const auto& say = caller.say;
    const auto& story = *read.value();
    const auto& name = story.account.account.sign_in_name;
    AccountParts parts;
    parts.back = govuk::render(govuk::back_link(say, caller.to("accounts")));
    parts.done = done_banner(caller);
    parts.heading = story.account.account.display_name;
    parts.facts = facts_of(caller, story.account);
    parts.own = name == caller.viewer.sign_in_name;
    for (const auto& deed : all_deeds()) {
        if (deed.fits(story.account)) {
            parts.deeds.push_back(
                {caller.to("account.change", {{"name", name}, {"deed", std::string{deed.name}}}),
                 say.say(deed.heading)});
        }
    }
    parts.story = story_of(caller, story.done);
    Frame frame;
    frame.title = parts.heading;
    frame.here = Nav::accounts;
    frame.content = account_page(say, parts);
    return framed(caller, frame);
}

} // namespace

void add_listing(Site& site) {
    add_page(site, Method::get, "accounts", "/accounts", show_all);
    add_page(site, Method::get, "account", "/account/{name}", show_one);
}

} // namespace gweld::web::pages::accounts

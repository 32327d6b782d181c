#include "web/pages/sign_in/my_sign_ins.h"

#include "casework/sessions.h"
#include "web/components/card_table.h"
#include "web/components/notification_banner.h"
#include "web/components/spoken.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/my_sign_ins.html.h"
#include "web/pages/sign_in/sign_in_cookies.h"

namespace gweld::web::pages {

namespace {

Cookie greeting_cookie(const Site& site) { return cookie_beside(site, "greet"); }

Html end_button(const Caller& caller, const record::Session& session) {
    const auto& say = caller.say;
    EndParts parts;
    parts.action = caller.to("signed-in.end");
    Markup hidden;
    hidden.put(csrf_field(caller)).put(hidden_field("which", casework::name_of(session)));
    parts.hidden = hidden.take();
    parts.spoken = browser_words(say, session) + ", " + say.moment(session.signed_in_at);
    return end_one(say, parts);
}

Html table_of(const Caller& caller, const casework::MySessions& mine) {
    const auto& say = caller.say;
    ours::CardTable table;
    table.caption = say.say("Where you are signed in");
    table.caption_classes = "govuk-visually-hidden";
    table.columns = {{say.say("Browser"), {}},
                     {say.say("Signed in at"), {}},
                     {say.say("Last used at"), {}},
                     {say.say("What next"), {}}};
    for (const auto& session : mine.all) {
        const bool this_one = session.token_hash == mine.this_one;
        table.rows.push_back(
            {{Content{browser_words(say, session)}, Content{say.moment(session.signed_in_at)},
              Content{say.moment(session.last_used_at)},
              this_one ? Content{say.say("This one")} : Content{end_button(caller, session)}},
             ours::Tone::waiting,
             {}});
    }
    return ours::render(table);
}

Html what_was_done(const Caller& caller) {
    const auto done = caller.request.query.text("done");
    if (done != "one" && done != "others" && done != "password") {
        return {};
    }
    govuk::NotificationBanner banner;
    banner.tone = govuk::BannerTone::success;
    banner.title = caller.say.say("Done");
    banner.text = done == "one" ? caller.say.say("You are signed out there.")
                  : done == "others"
                      ? caller.say.say("You are signed out everywhere but here.")
                      : caller.say.say("Your password is changed. You are signed out everywhere "
                                       "but here.");
    return govuk::render(banner);
}

Response show(const Caller& caller) {
    const auto read = casework::my_sessions(caller.office(), caller.viewer, caller.session);
    if (!read.ok()) {
        return store_says(caller, read.error());
    }
    const auto& say = caller.say;
    const auto& mine = read.value();
    MySignInsParts parts;
    parts.done = what_was_done(caller);
    parts.table = table_of(caller, mine);
    parts.end_others = caller.to("signed-in.end-others");
    parts.hidden = csrf_field(caller);
    parts.codes = caller.to("second-factor");
    parts.password = caller.to("password");
    parts.others = mine.all.size() > 1;
    if (!mine.all.empty() && mine.all.front().before) {
        parts.before = say.say("Before that you had signed in at {moment}.",
                               {{"moment", say.moment(*mine.all.front().before)}});
    }
    Frame frame;
    frame.title = say.say("Where you are signed in");
    frame.content = my_sign_ins(say, parts);
    return framed(caller, frame);
}

Response done(const Caller& caller, std::string_view what) {
    return see_other(Url::path(caller.to("signed-in").text() + "?done=" + std::string{what}));
}

Response end_one_of_mine(const Caller& caller) {
    const auto which = casework::session_named(caller.request.form.text("which"));
    if (!which) {
        return not_found(caller);
    }
    const auto ended = casework::end_mine(caller.office(), caller.viewer, *which);
    return ended.ok() ? done(caller, "one") : store_says(caller, ended.error());
}

Response end_others(const Caller& caller) {
    const auto ended = casework::end_my_others(caller.office(), caller.viewer, caller.session);
    return ended.ok() ? done(caller, "others") : store_says(caller, ended.error());
}

} // namespace

std::string browser_words(const Words& say, const record::Session& session) {
    if (session.browser.empty() && session.system.empty()) {
        return say.say("A browser that Gweld does not know");
    }
    if (session.browser.empty() || session.system.empty()) {
        return session.browser + session.system;
    }
    return say.say("{browser} on {system}",
                   {{"browser", session.browser}, {"system", session.system}});
}

void greet_next(const Site& site, Response& response) { greeting_cookie(site).set(response, "1"); }

Html greeting(const Caller& caller) {
    if (!greeting_cookie(caller.site).in(caller.request)) {
        return {};
    }
    const auto session = casework::session_of(caller.office(), caller.session);
    if (!session.ok() || !session.value() || !session.value()->before) {
        return {};
    }
    const auto& say = caller.say;
    return last_sign_in(say,
                        say.say("You last signed in at {moment}. Was it you?",
                                {{"moment", say.moment(*session.value()->before)}}),
                        caller.to("signed-in"));
}

void greeted(const Caller& caller, Response& response) {
    const auto cookie = greeting_cookie(caller.site);
    if (cookie.in(caller.request)) {
        cookie.take_away(response);
    }
}

void add_my_sign_in_pages(Site& site) {
    add_page(site, Method::get, "signed-in", "/signed-in", show);
    add_page(site, Method::post, "signed-in.end", "/signed-in/end", end_one_of_mine);
    add_page(site, Method::post, "signed-in.end-others", "/signed-in/end-others", end_others);
}

} // namespace gweld::web::pages

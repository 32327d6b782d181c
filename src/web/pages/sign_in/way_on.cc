#include "web/pages/sign_in/way_on.h"

#include "web/components/markup.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/browser.h"
#include "web/pages/sign_in/my_sign_ins.h"
#include "web/pages/sign_in/sign_in.html.h"
#include "web/pages/sign_in/sign_in_cookies.h"
#include "web/pages/unsaved/unsaved_form.h"

namespace gweld::web::pages {

namespace {

// Says of a name that it was signed in by here, and nothing else: others' failures elsewhere do not
// count against it.
Cookie known_cookie(const Site& site) { return cookie_beside(site, "known"); }

// Saved: under the key of the form. What was typed may have been changed after that.
enum class Before : std::uint8_t { not_saved, saved };

// The page that sends what was typed before.
Response offer_to_send(const Caller& caller, const Kept& kept, Before before) {
    Frame frame;
    frame.title = caller.say.say("You are signed in again");
    frame.content = signed_in_again(
        caller.say, frame.title,
        before == Before::saved
            ? caller.say.say("This form arrived and was saved before you were signed out. If you "
                             "changed nothing since, there is nothing more to do. It is saved once "
                             "only, however often you send it.")
            : std::string{},
        send_again(caller, kept));
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
    if (answer.ok()) {
        return see_other(in_language(Url::path(form.address), caller.request.language));
    }
    const bool saved = std::holds_alternative<casework::SavedAlready>(answer.error());
    return offer_to_send(caller, kept, saved ? Before::saved : Before::not_saved);
}

Response back_to_what_was_typed(const Site& site, const Request& request, const std::string& token,
                                const Kept& kept) {
    auto known = casework::viewer_of(site.office.store, token, site.office.clock.now());
    if (!known.ok()) {
        return record_out_of_reach(site, request, token, known.error());
    }
    auto viewer = std::move(known).value();
    if (!viewer) {
        return see_other(in_language(Url::path("/"), request.language));
    }
    const auto office = site.offices->of(*viewer);
    if (!office.ok()) {
        return record_out_of_reach(site, request, token, office.error());
    }
    const Params none;
    const Caller caller{site,
                        request,
                        none,
                        words::in(request.language),
                        std::move(*viewer),
                        token,
                        office.value().office};
    return back_to_the_form(caller, kept);
}

} // namespace

WayOn way_on_in(const Fields& posted) {
    return {std::string{posted.text("back")}, kept_in(posted)};
}

Html way_on_inputs(const WayOn& way) {
    Markup out;
    out.put(hidden_field("back", way.back));
    if (way.kept) {
        out.put(kept_inputs(way.kept->action, way.kept->fields));
    }
    return out.take();
}

casework::Where where_from(const Site& site, const Request& request) {
    auto browser = browser_of(request);
    return {std::move(browser.name), std::move(browser.system),
            known_cookie(site).in(request).value_or(std::string_view{})};
}

void set_sign_in_cookies(const Site& site, Response& response, const casework::Admitted& admitted) {
    site.session_cookie.set(response, admitted.session.text);
    if (admitted.signed_in == record::SignedIn::whole) {
        known_cookie(site).keep(response, admitted.browser.text, casework::browser_known_for);
        greet_next(site, response);
    }
}

Response go_on(const Site& site, const Request& request, const casework::Admitted& admitted,
               const WayOn& way) {
    const auto to = way.back.empty() ? Url::path("/") : Url::path(way.back);
    auto response = way.kept
                        ? back_to_what_was_typed(site, request, admitted.session.text, *way.kept)
                        : see_other(in_language(to, request.language));
    set_sign_in_cookies(site, response, admitted);
    return response;
}

} // namespace gweld::web::pages

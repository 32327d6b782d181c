#include "web/pages/problems/problems.h"

#include "casework/sign_in.h"
#include "web/components/link.h"
#include "web/components/markup.h"
#include "web/csrf.h"
#include "web/pages/carried/carried.h"
#include "web/pages/frame/frame.h"
#include "web/pages/problems/problems.html.h"

namespace gweld::web::pages {

namespace {

struct Said {
    int status;
    std::string_view title;
    std::string_view what_to_do;
};

Response say_problem(const Caller& caller, const Said& said, const Html& typed = {},
                     const Html& emergency = {}) {
    Frame frame;
    frame.title = caller.say.say(said.title);
    frame.status = said.status;
    frame.content =
        problem(caller.say, frame.title, caller.say.say(said.what_to_do), caller.to("home"),
                caller.say.say("Go to your first page"), typed, emergency);
    return framed(caller, frame);
}

constexpr Said not_here{
    404, words::mark("This page cannot be found"),
    words::mark("The address may be wrong, or the page may be about a child who is not in your "
                "work. If you need this record to keep a child safe, ask your manager or the duty "
                "desk.")};

Said store_problem(record::StoreFault fault) {
    switch (fault) {
    case record::StoreFault::disk_full:
        return {507, words::mark("Nothing was saved: the disk is full"),
                words::mark("Keep a copy of what you typed, and tell the service desk now.")};
    case record::StoreFault::read_only:
        return {503, words::mark("Nothing was saved: the record cannot be written"),
                words::mark("Keep a copy of what you typed, and tell the service desk now. Until "
                            "it is mended no record opens, because each look has to be written "
                            "down.")};
    case record::StoreFault::too_busy:
        return {503, words::mark("Gweld is very busy"),
                words::mark("Try again in a moment. It is saved once only, however often you send "
                            "it.")};
    case record::StoreFault::away:
        return {503, words::mark("Gweld cannot reach the record at the moment"),
                words::mark("Nothing was saved. Try again in a moment. It is saved once only, "
                            "however often you send it.")};
    case record::StoreFault::disk_failed:
    case record::StoreFault::damaged:
    case record::StoreFault::closed:
        break;
    }
    return {
        503, words::mark("Gweld cannot reach the record"),
        words::mark("It is not certain that what you typed was saved. Keep a copy of it and send "
                    "it again later: it is saved once only, however often you send it. Tell "
                    "the service desk now.")};
}

} // namespace

// Offered for whatever address of a child's was asked for, whether there is such a child or not.
Html way_in_an_emergency(const Caller& caller) {
    const auto id = base::parse_uuid(caller.param("id"));
    const auto route = caller.site.router.name_for(caller.request.path);
    if (!id || (route != "child" && !route.starts_with("child."))) {
        return {};
    }
    Markup way;
    way.raw("<p class=\"govuk-body\">");
    way.put(ours::link(caller.to("emergency", {{"id", base::to_text(*id)}}),
                       caller.say.say("If a child cannot wait, open the record in an emergency")));
    way.raw("</p>");
    return way.take();
}

Response not_found(const Caller& caller) {
    return say_problem(caller, not_here, {}, way_in_an_emergency(caller));
}

Response not_for_you(const Caller& caller) { return say_problem(caller, not_here); }

Response nothing_here(const Site& site, const Request& request) {
    const auto cookie = site.session_cookie.in(request);
    const auto& say = words::in(request.language);
    if (cookie) {
        auto known = casework::viewer_of(site.office.store, *cookie, site.office.clock.now());
        if (!known.ok()) {
            return record_out_of_reach(site, request, *cookie, known.error());
        }
        if (auto viewer = std::move(known).value()) {
            const Params none;
            const auto office = site.offices->of(*viewer);
            if (!office.ok()) {
                return record_out_of_reach(site, request, *cookie, office.error());
            }
            return not_found({site, request, none, say, std::move(*viewer), std::string{*cookie},
                              office.value().office});
        }
    }
    Frame frame;
    frame.title = say.say(not_here.title);
    frame.status = not_here.status;
    frame.content = problem(say, frame.title, say.say("The address may be wrong."),
                            in_language(site.router.url_of("sign-in"), request.language),
                            say.say("Sign in"), {}, {});
    return framed_for_anyone(site, request, frame);
}

Response not_from_our_page(const Caller& caller) {
    return say_problem(
        caller,
        {403, words::mark("This form was opened before you signed in again"),
         words::mark("Nothing was saved yet. If this is what you meant to send, send it "
                     "again.")},
        // Another site must not have its words offered for sending.
        sender_of(caller.request) == Sender::elsewhere ? Html{} : send_again(caller));
}

Response begun_by_somebody_else(const Caller& caller) {
    return say_problem(caller,
                       {403, words::mark("Somebody else began this form"),
                        words::mark("They were signed in here before you. Nothing was saved; what "
                                    "was kept of what they typed they find when they sign in. "
                                    "Open the form yourself if you want to write something.")});
}

Response store_says(const Caller& caller, record::StoreFault fault) {
    auto response = say_problem(caller, store_problem(fault), send_again(caller));
    return std::move(response.with("Retry-After", "10"));
}

Response record_out_of_reach(const Site& site, const Request& request, std::string_view session,
                             record::StoreFault fault) {
    const auto& say = words::in(request.language);
    const auto said = store_problem(fault);
    const std::string token{session};
    // Of a form opened before a restart too: its token is old, its words are theirs.
    const bool may_be_ours =
        request.method == Method::post && sender_of(request) != Sender::elsewhere;
    Frame frame;
    frame.title = say.say(said.title);
    frame.status = said.status;
    frame.content = problem(
        say, frame.title, say.say(said.what_to_do),
        request.method == Method::post ? in_language(Url::path("/"), request.language)
                                       : this_page_in(request.language, request),
        request.method == Method::post ? say.say("Go to your first page") : say.say("Try again"),
        may_be_ours ? send_again(say, csrf_field(mask_token(csrf_token(site.secret, token))),
                                 posted(request))
                    : Html{},
        {});
    auto response = framed_for_anyone(site, request, frame);
    return std::move(response.with("Retry-After", "10"));
}

} // namespace gweld::web::pages

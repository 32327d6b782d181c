#include "web/pages/site.h"

#include "casework/sign_in.h"
#include "web/csrf.h"
#include "web/pages/carried/carried.h"
#include "web/pages/frame/board.h"
#include "web/pages/kept_records.h"
#include "web/pages/problems/problems.h"
#include "web/pages/sign_in/sign_in.h"
#include "web/pages/sign_in/step_up.h"
#include "web/pages/unsaved/unsaved_form.h"

#include <algorithm>

namespace gweld::web::pages {

namespace {

// Where to come back to after signing in; Url::path keeps it on this server.
Response to_sign_in(const Site& site, const Request& request) {
    std::string back = request.path;
    if (!request.query.list().empty()) {
        back += "?" + encode_fields(request.query.list());
    }
    const Field field{"back", back};
    const auto to = site.router.url_of("sign-in").text() + "?" + encode_fields({&field, 1});
    return see_other(in_language(Url::path(to), request.language));
}

Fields without_proof(const Fields& form) {
    std::vector<Field> fields;
    std::ranges::copy_if(form.list(), std::back_inserter(fields),
                         [](const Field& field) { return field.name != proof_field; });
    return Fields{std::move(fields)};
}

Response answer_post(const PageHandler& handler, const Caller& caller) {
    const auto& [site, request, params, say, viewer, session, own_office, begun_here] = caller;
    if (whose_form(request.form, viewer) == Whose::somebody_elses) {
        return begun_by_somebody_else(caller);
    }
    if (!from_our_page(site, request, session)) {
        return not_from_our_page(caller);
    }
    if (auto wrong = judge_proof(caller)) {
        return std::move(*wrong);
    }
    if (request.form.has(proof_field)) { // no page sees it, and no draft keeps it
        Request meant = request;
        meant.form = without_proof(request.form);
        const Caller again{.site = site,
                           .request = meant,
                           .params = params,
                           .say = say,
                           .viewer = viewer,
                           .session = session,
                           .own_office = own_office};
        return answer_post(handler, again);
    }
    if (auto form = with_kept_records(site, request.form)) {
        Request meant = request;
        meant.form = std::move(*form);
        const Caller again{.site = site,
                           .request = meant,
                           .params = params,
                           .say = say,
                           .viewer = viewer,
                           .session = session,
                           .own_office = own_office};
        return keep_unless_saved(again, handler(again));
    }
    return keep_unless_saved(caller, handler(caller));
}

Response answer_get(const PageHandler& handler, const Caller& caller) {
    auto response = handler(caller);
    constexpr int shown = 200; // to whom it is not shown nothing is told of a merge
    const auto moved = response.status == shown
                           ? at_kept_record(caller.site, caller.request, caller.params)
                           : std::nullopt;
    if (moved && caller.begun()) {
        static_cast<void>(casework::move_unsaved(caller.office(), caller.viewer,
                                                 caller.begun()->form.address,
                                                 in_language(*moved, Language::english).text()));
    }
    return moved ? see_other(*moved) : std::move(response);
}

using Answered = base::Result<std::optional<Response>, record::StoreFault>;

// None: somebody excluded them, or let them in again, while the page was made; it is made again.
Answered answer_once(const PageHandler& handler, const Caller& asking) {
    auto& offices = *asking.site.offices;
    const auto known = offices.of(asking.viewer);
    if (!known.ok()) {
        return base::Err{known.error()};
    }
    Caller caller = asking;
    caller.own_office = known.value().office;
    caller.begun_here = std::make_shared<BegunHere>();
    auto response = caller.request.method == Method::post ? answer_post(handler, caller)
                                                          : answer_get(handler, caller);
    if (const auto fault = caller.begun_here->fault) {
        return base::Err{*fault};
    }
    const auto still = offices.still(known.value(), caller.viewer);
    if (!still.ok()) {
        return base::Err{still.error()};
    }
    // What sends the reader on shows nothing of a record; it may be they who excluded themselves.
    const bool shows = response.status < 300 || response.status >= 400;
    return still.value() == casework::Offices::Still::so || !shows
               ? Answered{base::Ok{std::optional{std::move(response)}}}
               : Answered{base::Ok{std::optional<Response>{}}};
}

Response answer(const Site& site, const PageHandler& handler, const Request& request,
                const Params& params) {
    const auto cookie = site.session_cookie.in(request);
    const auto of =
        asks_whether_it_stands(request) ? casework::viewer_unnoted : casework::viewer_of;
    auto known = cookie ? of(site.office.store, *cookie, site.office.clock.now())
                        : casework::Known{base::Ok{std::optional<access::Viewer>{}}};
    if (!known.ok()) {
        return record_out_of_reach(site, request, *cookie, known.error());
    }
    auto viewer = std::move(known).value();
    if (!viewer) {
        return request.method == Method::post ? sign_in_to_send(site, request)
                                              : to_sign_in(site, request);
    }
    const Caller caller{site,
                        request,
                        params,
                        words::in(request.language),
                        std::move(*viewer),
                        std::string{*cookie},
                        {}}; // answer_once knows
    // A form sent twice is recorded once: what it writes carries a key of its own.
    while (true) {
        auto answered = answer_once(handler, caller);
        if (!answered.ok()) {
            return record_out_of_reach(site, request, *cookie, answered.error());
        }
        if (answered.value()) {
            return std::move(*answered.value());
        }
    }
}

} // namespace

Url Caller::to(std::string_view route, Router::Filled slots) const {
    return in_language(site.router.url_of(route, slots), request.language);
}

bool from_our_page(const Site& site, const Request& request, const std::string& session) {
    return sender_of(request) != Sender::elsewhere &&
           is_csrf_token(request.form.text("csrf"), site.secret, session);
}

std::string Caller::csrf() const { return mask_token(csrf_token(site.secret, session)); }

void add_page(Site& site, Method method, std::string name, std::string pattern,
              PageHandler handler) {
    site.router.add(
        method, std::move(name), std::move(pattern),
        [&site, handler = std::move(handler)](const Request& request, const Params& params) {
            return answer(site, handler, request, params);
        });
}

} // namespace gweld::web::pages

// Taking in what a phone sends. No page: the script on the phone asks, and reads the answer as a
// form-encoded text. Nobody signed in is an answer like any other here, because the phone waits and
// asks again.
#include "casework/sign_in.h"
#include "web/csrf.h"
#include "web/pages/kept_records.h"
#include "web/pages/offline/list_text.h"
#include "web/pages/offline/offline_pages.h"
#include "web/pages/offline/offline_words.h"
#include "web/pages/offline/opened_visit.h"

#include <array>

namespace gweld::web::pages {

namespace {

using Told = std::vector<Field>;

Response tell(const Told& told, int status = 200) {
    auto response = plain_text(encode_fields(told), status);
    response.content_type = "application/x-www-form-urlencoded";
    return response;
}

// Another site cannot set this header without being asked first, and is not let.
bool from_our_script(const Request& request) {
    return sender_of(request) != Sender::elsewhere && request.header("x-gweld") == "phone";
}

// A phone asks every half minute by itself, so that it asks is no sign of anybody being there.
casework::Known who_asks(const Site& site, const Request& request) {
    const auto cookie = site.session_cookie.in(request);
    return cookie ? casework::viewer_unnoted(site.office.store, *cookie, site.office.clock.now())
                  : casework::Known{base::Ok{std::optional<access::Viewer>{}}};
}

std::string hour_and_minute(time::Instant moment) {
    const auto minutes = time::wall_time_in_wales(moment).since_midnight.count();
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

struct Taken {
    std::string id; // as authenticated with the text
    Envelope envelope;
    phone::Sealed sealed;
};

std::optional<Taken> taken_in(const Fields& form) {
    const auto item = base::parse_uuid(form.text("id"));
    const auto sent = time::parse_rfc3339(form.text("sent"));
    const auto point = from_base64url(form.text("point"));
    const auto nonce = from_base64url(form.text("nonce"));
    const auto text = from_base64url(form.text("text"));
    if (!item || !sent || !point || !nonce || !text) {
        return std::nullopt;
    }
    return Taken{std::string{form.text("id")},
                 {record::ItemId{*item}, *sent},
                 {std::string{form.text("key")}, *point, *nonce, *text}};
}

Told told_of(const casework::ReceivedVisit& received) {
    Told told{{"at", hour_and_minute(received.at)}};
    if (const auto* held = std::get_if<casework::KeptForWriter>(&received.how)) {
        told.push_back({"state", "held"});
        told.push_back({"why", name_of(held->because)});
        return told;
    }
    const auto& on_record = std::get<casework::OnRecord>(received.how);
    told.push_back({"state", on_record.same_day.empty() ? "recorded" : "beside"});
    return told;
}

constexpr int busy = 503;

// The merged child's visit is about the kept one.
std::string with_kept(const Site& site, std::string text) {
    const auto said = parse_fields(text, most_fields);
    const auto kept = said ? with_kept_records(site, *said) : std::nullopt;
    return kept ? encode_fields(kept->list()) : std::move(text);
}

Response take_visit(const Site& site, const access::Viewer& viewer, const Taken& taken) {
    const auto* keys = phone_keys(site);
    if (keys == nullptr) {
        return tell({{"state", "later"}}, busy);
    }
    const auto opened = keys->open(taken.sealed, taken.id);
    if (!opened.ok()) {
        return tell({{"state", "locked"}});
    }
    const auto today = site.office.today();
    auto visit = read_visit(opened.value(), taken.envelope, today);
    if (!visit) {
        return tell({{"state", "locked"}});
    }
    // What it is told by stays what was sealed, though a child's record was merged since.
    if (auto kept = read_visit(with_kept(site, opened.value()), taken.envelope, today)) {
        visit->visit = std::move(kept->visit);
    }
    const auto received = casework::receive(site.office, viewer, *visit);
    if (received.ok()) {
        return tell(told_of(received.value()));
    }
    const bool other = std::holds_alternative<casework::SomebodyElses>(received.error());
    return other ? tell({{"state", "other"}}) : tell({{"state", "later"}}, busy);
}

Response answer_send(const Site& site, const Request& request) {
    if (!from_our_script(request)) {
        return tell({{"state", "refused"}}, 403);
    }
    const auto known = who_asks(site, request);
    if (!known.ok()) {
        return tell({{"state", "later"}}, busy);
    }
    const auto& viewer = known.value();
    if (!viewer) {
        return tell({{"state", "signin"}}, 401);
    }
    const auto taken = taken_in(request.form);
    return taken ? take_visit(site, *viewer, *taken) : tell({{"state", "locked"}}, 400);
}

std::vector<record::ItemId> items_in(const Fields& form) {
    std::vector<record::ItemId> items;
    for (const auto& text : form.all("kept")) {
        if (const auto id = base::parse_uuid(text)) {
            items.push_back(record::ItemId{*id});
        }
    }
    return items;
}

// Whether the list was wiped is told to whoever has its id, signed in or not: a phone that is lost
// is rarely signed in, and the id is known to that phone alone.
Response answer_sync(const Site& site, const Request& request) {
    if (!from_our_script(request)) {
        return tell({{"state", "refused"}}, 403);
    }
    const auto known = who_asks(site, request);
    if (!known.ok()) {
        return tell({{"state", "later"}}, busy);
    }
    const auto& viewer = known.value();
    const auto device = base::parse_uuid(request.form.text("device"));
    Told told{{"state", viewer ? "in" : "signin"}};
    if (const auto* keys = phone_keys(site)) { // the newest: what is written from now on is for it
        told.push_back({"key", keys->name()});
        told.push_back({"point", base64url(keys->public_point())});
    }
    const auto read = site.office.store.read([&](const record::Reading& reading) {
        const auto list =
            device ? casework::list_on_phone(reading, record::DeviceId{*device}) : std::nullopt;
        if (list && casework::what_becomes_of(reading, *list, site.office.when()) ==
                        casework::OnPhone::goes) {
            told.push_back({"wiped", "yes"});
        }
        if (viewer) {
            for (const auto& item : casework::not_here(reading, items_in(request.form))) {
                told.push_back({"missing", base::to_text(item.uuid)});
            }
        }
    });
    return read.ok() ? tell(told) : tell({{"state", "later"}}, busy);
}

} // namespace

void add_phone_sending(Site& site) {
    site.router.add(
        Method::post, "offline.send", "/offline/send",
        [&site](const Request& request, const Params&) { return answer_send(site, request); },
        Spoken::no_language);
    site.router.add(
        Method::post, "offline.sync", "/offline/sync",
        [&site](const Request& request, const Params&) { return answer_sync(site, request); },
        Spoken::no_language);
}

} // namespace gweld::web::pages

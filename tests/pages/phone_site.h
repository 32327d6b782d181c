// phone_site.h - the small site with a key for phones: asks as the script on a phone asks.
#pragma once

#include "../phone/as_a_phone.h"
#include "small_site.h"
#include "web/pages/offline/list_text.h"

#include <optional>

namespace gweld::web::pages {

// What is typed on the form, by name.
using Typed = std::vector<Field>;

class PhoneSite : public SmallSite {
  protected:
    PhoneSite() {
        site.phones.offered = Phones::Offered::yes;
        site.phones.keys = [this] { return &keys; };
    }

    // One post by the script; `who`: signed in, or nobody.
    Fields asked(const std::optional<access::Viewer>& who, std::string_view path, Typed form) {
        Request request;
        request.method = Method::post;
        request.path = path;
        request.form = Fields{std::move(form)};
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("Sec-Fetch-Site", from_elsewhere ? "cross-site" : "same-origin");
        request.headers.add("X-Gweld", "phone");
        if (who) {
            static_cast<void>(get(*who, "/information/nothing"));
            request.headers.add("Cookie",
                                site.session_cookie.name() + "=token-of-" + who->sign_in_name);
        }
        const auto response = site.router.answer(request);
        last_status = response.status;
        return parse_fields(response.body.bytes(), most_fields).value_or(Fields{});
    }

    std::string device_of_list(const access::Viewer& viewer) {
        const auto answer = post(viewer, "/offline/list", {{"home", id_of("ffion")}});
        EXPECT_EQ(answer.status, 200);
        constexpr std::string_view before = "\"device\":\"";
        const auto at = answer.text.find(before);
        return at == std::string::npos ? std::string{} : answer.text.substr(at + before.size(), 36);
    }

    Typed typed_today(const std::string& account = "Kitchen warm") const {
        const auto ymd = today_on_phone().ymd();
        return {{"outcome", "made"},
                {"when", "today"},
                {"date-day", std::to_string(static_cast<unsigned>(ymd.day()))},
                {"date-month", std::to_string(static_cast<unsigned>(ymd.month()))},
                {"date-year", std::to_string(static_cast<int>(ymd.year()))},
                {"today", time::to_iso(today_on_phone())},
                {"place", "home"},
                {"announced", "announced"},
                {"seen-" + id_of("ffion"), "yes"},
                {"name-" + id_of("ffion"), "Ffion"},
                {"alone-" + id_of("ffion"), "yes"},
                {"bedroom-" + id_of("ffion"), "yes"},
                {"words-" + id_of("ffion"), "Dw i eisiau Nain"},
                {"language-" + id_of("ffion"), "cy"},
                {"account", account}};
    }
    time::Instant phone_now() const { return clock.now() + phone_is_fast; }
    std::string face_of_phone() const { // "15:10"
        const auto minutes = time::wall_time_in_wales(phone_now()).since_midnight.count();
        const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return two(minutes / 60) + ":" + two(minutes % 60);
    }
    time::CivilDate today_on_phone() const { return time::date_in_wales(phone_now()); }

    // As saved on the phone now, and what is sent of it whenever.
    struct Saved {
        std::string id;
        phone::Sealed sealed;
    };
    Saved saved_on_phone(std::string_view id, Typed typed, const std::string& finished = "yes",
                         const access::Viewer& writer = catrin()) {
        typed.push_back({"device", device});
        typed.push_back({"worker", base::to_text(writer.worker)});
        typed.push_back({"finished", finished});
        typed.push_back({"save", "whole"});
        typed.push_back({"language", "en"});
        typed.push_back({"written", time::to_rfc3339(phone_now())});
        const auto item = id_of(id);
        return {item, phone::seal_as_a_phone(keys.name(), keys.public_point(), item,
                                             encode_fields(typed))};
    }
    Fields send(const std::optional<access::Viewer>& who, const Saved& item) {
        return asked(who, "/offline/send",
                     {{"id", item.id},
                      {"sent", time::to_rfc3339(phone_now())},
                      {"key", item.sealed.key},
                      {"point", base64url(item.sealed.point)},
                      {"nonce", base64url(item.sealed.nonce)},
                      {"text", base64url(item.sealed.text)}});
    }

    phone::Keys keys = phone::Keys::read(phone::Keys::make()).value();
    std::string device = id_of("no list yet");
    time::Instant::duration phone_is_fast{0};
    bool from_elsewhere = false;
    int last_status = 0;
};

} // namespace gweld::web::pages

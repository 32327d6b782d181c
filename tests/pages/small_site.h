// small_site.h - every page of the service over the one family of small_office.h: asks as a
// signed-in person asks, and reads the answer.
#pragma once

#include "../casework/small_office.h"
#include "casework/sign_in.h"
#include "web/csrf.h"
#include "web/pages/site.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web::pages {

struct Answered {
    int status = 0;
    std::string text;
    std::string location; // of a redirect
    std::string tag = {}; // of a page that says whether it still stands
    bool says(std::string_view words) const { return text.find(words) != std::string::npos; }
};

// How often `words` stand in `text`, not overlapping.
inline std::size_t times(std::string_view text, std::string_view words) {
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string_view::npos;
         at = text.find(words, at + words.size())) {
        ++count;
    }
    return count;
}

class SmallSite : public casework::SmallOffice {
  protected:
    SmallSite() {
        add_all_pages(site);
        stub("visit.new", "/child/{id}/visit");
        stub("entry.correct", "/entry/{id}/correct");
        stub("visit.write-up", "/visit/{id}/write-up");
        stub("allocate", "/child/{id}/allocate");
        stub("work", "/work");
        stub("team", "/team");
        stub("figures", "/figures");
        stub("search", "/search");
    }

    Answered get(const access::Viewer& viewer, std::string_view target) {
        Request request;
        request.method = Method::get;
        EXPECT_EQ(read_target(target, request), Target::understood) << target;
        return ask(viewer, request);
    }
    // As the script of a page asks that was shown with this tag.
    Answered get_unless(std::string_view tag, const access::Viewer& viewer,
                        std::string_view target) {
        Request request;
        EXPECT_EQ(read_target(target, request), Target::understood) << target;
        request.headers.add("If-None-Match", tag);
        return ask(viewer, request);
    }
    // With the form's own token, as the page would send it.
    Answered post(const access::Viewer& viewer, std::string_view target, std::vector<Field> form) {
        Request request;
        request.method = Method::post;
        EXPECT_EQ(read_target(target, request), Target::understood) << target;
        form.push_back({"csrf", mask_token(csrf_token(site.secret, token_of(viewer)))});
        request.form = Fields{std::move(form)};
        request.headers.add("Content-Type", "application/x-www-form-urlencoded");
        request.headers.add("Sec-Fetch-Site", "same-origin");
        return ask(viewer, request);
    }

    // The same with a file in the box of that name, as the server would hand it on.
    Answered post_file(const access::Viewer& viewer, std::string_view target,
                       std::vector<Field> form, const std::string& name, const std::string& bytes,
                       Arrived arrived = Arrived::whole) {
        Request request;
        request.method = Method::post;
        EXPECT_EQ(read_target(target, request), Target::understood) << target;
        form.push_back({"csrf", mask_token(csrf_token(site.secret, token_of(viewer)))});
        request.form = Fields{std::move(form)};
        request.headers.add("Content-Type", "multipart/form-data; boundary=x");
        request.headers.add("Sec-Fetch-Site", "same-origin");
        auto content = std::make_shared<PutDown>(room);
        EXPECT_EQ(content->write(bytes), PutDown::Written::yes);
        request.files.push_back({"file", name, arrived, std::move(content)});
        return ask(viewer, request);
    }

    static std::string id_of(std::string_view name) { return base::to_text(casework::thing(name)); }
    static access::Viewer head() {
        return {"elin", casework::thing("elin"), "Elin Rees", record::Role::head_of_service, {},
                ""};
    }
    static access::Viewer duty() {
        return {"gwyn", casework::thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""};
    }

    UploadRoom room{64U << 20U};
    StaticFiles files = StaticFiles::embedded();
    Site site{office,
              files,
              {"Made-up Council", "Cyngor Dychmygol"},
              Cookie{"session", Transport::open, SentFrom::links_too},
              "a secret of this test",
              {},
              {}};

  private:
    // Pages of other rooms that links lead to, where those rooms are not there.
    void stub(std::string name, std::string pattern) {
        const auto& table = site.router.table();
        if (std::ranges::find(table, name, &Route::name) == table.end()) {
            add_page(site, Method::get, std::move(name), std::move(pattern),
                     [](const Caller&) { return plain_text("stub"); });
        }
    }
    static std::string token_of(const access::Viewer& viewer) {
        return "token-of-" + viewer.sign_in_name;
    }
    Answered ask(const access::Viewer& viewer, Request& request) {
        sign_in(viewer);
        request.headers.add("Cookie", site.session_cookie.name() + "=" + token_of(viewer));
        const auto response = site.router.answer(request);
        return {response.status, std::string{response.body.bytes()},
                std::string{response.header("Location")}, std::string{response.header("ETag")}};
    }
    void sign_in(const access::Viewer& viewer) {
        const auto now = clock.now();
        const auto done = store->write([&](record::Writing& tx) {
            tx.put_account({viewer.sign_in_name, viewer.worker, viewer.name, viewer.role,
                            viewer.team, viewer.team_name, "", false});
            tx.put_session({casework::token_hash(token_of(viewer)), viewer.sign_in_name, now, now,
                            now + std::chrono::hours{10}});
            return record::Keep::yes;
        });
        EXPECT_TRUE(done.ok());
    }
};

} // namespace gweld::web::pages

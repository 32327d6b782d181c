// made_county.h - every page of the service over a small made-up county, asked as somebody signed
// in asks. What chance says begins again for each question, so that two counties can be compared.
#pragma once

#include "demo/making.h"
#include "people/names.h"
#include "store/memory/memory_store.h"

#include "casework/sign_in.h"
#include "record/codec.h"
#include "web/csrf.h"
#include "web/pages/site.h"

#include <gtest/gtest.h>

#include <regex>

namespace gweld::web::pages::made {

using base::Uuid;
using record::Draft;

constexpr std::string_view now_text = "2026-11-24T09:00:00Z";
inline const auto now = time::parse_rfc3339(now_text).value();

class StandingClock : public time::Clock {
  public:
    time::Instant now() const override { return made::now + std::chrono::minutes{5}; }
};

// Begins again for each question, so that what one county asked of it does not show in the other.
class SameChance : public base::Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& byte : bytes) {
            byte = static_cast<std::uint8_t>(++next_);
        }
    }
    void begin_again() { next_ = 0; }

  private:
    std::uint32_t next_ = 0;
};

inline const law::Book& the_book() {
    static const law::Book book = law::built_in_book().value();
    return book;
}

struct Answer {
    int status = 0;
    std::string body;
    std::string location;
    std::string tag;
    friend bool operator==(const Answer&, const Answer&) = default;
};

// Tokens of forms are masked by chance.
inline std::string without_tokens(const std::string& body) {
    static const std::regex token{"name=\"csrf\" value=\"[^\"]*\""};
    return std::regex_replace(body, token, "name=\"csrf\"");
}

// Empty: they are the same to the byte.
inline std::string where_they_part(const std::string& one, const std::string& other) {
    const auto [at, in_other] = std::ranges::mismatch(one, other);
    if (at == one.end() && in_other == other.end()) {
        return {};
    }
    const auto place = static_cast<std::size_t>(at - one.begin());
    const auto from = place < 200 ? 0 : place - 200;
    return one.substr(from, 400) + "\n---- with the child, and without ----\n" +
           other.substr(from, 400);
}

class County {
  public:
    explicit County(const std::vector<Draft>& drafts) {
        const auto done = store_->write([&](record::Writing& tx) {
            record::Append append{"all", {}, drafts};
            EXPECT_TRUE(std::holds_alternative<record::Appended>(tx.verbatim().append(append)));
            return record::Keep::yes;
        });
        EXPECT_TRUE(done.ok());
        add_all_pages(site_);
    }

    record::Store& store() { return *store_; }
    const Router& router() const { return site_.router; }
    std::int64_t head() const {
        std::int64_t head = 0;
        EXPECT_TRUE(
            store_->read([&](const record::Reading& reading) { head = reading.head(); }).ok());
        return head;
    }

    void let_in(const access::Viewer& viewer) {
        const auto at = clock_.now();
        EXPECT_TRUE(store_
                        ->write([&](record::Writing& tx) {
                            tx.put_account({viewer.sign_in_name, viewer.worker, viewer.name,
                                            viewer.role, viewer.team, viewer.team_name, "", false});
                            tx.put_session({casework::token_hash(viewer.sign_in_name),
                                            viewer.sign_in_name, at, at,
                                            at + std::chrono::hours{10}});
                            return record::Keep::yes;
                        })
                        .ok());
    }

    Answer ask(const access::Viewer& viewer, Method method, const std::string& target) {
        chance_.begin_again();
        Request request;
        request.method = method;
        EXPECT_EQ(read_target(target, request), Target::understood) << target;
        request.headers.add("Cookie", site_.session_cookie.name() + "=" + viewer.sign_in_name);
        if (method == Method::post) {
            request.form = Fields{std::vector<Field>{
                {"csrf", mask_token(csrf_token(site_.secret, viewer.sign_in_name))},
                {"key", "of this test"}}};
            request.headers.add("Content-Type", "application/x-www-form-urlencoded");
            request.headers.add("Sec-Fetch-Site", "same-origin");
        }
        const auto response = site_.router.answer(request);
        return {response.status, without_tokens(std::string{response.body.bytes()}),
                std::string{response.header("Location")}, std::string{response.header("ETag")}};
    }

  private:
    std::unique_ptr<record::Store> store_ = store::open_memory("X00000001", &people::name_keys);
    StandingClock clock_;
    SameChance chance_;
    casework::Office office_{*store_, the_book(), clock_, chance_};
    StaticFiles files_ = StaticFiles::embedded();
    Site site_{office_,
               files_,
               {"Made-up Council", "Cyngor Dychmygol"},
               Cookie{"session", Transport::open, SentFrom::links_too},
               "a secret of this test",
               {},
               {}};
};

inline demo::Made made_county() {
    return demo::made_from({now,
                            {7},
                            *the_book().calendar("england-and-wales"),
                            "maesgwyn",
                            [](std::string_view) { return std::string{"x"}; },
                            30});
}

} // namespace gweld::web::pages::made

// The record cannot be reached: nobody is asked to sign in because of it, and nothing typed is
// lost.
#include "small_site.h"

namespace gweld::web::pages {
namespace {

using record::StoreFault;

// A database that comes and goes, before the one of the small office.
class ComesAndGoes : public record::Store {
  public:
    explicit ComesAndGoes(record::Store& store) : store_{store} {}
    const std::string& authority() const override { return store_.authority(); }
    base::Result<base::Nothing, StoreFault>
    read(base::FunctionRef<void(const record::Reading&)> reader) const override {
        if (away-- > 0) {
            return base::Err{StoreFault::away};
        }
        return store_.read(reader);
    }
    base::Result<base::Nothing, StoreFault>
    write(base::FunctionRef<record::Keep(record::Writing&)> writer) override {
        return store_.write(writer);
    }
    base::Result<base::Nothing, StoreFault> rebuild() override { return store_.rebuild(); }

    mutable int away = 0; // for so many reads

  private:
    record::Store& store_;
};

class Away : public SmallSite {
  protected:
    Away() { add_all_pages(elsewhere); }
    Response ask(Method method, std::string_view target, std::vector<Field> form = {},
                 std::string_view made_by = "token-of-rhian") {
        Request request;
        request.method = method;
        EXPECT_EQ(read_target(target, request), Target::understood);
        const std::string token = "token-of-rhian";
        request.headers.add("Cookie", elsewhere.session_cookie.name() + "=" + token);
        request.headers.add("Sec-Fetch-Site", "same-origin");
        if (method == Method::post) {
            form.push_back({"csrf", mask_token(csrf_token(elsewhere.secret, made_by))});
            request.form = Fields{std::move(form)};
        }
        return elsewhere.router.answer(request);
    }
    static bool says(const Response& response, std::string_view words) {
        return response.body.bytes().find(words) != std::string_view::npos;
    }

    ComesAndGoes behind{*store};
    Office other{behind, office.book, office.clock, office.random};
    Site elsewhere{other, files, site.council, site.session_cookie, site.secret, {}, {}};
};

TEST_F(Away, a_page_says_so_and_asks_nobody_to_sign_in) {
    ASSERT_EQ(get(rhian(), "/team").status, 200); // signed in
    for (const auto* address : {"/team", "/nowhere"}) {
        behind.away = 1;
        const auto told = ask(Method::get, address);
        EXPECT_EQ(told.status, 503) << address;
        EXPECT_TRUE(says(told, "Gweld cannot reach the record at the moment")) << address;
        EXPECT_TRUE(says(told, "Try again")) << address;
        EXPECT_FALSE(says(told, ">Sign in<")) << address;
        EXPECT_FALSE(told.header("Retry-After").empty()) << address;
    }
    EXPECT_EQ(ask(Method::get, "/team").status, 200);
}

TEST_F(Away, what_was_sent_is_there_to_be_sent_again) {
    ASSERT_EQ(get(rhian(), "/team").status, 200);
    const std::string typed = "She was seen at her nain’s this morning.";
    const auto address = "/child/" + id_of("ffion") + "/allocate";
    behind.away = 1;
    const auto told = ask(Method::post, address, {{"reason", typed}});
    EXPECT_EQ(told.status, 503);
    EXPECT_TRUE(says(told, "Nothing was saved."));
    EXPECT_TRUE(says(told, typed));
    EXPECT_TRUE(says(told, "action=\"" + address + "\""));
    EXPECT_FALSE(says(told, "signed out"));
}

TEST_F(Away, a_form_opened_before_a_restart_is_there_too) {
    ASSERT_EQ(get(rhian(), "/team").status, 200);
    const std::string typed = "She was seen at her nain’s this morning.";
    const auto address = "/child/" + id_of("ffion") + "/allocate";
    behind.away = 1;
    const auto told = ask(Method::post, address, {{"reason", typed}}, "before-the-restart");
    EXPECT_EQ(told.status, 503);
    EXPECT_TRUE(says(told, typed));
}

TEST_F(Away, what_another_site_sent_is_shown_to_nobody) {
    behind.away = 1;
    Request request;
    request.method = Method::post;
    const auto address = "/child/" + id_of("ffion") + "/allocate";
    EXPECT_EQ(read_target(address, request), Target::understood);
    request.headers.add("Cookie", elsewhere.session_cookie.name() + "=token-of-rhian");
    request.headers.add("Sec-Fetch-Site", "cross-site");
    request.form = Fields{{{"reason", "Words that somebody else wrote."}}};
    const auto told = elsewhere.router.answer(request);
    EXPECT_EQ(told.status, 503);
    EXPECT_FALSE(says(told, "Words that somebody else wrote."));
}

TEST_F(Away, a_phone_waits_and_is_not_told_to_sign_in) {
    behind.away = 1;
    Request request;
    request.method = Method::post;
    EXPECT_EQ(read_target("/offline/send", request), Target::understood);
    request.headers.add("Cookie", elsewhere.session_cookie.name() + "=token-of-rhian");
    request.headers.add("Sec-Fetch-Site", "same-origin");
    request.headers.add("X-Gweld", "phone");
    const auto told = elsewhere.router.answer(request);
    EXPECT_EQ(told.status, 503);
    EXPECT_TRUE(says(told, "state=later"));
}

} // namespace
} // namespace gweld::web::pages

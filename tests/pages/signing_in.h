// signing_in.h - people who sign in as people do: each tab keeps its cookies, reads the forms of
// the page before it and presses their buttons.
#pragma once

#include "casework/passwords.h"
#include "small_site.h"

#include <map>

namespace gweld::web::pages {

using namespace std::chrono_literals;

// Of the form on the page that is sent to `action`: name and value of every input it has.
inline std::vector<Field> hidden_fields(const Answered& page, std::string_view action) {
    std::vector<Field> fields;
    const auto form = page.text.find("action=\"" + std::string{action} + "\"");
    const auto end = page.text.find("</form>", form);
    const auto text =
        form == std::string::npos ? std::string{} : page.text.substr(form, end - form);
    const auto value_of = [&](std::size_t from, std::string_view name) {
        const auto until = text.find('>', from);
        const auto at = text.find(std::string{name} + "=\"", from);
        if (at == std::string::npos || at > until) {
            return std::string{};
        }
        const auto begins = at + name.size() + 2;
        return text.substr(begins, text.find('"', begins) - begins);
    };
    for (auto at = text.find("<input"); at != std::string::npos; at = text.find("<input", at + 1)) {
        fields.push_back({value_of(at, "name"), value_of(at, "value")});
    }
    return fields;
}

class SigningIn : public SmallSite {
  protected:
    static constexpr const char* password = "a made-up password";

    SigningIn() { add_person("catrin", record::Role::social_worker); }

    void add_person(const std::string& name, record::Role role) {
        static const auto hash = casework::hash_password(password);
        record::Account account;
        account.sign_in_name = name;
        account.worker = casework::thing(name);
        account.display_name = name + " the made-up";
        account.role = role;
        account.team = casework::thing("North");
        account.team_name = "North";
        account.password_hash = hash;
        change([&](record::Writing& tx) { tx.put_account(account); });
    }
    template <class F> void change(const F& f) {
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            f(tx);
                            return record::Keep::yes;
                        })
                        .ok());
    }

    class Tab {
      public:
        explicit Tab(SigningIn& at, std::string browser = {})
            : at_{at}, browser_{std::move(browser)} {}

        Answered get(std::string_view target) { return ask(Method::get, target, {}); }
        Answered post(std::string_view target, std::vector<Field> form) {
            return ask(Method::post, target, std::move(form));
        }
        // With the token of a page of this tab's.
        Answered post(std::string_view target, std::vector<Field> form, const Answered& page) {
            std::erase_if(form, [](const Field& field) { return field.name == "csrf"; });
            const auto own = page.text.find("name=\"csrf\" value=\"") + 19;
            form.push_back({"csrf", page.text.substr(own, page.text.find('"', own) - own)});
            return post(target, std::move(form));
        }
        // The button of the form on the page that is sent to `action`, with what was typed.
        Answered press(const Answered& page, std::string_view action,
                       const std::vector<Field>& typed = {}) {
            auto form = hidden_fields(page, action);
            for (const auto& field : typed) {
                std::erase_if(form, [&](const Field& one) { return one.name == field.name; });
                form.push_back(field);
            }
            return post(action, std::move(form));
        }
        Answered sign_in(const std::string& name = "catrin",
                         const std::string& password = SigningIn::password) {
            return press(get("/sign-in"), "/sign-in", {{"name", name}, {"password", password}});
        }
        std::string cookie(const std::string& name) const {
            const auto found = cookies_.find(name);
            return found == cookies_.end() ? std::string{} : found->second;
        }
        void forget(const std::string& name) { cookies_.erase(name); }
        void come_from(std::string address) { address_ = std::move(address); }

      private:
        Answered ask(Method method, std::string_view target, std::vector<Field> form) {
            Request request;
            request.method = method;
            request.remote = address_;
            EXPECT_EQ(read_target(target, request), Target::understood) << target;
            request.form = Fields{std::move(form)};
            request.headers.add("User-Agent", browser_);
            std::string sent;
            for (const auto& [name, value] : cookies_) {
                sent += (sent.empty() ? "" : "; ") + name + '=' + value;
            }
            request.headers.add("Cookie", sent);
            if (method == Method::post) {
                request.headers.add("Content-Type", "application/x-www-form-urlencoded");
                request.headers.add("Sec-Fetch-Site", "same-origin");
            }
            const auto response = at_.site.router.answer(request);
            for (const auto& [name, value] : response.headers) {
                if (name == "Set-Cookie") {
                    keep(value);
                }
            }
            return {response.status, std::string{response.body.bytes()},
                    std::string{response.header("Location")}};
        }
        void keep(const std::string& cookie) {
            const auto is = cookie.find('=');
            const auto name = cookie.substr(0, is);
            cookies_[name] = cookie.substr(is + 1, cookie.find(';') - is - 1);
            if (cookie.find("Max-Age=0") != std::string::npos) {
                cookies_.erase(name);
            }
        }

        SigningIn& at_;
        std::string browser_;
        std::string address_ = "192.0.2.1";
        std::map<std::string, std::string> cookies_;
    };
};

} // namespace gweld::web::pages

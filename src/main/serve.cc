#include "casework/passwords.h"
#include "demo/county.h"
#include "main/console.h"
#include "people/names.h"
#include "web/csrf.h"
#include "web/pages/site.h"
#include "web/server/server.h"

#include <filesystem>
#include <iostream>

namespace gweld::program {

namespace {

// Shown on the sign-in page and printed: everybody in the demo county is made up, and so is this.
constexpr std::string_view demo_password = "gweld-demo-county";

std::vector<web::pages::DemoSignIn> demo_sign_ins(const record::Store& store) {
    std::vector<web::pages::DemoSignIn> list;
    static_cast<void>(store.read([&](const record::Reading& reading) {
        for (const auto& account : reading.accounts()) {
            list.push_back({account.sign_in_name, demo::try_this(account.role)});
        }
    }));
    return list;
}

// The moment of the newest entry: a demo county's clock begins where its history ends, so that it
// looks the same a week after it was made.
Instant newest_moment(const record::Store& store) {
    Instant newest = record::beginning_of_time;
    static_cast<void>(store.read([&](const record::Reading& reading) {
        reading.each_entry(reading.head() - 1, [&](const record::Entry& entry) {
            newest = entry.recorded_at;
            return true;
        });
    }));
    return newest;
}

struct Opened {
    std::unique_ptr<record::Store> store;
    std::unique_ptr<time::Clock> clock;
};

void print_where(const Console& console, const std::string& url,
                 const std::vector<web::pages::DemoSignIn>& sign_ins) {
    std::cout << console.say.say("Gweld is ready at {url}", {{"url", url}}) << '\n';
    if (!sign_ins.empty()) {
        std::cout << console.say.say("Sign in with one of these names and the password {password}:",
                                     {{"password", std::string{demo_password}}})
                  << '\n';
        for (const auto& one : sign_ins) {
            std::cout << "  " << one.name << "  " << console.say.say(one.who) << '\n';
        }
    }
    std::cout << console.say.say("Ctrl+C stops it.") << std::endl;
}

} // namespace

} // namespace gweld::program

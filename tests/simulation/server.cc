#include "server.h"

#include "web/csrf.h"

namespace gweld::simulation {

namespace {

const law::Book& book() {
    static const law::Book one = law::built_in_book().value();
    return one;
}
const web::StaticFiles& files() {
    static const web::StaticFiles one = web::StaticFiles::embedded();
    return one;
}

} // namespace

// As src/main/serve.cc puts them together.
struct Server::Running {
    std::unique_ptr<record::Store> store;
    casework::Office office;
    web::pages::Site site;

    Running(std::unique_ptr<record::Store> opened, const time::Clock& clock, Chance& chance)
        : store{std::move(opened)}, office{*store, book(), clock, chance},
          site{office,
               files(),
               {"Made-up Council", "Cyngor Dychmygol"},
               web::Cookie{"session", web::Transport::open, web::SentFrom::links_too},
               web::random_token(),
               {},
               {}} {
        site.phones.offered = web::pages::Phones::Offered::yes;
        site.phones.keys = [] { return &phone_keys(); };
        web::pages::add_all_pages(site);
    }
};

Server::Server(std::string path, const time::Clock& clock, Chance& chance)
    : path_{std::move(path)}, clock_{clock}, chance_{chance} {}
Server::~Server() = default;

std::string Server::start() {
    auto opened = store::open_sqlite(path_, authority, one_thread());
    if (!opened.ok()) {
        return opened.error().detail;
    }
    running_ = std::make_unique<Running>(std::move(opened).value(), clock_, chance_);
    return "";
}

void Server::stop() { running_.reset(); }

web::Response Server::answer(const web::Request& request) {
    return running_->site.router.answer(request);
}

record::Store& Server::store() { return *running_->store; }
casework::Office& Server::office() { return running_->office; }
const std::string& Server::session_cookie() { return running_->site.session_cookie.name(); }

const phone::Keys& Server::phone_keys() {
    static const phone::Keys one = phone::Keys::read(phone::Keys::make()).value();
    return one;
}

} // namespace gweld::simulation

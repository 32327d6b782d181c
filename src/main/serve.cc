#include "casework/passwords.h"
#include "casework/phone_lists.h"
#include "demo/county.h"
#include "main/console.h"
#include "main/pack_keeper.h"
#include "main/phone_key.h"
#include "main/sign_in_settings.h"
#include "main/spare_memory.h"
#include "main/watch.h"
#include "store/postgres/postgres_store.h"
#include "web/csrf.h"
#include "web/pages/effort.h"
#include "web/pages/site.h"
#include "web/pages/uploads_taken.h"
#include "web/server/server.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace gweld::program {

namespace {

// Shown on the sign-in page and printed: everybody in the demo county is made up, and so is this.
constexpr std::string_view demo_password = "gweld-demo-county";

std::string_view who_is(record::Role role) {
    switch (role) {
    case record::Role::social_worker:
        return words::mark("a social worker: her children, who must be seen and by when");
    case record::Role::team_manager:
        return words::mark("a team manager: who is overdue, whose caseload, who has nobody");
    case record::Role::head_of_service:
        return words::mark("the head of service: how we are doing, and the children behind it");
    case record::Role::duty_worker:
        return words::mark("the duty worker: finding any child, out of hours too");
    case record::Role::administrator:
        return words::mark("the administrator: who may sign in, and as what; she reads no record");
    case record::Role::guardian:
        return words::mark("the Caldicott guardian: looks that should be asked about");
    case record::Role::reviewing_officer:
        return words::mark("a reviewing officer: the conferences she chairs, and what is due");
    }
    return {};
}

std::vector<web::pages::DemoSignIn> demo_sign_ins(const record::Store& store) {
    std::vector<web::pages::DemoSignIn> list;
    static_cast<void>(store.read([&](const record::Reading& reading) {
        for (const auto& account : reading.accounts()) {
            list.push_back({account.sign_in_name, who_is(account.role)});
        }
    }));
    return list;
}

// The moment of the newest entry: a demo county's clock begins where its history ends, so that it
// looks the same a week after it was made.
Instant newest_moment(const record::Store& store) {
    Instant newest = record::beginning_of_time;
    static_cast<void>(store.read([&](const record::Reading& reading) {
        reading.each_entry(std::max<std::int64_t>(reading.head() - 1, 0),
                           [&](const record::Entry& entry) {
                               newest = std::max(newest, entry.recorded_at);
                               return true;
                           });
    }));
    return newest;
}

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

std::string_view sentence_for(web::ListenRefused::Why why) {
    switch (why) {
    case web::ListenRefused::Why::port_taken:
        return words::mark("Port {port} is taken: another program, perhaps another Gweld, is "
                           "listening there. Choose another with --port.");
    case web::ListenRefused::Why::not_permitted:
        return words::mark("This user may not listen on port {port}. Choose one from 1024 on with "
                           "--port.");
    case web::ListenRefused::Why::not_our_address:
        return words::mark("This machine does not have the address {address}.");
    case web::ListenRefused::Why::other:
        break;
    }
    return words::mark("Nothing can be served at {address}, port {port}.");
}

int refuse(const Console& console, const web::ListenRefused& refused_to) {
    return console.refuse(
        console.say.say(sentence_for(refused_to.why), {{"port", std::to_string(refused_to.port)},
                                                       {"address", refused_to.address}}));
}

bool is_loopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

// Paragraphs, with empty lines between them. None: there is no such file, or nothing in it.
std::vector<std::string> paragraphs_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    std::vector<std::string> paragraphs;
    std::string line;
    bool going_on = false;
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.empty()) {
            going_on = false;
        } else if (going_on) {
            paragraphs.back() += ' ' + line;
        } else {
            paragraphs.push_back(line);
            going_on = true;
        }
    }
    return paragraphs;
}

// False: the council's own text was asked for and is not there in both languages.
bool read_guidance(const std::string& folder, web::pages::ForPartners& partners) {
    if (folder.empty()) {
        return true;
    }
    const std::filesystem::path path{folder};
    partners.guidance_en = paragraphs_of(path / "threshold.en.txt");
    partners.guidance_cy = paragraphs_of(path / "threshold.cy.txt");
    return !partners.guidance_en.empty() && !partners.guidance_cy.empty();
}

// Numbers of this block are kept for stories (Ofcom): nobody has one.
constexpr std::string_view demo_duty_phone = "01632 960 110";

// Where only one name is given it stands for both.
web::pages::Council council_for(const Serve& what, const std::string& authority) {
    const bool demo = what.demo == DemoClock::yes;
    const auto chosen = [&](const std::string& own, const std::string& other,
                            std::string_view of_demo) {
        return !own.empty()     ? own
               : !other.empty() ? other
               : demo           ? std::string{of_demo}
                                : authority;
    };
    return {chosen(what.council, what.council_cy, demo::council_en),
            chosen(what.council_cy, what.council, demo::council_cy),
            demo && what.duty_phone.empty() ? std::string{demo_duty_phone} : what.duty_phone};
}

// A database has no folder beside it: without a file named for the key, no phone is offered any.
std::string phone_key_for(const std::string& data, const Serve& what) {
    if (!what.phone_key.empty()) {
        return what.phone_key;
    }
    return store::names_postgres(data) ? std::string{} : phone_key_path(data);
}

// A record made before files were made for their owner alone, or copied without care.
void warn_of_other_readers(const Console& console) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const auto mode = fs::status(console.asked.data, ignored).permissions();
    constexpr auto of_others = fs::perms::group_read | fs::perms::others_read;
    if (!ignored && (mode & of_others) != fs::perms::none) {
        std::cerr << console.say.say("Others on this machine may read {file}: chmod 600 keeps it "
                                     "to this user.",
                                     {{"file", console.asked.data}})
                  << '\n';
    }
}

bool no_phone_yet(casework::Office& office) {
    const auto ever = casework::any_phone_yet(office);
    return ever.ok() && ever.value() == casework::Ever::no;
}

// Long enough that somebody waited and looked at the screen.
constexpr std::chrono::seconds slow{1};

void watch(web::Options& options, const Console& console, const web::Router& router,
           web::Watching& watching, Log log) {
    options.answered = [&, log](const web::Request& request, const web::Response& response,
                                std::chrono::microseconds took) {
        const web::Watched one{router.name_for(request.path), request.method, response.status,
                               took};
        watching.saw(one);
        constexpr int failed = 500;
        if (log == Log::every_request || response.status >= failed || took > slow) {
            std::cerr << web::log_line(time::to_rfc3339(console.clock.now()), request.id, one) +
                             "\n";
        }
    };
}

web::Options options_for(const Serve& what) {
    web::Options options;
    options.address = what.address;
    options.port = static_cast<std::uint16_t>(what.port);
    options.signals = web::Signals::stop_us;
    options.proxies = what.proxies;
    options.uploads = &web::pages::takes_files;
    options.log = [](std::string_view line) { std::cerr << line << '\n'; };
    return options;
}

} // namespace

int serve(const Console& console, const Serve& what) {
    keep_memory_between_pages();
    const auto store = console.open(Missing::refuse);
    if (!store) {
        return refused;
    }
    warn_of_other_readers(console);
    const bool demo = what.demo == DemoClock::yes;
    std::unique_ptr<time::Clock> own_clock;
    if (demo && !console.asked.now) {
        own_clock = std::make_unique<ShiftedClock>(newest_moment(*store) + std::chrono::minutes{1});
    }
    SystemRandom random;
    casework::Office office{*store, console.book, own_clock ? *own_clock : console.clock, random};
    office.days_unsaved = what.days_unsaved;
    if (!settle_sign_in(console, what, office)) {
        return refused;
    }
    const auto files = web::StaticFiles::embedded();
    const auto transport =
        is_loopback(what.address) ? web::Transport::sealed : web::Transport::open;
    web::pages::Site site{office,
                          files,
                          council_for(what, store->authority()),
                          web::Cookie{"session", transport, web::SentFrom::links_too},
                          web::random_token(),
                          {},
                          {},
                          {},
                          {.sending = {{what.reports_an_hour}, {what.all_reports_an_hour}},
                           .answering = {{what.reports_an_hour}, {what.all_reports_an_hour}}}};
    const auto key_path = phone_key_for(console.asked.data, what);
    PhoneKeyFile phone_key{key_path, [](std::string_view line) { std::cerr << line << '\n'; }};
    // Where the cookie is sealed there is https, or nobody between us and the browser.
    // The same program, though the file it was started from may have been replaced since.
    site.read_word = documents::word_reader_in("/proc/self/exe");
    site.phones.offered = transport == web::Transport::sealed && !key_path.empty()
                              ? web::pages::Phones::Offered::yes
                              : web::pages::Phones::Offered::no;
    site.phones.keys = [&phone_key] { return phone_key.keys(); };
    if (site.phones.offered == web::pages::Phones::Offered::yes &&
        (demo || no_phone_yet(office))) { // the phones of the demo county never were
        phone_key.make_first();
    }
    site.phones.list_life = std::chrono::hours{what.offline_hours};
    if (!read_guidance(what.guidance, site.for_partners)) {
        return console.refuse(
            console.say.say("The folder {folder} has no threshold.en.txt and threshold.cy.txt with "
                            "text in them.",
                            {{"folder", what.guidance}}));
    }
    if (demo) {
        site.demo_sign_ins = demo_sign_ins(*store);
        site.demo_password = demo_password;
    }
    web::pages::add_all_pages(site);
    web::Watching watching;
    auto options = options_for(what);
    options.known_by = site.session_cookie.name();
    options.effort = [&site](const web::Request& request) {
        return web::pages::effort_of(site, request);
    };
    watch(options, console, site.router, watching, what.log);
    auto server = web::Server::listen(std::move(options), [&site](const web::Request& request) {
        return site.router.answer(request);
    });
    if (!server.ok()) {
        return refuse(console, server.error());
    }
    const auto& listening = server.value();
    std::unique_ptr<Watch> watched;
    if (what.metrics_port) {
        auto started = Watch::start(*what.metrics_port, watching, *listening, *store);
        if (!started.ok()) {
            return refuse(console, started.error());
        }
        watched = std::move(started).value();
        std::cout << console.say.say("Figures of the server: {url}",
                                     {{"url", "http://127.0.0.1:" +
                                                  std::to_string(watched->port()) + "/metrics"}})
                  << '\n';
    }
    std::unique_ptr<PackKeeper> packs;
    if (!what.pack_folder.empty()) {
        auto code = code_in(what.pack_code);
        if (code.empty()) {
            return console.refuse(no_code(console.say, what.pack_code));
        }
        packs = std::make_unique<PackKeeper>(
            site, what.pack_folder, std::move(code), std::chrono::minutes{what.pack_minutes},
            [](std::string_view line) { std::cerr << std::string{line} + "\n"; });
        site.continuity.kept = [&packs] { return packs->kept(); };
    }
    print_where(console, "http://" + what.address + ":" + std::to_string(listening->port()),
                site.demo_sign_ins);
    const SpareMemory spare;
    listening->run();
    return done;
}

int make_demo(const Console& console, const Demo& what) {
    const auto store = console.open(Missing::create, std::string{demo::authority});
    if (!store) {
        return refused;
    }
    const auto* working_days = console.book.calendar("england-and-wales");
    if (working_days == nullptr) {
        return console.refuse(console.say.say("There is no calendar of working days."));
    }
    const std::string password = what.password.empty() ? std::string{demo_password} : what.password;
    const auto made = demo::make_county(*store, {console.clock.now(), demo::Seed{}, *working_days,
                                                 password, &casework::hash_password});
    if (!made.ok()) {
        return console.refuse(std::visit(
            base::overloaded{
                [&](const demo::StoreNotEmpty&) {
                    return console.say.say("{file} holds a record already; the demo county is made "
                                           "in a file of its own.",
                                           {{"file", console.asked.data}});
                },
                [&](const demo::CalendarTooShort& calendar) {
                    return console.say.say("The calendar of working days does not reach from "
                                           "{first} to {last}.",
                                           {{"first", time::to_iso(calendar.needed_from)},
                                            {"last", time::to_iso(calendar.needed_until)}});
                },
                [&](const record::StoreFault& fault) { return console.fault(fault); },
            },
            made.error()));
    }
    const auto& county = made.value();
    std::cout << console.say.say("The demo county has {children} children, {registered} of them on "
                                 "the register, and {entries} entries.",
                                 {{"children", std::to_string(county.children)},
                                  {"registered", std::to_string(county.on_register)},
                                  {"entries", std::to_string(county.entries)}})
              << '\n';
    for (const auto& one : county.sign_ins) {
        std::cout << "  " << one.sign_in_name << "  " << console.say.say(one.try_this) << '\n';
    }
    return done;
}

} // namespace gweld::program

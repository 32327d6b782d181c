// Phones against the server's own code for receiving: seeds decide when a phone is killed, a post
// is lost, doubled or late, an answer is lost, somebody signs out, a clock is wrong, a child is
// given to another worker, a phone is wiped, the record is restored from an older copy. When
// everything has come to rest, each visit that was saved is there exactly once: on the record, or
// kept for its writer with every word.
//
// A phone here is a model of assets/ts/offline/sending.ts, step by step; tests/browser/offline.mjs
// tries that file itself.
//
//   GWELD_SYNC_SEEDS=10000 GWELD_SYNC_FIRST=1 pages_tests --gtest_filter='OfflineSync.*'
#include "phone_site.h"

#include "record/codec.h"
#include "store/memory/memory_store.h"

#include <array>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace gweld::web::pages {
namespace {

class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }

  private:
    std::mt19937_64 engine_;
};

// What a phone keeps of one visit: survives a kill, because it is on disk before it is so.
struct Kept {
    std::string id;
    phone::Sealed sealed;
    std::string device;
    bool received = false;
    bool finished = true;
};

struct Phone {
    std::string worker; // whoever wrote on it
    std::vector<Kept> items;
    std::string device;
    time::Instant::duration fast{0};
    std::optional<std::string> signed_in;
    bool wiped = false;
};

// What was written, for ever: what the end is held against.
struct Written {
    std::string account;
    std::string worker;
};

// The server, from one start to the next. What it began with is the same each time.
class Server : public PhoneSite {
  public:
    using PhoneSite::asked;
    using PhoneSite::catrin;
    using PhoneSite::child;
    using PhoneSite::clock;
    using PhoneSite::device;
    using PhoneSite::face_of_phone;
    using PhoneSite::id_of;
    using PhoneSite::office;
    using PhoneSite::phone_is_fast;
    using PhoneSite::post;
    using PhoneSite::put;
    using PhoneSite::rhian;
    using PhoneSite::Saved;
    using PhoneSite::saved_on_phone;
    using PhoneSite::send;
    using PhoneSite::store;
    using PhoneSite::stranger;
    using PhoneSite::typed_today;

    void TestBody() override {}
    explicit Server(const std::string& pem) {
        keys = phone::Keys::read(pem).value();
        began_with = entries().size();
    }
    // Restored from a copy of the record.
    Server(const std::string& pem, const std::vector<record::Entry>& copy) : Server{pem} {
        const auto done = store->write([&](record::Writing& tx) {
            for (auto at = began_with; at < copy.size(); ++at) {
                tx.verbatim().append({base::to_text(copy[at].id), {}, {copy[at]}});
            }
            return record::Keep::yes;
        });
        EXPECT_TRUE(done.ok());
    }
    std::vector<record::Entry> entries() {
        std::vector<record::Entry> all;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            reading.each_entry(0, [&](const record::Entry& entry) {
                                all.push_back(entry);
                                return true;
                            });
                        })
                        .ok());
        return all;
    }

  private:
    std::size_t began_with = 0;
};

class World {
  public:
    explicit World(std::uint64_t seed) : dice{seed}, server{std::make_unique<Server>(pem())} {
        for (const auto* worker : {"catrin", "catrin", "mair"}) {
            phones.push_back({worker, {}, Server::id_of("no list"), {}, worker, false});
        }
        give("osian", "catrin", "mair");
    }

    void play(int steps) {
        for (int step = 0; step < steps; ++step) {
            server->clock.moment += std::chrono::minutes{1 + dice.below(40)};
            act(phones[dice.below(phones.size())]);
            deliver_something();
        }
        come_to_rest();
    }
    void check(std::uint64_t seed) {
        const auto found = what_is_there();
        for (const auto& [id, written] : saved) {
            const auto there = found.find(written.account);
            ASSERT_TRUE(there != found.end()) << "seed " << seed << ": lost: " << written.account;
            ASSERT_EQ(there->second, 1) << "seed " << seed << ": doubled: " << written.account;
        }
        ASSERT_EQ(found.size(), saved.size()) << "seed " << seed;
        for (const auto& phone : phones) {
            for (const auto& item : phone.items) {
                ASSERT_TRUE(item.received) << "seed " << seed << ": a phone never let go";
            }
        }
    }

    std::map<std::string, Written> saved; // by item
    std::size_t kills = 0;
    std::size_t restores = 0;
    std::size_t posts = 0;
    std::map<std::string, std::size_t> answers; // how often which

  private:
    struct Post {
        std::size_t phone = 0;
        Server::Saved item;
        std::optional<access::Viewer> who;
        time::Instant::duration fast{0};
    };

    static const std::string& pem() {
        static const std::string one = phone::Keys::make();
        return one;
    }
    static access::Viewer viewer_of(const std::string& worker) {
        return worker == "catrin" ? Server::catrin()
               : worker == "mair" ? Server::stranger()
                                  : Server::rhian();
    }
    std::optional<access::Viewer> signed_in(const Phone& phone) const {
        return phone.signed_in ? std::optional{viewer_of(*phone.signed_in)} : std::nullopt;
    }

    void act(Phone& phone) {
        switch (dice.below(12)) {
        case 0:
        case 1:
        case 2:
            return write(phone);
        case 3:
        case 4:
        case 5:
            return sync(phone, Network::shaky);
        case 6:
            phone.signed_in = dice.one_in(4)   ? std::optional<std::string>{"rhian"}
                              : dice.one_in(3) ? std::nullopt
                                               : std::optional{phone.worker};
            return;
        case 7:
            return get_ready(phone);
        case 8:
            phone.fast = std::chrono::hours{std::array{-24, -1, 0, 1, 24}.at(dice.below(5))} +
                         std::chrono::minutes{dice.below(30)};
            return;
        case 9:
            return reallocate();
        case 10:
            return wipe(phone);
        default:
            return keep_or_restore();
        }
    }

    void get_ready(Phone& phone) {
        if (phone.signed_in != phone.worker) {
            return;
        }
        const auto made =
            server->post(viewer_of(phone.worker), "/offline/list",
                         {{"home", Server::id_of(phone.worker == "catrin" ? "ffion" : "osian")}});
        constexpr std::string_view before = "\"device\":\"";
        if (const auto at = made.text.find(before); at != std::string::npos) {
            phone.device = made.text.substr(at + before.size(), 36);
            phone.wiped = false;
        }
    }

    // A quarter is never finished: killed while it was being written, and given up later.
    void write(Phone& phone) {
        const auto number = std::to_string(saved.size() + 1);
        const auto name = "item " + number;
        server->phone_is_fast = phone.fast;
        server->device = phone.device;
        auto typed = server->typed_today("visit number " + number);
        if (dice.one_in(2)) { // just now, by the phone's face
            typed.push_back({"arrived", server->face_of_phone()});
        }
        if (dice.one_in(6)) {
            std::erase_if(typed, [](const auto& field) { return field.name == "place"; });
        }
        const bool finished = !dice.one_in(4);
        const auto item =
            server->saved_on_phone(name, typed, finished ? "yes" : "no", viewer_of(phone.worker));
        if (dice.one_in(8)) {
            ++kills;
            return; // killed before it was on disk: nobody was told that it is saved
        }
        phone.items.push_back({item.id, item.sealed, phone.device, false, finished});
        saved[item.id] = {"visit number " + number, phone.worker};
    }

    enum class Network { shaky, good };

    // sendAll() of sending.ts. A kill stops it anywhere; what is on disk stays.
    void sync(Phone& phone, Network network) {
        const auto at = static_cast<std::size_t>(&phone - phones.data());
        const auto lost = [&] { return network == Network::shaky && dice.one_in(5); };
        if (lost()) {
            return;
        }
        Typed form{{"device", phone.device}};
        for (const auto& item : phone.items) {
            if (item.received) {
                form.push_back({"kept", item.id});
            }
        }
        const auto told = server->asked(signed_in(phone), "/offline/sync", form);
        if (lost()) {
            ++kills;
            return;
        }
        for (auto& item : phone.items) {
            const auto missing = told.all("missing");
            if (item.received && std::ranges::find(missing, item.id) != missing.end()) {
                item.received = false;
            }
        }
        if (told.text("state") != "in") {
            return;
        }
        for (auto& item : phone.items) {
            if (item.received) {
                continue;
            }
            const Post one{at, {item.id, item.sealed}, signed_in(phone), phone.fast};
            if (network == Network::shaky && dice.one_in(6)) {
                late.push_back(one); // on its way; the phone gives up waiting
                return;
            }
            if (network == Network::shaky && dice.one_in(6)) {
                late.push_back(one); // doubled by something in between
            }
            const auto answer = deliver(one);
            if (lost()) {
                ++kills;
                return; // the answer, or the phone
            }
            const auto state = answer.text("state");
            item.received = state == "recorded" || state == "beside" || state == "held";
        }
    }

    Fields deliver(const Post& one) {
        ++posts;
        server->phone_is_fast = one.fast;
        const auto told = server->send(one.who, one.item);
        ++answers[std::string{told.text("state")} + " " + std::string{told.text("why")}];
        return told;
    }
    void deliver_something() {
        if (late.empty() || !dice.one_in(2)) {
            return;
        }
        const auto at = dice.below(late.size());
        const auto one = late[at];
        late.erase(late.begin() + static_cast<std::ptrdiff_t>(at));
        deliver(one);
    }

    void wipe(Phone& phone) {
        if (dice.one_in(3)) {
            static_cast<void>(server->post(viewer_of(phone.worker),
                                           "/offline/list/" + phone.device + "/wipe", {}));
        }
    }

    void give(std::string_view child_id, std::string_view from, std::string_view to) {
        base::EntryId allocation;
        static_cast<void>(server->store->read([&](const record::Reading& reading) {
            for (const auto& row : reading.allocations_of(casework::thing(child_id))) {
                if (!row.until_day) {
                    allocation.uuid = row.entry;
                }
            }
        }));
        const auto today = server->office.today();
        server->put(record::AllocationEnded{allocation, today},
                    {casework::thing(child_id), casework::thing(from)}, today);
        record::Allocated held;
        held.child = Server::child(child_id);
        held.worker = base::WorkerId{casework::thing(to)};
        held.from = today;
        server->put(held, {casework::thing(child_id), casework::thing(to)}, today);
    }
    void reallocate() {
        if (dice.one_in(3)) {
            const bool hers = holder == "catrin";
            give("ffion", holder, hers ? "mair" : "catrin");
            holder = hers ? "mair" : "catrin";
        }
    }

    // A copy of the record, or back to the last one: younger than a week, as docs/decisions/offline
    // asks of whoever restores.
    void keep_or_restore() {
        if (!copy || dice.one_in(2)) {
            copy = server->entries();
            holder_then = holder;
        } else if (dice.one_in(3)) {
            ++restores;
            const auto now = server->clock.moment;
            server = std::make_unique<Server>(pem(), *copy);
            server->clock.moment = now;
            holder = holder_then;
        }
    }

    void come_to_rest() {
        for (const auto& one : late) {
            deliver(one);
        }
        late.clear();
        // Twice: a restore may have been the last thing that happened.
        for (int round = 0; round < 2; ++round) {
            for (auto& phone : phones) {
                phone.signed_in = phone.worker;
                server->clock.moment += std::chrono::minutes{20};
                sync(phone, Network::good);
            }
        }
    }

    static bool is_account(const record::SaidOnPhone& said) { return said.field == "account"; }
    std::map<std::string, int> what_is_there() {
        std::map<std::string, int> found;
        for (const auto& entry : server->entries()) {
            if (is_a<record::VisitMade>(entry)) {
                ++found[record::body_of<record::VisitMade>(entry).account];
            } else if (is_a<record::PhoneVisitHeld>(entry)) {
                const auto held = record::body_of<record::PhoneVisitHeld>(entry);
                ++found[std::ranges::find_if(held.said, is_account)->value];
            }
        }
        return found;
    }

    Dice dice;
    std::vector<Phone> phones;
    std::vector<Post> late;
    std::string holder = "catrin"; // of Ffion
    std::string holder_then = "catrin";
    std::optional<std::vector<record::Entry>> copy;
    std::unique_ptr<Server> server;
};

std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

TEST(OfflineSync, whatever_happens_each_visit_is_there_exactly_once) {
    const auto first = from_environment("GWELD_SYNC_FIRST", 1);
    const auto seeds = from_environment("GWELD_SYNC_SEEDS", 600);
    std::size_t visits = 0;
    std::size_t kills = 0;
    std::size_t restores = 0;
    std::size_t posts = 0;
    std::map<std::string, std::size_t> answers;
    for (auto seed = first; seed < first + seeds; ++seed) {
        World world{seed};
        world.play(60);
        world.check(seed);
        if (::testing::Test::HasFatalFailure()) {
            return;
        }
        visits += world.saved.size();
        kills += world.kills;
        restores += world.restores;
        posts += world.posts;
        for (const auto& [answer, times_given] : world.answers) {
            answers[answer] += times_given;
        }
    }
    std::cout << seeds << " seeds: " << visits << " visits, " << posts << " posts, " << kills
              << " kills, " << restores << " restores, 0 lost, 0 doubled\n";
    for (const auto& [answer, times_given] : answers) {
        std::cout << "  " << times_given << " times " << answer << "\n";
    }
    // A model in which little happens proves little.
    for (const auto* wanted :
         {"recorded ", "beside ", "other ", "held not_yours", "held not_complete",
          "held not_finished", "held list_wiped", "held in_future", "held clock_wrong"}) {
        EXPECT_GT(answers[wanted], 0U) << wanted;
    }
    EXPECT_GT(restores, 0U);
    EXPECT_GT(visits, seeds);
}

} // namespace
} // namespace gweld::web::pages

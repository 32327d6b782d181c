// bench/visits.cc - how many visits a second are recorded durably by 64 workers at once (access
// decided, versions checked, chained, tables kept, on disk before the answer), beside the raw
// grouped commit of the same bytes: one table, one writer, nothing checked. In one run, in turns.
//
//   bench_visits FOLDER [SECONDS]     FOLDER is on the disk to be measured
// On a disk that flushes in microseconds run it with bench/slow_flush.c as well.
#include "casework/visits.h"
#include "main/clocks.h"
#include "people/names.h"
#include "record/codec.h"
#include "store/sqlite/sqlite_store.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sqlite3.h>
#include <string>
#include <thread>

namespace gweld::bench {
namespace {

constexpr int writers = 64;
constexpr int children = 64 * 32; // so that nobody's record grows beyond what is likely
constexpr int rounds = 3;
using Clock = std::chrono::steady_clock;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

// How often each of the writers could do it in the time given.
double rate_of(double seconds, const std::function<void(int)>& once) {
    std::atomic<bool> over = false;
    std::atomic<std::int64_t> done = 0;
    std::vector<std::thread> threads;
    const auto begun = Clock::now();
    for (int w = 0; w < writers; ++w) {
        threads.emplace_back([&, w] {
            while (!over) {
                once(w);
                ++done;
            }
        });
    }
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    over = true;
    for (auto& thread : threads) {
        thread.join();
    }
    return static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - begun).count();
}

base::Uuid thing(const std::string& name) { return base::uuid_of("bench", "thing", name); }

// Every writer has children of their own and visits them in turn.
struct County {
    explicit County(const std::string& file)
        : store{open(file)}, office{*store, book, clock, random} {
        for (int c = 0; c < children; ++c) {
            place(std::to_string(c));
        }
    }
    static std::unique_ptr<record::Store> open(const std::string& file) {
        store::SqliteOptions options;
        options.when_missing = store::WhenMissing::create;
        options.name_keys = &people::name_keys;
        auto opened = store::open_sqlite(file, "X00000001", options);
        return opened.ok() ? std::move(opened).value() : (stop(opened.error().detail), nullptr);
    }
    template <class Kind> void put(const Kind& kind, std::vector<base::Uuid> about) {
        auto draft = casework::draft_of(office, viewer("0"), record::Named<Kind>::name,
                                        std::move(about), since, record::encode(kind));
        const auto done = store->write([&](record::Writing& tx) {
            tx.append({base::to_text(draft.id), {}, {draft}});
            return record::Keep::yes;
        });
        if (!done.ok()) {
            stop("the county could not be made");
        }
    }
    void place(const std::string& name) {
        record::PersonDescribed person;
        person.number = name;
        person.forename = "Child";
        person.surname = name;
        put(person, {thing("child" + name)});
        record::Allocated held;
        held.child = base::PersonId{thing("child" + name)};
        held.worker = base::WorkerId{thing("worker" + name)};
        held.team = base::TeamId{thing("team")};
        held.from = since;
        put(held, {thing("child" + name), thing("worker" + name)});
        put(record::PlacedOnRegister{since, {record::Category::neglect}, name},
            {thing("child" + name)});
    }
    access::Viewer viewer(const std::string& name) const {
        return {name,
                thing("worker" + name),
                "Worker " + name,
                record::Role::social_worker,
                thing("team"),
                "Team"};
    }
    record::VisitMade visit(int child) const {
        record::VisitMade visit;
        visit.on = office.today();
        visit.place = record::Place::home;
        visit.children = {{base::PersonId{thing("child" + std::to_string(child))},
                           record::Answer::yes, record::Answer::yes, record::Answer::yes,
                           "I like my new school.", "en"}};
        visit.account = std::string(600, 'a'); // about a hundred words
        return visit;
    }
    void record(int w) {
        const auto turn = turns.at(static_cast<std::size_t>(w))++;
        const int child = w + writers * (turn % (children / writers));
        const auto name = std::to_string(child);
        std::int64_t version = 0;
        const auto read = store->read(
            [&](const record::Reading& r) { version = r.version_of(thing("child" + name)); });
        const casework::Saw saw{name + "/" + std::to_string(turn),
                                {{thing("child" + name), version}}};
        if (!read.ok() || !casework::record_visit(office, viewer(name), visit(child), saw).ok()) {
            stop("a visit was not recorded");
        }
    }

    time::CivilDate since = time::day(1, std::chrono::September, 2026);
    program::WallClock clock;
    program::SystemRandom random;
    law::Book book = law::built_in_book().value();
    std::unique_ptr<record::Store> store;
    casework::Office office;
    std::array<int, writers> turns{}; // each touched by its own writer only
};

// The least a grouped durable commit can be: no rules, no chain, one table.
class RawCommit {
  public:
    RawCommit(const std::string& file, std::size_t bytes) : row_(bytes, 'a') {
        if (sqlite3_open(file.c_str(), &db_) != SQLITE_OK) {
            stop("no raw file");
        }
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE row (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;");
        sqlite3_prepare_v2(db_, "INSERT INTO row (body) VALUES (?)", -1, &insert_, nullptr);
        thread_ = std::thread{[this] { serve(); }};
    }
    ~RawCommit() {
        {
            const std::lock_guard lock{mutex_};
            closing_ = true;
        }
        arrived_.notify_one();
        thread_.join();
        sqlite3_finalize(insert_);
        sqlite3_close(db_);
    }
    RawCommit(const RawCommit&) = delete;
    RawCommit& operator=(const RawCommit&) = delete;

    void commit() {
        std::unique_lock lock{mutex_};
        const auto mine = ++asked_;
        arrived_.notify_one();
        answered_.wait(lock, [&] { return done_ >= mine; });
    }

  private:
    void run(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            stop(sqlite3_errmsg(db_));
        }
    }
    void serve() {
        std::unique_lock lock{mutex_};
        for (;;) {
            arrived_.wait(lock, [&] { return asked_ > done_ || closing_; });
            if (asked_ == done_) {
                return;
            }
            const auto until = asked_;
            const auto rows = until - done_;
            lock.unlock();
            run("BEGIN IMMEDIATE");
            for (std::int64_t i = 0; i < rows; ++i) {
                sqlite3_bind_text(insert_, 1, row_.data(), static_cast<int>(row_.size()),
                                  SQLITE_STATIC);
                sqlite3_step(insert_);
                sqlite3_reset(insert_);
            }
            run("COMMIT");
            lock.lock();
            done_ = until;
            answered_.notify_all();
        }
    }

    std::string row_;
    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::condition_variable answered_;
    std::int64_t asked_ = 0;
    std::int64_t done_ = 0;
    bool closing_ = false;
    std::thread thread_;
};

// What one visit keeps for good in the log: its body, and id, hash, commitment, salt, writer,
// times.
std::size_t bytes_of(const record::Entry& entry) {
    return entry.body.size() + entry.kind.size() + entry.recorded_by.name.size() +
           entry.recorded_by.team.size() + 16 * (entry.about.size() + 2) + 3 * sizeof(record::Hash);
}

int measure(const std::string& folder, double seconds) {
    County county{folder + "/county.gweld"};
    county.record(0);
    std::size_t bytes = 0;
    static_cast<void>(county.store->read(
        [&](const record::Reading& r) { bytes = bytes_of(r.about(thing("child0"), 0).back()); }));
    RawCommit raw{folder + "/raw.sqlite", bytes};
    std::printf("%d writers, %zu bytes a visit\n", writers, bytes);
    for (int round = 1; round <= rounds; ++round) {
        const double ours = rate_of(seconds, [&](int w) { county.record(w); });
        const double theirs = rate_of(seconds, [&](int) { raw.commit(); });
        std::printf("round %d: visits %.0f/s, raw grouped commit %.0f/s, ratio %.2f\n", round, ours,
                    theirs, ours / theirs);
    }
    return 0;
}

} // namespace
} // namespace gweld::bench

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_visits FOLDER [SECONDS]\n");
        return 2;
    }
    const std::string folder = std::string{argv[1]} + "/bench_visits";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const int code = gweld::bench::measure(folder, argc > 2 ? std::atof(argv[2]) : 3.0);
    std::filesystem::remove_all(folder);
    return code;
}

// Disks that fill up and programs that are killed: nothing that was acknowledged is lost.
#include "stores.h"

#include "record/verify.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>

namespace gweld::made_up {
namespace {

// Limits how long any file of this process may grow, as a full disk would, until it goes.
class NoRoom {
  public:
    explicit NoRoom(rlim_t bytes) : ignored_{std::signal(SIGXFSZ, SIG_IGN)} {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~NoRoom() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, ignored_);
    }
    NoRoom(const NoRoom&) = delete;
    NoRoom& operator=(const NoRoom&) = delete;

  private:
    void (*ignored_)(int);
    rlimit before_{};
};

std::optional<StoreFault> write_visit(Store& store, int number) {
    const std::string name = "visit " + std::to_string(number);
    const auto done = store.write([&](Writing& w) {
        w.append({name, {}, {visit(name, {"Mair"})}});
        w.log_look(look_at("Mair", number));
        return Keep::yes;
    });
    return done.ok() ? std::nullopt : std::optional{done.error()};
}

TEST(FullDisk, a_write_is_refused_with_the_reason_and_what_was_acknowledged_stays) {
    const Folder folder;
    int acknowledged = 0;
    {
        const auto store = open_or_throw(folder.file());
        std::optional<StoreFault> fault;
        {
            const NoRoom limit{1000000};
            while (!fault && acknowledged < 5000) {
                fault = write_visit(*store, acknowledged + 1);
                acknowledged += fault ? 0 : 1;
            }
            EXPECT_EQ(fault, StoreFault::disk_full);
            EXPECT_EQ(write_visit(*store, acknowledged + 1), StoreFault::disk_full);
            EXPECT_EQ(asked(*store, [](const Reading& r) { return r.head(); }), acknowledged);
            EXPECT_EQ(
                asked(*store, [](const Reading& r) { return r.about(someone("Mair"), 0).size(); }),
                static_cast<std::size_t>(acknowledged));
        }
        // Somebody made room: it goes on where it stopped.
        EXPECT_EQ(write_visit(*store, acknowledged + 1), std::nullopt);
    }
    const auto again = open_or_throw(folder.file());
    EXPECT_EQ(asked(*again, [](const Reading& r) { return r.head(); }), acknowledged + 1);
    EXPECT_FALSE(asked(*again, [](const Reading& r) { return verify_chain(r); }));
}

TEST(FullDisk, all_who_shared_the_flush_are_told) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    std::atomic<int> acknowledged{0};
    {
        const NoRoom limit{300000};
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 50; ++i) {
                    acknowledged += write_visit(*store, t * 1000 + i) ? 0 : 1;
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
    }
    EXPECT_LT(acknowledged, 400);
    EXPECT_EQ(asked(*store, [](const Reading& r) { return r.head(); }), acknowledged);
    EXPECT_FALSE(asked(*store, [](const Reading& r) { return verify_chain(r); }));
}

TEST(FullDisk, a_file_that_cannot_be_made_is_refused_with_the_reason) {
    const Folder folder;
    const NoRoom limit{8192};
    auto opened = store::open_sqlite(folder.file(), authority, creating());
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().fault, store::OpenFault::disk_full) << opened.error().detail;
}

// ---- killed in mid-write
// -----------------------------------------------------------------------------

// Appends from two threads and says the number of each acknowledged visit on the pipe, until
// killed.
[[noreturn]] void append_until_killed(const std::string& path, int first, int pipe) {
    const auto store = open_or_throw(path);
    std::vector<std::thread> threads;
    for (int t = 0; t < 2; ++t) {
        threads.emplace_back([&, t] {
            for (int number = first + t;; number += 2) {
                if (write_visit(*store, number) ||
                    ::write(pipe, &number, sizeof number) != sizeof number) {
                    ::_exit(1);
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    ::_exit(1);
}

TEST(Killed, every_acknowledged_visit_is_there_after_twenty_kills) {
    const Folder folder;
    open_or_throw(folder.file());
    std::vector<int> acknowledged;
    for (int kill = 0; kill < 20; ++kill) {
        int ends[2] = {};
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            append_until_killed(folder.file(), (kill + 1) * 1000000, ends[1]);
        }
        ::close(ends[1]);
        int number = 0;
        const int enough = 3 + 2 * kill; // never twice at the same point of its work
        for (int i = 0; i < enough && ::read(ends[0], &number, sizeof number) == sizeof number;
             ++i) {
            acknowledged.push_back(number);
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(ends[0], &number, sizeof number) == sizeof number) {
            acknowledged.push_back(number);
        }
        ::close(ends[0]);
        const auto store = open_or_throw(folder.file());
        EXPECT_FALSE(asked(*store, [](const Reading& r) { return verify_chain(r); })) << kill;
        const auto lost = asked(*store, [&](const Reading& r) {
            return std::count_if(acknowledged.begin(), acknowledged.end(), [&](int each) {
                return !r.entry(entry_named("visit " + std::to_string(each)));
            });
        });
        EXPECT_EQ(lost, 0) << kill;
    }
    EXPECT_GT(acknowledged.size(), 400U);
}

} // namespace
} // namespace gweld::made_up

// Every write, flush, truncation, opening and reading of every deed fails in its turn, once and for
// good: nothing acknowledged is lost, nothing is there in part or twice, and the fault is said.
#include "deeds.h"
#include "failing_disk.h"

#include "store/sqlite/backup.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <sqlite3.h>

namespace gweld::faults {
namespace {

namespace fs = std::filesystem;

FailingDisk& disk = FailingDisk::of_this_process();
int points = 0; // how often a fault struck
int cuts = 0;

// Said where figures are gathered.
class Figures : public testing::Environment {
  public:
    void TearDown() override {
        std::printf("figures {\"disk\": {\"points\": %d, \"simulated_cuts\": %d}}\n", points, cuts);
    }
};
const auto* figures = testing::AddGlobalTestEnvironment(new Figures);

// GWELD_FAULTS=all takes every point; without it every third.
int stride() {
    const char* asked = std::getenv("GWELD_FAULTS");
    return asked != nullptr && std::string_view{asked} == "all" ? 1 : 3;
}

struct Strike {
    std::string name;
    std::set<Op> ops;
    Lasting lasting;
    Way way;
};

std::vector<Strike> strikes() {
    return {
        {"a write fails", {Op::write}, Lasting::once, Way::error},
        {"every write fails", {Op::write}, Lasting::for_good, Way::error},
        {"no room once", {Op::write}, Lasting::once, Way::no_room},
        {"no room", {Op::write}, Lasting::for_good, Way::no_room},
        {"a torn write", {Op::write}, Lasting::once, Way::torn},
        {"torn writes", {Op::write}, Lasting::for_good, Way::torn},
        {"a flush fails", {Op::sync}, Lasting::once, Way::error},
        {"every flush fails", {Op::sync}, Lasting::for_good, Way::error},
        {"a truncation fails", {Op::truncate}, Lasting::once, Way::error},
        {"every truncation fails", {Op::truncate}, Lasting::for_good, Way::error},
        {"an opening fails", {Op::open}, Lasting::once, Way::error},
        {"every opening fails", {Op::open}, Lasting::for_good, Way::error},
        {"a reading fails", {Op::read}, Lasting::once, Way::error},
        {"everything fails",
         {Op::open, Op::read, Op::write, Op::truncate, Op::sync},
         Lasting::for_good,
         Way::error},
    };
}

struct Disk : testing::Test {
    Folder folder;
    std::string base = folder.file("base.gweld");
    std::string path = folder.file();

    Disk() { make_record(base); }
    ~Disk() override { disk.mend(); }

    void begin_again() {
        for (const auto* beside : {"-wal", "-shm", "-journal", "-newest"}) {
            fs::remove(path + beside);
        }
        fs::copy_file(base, path, fs::copy_options::overwrite_existing);
    }

    // As everybody finds it afterwards, on a disk that is well again.
    void expect_sound(const Deed& deed, bool acknowledged) {
        auto opened = store::open_sqlite(path, authority, opening());
        ASSERT_TRUE(opened.ok()) << opened.error().detail;
        auto& store = *opened.value();
        const auto found = asked(store, [&](const Reading& r) { return done(r, deed); });
        EXPECT_NE(found, Done::in_part);
        if (acknowledged) {
            EXPECT_EQ(found, Done::wholly) << "acknowledged and lost";
        }
        AppendResult again;
        EXPECT_TRUE(attempt(store, deed, again).ok());
        EXPECT_EQ(std::holds_alternative<Appended>(again), found == Done::not_at_all);
        EXPECT_EQ(std::holds_alternative<AlreadyRecorded>(again), found == Done::wholly);
        EXPECT_EQ(asked(store, [&](const Reading& r) { return done(r, deed); }), Done::wholly);
        EXPECT_EQ(unsound(store), "");
    }
};

struct Answered {
    bool acknowledged = false;
    bool struck = false;
};

void expect_said(const Strike& strike, StoreFault fault) {
    const auto wanted =
        strike.way == Way::no_room ? StoreFault::disk_full : StoreFault::disk_failed;
    EXPECT_EQ(fault, wanted);
}

// Does the deed while the disk fails, and another when it is well again.
Answered do_under(const Strike& strike, int nth, const std::string& path, const Deed& deed) {
    auto opened = store::open_sqlite(path, authority, opening());
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    auto& store = *opened.value();
    disk.set({strike.ops, nth, strike.lasting, strike.way});
    AppendResult said;
    const auto result = attempt(store, deed, said);
    const Answered answered{result.ok(), disk.has_struck()};
    const auto read = store.read([](const Reading& r) { static_cast<void>(r.head()); });
    EXPECT_TRUE(read.ok() || strike.ops.contains(Op::read)) << "reading stopped with the writing";
    if (!result.ok()) {
        expect_said(strike, result.error());
        disk.mend();
        AppendResult next;
        const Deed another{"another", {visit("another", {"Non"})}};
        const bool went_on = attempt(store, another, next).ok();
        if (strike.ops.size() == 1) {
            EXPECT_EQ(went_on, !strike.ops.contains(Op::sync))
                << "after a failed write one may go on; after a failed flush never";
        }
    }
    return answered; // closing it, with a disk that fails for good still failing
}

class Deeds : public Disk, public testing::WithParamInterface<std::size_t> {};

TEST_P(Deeds, survive_every_fault_at_every_point) {
    const auto deed = deeds().at(GetParam());
    int turn = static_cast<int>(GetParam());
    for (const auto& strike : strikes()) {
        for (int nth = 1 + turn++ % stride();; nth += stride()) {
            SCOPED_TRACE(deed.name + ", " + strike.name + ", from the " + std::to_string(nth) +
                         "th on");
            begin_again();
            const auto answered = do_under(strike, nth, path, deed);
            disk.mend();
            expect_sound(deed, answered.acknowledged);
            if (!answered.struck || HasFailure()) {
                break;
            }
            ++points;
        }
    }
}
INSTANTIATE_TEST_SUITE_P(All, Deeds, testing::Range(std::size_t{0}, deeds().size()));

// ---- opening, making, closing -------------------------------------------------------------------

void open_under_every_strike(Disk& place) {
    const Deed none{"nothing", {visit("nothing", {"Mair"})}};
    for (const auto& strike : strikes()) {
        for (int nth = 1;; nth += stride()) {
            SCOPED_TRACE(strike.name + ", from the " + std::to_string(nth) + "th on");
            place.begin_again();
            disk.set({strike.ops, nth, strike.lasting, strike.way});
            {
                const auto opened = store::open_sqlite(place.path, authority, opening());
                EXPECT_TRUE(opened.ok() || !opened.error().detail.empty());
            }
            const bool struck = disk.has_struck();
            disk.mend();
            place.expect_sound(none, false);
            if (!struck || testing::Test::HasFailure()) {
                break;
            }
            ++points;
        }
    }
}

TEST_F(Disk, opening_fails_with_a_reason_and_harms_nothing) { open_under_every_strike(*this); }

// R21: an upgrade that stops at any point, so that the old program or the new one begins again.
TEST_F(Disk, an_upgrade_that_breaks_off_anywhere_harms_nothing_and_can_be_done_again) {
    make_earlier(base);
    const int before = points;
    open_under_every_strike(*this);
    EXPECT_GT(points - before, 50) << "the tables were not made again";
}

TEST_F(Disk, a_record_that_could_not_be_made_can_be_made_afterwards) {
    const auto fresh = folder.file("fresh.gweld");
    for (const auto& strike : strikes()) {
        for (int nth = 1;; nth += 5 * stride()) {
            SCOPED_TRACE(strike.name + ", from the " + std::to_string(nth) + "th on");
            for (const auto* beside : {"", "-wal", "-shm", "-journal", "-newest"}) {
                fs::remove(fresh + beside);
            }
            disk.set({strike.ops, nth, strike.lasting, strike.way});
            static_cast<void>(store::open_sqlite(fresh, authority, opening()));
            const bool struck = disk.has_struck();
            disk.mend();
            const auto opened = store::open_sqlite(fresh, authority, opening());
            ASSERT_TRUE(opened.ok()) << opened.error().detail;
            append_each(*opened.value(), {visit("first", {"Mair"})});
            if (!struck || HasFailure()) {
                break;
            }
            ++points;
        }
    }
}

TEST_F(Disk, a_record_of_an_earlier_program_is_brought_up_to_date_wholly_or_not_at_all) {
    const Deed none{"nothing", {visit("nothing", {"Mair"})}};
    sqlite3* db = nullptr;
    sqlite3_open(base.c_str(), &db);
    sqlite3_exec(db, "DROP TABLE contact; DROP TABLE visit; PRAGMA user_version = 1", nullptr,
                 nullptr, nullptr);
    sqlite3_close(db);
    for (const auto& strike : strikes()) {
        for (int nth = 1;; nth += 5 * stride()) {
            SCOPED_TRACE(strike.name + ", from the " + std::to_string(nth) + "th on");
            begin_again();
            disk.set({strike.ops, nth, strike.lasting, strike.way});
            static_cast<void>(store::open_sqlite(path, authority, opening()));
            const bool struck = disk.has_struck();
            disk.mend();
            expect_sound(none, false);
            if (!struck || HasFailure()) {
                break;
            }
            ++points;
        }
    }
}

// ---- the power goes -----------------------------------------------------------------------------

// Three deeds, the power going at the n-th thing the disk is asked; then everything that was not
// flushed is there or not, by chance.
TEST_F(Disk, the_power_goes_at_every_point) {
    const std::set<Op> anything{Op::open, Op::write, Op::truncate, Op::sync};
    const auto all = deeds();
    for (int nth = 1;; nth += stride()) {
        SCOPED_TRACE("at the " + std::to_string(nth) + "th");
        std::mt19937_64 chance{static_cast<std::uint64_t>(nth)};
        begin_again();
        disk.watch();
        disk.set({anything, nth, Lasting::for_good, Way::error});
        std::vector<bool> acknowledged(all.size(), false);
        {
            const auto opened = store::open_sqlite(path, authority, opening());
            for (std::size_t i = 0; opened.ok() && i < all.size(); ++i) {
                AppendResult said;
                acknowledged[i] = attempt(*opened.value(), all[i], said).ok();
            }
        }
        const bool struck = disk.has_struck();
        disk.mend();
        disk.cut(chance);
        ++cuts;
        for (std::size_t i = 0; i < all.size(); ++i) {
            SCOPED_TRACE(all[i].name);
            expect_sound(all[i], acknowledged[i]);
        }
        if (!struck || HasFailure()) {
            break;
        }
    }
}

// How many of the deeds that were acknowledged are gone after the power went.
int lost_when_power_goes(Disk& test, const std::optional<Fault>& fault, std::uint64_t seed) {
    const auto all = deeds();
    std::vector<bool> acknowledged(all.size(), false);
    test.begin_again();
    int lost = 0;
    {
        const auto opened = store::open_sqlite(test.path, authority, opening());
        disk.watch();
        if (fault) {
            disk.set(*fault);
        }
        for (std::size_t i = 0; opened.ok() && i < all.size(); ++i) {
            AppendResult said;
            acknowledged[i] = attempt(*opened.value(), all[i], said).ok();
        }
        // Before it is closed, which would flush.
        disk.set({{Op::open, Op::write, Op::truncate, Op::sync}, 1, Lasting::for_good, Way::error});
    }
    disk.mend();
    std::mt19937_64 chance{seed};
    disk.cut(chance);
    const auto store = store::open_sqlite(test.path, authority, opening());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool there = store.ok() && asked(*store.value(), [&](const Reading& r) {
                               return done(r, all[i]) == Done::wholly;
                           });
        lost += acknowledged[i] && !there ? 1 : 0;
    }
    return lost;
}

TEST_F(Disk, nothing_flushed_is_lost_with_the_power) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        EXPECT_EQ(lost_when_power_goes(*this, std::nullopt, seed), 0) << seed;
        ++cuts;
    }
}

// The test itself: on a disk that says it has flushed and has not, as with synchronous=NORMAL or
// under a controller that lies, acknowledged work is lost, and it must see that.
TEST_F(Disk, a_disk_that_lies_about_flushing_is_found_out) {
    const Fault lies{{Op::sync}, 1, Lasting::for_good, Way::silent};
    int lost = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        lost += lost_when_power_goes(*this, lies, seed);
        ++cuts;
    }
    EXPECT_GT(lost, 0);
}

// Tried a second time the flush would succeed and flush nothing of what the first one lost.
TEST_F(Disk, after_a_failed_flush_nothing_more_is_acknowledged_until_it_is_opened_again) {
    begin_again();
    {
        const auto opened = store::open_sqlite(path, authority, opening());
        disk.set({{Op::sync}, 2, Lasting::once, Way::error});
        bool failed = false;
        for (const auto& deed : deeds()) {
            AppendResult said;
            const bool acknowledged = attempt(*opened.value(), deed, said).ok();
            EXPECT_FALSE(failed && acknowledged) << deed.name;
            failed = failed || !acknowledged;
        }
        EXPECT_TRUE(failed);
    }
    disk.mend();
    expect_sound(deeds().back(), false);
}

TEST_F(Disk, after_a_failed_flush_nothing_acknowledged_is_lost_with_the_power) {
    for (int nth = 1; nth <= 4; ++nth) {
        const Fault once{{Op::sync}, nth, Lasting::once, Way::error};
        EXPECT_EQ(lost_when_power_goes(*this, once, static_cast<std::uint64_t>(nth)), 0) << nth;
        ++cuts;
    }
}

// ---- backups ------------------------------------------------------------------------------------

TEST_F(Disk, a_backup_or_a_restore_that_meets_a_fault_leaves_nothing_and_harms_nothing) {
    const Deed none{"nothing", {visit("nothing", {"Mair"})}};
    const auto good = folder.file("good.backup");
    ASSERT_TRUE(store::take_backup(base, good, moment(900)).ok());
    const store::RestoreOptions whole{std::nullopt, opening().name_keys};
    for (const auto& strike : strikes()) {
        for (int nth = 1;; nth += 3 * stride()) {
            SCOPED_TRACE(strike.name + ", from the " + std::to_string(nth) + "th on");
            begin_again();
            const auto to = folder.file("new.backup");
            const auto again = folder.file("again.gweld");
            disk.set({strike.ops, nth, strike.lasting, strike.way});
            const bool made = store::take_backup(path, to, moment(900)).ok();
            const bool struck_making = disk.has_struck();
            disk.set({strike.ops, nth, strike.lasting, strike.way});
            const bool restored = store::restore_backup(good, again, whole).ok();
            const bool struck_restoring = disk.has_struck();
            disk.mend();
            EXPECT_EQ(fs::exists(to), made);
            EXPECT_EQ(fs::exists(again), restored);
            if (made) {
                EXPECT_TRUE(store::restore_backup(to, to + ".gweld", whole).ok());
            }
            if (restored) {
                EXPECT_EQ(unsound(*store::open_sqlite(again, authority, opening()).value()), "");
            }
            expect_sound(none, false);
            for (const auto& left : {to, to + ".gweld", again, again + "-newest"}) {
                fs::remove(left);
            }
            // The record and what it was made from, each with its note, and the good backup.
            EXPECT_EQ(
                std::distance(fs::directory_iterator{folder.file("")}, fs::directory_iterator{}),
                5);
            if (!(struck_making || struck_restoring) || HasFailure()) {
                break;
            }
            points += struck_making + struck_restoring;
        }
    }
}

} // namespace
} // namespace gweld::faults

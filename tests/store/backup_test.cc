// Backups: one moment of the record, sealed; damage is found and named; the way back is whole.
#include "stores.h"

#include "record/kept_file.h"
#include "record/verify.h"
#include "store/sqlite/backup.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <thread>

namespace gweld::made_up {
namespace {

namespace fs = std::filesystem;
using store::BackupFault;

store::RestoreOptions all_of_it() { return {std::nullopt, plain_keys}; }
store::RestoreOptions until(Instant moment) { return {moment, plain_keys}; }

std::optional<BackupFault> backup_fault(const std::string& record, const std::string& to) {
    const auto made = store::take_backup(record, to, moment(100));
    return made.ok() ? std::nullopt : std::optional{made.error().fault};
}

store::BackupRefused restore_refused(const std::string& from, const std::string& to,
                                     const store::RestoreOptions& options = all_of_it()) {
    auto made = store::restore_backup(from, to, options);
    if (made.ok()) {
        throw std::runtime_error("it was restored");
    }
    return std::move(made).error();
}

Draft visit_at(int minute) {
    auto one = visit("visit " + std::to_string(minute), {"Mair"});
    one.recorded_at = moment(minute);
    return one;
}

// Ten visits, one a minute, with a look at each.
void fill(Store& store) {
    for (int minute = 1; minute <= 10; ++minute) {
        append_each(store, {visit_at(minute)});
        static_cast<void>(store.write([&](Writing& w) {
            w.log_look(look_at("Mair", minute));
            return Keep::yes;
        }));
    }
}

void flip(const std::string& path, std::int64_t place) {
    std::fstream file{path, std::ios::binary | std::ios::in | std::ios::out};
    file.seekg(place);
    const char byte = static_cast<char>(file.get());
    file.seekp(place);
    file.put(static_cast<char>(byte ^ 0x10));
}

std::size_t files_in(const Folder& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{folder.file("")}, fs::directory_iterator{}));
}

struct Kept : testing::Test {
    Folder folder;
    std::string record = folder.file();
    std::string backup = folder.file("night.backup");
    std::string again = folder.file("again.gweld");
    std::unique_ptr<Store> store = open_or_throw(record);
};

TEST_F(Kept, a_backup_comes_back_as_the_same_record) {
    fill(*store);
    const auto made = store::take_backup(record, backup, moment(100));
    ASSERT_TRUE(made.ok()) << made.error().detail;
    EXPECT_EQ(made.value().entries, 10);
    EXPECT_EQ(made.value().looks, 10);
    const auto restored = store::restore_backup(backup, again, all_of_it());
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(restored.value().backup.fingerprint, made.value().fingerprint);
    EXPECT_EQ(restored.value().backup.taken_at, moment(100));
    const auto copy = open_or_throw(again);
    const auto tables = [](const Reading& r) { return r.dump_tables(); };
    EXPECT_EQ(asked(*copy, tables), asked(*store, tables));
    EXPECT_FALSE(asked(*copy, [](const Reading& r) { return verify_chain(r); }));
    // The log is protected as before, and goes on.
    append_each(*copy, {visit("one more", {"Mair"})});
    EXPECT_EQ(asked(*copy, [](const Reading& r) { return r.head(); }), 11);
}

TEST_F(Kept, a_backup_is_one_moment_of_a_record_that_is_being_written) {
    std::atomic<bool> stop = false;
    std::atomic<int> acknowledged = 0;
    std::thread writer{[&] {
        for (int number = 1; !stop; ++number) {
            append_each(*store, {visit("v" + std::to_string(number), {"Mair"})});
            acknowledged = number;
        }
    }};
    for (int round = 0; round < 5; ++round) {
        const int before = acknowledged;
        const auto to = folder.file("backup" + std::to_string(round));
        const auto made = store::take_backup(record, to, moment(100));
        ASSERT_TRUE(made.ok()) << made.error().detail;
        EXPECT_GE(made.value().entries, before);
        EXPECT_LE(made.value().entries, acknowledged + 1);
        EXPECT_TRUE(store::restore_backup(to, to + ".gweld", all_of_it()).ok());
    }
    stop = true;
    writer.join();
}

TEST_F(Kept, nothing_is_written_over_and_nothing_half_made_is_left) {
    fill(*store);
    std::ofstream{backup} << "a letter";
    EXPECT_EQ(backup_fault(record, backup), BackupFault::target_exists);
    EXPECT_EQ(fs::file_size(backup), 8U);
    fs::remove(backup);
    EXPECT_EQ(backup_fault(record, folder.file("no/folder/backup")), BackupFault::cannot_write);
    EXPECT_EQ(backup_fault(folder.file("nothing"), backup), BackupFault::record_refused);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    EXPECT_EQ(restore_refused(backup, record).fault, BackupFault::target_exists);
    std::ofstream{again + "-wal"} << "another's";
    EXPECT_EQ(restore_refused(backup, again).fault, BackupFault::leftovers);
    fs::remove(again + "-wal");
    // The record with its three files, and the backup.
    EXPECT_EQ(files_in(folder), 5U);
}

TEST_F(Kept, a_backup_is_neither_served_nor_backed_up) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto size = fs::file_size(backup);
    auto opened = store::open_sqlite(backup, authority, creating());
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().fault, store::OpenFault::a_backup);
    EXPECT_EQ(backup_fault(backup, again), BackupFault::record_refused);
    EXPECT_EQ(fs::file_size(backup), size);
    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

// Every part of the file in turn: the pages, the digests, the label, the foot.
TEST_F(Kept, a_changed_byte_is_found_wherever_it_is) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto size = static_cast<std::int64_t>(fs::file_size(backup));
    for (std::int64_t place = 0; place < size; place += place < size - 600 ? 4999 : 13) {
        const auto bad = folder.file("bad");
        fs::copy_file(backup, bad, fs::copy_options::overwrite_existing);
        flip(bad, place);
        const auto why = restore_refused(bad, again);
        EXPECT_TRUE(why.fault == BackupFault::altered || why.fault == BackupFault::not_a_backup)
            << place;
        if (why.fault == BackupFault::altered) {
            ASSERT_FALSE(why.places.empty());
            EXPECT_LE(why.places.front().first, place);
            EXPECT_GT(why.places.front().end, place);
        }
        EXPECT_FALSE(fs::exists(again));
    }
}

TEST_F(Kept, the_first_entry_that_damage_reaches_is_named) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    // The words of the seventh visit's body, wherever they lie.
    std::ifstream in{backup, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    std::size_t place = 0;
    for (std::size_t at = bytes.find("Dwi'n hoffi"); at != std::string::npos;
         at = bytes.find("Dwi'n hoffi", at + 1)) {
        place = at; // the first entry lies last in its page
    }
    flip(backup, static_cast<std::int64_t>(place));
    const auto why = restore_refused(backup, again);
    ASSERT_TRUE(why.link);
    EXPECT_EQ(why.link->chain, ChainName::entries);
    EXPECT_EQ(why.link->fault, ChainFault::body_changed);
    EXPECT_GT(why.link->seq, 0);
}

TEST_F(Kept, a_cut_backup_is_refused) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto size = fs::file_size(backup);
    for (const auto left :
         {size - 1, size - 64, size / 2, std::uintmax_t{100}, std::uintmax_t{0}}) {
        const auto cut = folder.file("cut");
        fs::copy_file(backup, cut, fs::copy_options::overwrite_existing);
        fs::resize_file(cut, left);
        const auto why = restore_refused(cut, again);
        EXPECT_EQ(why.fault, BackupFault::not_a_backup) << left;
        EXPECT_EQ(why.bytes, static_cast<std::int64_t>(left));
    }
    EXPECT_EQ(restore_refused(folder.file("none"), again).fault, BackupFault::not_there);
    EXPECT_EQ(restore_refused(record, again).fault, BackupFault::not_a_backup);
}

TEST_F(Kept, a_damaged_record_is_not_backed_up_as_if_it_were_whole) {
    fill(*store);
    store.reset();
    sqlite3* db = nullptr;
    sqlite3_open(record.c_str(), &db);
    sqlite3_exec(db,
                 "DROP TRIGGER entry_is_never_changed;"
                 "UPDATE entry SET body = '{}' WHERE seq = 4",
                 nullptr, nullptr, nullptr);
    sqlite3_close(db);
    const auto made = store::take_backup(record, backup, moment(100));
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().fault, BackupFault::record_damaged);
    ASSERT_TRUE(made.error().link);
    EXPECT_EQ(made.error().link->seq, 4);
    EXPECT_FALSE(fs::exists(backup));
}

// ---- back to a moment ---------------------------------------------------------------------------

TEST_F(Kept, back_to_a_moment_keeps_what_was_recorded_by_then_and_nothing_later) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto restored = store::restore_backup(backup, again, until(moment(6)));
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(restored.value().entries, 6);
    EXPECT_EQ(restored.value().left_out, 4);
    EXPECT_EQ(restored.value().kept_though_later, 0);
    const auto copy = open_or_throw(again);
    const auto expected = open_or_throw(folder.file("six.gweld"));
    for (int minute = 1; minute <= 6; ++minute) {
        append_each(*expected, {visit_at(minute)});
    }
    const auto tables = [](const Reading& r) { return r.dump_tables(); };
    EXPECT_EQ(asked(*copy, tables), asked(*expected, tables));
    EXPECT_FALSE(asked(*copy, [](const Reading& r) { return verify_chain(r); }));
    EXPECT_EQ(asked(*copy, [](const Reading& r) { return r.about(someone("Mair"), 0).size(); }),
              6U);
    // What was sent later can be sent again, what was sent before is known.
    const auto key = [](int minute) { return "key " + base::to_text(visit_at(minute).id); };
    EXPECT_TRUE(
        std::holds_alternative<Appended>(gweld::made_up::append(*copy, key(7), {visit_at(7)})));
    EXPECT_TRUE(std::holds_alternative<AlreadyRecorded>(
        gweld::made_up::append(*copy, key(6), {visit_at(6)})));
    // That somebody looked is not undone.
    EXPECT_EQ(asked(*copy, [](const Reading& r) { return r.looks_at(someone("Mair"), 99).size(); }),
              10U);
}

TEST_F(Kept, what_was_sent_in_one_stays_in_one_piece) {
    append_each(*store, {visit_at(1)});
    gweld::made_up::append(*store, "two at once", {visit_at(2), visit_at(4)});
    append_each(*store, {visit_at(5)});
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto restored = store::restore_backup(backup, again, until(moment(3)));
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(restored.value().entries, 3);
    EXPECT_EQ(restored.value().kept_though_later, 1);
}

TEST_F(Kept, a_clock_that_was_wrong_once_costs_nothing_recorded_before_the_moment) {
    append_each(*store, {visit_at(1), visit_at(9), visit_at(2), visit_at(8)});
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    const auto restored = store::restore_backup(backup, again, until(moment(3)));
    ASSERT_TRUE(restored.ok()) << restored.error().detail;
    EXPECT_EQ(restored.value().entries, 3);
    EXPECT_EQ(restored.value().kept_though_later, 1);
    EXPECT_EQ(restored.value().left_out, 1);
}

TEST_F(Kept, a_moment_the_backup_cannot_know_is_refused) {
    fill(*store);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    EXPECT_EQ(restore_refused(backup, again, until(moment(101))).fault,
              BackupFault::later_than_backup);
    EXPECT_EQ(restore_refused(backup, again, until(moment(0))).fault,
              BackupFault::before_the_record);
    EXPECT_EQ(files_in(folder), 5U);
}

TEST_F(Kept, files_of_what_was_left_out_go_with_it_and_the_others_stay) {
    const auto with_file = [&](const std::string& name, int minute) {
        ReferralSent body;
        body.files = {{name + ".txt", "text/plain", static_cast<int>(name.size()),
                       to_hex(digest_of_file(name))}};
        auto one = draft(name, {someone("contact " + name)}, body);
        one.recorded_at = moment(minute);
        ASSERT_TRUE(store
                        ->write([&](Writing& w) {
                            w.keep_file(name);
                            w.append({name, {}, {one}});
                            return Keep::yes;
                        })
                        .ok());
    };
    with_file("early", 1);
    with_file("late", 5);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    ASSERT_TRUE(store::restore_backup(backup, again, until(moment(2))).ok());
    const auto copy = open_or_throw(again);
    EXPECT_TRUE(
        asked(*copy, [](const Reading& r) { return r.kept_file(digest_of_file("early")); }));
    EXPECT_FALSE(
        asked(*copy, [](const Reading& r) { return r.kept_file(digest_of_file("late")); }));
}

TEST_F(Kept, everybody_is_signed_out) {
    Session session;
    session.token_hash[0] = 7;
    session.sign_in_name = "carys";
    static_cast<void>(store->write([&](Writing& w) {
        w.put_session(session);
        return Keep::yes;
    }));
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    ASSERT_TRUE(store::restore_backup(backup, again, all_of_it()).ok());
    EXPECT_FALSE(asked(*open_or_throw(again),
                       [&](const Reading& r) { return r.session(session.token_hash); }));
}

TEST_F(Kept, a_backup_of_an_earlier_program_becomes_a_record_of_this_one) {
    fill(*store);
    const auto tables = asked(*store, [](const Reading& r) { return r.dump_tables(); });
    store.reset();
    sqlite3* db = nullptr;
    sqlite3_open(record.c_str(), &db);
    ASSERT_EQ(sqlite3_exec(db, "DROP TABLE contact; DROP TABLE visit; PRAGMA user_version = 1",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    sqlite3_close(db);
    ASSERT_EQ(backup_fault(record, backup), std::nullopt);
    ASSERT_TRUE(store::restore_backup(backup, again, all_of_it()).ok());
    EXPECT_EQ(asked(*open_or_throw(again), [](const Reading& r) { return r.dump_tables(); }),
              tables);
}

} // namespace
} // namespace gweld::made_up

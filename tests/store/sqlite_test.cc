// What only a file can do: be somebody else's, be damaged, be tampered with.
#include "behind_our_back.h"

#include "record/files_of.h"
#include "record/verify.h"

#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>

namespace gweld::made_up {
namespace {

namespace fs = std::filesystem;

// How SQLite would find the rows of a table of which one column is known.
std::string plan_of(const std::string& path, const std::string& table, const std::string& column) {
    sqlite3* db = nullptr;
    sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
    std::string plan;
    const auto sql = "EXPLAIN QUERY PLAN SELECT * FROM " + table + " WHERE authority = 'X' AND " +
                     column + " = 1";
    sqlite3_exec(
        db, sql.c_str(),
        [](void* text, int, char** columns, char**) {
            *static_cast<std::string*>(text) += columns[3];
            return 0;
        },
        &plan, nullptr);
    sqlite3_close(db);
    return plan;
}

void write_file(const std::string& path, const std::string& content) {
    std::ofstream{path, std::ios::binary} << content;
}

TEST(Sqlite, a_file_that_is_not_there_is_refused_unless_it_is_to_be_made) {
    const Folder folder;
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::no_such_file);
    EXPECT_FALSE(fs::exists(folder.file()));
    EXPECT_EQ(refusal(folder.file("no/such/folder"), creating()), OpenFault::cannot_open);
    EXPECT_EQ(refusal(folder.file(), creating()), std::nullopt);
    EXPECT_EQ(refusal(folder.file(), existing()), std::nullopt);
}

TEST(Sqlite, what_is_not_a_gweld_file_is_refused_and_left_as_it_is) {
    const Folder folder;
    const std::string letter(9000, 'a');
    write_file(folder.file("letter.txt"), letter);
    EXPECT_EQ(refusal(folder.file("letter.txt"), creating()), OpenFault::not_a_gweld_file);
    std::ifstream in{folder.file("letter.txt")};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{in}, {}}), letter);
    said_to(folder.file("other.db"), "CREATE TABLE other (a)");
    EXPECT_EQ(refusal(folder.file("other.db"), creating()), OpenFault::not_a_gweld_file);
    EXPECT_NE(said_to(folder.file("other.db"), "SELECT * FROM entry"), "");
    fs::create_directory(folder.file("folder"));
    EXPECT_EQ(refusal(folder.file("folder"), creating()), OpenFault::not_a_gweld_file);
    write_file(folder.file("empty"), "");
    EXPECT_EQ(refusal(folder.file("empty"), existing()), OpenFault::not_a_gweld_file);
}

TEST(Sqlite, another_authoritys_record_is_refused) {
    const Folder folder;
    open_or_throw(folder.file());
    EXPECT_EQ(refusal(folder.file(), creating(), "another-county"), OpenFault::other_authority);
}

TEST(Sqlite, a_record_can_be_opened_without_saying_whose_but_not_made) {
    const Folder folder;
    open_or_throw(folder.file());
    auto opened = store::open_sqlite(folder.file(), "", existing());
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value()->authority(), authority);
    EXPECT_EQ(refusal(folder.file("new"), creating(), ""), OpenFault::no_such_file);
    EXPECT_FALSE(fs::exists(folder.file("new")));
}

TEST(Sqlite, a_file_of_a_newer_program_is_refused) {
    const Folder folder;
    open_or_throw(folder.file());
    said_to(folder.file(), "PRAGMA user_version = 99");
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::newer_version);
}

TEST(Sqlite, a_record_that_would_not_survive_a_power_cut_is_refused) {
    EXPECT_EQ(refusal(":memory:", creating()), OpenFault::not_wal);
    const Folder folder;
    open_or_throw(folder.file());
    said_to(folder.file(), "PRAGMA journal_mode = DELETE");
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::not_wal);
}

TEST(Sqlite, a_cut_or_scribbled_file_is_refused_as_damaged) {
    const Folder folder;
    for (const auto* name : {"cut", "scribbled", "lost table"}) {
        append_each(*open_or_throw(folder.file(name)),
                    {person("p", "Mair", "Lloyd"), visit("v", {"Mair"})});
    }
    fs::resize_file(folder.file("cut"), fs::file_size(folder.file("cut")) / 2);
    EXPECT_EQ(refusal(folder.file("cut"), existing()), OpenFault::damaged);
    {
        std::fstream file{folder.file("scribbled"),
                          std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(4096);
        file << std::string(fs::file_size(folder.file("scribbled")) - 4096, 'x');
    }
    EXPECT_EQ(refusal(folder.file("scribbled"), existing()), OpenFault::damaged);
    said_to(folder.file("lost table"), "DROP TABLE entry");
    EXPECT_EQ(refusal(folder.file("lost table"), existing()), OpenFault::damaged);
}

TEST(Sqlite, a_file_that_may_only_be_read_is_refused) {
    const Folder folder;
    open_or_throw(folder.file());
    fs::permissions(folder.file(),
                    fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    // Root may write anything, so the question is asked by somebody who is not.
    const pid_t child = ::fork();
    if (child == 0) {
        const bool changed = ::getuid() != 0 || ::setuid(65534) == 0;
        ::_exit(changed && refusal(folder.file(), existing()) == OpenFault::read_only ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
}

// ---- nothing that was recorded is changed or taken away
// --------------------------------------------

TEST(Sqlite, no_sql_changes_or_removes_what_is_recorded) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    append_each(*store, {visit("v", {"Mair"})});
    static_cast<void>(store->write([](Writing& w) {
        w.log_look(look_at("Mair", 1));
        return Keep::yes;
    }));
    const std::string stays = "what is recorded stays";
    for (const std::string sql :
         {"UPDATE entry SET reason = 'x'", "DELETE FROM entry", "UPDATE look SET allowed = 0",
          "DELETE FROM look", "DELETE FROM about", "UPDATE about SET seq = 9", "DELETE FROM done",
          "UPDATE meta SET value = 'x'"}) {
        EXPECT_EQ(said_to(folder.file(), sql), stays) << sql;
    }
    for (const std::string table : {"entry", "look", "about", "done"}) {
        EXPECT_EQ(said_to(folder.file(), "PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO " +
                                             table + " SELECT * FROM " + table),
                  stays);
    }
}

// Whoever has the file can take the triggers off. Then the chain tells.
TEST(Sqlite, the_chain_tells_where_a_file_was_tampered_with) {
    const Folder folder;
    append_each(*open_or_throw(folder.file()),
                {visit("a", {"Mair"}), visit("b", {"Mair"}), visit("c", {"Mair"})});
    const auto after = [&](const std::string& sql) {
        const std::string copy = folder.file("copy");
        fs::copy_file(folder.file(), copy, fs::copy_options::overwrite_existing);
        EXPECT_EQ(said_to(copy, "DROP TRIGGER entry_is_never_changed;"
                                "DROP TRIGGER entry_is_never_removed;" +
                                    sql),
                  "");
        const auto store = open_or_throw(copy);
        const auto broken = asked(*store, [](const Reading& r) { return verify_chain(r); });
        return broken ? std::pair{broken->seq, broken->fault}
                      : std::pair{std::int64_t{0}, ChainFault::none};
    };
    EXPECT_EQ(after("SELECT 1"), (std::pair{std::int64_t{0}, ChainFault::none}));
    EXPECT_EQ(after("UPDATE entry SET body = replace(body, 'yes', 'no') WHERE seq = 2"),
              (std::pair{std::int64_t{2}, ChainFault::body_changed}));
    EXPECT_EQ(after("UPDATE entry SET recorded_at = 1 WHERE seq = 1"),
              (std::pair{std::int64_t{1}, ChainFault::envelope_changed}));
    EXPECT_EQ(after("DELETE FROM entry WHERE seq = 1"),
              (std::pair{std::int64_t{1}, ChainFault::sequence_broken}));
    EXPECT_EQ(after("UPDATE entry SET previous = zeroblob(32) WHERE seq = 2"),
              (std::pair{std::int64_t{2}, ChainFault::link_broken}));
}

TEST(Sqlite, a_file_whose_newest_entry_was_changed_is_not_opened) {
    const Folder folder;
    append_each(*open_or_throw(folder.file()), {visit("a", {"Mair"}), visit("b", {"Mair"})});
    said_to(folder.file(), "DROP TRIGGER entry_is_never_changed;"
                           "UPDATE entry SET body = '{}' WHERE seq = 2");
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::damaged);
}

// ---- other processes
// ---------------------------------------------------------------------------------

TEST(Sqlite, two_openings_of_one_file_take_turns_and_share_the_chain) {
    const Folder folder;
    const auto one = open_or_throw(folder.file());
    const auto other = open_or_throw(folder.file());
    for (int i = 0; i < 5; ++i) {
        append_each(*one, {visit("one " + std::to_string(i), {"Mair"})});
        append_each(*other, {visit("other " + std::to_string(i), {"Mair"})});
    }
    EXPECT_EQ(asked(*one, [](const Reading& r) { return r.version_of(someone("Mair")); }), 10);
    EXPECT_FALSE(asked(*one, [](const Reading& r) { return verify_chain(r); }));
}

TEST(Sqlite, a_file_of_an_earlier_program_gets_the_tables_of_this_one) {
    const Folder folder;
    std::string tables;
    {
        const auto store = open_or_throw(folder.file());
        append_each(*store, {visit("a", {"Mair"}), visit("b", {"Gwilym"})});
        tables = asked(*store, [](const Reading& r) { return r.dump_tables(); });
    }
    ASSERT_EQ(said_to(folder.file(), "DROP TABLE contact; DROP TABLE visit; DROP TABLE kept_file;"
                                     "DROP TABLE unsaved_form;"
                                     "DROP TABLE sqlite_stat1;"
                                     "PRAGMA user_version = 1"),
              "");
    const auto store = open_or_throw(folder.file());
    EXPECT_EQ(asked(*store, [](const Reading& r) { return r.dump_tables(); }), tables);
    EXPECT_NE(plan_of(folder.file(), "allocation", "child").find("child=?"), std::string::npos);
    append_each(*store, {visit("c", {"Mair"})});
    ASSERT_TRUE(store
                    ->write([](Writing& w) {
                        w.keep_file("new here");
                        w.put_unsaved_form({someone("Carys"), "k", "/", "", "", "", 1, 1, {}});
                        return Keep::yes;
                    })
                    .ok());
    EXPECT_NE(said_to(folder.file(), "DELETE FROM kept_file"), "");
}

TEST(Sqlite, bringing_a_file_up_to_date_leaves_what_somebody_began) {
    const Folder folder;
    {
        const auto store = open_or_throw(folder.file());
        ASSERT_TRUE(store
                        ->write([](Writing& w) {
                            w.put_unsaved_form({someone("Carys"), "k", "/", "", "", "", 1, 1, {}});
                            return Keep::yes;
                        })
                        .ok());
    }
    ASSERT_EQ(said_to(folder.file(), "PRAGMA user_version = 4"), "");
    const auto store = open_or_throw(folder.file());
    EXPECT_EQ(
        asked(*store, [](const Reading& r) { return r.unsaved_forms(someone("Carys")).size(); }),
        1U);
}

TEST(Sqlite, a_file_changed_behind_our_back_is_named) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    const KeptFile file{"note.txt", "text/plain", 4, to_hex(digest_of_file("note"))};
    ASSERT_TRUE(store
                    ->write([](Writing& w) {
                        w.keep_file("note");
                        return Keep::yes;
                    })
                    .ok());
    ReferralSent body;
    body.files = {file};
    append_each(*store, {draft("s", {someone("c")}, body)});
    EXPECT_TRUE(asked(*store, [](const Reading& r) { return faults_in_files(r); }).empty());
    ASSERT_EQ(said_to(folder.file(), "DROP TRIGGER kept_file_is_never_changed;"
                                     "UPDATE kept_file SET bytes = x'00'"),
              "");
    const auto faults = asked(*store, [](const Reading& r) { return faults_in_files(r); });
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].file.name, "note.txt");
    EXPECT_EQ(faults[0].why, FileFault::Why::altered);
}

TEST(Sqlite, no_question_reads_a_whole_table) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    const std::vector<std::pair<std::string, std::string>> asked = {
        {"allocation", "child"}, {"allocation", "worker"},    {"allocation", "team"},
        {"address", "person"},   {"registration", "child"},   {"family_member", "person"},
        {"person", "number"},    {"person", "born"},          {"look", "subject"},
        {"entry", "id"},         {"name_key", "person"},      {"about", "subject"},
        {"address", "postcode"}, {"contact", "decided_day"},  {"contact", "received_day"},
        {"contact", "contact"},  {"contact_child", "person"}, {"contact_child", "contact"},
        {"referral", "contact"}, {"referral", "reference"},   {"kept_file", "digest"}};
    for (const auto& [table, column] : asked) {
        const auto plan = plan_of(folder.file(), table, column);
        EXPECT_NE(plan.find(column + "=?"), std::string::npos) << table << ": " << plan;
    }
    const auto waiting = plan_of(folder.file(), "contact", "outcome = '' AND 1");
    EXPECT_NE(waiting.find("contact_waiting"), std::string::npos) << waiting;
}

// Else whoever waits for a disk keeps every worker of the server.
TEST(Sqlite, a_write_that_cannot_begin_for_three_seconds_is_given_up) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    std::promise<void> begun;
    std::promise<void> go_on;
    auto slow = std::async(std::launch::async, [&] {
        return store->write([&](Writing&) {
            begun.set_value();
            go_on.get_future().wait();
            return Keep::yes;
        });
    });
    begun.get_future().wait();
    bool ran = false;
    const auto given_up = store->write([&](Writing&) {
        ran = true;
        return Keep::yes;
    });
    go_on.set_value();
    ASSERT_FALSE(given_up.ok());
    EXPECT_EQ(given_up.error(), StoreFault::too_busy);
    EXPECT_TRUE(slow.get().ok());
    append(*store, "a", {visit("a", {"Mair"})});
    EXPECT_FALSE(ran);
}

TEST(Sqlite, a_file_locked_by_another_is_still_read_and_a_write_says_it_is_too_busy) {
    const Folder folder;
    auto options = creating();
    options.wait_for_other_process = std::chrono::milliseconds{20};
    auto opened = store::open_sqlite(folder.file(), authority, options);
    ASSERT_TRUE(opened.ok());
    const auto& store = opened.value();
    append_each(*store, {visit("a", {"Mair"})});
    sqlite3* db = nullptr;
    sqlite3_open(folder.file().c_str(), &db);
    ASSERT_EQ(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto refused = store->write([](Writing&) { return Keep::yes; });
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), StoreFault::too_busy);
    EXPECT_EQ(asked(*store, [](const Reading& r) { return r.head(); }), 1);
    EXPECT_EQ(refusal(folder.file(), options), std::nullopt);
    sqlite3_close(db);
    EXPECT_TRUE(store->write([](Writing&) { return Keep::yes; }).ok());
}

TEST(Sqlite, a_full_queue_says_so_at_once) {
    const Folder folder;
    auto options = creating();
    options.queue = 0;
    auto opened = store::open_sqlite(folder.file(), authority, options);
    ASSERT_TRUE(opened.ok());
    const auto refused = opened.value()->write([](Writing&) { return Keep::yes; });
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error(), StoreFault::too_busy);
}

TEST(Sqlite, a_write_inside_a_write_is_a_bug_and_not_a_standstill) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    EXPECT_THROW(static_cast<void>(store->write([&](Writing&) {
                     static_cast<void>(store->write([](Writing&) { return Keep::yes; }));
                     return Keep::yes;
                 })),
                 std::logic_error);
}

} // namespace
} // namespace gweld::made_up

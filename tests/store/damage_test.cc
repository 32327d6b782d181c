// What no chain covers: rows beside the log, the end of the log, the log beside the file.
#include "behind_our_back.h"

#include "store/sqlite/examining.h"

#include <fstream>

namespace gweld::made_up {
namespace {

namespace fs = std::filesystem;

// As version 4 made them: without a digest in every row that no chain covers.
TEST(Damage, a_file_made_before_rows_were_sealed_gets_its_seals) {
    const Folder folder;
    {
        const auto store = open_or_throw(folder.file());
        append_each(*store, {visit("a", {"Mair"})});
        ASSERT_TRUE(store
                        ->write([](Writing& w) {
                            w.put_account(account_named("carys", Role::team_manager));
                            return Keep::yes;
                        })
                        .ok());
    }
    ASSERT_EQ(said_to(folder.file(), "ALTER TABLE done DROP COLUMN seal;"
                                     "ALTER TABLE account DROP COLUMN seal;"
                                     "ALTER TABLE session DROP COLUMN seal;"
                                     "ALTER TABLE sign_in_attempts DROP COLUMN seal;"
                                     "PRAGMA user_version = 4"),
              "");
    const auto store = open_or_throw(folder.file());
    EXPECT_EQ(asked(*store, [](const Reading& r) { return r.account("carys"); })->role,
              Role::team_manager);
    EXPECT_TRUE(std::holds_alternative<AlreadyRecorded>(gweld::made_up::append(
        *store, "key " + base::to_text(entry_named("a")), {visit("a", {"Mair"})})));
    EXPECT_EQ(said_to(folder.file(), "DELETE FROM done"), "what is recorded stays");
    const auto found = store::examine(folder.file());
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found.value().empty()) << found.value().front().name;
}

TEST(Damage, a_changed_account_is_not_believed) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    ASSERT_TRUE(store
                    ->write([](Writing& w) {
                        w.put_account(account_named("carys", Role::social_worker));
                        return Keep::yes;
                    })
                    .ok());
    ASSERT_EQ(said_to(folder.file(), "UPDATE account SET role = 'head_of_service'"), "");
    const auto read = store->read([](const Reading& r) { static_cast<void>(r.account("carys")); });
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error(), StoreFault::damaged);
}

TEST(Damage, a_changed_draft_is_named_and_not_shown_as_what_was_typed) {
    const Folder folder;
    const auto store = open_or_throw(folder.file());
    ASSERT_TRUE(
        store
            ->write([](Writing& w) {
                w.put_unsaved_form(
                    {someone("Carys"), "k", "/", "", "account=She+was+asleep", "", 1, 1, {}});
                return Keep::yes;
            })
            .ok());
    ASSERT_EQ(said_to(folder.file(), "UPDATE unsaved_form SET fields = 'account=She+was+awake'"),
              "");
    const auto forms =
        asked(*store, [](const Reading& r) { return r.unsaved_forms(someone("Carys")); });
    EXPECT_TRUE(forms.empty()) << "and the work of everybody goes on";
    ASSERT_TRUE(store
                    ->write([](Writing& w) {
                        EXPECT_FALSE(w.unsaved_form(someone("Carys"), "k"));
                        return Keep::yes;
                    })
                    .ok());
    const auto found = store::examine(folder.file());
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found.value().size(), 1U);
    EXPECT_EQ(found.value().front().name, "unsaved_form");
}

// ---- what the chain cannot say: that the end is missing
// ------------------------------------------

TEST(Damage, a_record_whose_end_is_gone_is_refused) {
    const Folder folder;
    append_each(*open_or_throw(folder.file()), {visit("a", {"Mair"})});
    fs::copy_file(folder.file(), folder.file("older"));
    append_each(*open_or_throw(folder.file()), {visit("b", {"Mair"})});
    fs::copy_file(folder.file("older"), folder.file(), fs::copy_options::overwrite_existing);
    EXPECT_EQ(refusal(folder.file(), existing()), OpenFault::ends_early);
    // Somebody who knows what they do goes on with it.
    fs::remove(folder.file() + "-newest");
    EXPECT_EQ(refusal(folder.file(), existing()), std::nullopt);
    // A record that only has the same name is another.
    append_each(*open_or_throw(folder.file()), {visit("b", {"Mair"})});
    fs::remove(folder.file());
    append_each(*open_or_throw(folder.file()), {visit("a", {"Mair"})});
    EXPECT_EQ(refusal(folder.file(), existing()), std::nullopt);
}

TEST(Damage, a_log_damaged_behind_its_last_flush_is_refused_and_a_torn_end_is_not) {
    const Folder folder;
    const auto copy = folder.file("killed.gweld");
    {
        const auto store = open_or_throw(folder.file());
        append_each(*store, {visit("a", {"Mair"}), visit("b", {"Mair"}), visit("c", {"Mair"})});
        fs::copy_file(folder.file(), copy); // as a kill would leave them
        fs::copy_file(folder.file() + "-wal", copy + "-wal");
    }
    const auto log = copy + "-wal";
    const auto flip = [&](std::uintmax_t place) {
        std::fstream file{log, std::ios::binary | std::ios::in | std::ios::out};
        file.seekg(static_cast<std::streamoff>(place));
        const auto byte = static_cast<char>(file.get() ^ 1);
        file.seekp(static_cast<std::streamoff>(place));
        file.put(byte);
    };
    const auto size = fs::file_size(log);
    flip(size / 2);
    EXPECT_EQ(refusal(copy, existing()), OpenFault::damaged_log);
    flip(size / 2);
    flip(5);
    EXPECT_EQ(refusal(copy, existing()), OpenFault::damaged_log);
    flip(5);
    fs::resize_file(log, size - 2000);
    EXPECT_EQ(refusal(copy, existing()), std::nullopt);
}

} // namespace
} // namespace gweld::made_up

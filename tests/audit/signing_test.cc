#include "witnessed.h"

#include <fstream>
#include <sys/stat.h>

namespace gweld::audit {
namespace {

using Why = NotSigned::Why;
using made_up::Folder;

class SigningAll : public testing::TestWithParam<std::string> {
  protected:
    Folder folder;
    Folder elsewhere;
    std::unique_ptr<record::Store> store = made_up::empty_store(GetParam(), folder);
    std::string kept = elsewhere.file("kept");
    Keys keys = made_up_keys();
    SetClock clock;
};
INSTANTIATE_TEST_SUITE_P(Stores, SigningAll, testing::ValuesIn(made_up::sorts));

TEST_P(SigningAll, what_is_new_is_signed_and_found_to_match) {
    EXPECT_TRUE(sign_once(*store, keys, kept, clock).value().empty()) << "an empty record";
    std::vector<Checkpoint> all;
    Signing signing{*store, keys, kept, clock};
    for (const int size : {1, 5, 6, 40}) {
        add_some(*store, static_cast<int>(hashes_of(*store, ChainName::entries).size()), size);
        clock.at += std::chrono::minutes{1};
        const auto made = signing.sign_what_is_new();
        ASSERT_TRUE(made.ok());
        ASSERT_EQ(made.value().size(), 2U);
        for (const auto log : both_logs) {
            const auto& one = made.value()[static_cast<std::size_t>(log)];
            const auto leaves = hashes_of(*store, log);
            EXPECT_EQ(one.origin, origin_of(made_up::authority, log));
            EXPECT_EQ(one.at, clock.at);
            ASSERT_EQ(one.size, static_cast<std::int64_t>(leaves.size()));
            EXPECT_EQ(one.root, root_of(leaves, leaves.size()));
            all.push_back(one);
        }
        EXPECT_TRUE(signing.sign_what_is_new().value().empty()) << "nothing new";
    }
    const auto found = read_checkpoints(kept);
    ASSERT_TRUE(found.ok());
    ASSERT_EQ(found.value().checkpoints.size(), all.size());
    for (std::size_t n = 0; n < all.size(); ++n) {
        EXPECT_EQ(found.value().checkpoints[n].says, all[n]);
    }
    const auto verdict = judge(*store, witnesses_in(kept, keys), clock.at, 2);
    EXPECT_TRUE(verdict.wrong.empty());
    for (const auto log : both_logs) {
        const auto& of_log = verdict.logs[static_cast<std::size_t>(log)];
        EXPECT_EQ(of_log.vouched, all[6 + static_cast<std::size_t>(log)]);
        EXPECT_EQ(of_log.checkpoints, 4U);
        EXPECT_EQ(of_log.size, of_log.vouched->size);
    }
}

TEST_P(SigningAll, a_log_longer_than_a_block_has_the_same_roots) {
    ASSERT_TRUE(store
                    ->write([&](record::Writing& writing) {
                        for (int i = 0; i < (1 << 15) + 70; ++i) {
                            writing.log_look({moment(i), someone("Carys"), "C", "duty_worker",
                                              someone("Mair"), "child", "duty-desk", true});
                        }
                        return record::Keep::yes;
                    })
                    .ok());
    const auto leaves = hashes_of(*store, ChainName::looks);
    const std::vector<std::int64_t> sizes{0, 1, 32767, 32768, 32769, 32800, 32838, 32839, 40000};
    for (const unsigned threads : {1U, 2U, 3U}) {
        const auto walked = walk(*store, ChainName::looks, sizes, threads);
        EXPECT_FALSE(walked.broken);
        EXPECT_EQ(walked.size, 32838);
        EXPECT_EQ(walked.newest, leaves.back());
        ASSERT_EQ(walked.roots.size(), 7U);
        for (const auto& root : walked.roots) {
            EXPECT_EQ(root.root, root_of(leaves, static_cast<std::size_t>(root.size)));
        }
    }
}

class SigningFile : public testing::Test {
  protected:
    SigningFile() {
        add_some(*store, 0, 20);
        EXPECT_TRUE(sign_once(*store, keys, kept, clock).ok());
        clock.at += std::chrono::minutes{1};
    }
    Why why(const Keys& with) {
        const auto answer = sign_once(*store, with, kept, clock);
        EXPECT_FALSE(answer.ok());
        return answer.ok() ? Why::folder_fails : answer.error().why;
    }
    Why why() { return why(keys); }
    std::string month() const { return kept + "/2026-11.checkpoints"; }
    std::string text() const {
        std::ifstream file{month(), std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void put(const std::string& changed) const {
        std::ofstream{month(), std::ios::binary | std::ios::trunc} << changed;
    }
    void forget() const { std::filesystem::remove(kept + "/.reached"); }

    Folder folder;
    std::unique_ptr<record::Store> store = made_up::empty_store("sqlite", folder);
    std::string kept = folder.file("kept");
    Keys keys = made_up_keys();
    SetClock clock;
};

TEST_F(SigningFile, goes_on_after_a_new_start_whether_or_not_it_remembers) {
    for (const int round : {0, 1, 2}) {
        add_some(*store, 100 + 10 * round, 3);
        if (round == 1) {
            forget();
        }
        if (round == 2) { // an older one put back
            std::ofstream{kept + "/.reached"} << "gweld reached 1\n0 \n0 \n\n\u2014 x AAAA\n";
        }
        clock.at += std::chrono::minutes{1};
        const auto made = sign_once(*store, keys, kept, clock);
        ASSERT_TRUE(made.ok()) << round;
        EXPECT_EQ(made.value().size(), 2U);
    }
    EXPECT_TRUE(judge(*store, witnesses_in(kept, keys), clock.at, 2).wrong.empty());
}

TEST_F(SigningFile, refuses_to_sign_earlier_than_it_did) {
    clock.at = moment(9);
    EXPECT_EQ(why(), Why::later_than_the_clock);
}

TEST_F(SigningFile, refuses_with_another_key) { EXPECT_EQ(why(made_up_keys(9)), Why::another_key); }

TEST_F(SigningFile, refuses_where_checkpoints_were_taken_away) {
    std::filesystem::remove(month());
    EXPECT_EQ(why(), Why::checkpoints_missing);
}

TEST_F(SigningFile, refuses_where_something_else_stands_among_them) {
    put(text() + "something else\n\n\u2014 here AAAAAAAA\n\n");
    EXPECT_EQ(why(), Why::not_a_checkpoint);
}

TEST_F(SigningFile, takes_away_what_a_power_cut_left_of_a_checkpoint) {
    const auto whole = text();
    for (std::size_t length = 1; length < 200; ++length) {
        put(whole + whole.substr(0, length));
        add_some(*store, 1000 + 10 * static_cast<int>(length), 1);
        clock.at += std::chrono::minutes{1};
        ASSERT_TRUE(sign_once(*store, keys, kept, clock).ok()) << length;
        const auto found = read_checkpoints(kept);
        EXPECT_TRUE(found.value().unreadable.empty());
        ASSERT_EQ(found.value().checkpoints.size(), 4U);
        // From the beginning for the next length.
        put(whole);
        forget();
    }
}

TEST_F(SigningFile, keeps_a_file_for_each_month) {
    clock.at += std::chrono::hours{24 * 30};
    add_some(*store, 50, 1);
    ASSERT_TRUE(sign_once(*store, keys, kept, clock).ok());
    EXPECT_TRUE(std::filesystem::exists(kept + "/2026-12.checkpoints"));
    forget();
    clock.at += std::chrono::hours{24 * 30};
    EXPECT_TRUE(sign_once(*store, keys, kept, clock).value().empty()) << "nothing new this month";
}

TEST_F(SigningFile, refuses_another_record_of_the_same_council) {
    const auto other = store::open_memory(made_up::authority, made_up::plain_keys);
    add_some(*other, 500, 30);
    store.reset();
    for (const bool remembers : {true, false}) {
        if (!remembers) {
            forget();
        }
        const auto answer = sign_once(*other, keys, kept, clock);
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().why, Why::not_what_was_signed);
        EXPECT_EQ(answer.error().newest->size, 20);
    }
}

TEST_F(SigningFile, refuses_a_record_that_ends_before_what_was_signed) {
    const auto before = text();
    add_some(*store, 100, 5);
    ASSERT_TRUE(sign_once(*store, keys, kept, clock).ok());
    const auto shorter = store::open_memory(made_up::authority, made_up::plain_keys);
    add_some(*shorter, 500, 12);
    for (const bool remembers : {true, false}) {
        if (!remembers) {
            forget();
        }
        const auto answer = sign_once(*shorter, keys, kept, clock);
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().why, Why::log_ends_early);
        EXPECT_EQ(answer.error().in_log, 12);
        EXPECT_EQ(answer.error().newest->size, 25);
    }
}

TEST_F(SigningFile, what_it_keeps_is_for_its_owner_and_group_alone) {
    struct ::stat found{};
    ASSERT_EQ(::stat(month().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 07, 0U);
}

} // namespace
} // namespace gweld::audit

#include "tampering.h"

#include "../store/behind_our_back.h"

#include <cstdlib>
#include <fstream>

namespace gweld::audit {
namespace {

using What = Wrong::What;
using made_up::Folder;

int how_many(const char* variable, int otherwise) {
    const char* text = std::getenv(variable);
    return text == nullptr ? otherwise : std::atoi(text);
}

std::string told(const Verdict& verdict) {
    std::string text;
    for (const auto& wrong : verdict.wrong) {
        text += "what " + std::to_string(static_cast<int>(wrong.what)) + " log " +
                std::to_string(static_cast<int>(wrong.log)) + " link " +
                std::to_string(wrong.link ? wrong.link->seq : 0) + " after " +
                std::to_string(wrong.after) + " until " + std::to_string(wrong.until) + "; ";
    }
    return text;
}

class Tampering : public testing::Test {
  protected:
    Tampering() {
        auto store = made_up::empty_store("sqlite", folder);
        for (const int first : {0, 15, 30, 45}) {
            clock.at += std::chrono::minutes{1};
            add_some(*store, first, first == 45 ? 10 : 15);
            EXPECT_TRUE(sign_once(*store, keys, kept, clock).ok());
        }
        store.reset();
        EXPECT_EQ(made_up::said_to(folder.file(), ""), "");
        connection = std::make_unique<store::sqlite::Connection>(
            folder.file(), SQLITE_OPEN_READWRITE, std::chrono::milliseconds{0});
        connection->script("PRAGMA synchronous = OFF; PRAGMA recursive_triggers = ON");
        store::sqlite::unprotect_log(*connection);
        witnesses = witnesses_in(kept, keys);
        copy = std::move(store::open_sqlite_to_verify(folder.file(), 2)).value();
    }
    Verdict verdict() const { return judge(*copy, witnesses, clock.at, 2); }

    // One change of one log, found and named; then as it was.
    template <class Row> void tamper(Chance& chance, ChainName log) {
        const auto before = Tampered<Row>{*connection};
        auto tampered = before;
        const auto sort = chance.below(9);
        std::int64_t first = 0;
        switch (sort) {
        case 0:
        case 1:
        case 2:
            first = tampered.change_a_cell(chance);
            break;
        case 3:
        case 4:
            first = tampered.take_one_out(chance);
            break;
        case 5:
            first = tampered.put_one_in(chance);
            break;
        case 6:
        case 7:
            first = tampered.change_places(chance);
            break;
        default:
            first = tampered.cut(chance);
            break;
        }
        const bool forged = sort != 8 && forge(chance, tampered, before.rows);
        tampered.write();
        expect_found(verdict(), log, first, forged, tampered.size());
        Tampered<Row> again = before;
        again.write();
    }

    template <class Row>
    static bool forge(Chance& chance, Tampered<Row>& tampered, const std::vector<Row>& before) {
        if (chance.below(2) == 0) {
            return false;
        }
        const auto as_it_was = tampered.rows;
        const auto end = before.back().hash;
        try {
            tampered.make_the_chain_again();
        } catch (const store::sql::SqlFault&) {
            // No program of ours writes such a row.
            tampered.rows = as_it_was;
            return false;
        }
        if (tampered.rows.size() == before.size() && tampered.rows.back().hash == end) {
            tampered.rows = as_it_was; // what was changed is made again with the chain
            return false;
        }
        return true;
    }

    static void expect_found(const Verdict& verdict, ChainName log, std::int64_t first, bool forged,
                             std::int64_t size) {
        ASSERT_FALSE(verdict.wrong.empty()) << "not found: " << first;
        const auto& wrong = verdict.wrong.front();
        EXPECT_EQ(wrong.log, log);
        if (wrong.what == What::broken) {
            EXPECT_FALSE(forged) << told(verdict);
            EXPECT_EQ(wrong.link->seq, first) << told(verdict);
        } else if (wrong.what == What::ends_early) {
            // A chain made anew without one is too short for the newest checkpoint.
            EXPECT_TRUE(forged ? first <= size + 1 : first == size + 1) << told(verdict);
            EXPECT_EQ(wrong.until, size);
        } else {
            EXPECT_EQ(wrong.what, What::written_anew) << told(verdict);
            EXPECT_TRUE(forged);
            EXPECT_LT(wrong.after, first) << told(verdict);
            EXPECT_GE(wrong.until, first) << told(verdict);
        }
        const auto& vouched = verdict.logs[static_cast<std::size_t>(log)].vouched;
        EXPECT_LT(vouched ? vouched->size : 0, first) << "nothing is vouched for past the change";
        const auto other = log == ChainName::entries ? ChainName::looks : ChainName::entries;
        EXPECT_TRUE(verdict.logs[static_cast<std::size_t>(other)].vouched);
    }

    Folder folder;
    std::string kept = folder.file("kept");
    Keys keys = made_up_keys();
    SetClock clock;
    std::unique_ptr<store::sqlite::Connection> connection;
    std::unique_ptr<record::Store> copy;
    Witnesses witnesses;
};

TEST_F(Tampering, the_untouched_record_is_vouched_for) {
    EXPECT_TRUE(verdict().wrong.empty()) << told(verdict());
}

// Ten thousand are promised: GWELD_TAMPERING=10000.
TEST_F(Tampering, every_change_is_found_and_the_first_bad_one_is_named) {
    const int changes = how_many("GWELD_TAMPERING", 1000);
    const int first = how_many("GWELD_TAMPERING_SEED", 1);
    for (int n = 0; n < changes && !HasFailure(); ++n) {
        Chance chance{static_cast<std::uint64_t>(first) * 1000000 + static_cast<unsigned>(n)};
        if (chance.below(2) == 0) {
            tamper<store::sql::EntryRow>(chance, ChainName::entries);
        } else {
            tamper<store::sql::LookRow>(chance, ChainName::looks);
        }
        ASSERT_FALSE(HasFailure()) << "change " << n << " of GWELD_TAMPERING_SEED=" << first;
    }
    EXPECT_TRUE(verdict().wrong.empty()) << "put back as it was";
    std::printf("figures {\"tampering\": {\"changes\": %d}}\n", changes);
}

// Any byte of what is kept elsewhere: somebody may have that too.
TEST_F(Tampering, every_change_of_a_checkpoint_is_found) {
    const auto path = kept + "/2026-11.checkpoints";
    std::ifstream in{path, std::ios::binary};
    const std::string whole{std::istreambuf_iterator<char>{in}, {}};
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 7)));
        std::ofstream{path, std::ios::binary | std::ios::trunc} << changed;
        const auto verdict = judge(*copy, witnesses_in(kept, keys), clock.at, 1);
        EXPECT_TRUE(!verdict.wrong.empty() || verdict.unfinished) << at;
    }
}

TEST_F(Tampering, what_a_signer_of_another_name_or_day_says_is_told) {
    auto later = judge(*copy, witnesses, made_up::moment(12), 1);
    ASSERT_EQ(later.wrong.size(), 4U) << told(later);
    EXPECT_EQ(later.wrong.front().what, What::later_than_the_clock);
    auto others = witnesses;
    others.verifiers = verifiers_of(made_up_keys(77));
    const auto by_nobody = judge(*copy, others, clock.at, 1);
    ASSERT_EQ(by_nobody.wrong.size(), 8U) << told(by_nobody);
    EXPECT_EQ(by_nobody.wrong.front().what, What::nobody_known);
    EXPECT_FALSE(by_nobody.logs[0].vouched);
    auto shuffled = witnesses;
    std::swap(shuffled.kept.checkpoints[0], shuffled.kept.checkpoints[4]);
    const auto back = judge(*copy, shuffled, clock.at, 1);
    ASSERT_FALSE(back.wrong.empty());
    EXPECT_EQ(back.wrong.front().what, What::goes_back);
}

TEST_F(Tampering, paper_is_a_witness_without_a_key) {
    const auto leaves = hashes_of(*copy, ChainName::looks);
    const auto line = "looks 30 " + on_paper(root_of(leaves, 30));
    Witnesses paper;
    paper.papers.push_back(*paper_from(line));
    EXPECT_TRUE(judge(*copy, paper, clock.at, 2).wrong.empty());
    Tampered<store::sql::LookRow> tampered{*connection};
    tampered.rows[20].allowed ^= 1;
    tampered.make_the_chain_again();
    tampered.write();
    const auto verdict = judge(*copy, paper, clock.at, 2);
    ASSERT_EQ(verdict.wrong.size(), 1U);
    EXPECT_EQ(verdict.wrong.front().what, What::written_anew);
    EXPECT_EQ(verdict.wrong.front().until, 30);
    for (const auto* const wrong : {"", "looks", "looks 30", "look 30 ", "looks -1 00"}) {
        EXPECT_FALSE(paper_from(wrong)) << wrong;
    }
}

TEST_F(Tampering, a_log_whose_table_was_taken_away_is_no_crash) {
    connection->script("ALTER TABLE look RENAME TO looked");
    const auto verdict = judge(*copy, witnesses, clock.at, 2);
    ASSERT_FALSE(verdict.wrong.empty());
    EXPECT_EQ(verdict.wrong.front().what, What::broken);
    EXPECT_EQ(verdict.wrong.front().link->fault, ChainFault::unreadable);
    EXPECT_EQ(copy->write([](record::Writing&) { return record::Keep::yes; }).error(),
              record::StoreFault::read_only);
}

} // namespace
} // namespace gweld::audit

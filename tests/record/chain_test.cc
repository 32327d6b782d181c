#include "record/chain.h"

#include "record/looks.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>

namespace gweld::record {
namespace {

Entry full_entry() {
    Draft draft;
    draft.id.bytes[0] = 1;
    draft.kind = "visit.made";
    draft.about = {Uuid{{2}}, Uuid{{3}}};
    draft.effective = CivilDate::from_day_number(20000);
    draft.effective_at = Instant{std::chrono::milliseconds{5}};
    draft.recorded_at = Instant{std::chrono::milliseconds{6}};
    draft.recorded_by = {Uuid{{4}}, "Carys Prydderch", "social_worker", "Tîm y Dyffryn"};
    draft.corrects = Uuid{{5}};
    draft.reason = "wrong day";
    draft.provenance =
        Provenance{"ssd", "ssd_cp_visits.csv", "V1", "abc", Instant{std::chrono::milliseconds{7}}};
    draft.body = R"({"on":"2024-10-04"})";
    return chained(draft, "made-up-county", 9, Salt{8}, Hash{9});
}

TEST(Chain, an_untouched_entry_links) {
    EXPECT_EQ(check_link(full_entry(), 9, Hash{9}), ChainFault::none);
}

TEST(Chain, each_sort_of_fault_is_told_apart) {
    EXPECT_EQ(check_link(full_entry(), 10, Hash{9}), ChainFault::sequence_broken);
    EXPECT_EQ(check_link(full_entry(), 9, Hash{8}), ChainFault::link_broken);
    auto other_body = full_entry();
    other_body.body = "{}";
    EXPECT_EQ(check_link(other_body, 9, Hash{9}), ChainFault::body_changed);
    auto other_salt = full_entry();
    other_salt.body_salt[0] ^= 1U;
    EXPECT_EQ(check_link(other_salt, 9, Hash{9}), ChainFault::body_changed);
}

TEST(Chain, a_change_of_any_member_of_the_envelope_is_seen) {
    const std::vector<std::function<void(Entry&)>> changes{
        [](Entry& e) { e.id.bytes[15] = 1; },
        [](Entry& e) { e.kind = "visit.attempted"; },
        [](Entry& e) { e.kind_version = 2; },
        [](Entry& e) { e.about.pop_back(); },
        [](Entry& e) { std::swap(e.about[0], e.about[1]); },
        [](Entry& e) { e.effective = e.effective.next_day(); },
        [](Entry& e) { e.effective_at.reset(); },
        [](Entry& e) { e.recorded_at += std::chrono::milliseconds{1}; },
        [](Entry& e) { e.recorded_by.worker.bytes[1] = 1; },
        [](Entry& e) { e.recorded_by.name += "x"; },
        [](Entry& e) { e.recorded_by.role = "team_manager"; },
        [](Entry& e) { e.recorded_by.team.clear(); },
        [](Entry& e) { e.corrects.reset(); },
        [](Entry& e) { e.reason = "other"; },
        [](Entry& e) { e.provenance.reset(); },
        [](Entry& e) { e.provenance->source += "x"; },
        [](Entry& e) { e.provenance->file += "x"; },
        [](Entry& e) { e.provenance->key += "x"; },
        [](Entry& e) { e.provenance->fingerprint += "x"; },
        [](Entry& e) { e.provenance->recorded_at.reset(); },
        [](Entry& e) { e.authority = "another"; },
        [](Entry& e) { e.hash[31] ^= 1U; },
        // One field's end is not the next one's beginning.
        [](Entry& e) {
            e.recorded_by.name = "Carys Prydderchsocial_worker";
            e.recorded_by.role.clear();
        },
    };
    std::set<Hash> seen{hash_of(full_entry())};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto entry = full_entry();
        changes[i](entry);
        EXPECT_EQ(check_link(entry, 9, Hash{9}), ChainFault::envelope_changed) << i;
        seen.insert(hash_of(entry));
    }
    EXPECT_EQ(seen.size(), changes.size()); // the last but one changes the hash alone
}

// A hash that came out differently would break every chain on disk.
TEST(Chain, the_hash_of_a_known_entry_never_changes) {
    EXPECT_EQ(to_hex(full_entry().hash),
              "3233a63a0f31cd2b232d3ef4e48e4e066de2ffd5f9c8fc2a132373891832b7bf");
}

TEST(Looks, a_change_of_any_member_changes_the_hash) {
    const std::vector<std::function<void(ChainedLook&)>> changes{
        [](ChainedLook&) {},
        [](ChainedLook& l) { l.at += std::chrono::milliseconds{1}; },
        [](ChainedLook& l) { l.worker.bytes[0] = 1; },
        [](ChainedLook& l) { l.name = "x"; },
        [](ChainedLook& l) { l.role = "x"; },
        [](ChainedLook& l) { l.subject.bytes[0] = 1; },
        [](ChainedLook& l) { l.page = "x"; },
        [](ChainedLook& l) { l.ground = "x"; },
        [](ChainedLook& l) { l.allowed = true; },
        [](ChainedLook& l) { l.seq = 1; },
        [](ChainedLook& l) { l.previous[0] = 1; },
    };
    std::set<Hash> hashes;
    for (const auto& change : changes) {
        ChainedLook look;
        change(look);
        hashes.insert(hash_of(look));
    }
    EXPECT_EQ(hashes.size(), changes.size());
}

TEST(Entry, is_known_from_its_recording_or_from_what_its_source_says) {
    Draft draft;
    draft.recorded_at = Instant{std::chrono::milliseconds{100}};
    EXPECT_EQ(known_from(draft), draft.recorded_at);
    draft.provenance = Provenance{};
    EXPECT_EQ(known_from(draft), beginning_of_time);
    draft.provenance->recorded_at = Instant{std::chrono::milliseconds{50}};
    EXPECT_EQ(known_from(draft), Instant{std::chrono::milliseconds{50}});
}

} // namespace
} // namespace gweld::record

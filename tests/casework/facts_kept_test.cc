// What is kept of a child is what the record says, whatever was recorded since it was read.
#include "small_office.h"

#include "casework/merging.h"

namespace gweld::casework {
namespace {

class FactsKeptTest : public SmallOffice {
  protected:
    static void expect_same(const Facts& kept, const Facts& read, const std::string& when) {
        EXPECT_EQ(kept.child, read.child) << when;
        EXPECT_EQ(kept.version, read.version) << when;
        EXPECT_EQ(kept.family, read.family) << when;
        EXPECT_EQ(kept.allocations.size(), read.allocations.size()) << when;
        EXPECT_EQ(kept.of_family.size(), read.of_family.size()) << when;
        EXPECT_EQ(kept.addresses.size(), read.addresses.size()) << when;
        EXPECT_EQ(kept.merged.size(), read.merged.size()) << when;
        EXPECT_EQ(kept.history.visits.size(), read.history.visits.size()) << when;
        ASSERT_EQ(kept.entries.size(), read.entries.size()) << when;
        for (std::size_t at = 0; at < read.entries.size(); ++at) {
            EXPECT_EQ(kept.entries[at].seq, read.entries[at].seq) << when;
            EXPECT_EQ(kept.entries[at].about, read.entries[at].about) << when;
            EXPECT_EQ(kept.entries[at].body, read.entries[at].body) << when;
        }
    }
    void expect_as_recorded(const std::string& when) {
        for (const auto* name : {"ffion", "osian", "seren"}) {
            std::shared_ptr<const Facts> kept;
            Facts read;
            const auto done = store->read([&](const record::Reading& reading) {
                kept = office.facts.of(reading, child(name));
                read = read_facts(reading, child(name));
            });
            ASSERT_TRUE(done.ok());
            expect_same(*kept, read, when + ", " + name);
        }
    }
    void visit(const std::vector<Uuid>& children, CivilDate on) {
        record::VisitMade made;
        made.on = on;
        made.place = record::Place::home;
        for (const auto& one : children) {
            made.children.push_back({PersonId{one}, record::Answer::yes, record::Answer::yes,
                                     record::Answer::yes, "", ""});
        }
        put(made, children, on);
    }
    void lives_at(const std::string& lines, std::string_view name) {
        record::AddressLivedAt here;
        here.lines = lines;
        here.from = registered;
        put(here, {thing(name)}, registered);
    }
    void allocate_to_huw(std::string_view name) {
        record::Allocated held;
        held.child = child(name);
        held.worker = base::WorkerId{thing("huw")};
        held.team = base::TeamId{thing("South")};
        held.from = registered.plus_days(2);
        put(held, {thing(name), thing("huw")}, held.from);
    }
};

TEST_F(FactsKeptTest, follow_whatever_is_recorded_of_the_child_and_the_family) {
    expect_as_recorded("at first");
    visit({thing("ffion")}, registered.plus_days(3));
    expect_as_recorded("a visit to one");
    visit({thing("ffion"), thing("osian")}, registered.plus_days(4));
    visit({thing("osian")}, registered.plus_days(5));
    expect_as_recorded("two more");
    allocate_to_huw("osian");
    expect_as_recorded("a brother was allocated");
    lives_at("2 Heol Fach", "ffion");
    describe_worker("nia", "Nia Rowlands");
    expect_as_recorded("an address, and a worker who has nothing to do with them");
    place("seren", "Seren", "Davies");
    expect_as_recorded("a sister was named");
    for (int i = 0; i < 600; ++i) {
        describe_team("Team " + std::to_string(i));
    }
    visit({thing("seren")}, registered.plus_days(6));
    expect_as_recorded("more than is followed one by one");
}

TEST_F(FactsKeptTest, follow_who_is_said_to_be_whom) {
    place("seren", "Seren", "Bowen");
    place("fion", "Fion", "Davis");
    visit({thing("fion")}, registered.plus_days(3));
    expect_as_recorded("before");
    const auto both = [&](const std::string& key) {
        return Saw{key, {{thing("seren"), version("seren")}, {thing("fion"), version("fion")}}};
    };
    const auto merged =
        merge_people(office, rhian(), {child("seren"), child("fion"), "One child"}, both("m"));
    ASSERT_TRUE(merged.ok());
    expect_as_recorded("merged");
    visit({thing("fion")}, registered.plus_days(4));
    expect_as_recorded("a visit to the other record");
    visit({thing("ffion"), thing("fion")}, registered.plus_days(5));
    expect_as_recorded("a visit to a sister and the other record");
    ASSERT_TRUE(unmerge_people(office, rhian(), merged.value().entry, "Cousins", both("u")).ok());
    expect_as_recorded("no longer merged");
    visit({thing("fion")}, registered.plus_days(6));
    expect_as_recorded("a visit to the one who was merged");
}

TEST_F(FactsKeptTest, nothing_of_a_write_that_was_dropped) {
    expect_as_recorded("at first");
    const auto done = store->write([&](record::Writing& tx) {
        record::AddressLivedAt here;
        here.lines = "2 Heol Fach";
        here.from = registered;
        auto draft = draft_of(office, catrin(), record::Named<record::AddressLivedAt>::name,
                              {thing("ffion")}, registered, record::encode(here));
        EXPECT_TRUE(std::holds_alternative<record::Appended>(
            tx.append({base::to_text(draft.id), {}, {std::move(draft)}})));
        EXPECT_EQ(office.facts.of(tx, child("ffion"))->addresses.size(), 1U);
        return record::Keep::no;
    });
    ASSERT_TRUE(done.ok());
    expect_as_recorded("dropped");
    visit({thing("ffion")}, registered.plus_days(3));
    expect_as_recorded("another in its place");
}

TEST_F(FactsKeptTest, a_child_of_whom_nothing_is_new_is_not_read_again) {
    const auto facts = [&] {
        std::shared_ptr<const Facts> kept;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            kept = office.facts.of(reading, child("ffion"));
                        })
                        .ok());
        return kept;
    };
    const auto before = facts();
    describe_worker("nia", "Nia Rowlands");
    EXPECT_EQ(facts(), before);
    visit({thing("ffion")}, registered.plus_days(3));
    EXPECT_NE(facts(), before);
}


} // namespace
} // namespace gweld::casework

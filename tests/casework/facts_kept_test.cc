// What is kept of a child is what the record says, whatever was recorded since it was read.
#include "small_office.h"

#include "casework/figures.h"
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
    // As an extract brings it: about whom its source names, merged or not.
    void imported_visit(std::string_view name, CivilDate on) {
        record::VisitMade made;
        made.on = on;
        made.place = record::Place::home;
        made.children.push_back(
            {child(name), record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""});
        auto draft = draft_of(office, catrin(), record::Named<record::VisitMade>::name,
                              {thing(name)}, on, record::encode(made));
        const auto done = store->write([&](record::Writing& tx) {
            EXPECT_TRUE(std::holds_alternative<record::Appended>(
                tx.verbatim().append({base::to_text(draft.id), {}, {draft}})));
            return record::Keep::yes;
        });
        EXPECT_TRUE(done.ok());
    }
    // Of whom a contact told, and who is on no register.
    void describe(std::string_view id, const std::string& forename, const std::string& surname) {
        record::PersonDescribed person;
        person.number = id;
        person.forename = forename;
        person.surname = surname;
        person.born = time::day(14, std::chrono::March, 2018);
        put(person, {thing(id)}, registered);
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
    describe("fion", "Fion", "Davis");
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
    imported_visit("fion", registered.plus_days(4));
    expect_as_recorded("an extract that names the other record");
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

TEST_F(FactsKeptTest, an_opened_figure_is_worked_out_once_and_never_stale) {
    clock.moment = time::at_wall_time_in_wales(time::day(7, std::chrono::December, 2026), 9h);
    const auto november = time::day(1, std::chrono::November, 2026);
    const auto open = [&](const access::Viewer& viewer) {
        return open_indicator(office, viewer, "cp.visit.seen-alone", november).value();
    };
    const auto first = open(rhian());
    EXPECT_EQ(open(rhian()), first);
    EXPECT_EQ(first->not_on_time.size(), 2U);
    EXPECT_EQ(first->on_time.size(), 0U);
    EXPECT_NE(open(stranger()), first) << "whoever may open fewer records";
    visit({thing("ffion")}, registered.plus_days(1));
    const auto second = open(rhian());
    EXPECT_EQ(second->not_on_time.size(), 2U) << "her next visit was not made";
    EXPECT_EQ(second->on_time.size(), 1U);
    clock.moment += 24h;
    EXPECT_NE(open(rhian()), second) << "another day";
}

// Against an office that has kept nothing.
void expect_counted_alike(Office& kept, Office& fresh, const access::Viewer& viewer,
                          const std::string& when) {
    const auto now = service_figures(kept).value();
    const auto anew = service_figures(fresh).value();
    EXPECT_EQ(now.on_register, anew.on_register) << when;
    EXPECT_EQ(now.overdue_alone, anew.overdue_alone) << when;
    EXPECT_EQ(now.unallocated, anew.unallocated) << when;
    ASSERT_EQ(now.indicators.size(), anew.indicators.size());
    for (std::size_t rule = 0; rule < now.indicators.size(); ++rule) {
        EXPECT_EQ(now.indicators[rule].overdue_now, anew.indicators[rule].overdue_now) << when;
        for (std::size_t at = 0; at < anew.indicators[rule].months.size(); ++at) {
            EXPECT_EQ(now.indicators[rule].months[at].tally, anew.indicators[rule].months[at].tally)
                << when << ", month " << at;
        }
    }
    const auto month = time::day(1, std::chrono::November, 2026);
    const auto open = open_indicator(kept, viewer, "cp.visit.seen-alone", month).value();
    const auto opened = open_indicator(fresh, viewer, "cp.visit.seen-alone", month).value();
    EXPECT_EQ(open->on_time.size(), opened->on_time.size()) << when;
    EXPECT_EQ(open->not_on_time.size(), opened->not_on_time.size()) << when;
    ASSERT_EQ(open->by_team.size(), opened->by_team.size()) << when;
    for (std::size_t at = 0; at < open->by_team.size(); ++at) {
        EXPECT_EQ(open->by_team[at].group, opened->by_team[at].group) << when;
        EXPECT_EQ(open->by_team[at].tally, opened->by_team[at].tally) << when;
    }
}

TEST_F(FactsKeptTest, figures_worked_on_from_those_before_are_those_counted_anew) {
    clock.moment = time::at_wall_time_in_wales(time::day(7, std::chrono::December, 2026), 9h);
    const auto check = [&](const std::string& when) {
        Office fresh{*store, book, clock, random};
        expect_counted_alike(office, fresh, rhian(), when);
    };
    check("at first");
    visit({thing("ffion")}, registered.plus_days(1));
    check("a visit to one");
    visit({thing("ffion"), thing("osian")}, registered.plus_days(9));
    visit({thing("osian")}, registered.plus_days(15));
    check("two more");
    allocate_to_huw("osian");
    check("another team");
    put(record::TeamDescribed{"South", "The South", ""}, {thing("South")}, registered);
    check("a team has another name");
    place("seren", "Seren", "Bowen");
    check("another on the register");
    record::RemovedFromRegister removed;
    EXPECT_TRUE(store
                    ->read([&](const record::Reading& r) {
                        removed.placed =
                            base::EntryId{r.registrations_of(thing("seren")).at(0).entry};
                    })
                    .ok());
    removed.on = registered.plus_days(20);
    put(removed, {thing("seren")}, removed.on);
    check("off the register");
    visit({thing("seren")}, registered.plus_days(4));
    check("a late record of one who is off it, and whose facts were let go");
    describe("fion", "Fion", "Davis");
    visit({thing("fion")}, registered.plus_days(18));
    check("somebody who is on no register was visited");
    const Saw saw{"m", {{thing("ffion"), version("ffion")}, {thing("fion"), version("fion")}}};
    ASSERT_TRUE(
        merge_people(office, rhian(), {child("ffion"), child("fion"), "One child"}, saw).ok());
    check("two are one");
    clock.moment += 24h * 31;
    check("another month");
}

} // namespace
} // namespace gweld::casework

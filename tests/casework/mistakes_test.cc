// Whoever acted on a mistake about who is who is told, and stays told until they have read it.
#include "small_office.h"

#include "casework/child.h"
#include "casework/merging.h"
#include "casework/mistakes.h"
#include "casework/offices.h"

namespace gweld::casework {

class Mistakes : public SmallOffice {
  protected:
    Mistakes() {
        record::PersonDescribed person;
        person.number = "fion";
        person.forename = "Fion";
        person.surname = "Davis";
        person.born = time::day(14, std::chrono::March, 2018);
        put(person, {thing("fion")}, registered);
        describe_worker("rhian", "Rhian Ellis");
        describe_worker("mair", "Mair Bevan");
    }
    Saw saw(const std::string& key) {
        return {key, {{thing("ffion"), version("ffion")}, {thing("fion"), version("fion")}}};
    }
    base::EntryId merged() {
        return merge_people(office, rhian(), {child("ffion"), child("fion"), "The same mother"},
                            saw("merge"))
            .value()
            .entry;
    }
    void parted(base::EntryId merge) {
        ASSERT_TRUE(
            unmerge_people(office, rhian(), merge, "They are cousins", saw("unmerge")).ok());
    }
    std::vector<MistakeToRead> told(const access::Viewer& who) {
        return mistakes_to_read(office, who).value();
    }
    void looks(const access::Viewer& who) {
        static_cast<void>(
            open_record(office, who, child("ffion"), access::Action::see_record, "child"));
    }
    static access::Viewer colleague() {
        auto who = catrin();
        who.worker = thing("huw");
        who.sign_in_name = "huw";
        who.name = "Huw Parry";
        return who;
    }
    void visit_recorded() {
        record::VisitMade visit;
        visit.on = office.today();
        visit.children = {{child("ffion"), record::Answer::yes, record::Answer::yes,
                           record::Answer::yes, "", ""}};
        put(visit, {thing("ffion")}, office.today());
    }
};

TEST_F(Mistakes, whoever_recorded_or_looked_while_two_were_one_is_told_when_they_are_parted) {
    looks(colleague()); // before the mistake
    clock.moment += 1h;
    const auto merge = merged();
    EXPECT_TRUE(told(rhian()).empty()) << "who says so knows it";
    clock.moment += 1h;
    looks(stranger()); // refused: she saw nothing
    visit_recorded();  // by Catrin
    parted(merge);
    const auto hers = told(catrin());
    ASSERT_EQ(hers.size(), 2U); // also of the day on which two records turned out to be one's
    EXPECT_EQ(hers.back().row.mistake, "two_for_one");
    EXPECT_EQ(hers.back().row.recorded, 1);
    EXPECT_EQ(hers.back().kept, "Ffion Davies");
    EXPECT_EQ(hers.back().other, "Fion Davis");
    EXPECT_EQ(hers.back().by, "Rhian Ellis");
    EXPECT_TRUE(told(stranger()).empty());
    EXPECT_EQ(told(colleague()).size(), 1U) << "he looked before, when there were two records";
}

TEST_F(Mistakes, a_look_alone_counts) {
    const auto merge = merged();
    clock.moment += 1h;
    looks(colleague());
    parted(merge);
    ASSERT_FALSE(told(colleague()).empty());
    EXPECT_EQ(told(colleague()).back().row.looked, 1);
    EXPECT_EQ(told(colleague()).back().row.recorded, 0);
}

TEST_F(Mistakes, who_has_read_it_is_not_told_again_and_the_record_says_so) {
    const auto merge = merged();
    clock.moment += 1h;
    visit_recorded();
    parted(merge);
    for (const auto& one : told(catrin())) {
        EXPECT_FALSE(note_mistake_read(office, colleague(), base::EntryId{one.row.entry}).ok());
        EXPECT_TRUE(note_mistake_read(office, catrin(), base::EntryId{one.row.entry}).ok());
        EXPECT_FALSE(note_mistake_read(office, catrin(), base::EntryId{one.row.entry}).ok());
    }
    EXPECT_TRUE(told(catrin()).empty());
    ASSERT_TRUE(store->rebuild().ok());
    EXPECT_TRUE(told(catrin()).empty());
    EXPECT_FALSE(note_mistake_read(office, catrin(), base::EntryId{thing("nothing")}).ok());
}

TEST_F(Mistakes, it_stands_in_both_records_after_they_are_parted) {
    const auto merge = merged();
    clock.moment += 1h;
    visit_recorded();
    parted(merge);
    for (const auto* who : {"ffion", "fion"}) {
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            const auto entries = reading.about(thing(who), 0);
                            EXPECT_EQ(std::ranges::count_if(
                                          entries,
                                          [](const auto& entry) {
                                              return record::is_a<record::MistakeTold>(entry);
                                          }),
                                      2)
                                << who;
                        })
                        .ok());
    }
}

TEST_F(Mistakes, whom_the_record_excludes_since_is_told_nothing) {
    const auto merge = merged();
    clock.moment += 1h;
    looks(colleague());
    parted(merge);
    put(record::PersonExcluded{base::WorkerId{thing("huw")}, "Huw Parry",
                               record::WhyExcluded::own_family, "His niece"},
        {thing("ffion"), thing("huw")}, office.today());
    Offices offices{office};
    const auto known = offices.of(colleague());
    ASSERT_TRUE(known.ok());
    ASSERT_NE(known.value().office, nullptr);
    EXPECT_TRUE(mistakes_to_read(*known.value().office, colleague()).value().empty());
}

} // namespace gweld::casework

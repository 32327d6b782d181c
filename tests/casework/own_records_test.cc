// A person's own say in their record, and a copy of it: begins empty, leaves out for a reason, is
// given once when every entry was read.
#include "small_office.h"

#include "casework/own_records.h"

namespace gweld::casework {

class OwnRecords : public SmallOffice {
  protected:
    Saw seen(std::string_view key) {
        return {std::string{key}, {{thing("ffion"), version("ffion")}}};
    }
    base::Uuid visited(const std::string& account) {
        record::VisitMade visit;
        visit.on = registered;
        visit.children = {{child("ffion"), record::Answer::yes, record::Answer::yes,
                           record::Answer::yes, "", ""}};
        visit.account = account;
        return put(visit, {thing("ffion")}, registered);
    }
    std::shared_ptr<const Facts> facts() {
        std::shared_ptr<const Facts> found;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            found = office.facts.of(reading, child("ffion"));
                        })
                        .ok());
        return found;
    }
    base::EntryId asked(CivilDate on = day_asked()) {
        const auto done = ask_own_record(
            office, rhian(), child("ffion"),
            {record::SaidBy::parent, "Carys Davies", on, "Her passport"}, seen("ask"));
        EXPECT_TRUE(done.ok());
        return done.value().entry;
    }
    static CivilDate day_asked() { return time::day(3, std::chrono::November, 2026); }
    OwnRecord own(base::EntryId request) { return *own_record_of(office, *facts(), request); }
    std::vector<Uuid> all_but_requests() {
        std::vector<Uuid> ids;
        for (const auto& entry : facts()->entries) {
            if (!entry.kind.starts_with("own-record.")) {
                ids.push_back(entry.id);
            }
        }
        return ids;
    }
    OwnRecordAnswer read_all(base::EntryId request) {
        std::vector<base::EntryId> ids;
        for (const auto& id : all_but_requests()) {
            ids.push_back(base::EntryId{id});
        }
        return note_read(office, rhian(), request, ids, seen("read"));
    }
    OwnRecordAnswer given(base::EntryId request) {
        return note_given(office, rhian(), {request, office.today(), 3, 1, "By hand"},
                          all_but_requests(), seen("give"));
    }
    static std::optional<OwnRecordNonsense> nonsense(const OwnRecordAnswer& answer) {
        const auto* wrong = answer.ok() ? nullptr : std::get_if<OwnRecordNonsense>(&answer.error());
        return wrong == nullptr ? std::nullopt : std::optional{*wrong};
    }
};

TEST_F(OwnRecords, a_disagreement_stands_with_every_version_of_what_it_is_about) {
    const auto visit = visited("She was rude.");
    ASSERT_TRUE(note_disagreement(office, catrin(),
                                  {base::EntryId{visit}, record::SaidBy::parent, "Carys Davies",
                                   registered, "Doeddwn i ddim.", "cy", ""},
                                  seen("d"))
                    .ok());
    const auto with = [&](base::Uuid id) {
        const auto known = facts();
        std::vector<const record::Entry*> versions;
        for (const auto& entry : known->entries) {
            if (entry.id == id) {
                versions.push_back(&entry);
            }
        }
        return disagreements_with(*known, versions);
    };
    ASSERT_EQ(with(visit).size(), 1U);
    EXPECT_EQ(with(visit).front().said.words, "Doeddwn i ddim.");
    EXPECT_TRUE(with(visited("Another")).empty());
    EXPECT_EQ(nonsense(note_disagreement(
                  office, catrin(),
                  {base::EntryId{visit}, record::SaidBy::parent, "", registered, "No", "", ""},
                  seen("e"))),
              OwnRecordNonsense::no_name);
    EXPECT_FALSE(note_disagreement(office, stranger(),
                                   {base::EntryId{visit}, record::SaidBy::the_person, "",
                                    registered, "No", "", ""},
                                   seen("f"))
                     .ok());
}

TEST_F(OwnRecords, a_request_is_due_in_a_month_and_listed_until_it_is_given) {
    const auto request = asked();
    const auto answer = own(request).due;
    const auto* due = std::get_if<law::Due>(&answer);
    ASSERT_NE(due, nullptr);
    EXPECT_EQ(due->by, time::day(3, std::chrono::December, 2026));
    const auto listed = own_records_asked(office, rhian()).value();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed.front().name, "Ffion Davies");
    EXPECT_FALSE(listed.front().row.given_day);
    EXPECT_TRUE(own_records_asked(office, stranger()).value().empty());
    ASSERT_TRUE(read_all(request).ok());
    ASSERT_TRUE(given(request).ok());
    EXPECT_TRUE(own_records_asked(office, rhian()).value().front().row.given_day);
    ASSERT_TRUE(store->rebuild().ok());
    EXPECT_TRUE(own_records_asked(office, rhian()).value().front().row.given_day);
}

TEST_F(OwnRecords, nothing_is_given_before_everything_was_read_and_nothing_changed_after) {
    visited("They were all there.");
    const auto request = asked();
    EXPECT_TRUE(own(request).read.empty()) << "a copy begins empty";
    EXPECT_EQ(nonsense(given(request)), OwnRecordNonsense::not_all_read);
    ASSERT_TRUE(read_all(request).ok());
    visited("And once more."); // recorded meanwhile: somebody has to read it
    EXPECT_EQ(nonsense(given(request)), OwnRecordNonsense::not_all_read);
    std::vector<base::EntryId> left;
    for (const auto& id : all_but_requests()) {
        left.push_back(base::EntryId{id});
    }
    ASSERT_TRUE(note_read(office, rhian(), request, left, seen("and again")).ok());
    ASSERT_TRUE(given(request).ok());
    EXPECT_EQ(nonsense(note_read(office, rhian(), request, left, seen("late"))),
              OwnRecordNonsense::given_already);
}

TEST_F(OwnRecords, a_passage_is_taken_out_and_put_back) {
    const auto visit = visited("Mrs Evans next door said it was loud. Ffion was well.");
    const auto request = asked();
    const record::PassageLeftOut what{request, base::EntryId{visit},
                                      "Mrs Evans next door said it was loud.",
                                      record::LeftOutFor::told_in_confidence, "She asked for it"};
    const auto left = leave_out(office, rhian(), what, seen("l"));
    ASSERT_TRUE(left.ok());
    const auto as_given = [&] {
        return without_passages("Mrs Evans next door said it was loud. Ffion was well.",
                                own(request), visit,
                                [](record::LeftOutFor) { return std::string{"[x]"}; });
    };
    EXPECT_EQ(as_given(), "[x] Ffion was well.");
    EXPECT_FALSE(own(request).is_left_out(visit));
    ASSERT_TRUE(put_back(office, rhian(), request, left.value().entry, seen("p")).ok());
    EXPECT_NE(as_given().find("Mrs Evans"), std::string::npos);
    EXPECT_EQ(nonsense(put_back(office, rhian(), request, left.value().entry, seen("q"))),
              OwnRecordNonsense::not_left_out);
    auto whole = what;
    whole.passage.clear();
    ASSERT_TRUE(leave_out(office, rhian(), whole, seen("w")).ok());
    EXPECT_TRUE(own(request).is_left_out(visit));
    auto without_why = what;
    without_why.words.clear();
    EXPECT_EQ(nonsense(leave_out(office, rhian(), without_why, seen("n"))),
              OwnRecordNonsense::no_words);
}

// The shorter one taken out first would keep the longer one from being found.
TEST_F(OwnRecords, passages_that_overlap_are_all_taken_out) {
    const auto visit = visited("Mrs Evans next door said it was loud. Ffion was well.");
    const auto request = asked();
    int nth = 0;
    for (const auto* passage : {"Mrs Evans", "Mrs Evans next door said", "said it was loud."}) {
        ASSERT_TRUE(leave_out(office, rhian(),
                              {request, base::EntryId{visit}, passage,
                               record::LeftOutFor::told_in_confidence, "She asked for it"},
                              seen("l" + std::to_string(nth++)))
                        .ok());
    }
    EXPECT_EQ(without_passages("Mrs Evans next door said it was loud. Ffion was well.",
                               own(request), visit,
                               [](record::LeftOutFor) { return std::string{"[x]"}; }),
              "[x] Ffion was well.");
}

TEST_F(OwnRecords, a_social_worker_does_not_answer_for_the_record) {
    EXPECT_FALSE(ask_own_record(office, catrin(), child("ffion"),
                                {record::SaidBy::the_person, "", registered, "Passport"}, seen("c"))
                     .ok());
    const auto request = asked();
    EXPECT_FALSE(note_read(office, catrin(), request, {base::EntryId{facts()->entries.front().id}},
                           seen("c"))
                     .ok());
}

} // namespace gweld::casework

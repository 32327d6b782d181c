// Every store keeps to the same contract.
#include "every_store.h"
#include "record/verify.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace gweld::made_up {
namespace {

constexpr auto november = std::chrono::November;

class Contract : public testing::TestWithParam<std::string> {
  protected:
    void SetUp() override { store_ = empty_store(GetParam(), folder_); }
    Store& store() { return *store_; }
    template <class Question> auto ask(const Question& question) {
        return asked(store(), question);
    }
    std::string dump() {
        return ask([](const Reading& r) { return r.dump_tables(); });
    }
    std::int64_t version_of(std::string_view name) {
        return ask([&](const Reading& r) { return r.version_of(someone(name)); });
    }

  private:
    Folder folder_;
    std::unique_ptr<Store> store_;
};

INSTANTIATE_TEST_SUITE_P(Stores, Contract, testing::ValuesIn(every_sort),
                         [](const auto& sort) { return sort.param; });

// ---- entries ---------------------------------------------------------------------------------

TEST_P(Contract, begins_empty_and_knows_whose_it_is) {
    EXPECT_EQ(store().authority(), authority);
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 0);
    EXPECT_EQ(version_of("Mair"), 0);
    EXPECT_FALSE(ask([](const Reading& r) { return r.entry(entry_named("nothing")); }));
    EXPECT_TRUE(ask([](const Reading& r) { return r.about(someone("Mair"), 0); }).empty());
}

TEST_P(Contract, an_entry_comes_back_as_it_went_in) {
    Draft in = visit("visit", {"Mair", "Gwilym"});
    in.effective_at = moment(-90);
    in.provenance = Provenance{"ssd", "ssd_cp_visits.csv", "V1", "abc", moment(-60)};
    ASSERT_TRUE(std::holds_alternative<Appended>(append(store(), "k", {in})));
    const auto out = ask([&](const Reading& r) { return r.entry(in.id); });
    ASSERT_TRUE(out);
    EXPECT_EQ(out->seq, 1);
    EXPECT_EQ(out->authority, authority);
    EXPECT_EQ(out->about, in.about);
    EXPECT_EQ(out->kind, in.kind);
    EXPECT_EQ(out->effective, in.effective);
    EXPECT_EQ(out->effective_at, in.effective_at);
    EXPECT_EQ(out->recorded_at, in.recorded_at);
    EXPECT_EQ(out->recorded_by, in.recorded_by);
    EXPECT_EQ(out->corrects, std::nullopt);
    EXPECT_EQ(out->provenance, in.provenance);
    EXPECT_EQ(out->body, in.body);
    EXPECT_EQ(check_link(*out, 1, Hash{}), ChainFault::none);
}

TEST_P(Contract, entries_about_a_child_come_oldest_first_and_only_the_later_ones_when_asked) {
    append_each(store(), {person("p", "Mair", "Lloyd"), visit("v", {"Gwilym", "Mair"}),
                          visit("w", {"Gwilym"}), visit("x", {"Mair"})});
    const auto all = ask([](const Reading& r) { return r.about(someone("Mair"), 0); });
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].seq, 1);
    EXPECT_EQ(all[1].seq, 2);
    EXPECT_EQ(all[2].seq, 4);
    EXPECT_EQ(ask([](const Reading& r) { return r.about(someone("Mair"), 2); }).size(), 1U);
    EXPECT_EQ(version_of("Mair"), 4);
    EXPECT_EQ(version_of("Gwilym"), 3);
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 4);
}

TEST_P(Contract, every_entry_can_be_walked_and_the_walk_stopped) {
    append_each(store(), {visit("a", {"Mair"}), visit("b", {"Mair"}), visit("c", {"Mair"})});
    std::vector<std::int64_t> seqs;
    const auto walk = [&](std::int64_t after, std::int64_t stop) {
        return asked(store(), [&](const Reading& r) {
            seqs.clear();
            r.each_entry(after, [&](const Entry& entry) {
                seqs.push_back(entry.seq);
                // A visitor may ask questions of its own.
                EXPECT_EQ(r.version_of(someone("Mair")), 3);
                return entry.seq != stop;
            });
            return seqs;
        });
    };
    EXPECT_EQ(walk(0, 9), (std::vector<std::int64_t>{1, 2, 3}));
    EXPECT_EQ(walk(1, 9), (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(walk(0, 2), (std::vector<std::int64_t>{1, 2}));
}

TEST_P(Contract, the_chain_verifies_from_the_first_entry_to_the_last) {
    append_each(store(), {visit("a", {"Mair"}), visit("b", {"Mair"}), visit("c", {"Mair"})});
    EXPECT_FALSE(ask([](const Reading& r) { return verify_chain(r); }));
}

TEST_P(Contract, several_drafts_are_taken_together_or_not_at_all) {
    append_each(store(), {visit("a", {"Mair"})});
    const auto refused = append(store(), "k", {visit("b", {"Mair"}), visit("c", {"Mair"}, "none")});
    ASSERT_TRUE(std::holds_alternative<CorrectsNothing>(refused));
    EXPECT_EQ(std::get<CorrectsNothing>(refused).entry, entry_named("none"));
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
    const auto taken = append(store(), "k", {visit("b", {"Mair"}), visit("c", {"Mair"}, "b")});
    ASSERT_TRUE(std::holds_alternative<Appended>(taken));
    EXPECT_EQ(std::get<Appended>(taken).seqs, (std::vector<std::int64_t>{2, 3}));
}

TEST_P(Contract, what_no_page_can_cause_is_thrown_and_leaves_nothing) {
    Draft nobody = visit("a", {});
    EXPECT_THROW(append(store(), "k", {nobody}), std::logic_error);
    EXPECT_THROW(append(store(), "k", {visit("a", {"Mair", "Mair"})}), std::logic_error);
    EXPECT_THROW(append(store(), "", {visit("a", {"Mair"})}), std::logic_error);
    append_each(store(), {visit("a", {"Mair"})});
    EXPECT_THROW(append(store(), "k", {visit("b", {"Mair"}), visit("a", {"Mair"})}),
                 std::logic_error);
    EXPECT_THROW(append(store(), "k", {person("b", "Mair", "Lloyd", "a")}), std::logic_error);
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
    EXPECT_EQ(version_of("Mair"), 1);
}

// ---- versions and idempotency ------------------------------------------------------------------

TEST_P(Contract, the_loser_of_a_race_is_told_whose_record_changed) {
    append_each(store(), {visit("a", {"Mair"}), visit("b", {"Gwilym"})});
    const std::vector<SeenVersion> seen{{someone("Mair"), 1}, {someone("Gwilym"), 2}};
    EXPECT_TRUE(
        std::holds_alternative<Appended>(append(store(), "one", {visit("c", {"Mair"})}, seen)));
    const auto lost = append(store(), "two", {visit("d", {"Mair", "Gwilym"})}, seen);
    ASSERT_TRUE(std::holds_alternative<ChangedMeanwhile>(lost));
    EXPECT_EQ(std::get<ChangedMeanwhile>(lost).subjects, std::vector<Uuid>{someone("Mair")});
    EXPECT_EQ(version_of("Gwilym"), 2);
}

TEST_P(Contract, a_form_sent_twice_is_recorded_once) {
    const std::vector<SeenVersion> seen{{someone("Mair"), 0}};
    append(store(), "form 7", {visit("first try", {"Mair"})}, seen);
    Draft again = visit("second try", {"Mair"});
    again.recorded_at = moment(5);
    const auto answer = append(store(), "form 7", {again}, seen);
    ASSERT_TRUE(std::holds_alternative<AlreadyRecorded>(answer));
    EXPECT_EQ(std::get<AlreadyRecorded>(answer).entries,
              std::vector<Uuid>{entry_named("first try")});
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
}

TEST_P(Contract, a_key_used_for_something_else_is_refused) {
    append(store(), "form 7", {visit("a", {"Mair"})});
    EXPECT_TRUE(std::holds_alternative<KeyReused>(
        append(store(), "form 7", {visit("b", {"Mair"}, {}, WriteUp::to_follow)})));
    EXPECT_TRUE(
        std::holds_alternative<KeyReused>(append(store(), "form 7", {visit("b", {"Gwilym"})})));
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
}

// ---- corrections -------------------------------------------------------------------------------

TEST_P(Contract, of_two_corrections_of_one_entry_the_second_finds_nothing_to_correct) {
    append_each(store(), {visit("a", {"Mair"}), visit("b", {"Mair"}, "a")});
    const auto late = append(store(), "late", {visit("c", {"Mair"}, "a")});
    ASSERT_TRUE(std::holds_alternative<CorrectsNothing>(late));
    EXPECT_EQ(std::get<CorrectsNothing>(late).entry, entry_named("a"));
    const auto both =
        append(store(), "both", {visit("d", {"Mair"}, "b"), visit("e", {"Mair"}, "b")});
    EXPECT_TRUE(std::holds_alternative<CorrectsNothing>(both));
    EXPECT_TRUE(
        std::holds_alternative<Appended>(append(store(), "next", {visit("f", {"Mair"}, "b")})));
}

TEST_P(Contract, a_withdrawn_registration_leaves_the_register) {
    const auto wrong = placed("a", "Mair", time::day(2, november, 2026));
    append_each(store(), {wrong});
    const auto on_it = [](const Reading& r) { return r.registrations_of(someone("Mair")).size(); };
    EXPECT_EQ(ask(on_it), 1U);
    append_each(store(), {withdrawn("w", wrong)});
    EXPECT_EQ(ask(on_it), 0U);
}

// ---- transactions ------------------------------------------------------------------------------

TEST_P(Contract, a_dropped_transaction_leaves_nothing_of_anything) {
    append_each(store(), {person("p", "Mair", "Lloyd")});
    const auto before = dump();
    const auto done = store().write([](Writing& w) {
        EXPECT_TRUE(std::holds_alternative<Appended>(
            w.append({"k", {}, {person("q", "Mair", "Puw", "p"), person("r", "Nia", "Rees")}})));
        EXPECT_EQ(w.person(someone("Mair"))->surname, "Puw"); // a writer sees its own work
        w.log_look(look_at("Mair", 1));
        w.put_account(account_named("carys", Role::social_worker));
        w.put_session(session_of("carys", Hash{}));
        w.put_attempts("carys", {3, moment(1)});
        return Keep::no;
    });
    EXPECT_TRUE(done.ok());
    EXPECT_EQ(dump(), before);
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 1);
    EXPECT_FALSE(ask([](const Reading& r) { return r.account("carys"); }));
    EXPECT_FALSE(ask([](const Reading& r) { return r.session(Hash{}); }));
    EXPECT_EQ(ask([](const Reading& r) { return r.attempts("carys").failures; }), 0);
    EXPECT_TRUE(ask([](const Reading& r) { return r.looks_at(someone("Mair"), 9); }).empty());
    // The key is free again, the version is what it was, and the chains go on unbroken.
    EXPECT_TRUE(std::holds_alternative<Appended>(
        append(store(), "k", {visit("v", {"Mair"})}, {{someone("Mair"), 1}})));
    EXPECT_FALSE(ask([](const Reading& r) { return verify_chain(r); }));
}

TEST_P(Contract, an_exception_drops_its_transaction_and_comes_out) {
    struct Mishap {};
    EXPECT_THROW(static_cast<void>(store().write([](Writing& w) -> Keep {
                     w.append({"k", {}, {visit("a", {"Mair"})}});
                     throw Mishap{};
                 })),
                 Mishap);
    EXPECT_THROW(static_cast<void>(store().read([](const Reading&) { throw Mishap{}; })), Mishap);
    EXPECT_EQ(ask([](const Reading& r) { return r.head(); }), 0);
    EXPECT_TRUE(std::holds_alternative<Appended>(append(store(), "k", {visit("a", {"Mair"})})));
}

TEST_P(Contract, a_reader_sees_one_moment) {
    append_each(store(), {visit("a", {"Mair"})});
    const auto heads = ask([&](const Reading& r) {
        const auto before = r.head();
        return std::pair{before, r.head()};
    });
    EXPECT_EQ(heads.first, heads.second);
}

// ---- the tables beside the log
// -------------------------------------------------------------------

TEST_P(Contract, people_are_found_by_name_number_and_birthday) {
    append_each(store(), {person("a", "Mair", "Lloyd"), person("b", "Mari", "Llewelyn"),
                          person("c", "Gwilym", "Lloyd")});
    const auto named = [&](std::vector<std::string> prefixes, std::size_t limit) {
        std::vector<std::string> names;
        for (const auto& row :
             ask([&](const Reading& r) { return r.people_named(prefixes, limit); })) {
            names.push_back(row.forename + ' ' + row.surname);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(named({"ma"}, 9), (Names{"Mari Llewelyn", "Mair Lloyd"}));
    EXPECT_EQ(named({"ma", "llo"}, 9), Names{"Mair Lloyd"});
    EXPECT_EQ(named({"ll"}, 2), (Names{"Mari Llewelyn", "Gwilym Lloyd"}));
    EXPECT_EQ(named({"lloyds"}, 9), Names{});
    EXPECT_EQ(named({}, 9), Names{}); // nothing asked, nobody shown
    EXPECT_EQ(ask([](const Reading& r) { return r.people_numbered("N-Mari"); }).size(), 1U);
    EXPECT_EQ(ask([](const Reading& r) { return r.people_numbered("N-"); }).size(), 0U);
    const auto born = time::day(9, std::chrono::April, 2019).day_number();
    EXPECT_EQ(ask([&](const Reading& r) { return r.people_born(born); }).size(), 3U);
    EXPECT_EQ(ask([&](const Reading& r) { return r.people_born(born + 1); }).size(), 0U);
    EXPECT_EQ(ask([](const Reading& r) { return r.person(someone("Gwilym")); })->number,
              "N-Gwilym");
    EXPECT_FALSE(ask([](const Reading& r) { return r.person(someone("Nobody")); }));
}

TEST_P(Contract, a_new_name_is_found_and_the_old_one_is_not) {
    append_each(store(), {person("a", "Mair", "Lloyd"), person("b", "Mair", "Puw", "a")});
    EXPECT_EQ(ask([](const Reading& r) { return r.people_named({"puw"}, 9); }).size(), 1U);
    EXPECT_EQ(ask([](const Reading& r) { return r.people_named({"lloyd"}, 9); }).size(), 0U);
}

TEST_P(Contract, families_addresses_teams_and_workers_are_found) {
    const Uuid family = base::uuid_of("made-up", "family", "1");
    FamilyMemberNamed member{base::FamilyId{family}, "F1"};
    AddressLivedAt address;
    address.lines = "3 Maes-y-coed";
    address.postcode = "SA99 9ZZ";
    address.from = time::day(1, november, 2026);
    append_each(store(),
                {draft("f1", {someone("Mair"), family}, member),
                 draft("f2", {someone("Gwilym"), family}, member),
                 draft("ad", {someone("Mair")}, address),
                 draft("t", {someone("team")}, TeamDescribed{"T1", "Tîm y Dyffryn", ""}),
                 draft("w", {someone("Carys")},
                       WorkerDescribed{"W1", "Carys Prydderch", "Social worker", "", "T1"})});
    EXPECT_EQ(ask([](const Reading& r) { return r.families_of(someone("Mair")); }),
              std::vector<Uuid>{family});
    EXPECT_EQ(ask([&](const Reading& r) { return r.members_of(family); }).size(), 2U);
    EXPECT_EQ(ask([](const Reading& r) { return r.addresses_of(someone("Mair")); }).at(0).lines,
              "3 Maes-y-coed");
    const auto at = [&](std::string_view text) {
        return ask([&](const Reading& r) { return r.addresses_like(text, 9); }).size();
    };
    for (const auto* text :
         {"sa99 9zz", "SA999ZZ", "maes-y", "3 Maes-Y-Coed", "Maes y coed", "3, maes’y coed."}) {
        EXPECT_EQ(at(text), 1U) << text;
    }
    for (const auto* text : {"", "SA99", " - ", "Maes coed", "%", "_"}) {
        EXPECT_EQ(at(text), 0U) << text;
    }
    EXPECT_EQ(ask([](const Reading& r) { return r.teams(); }).at(0).name, "Tîm y Dyffryn");
    EXPECT_EQ(ask([](const Reading& r) { return r.workers(); }).at(0).number, "W1");
    EXPECT_EQ(ask([](const Reading& r) { return r.worker(someone("Carys")); })->name,
              "Carys Prydderch");
    EXPECT_FALSE(ask([](const Reading& r) { return r.worker(someone("Mair")); }));
}

TEST_P(Contract, allocations_are_found_by_child_worker_and_team) {
    Allocated body{base::PersonId{someone("Mair")}, base::WorkerId{someone("Carys")},
                   base::TeamId{someone("team")},   AllocatedAs::allocated_worker,
                   time::day(2, november, 2026),    std::nullopt};
    AllocationEnded end{base::EntryId{entry_named("al")}, time::day(9, november, 2026)};
    append_each(store(), {draft("al", {someone("Mair"), someone("Carys")}, body),
                          draft("end", {someone("Mair"), someone("Carys")}, end)});
    for (const auto& rows :
         {ask([](const Reading& r) { return r.allocations_of(someone("Mair")); }),
          ask([](const Reading& r) { return r.allocations_to(someone("Carys")); }),
          ask([](const Reading& r) { return r.allocations_in(someone("team")); })}) {
        ASSERT_EQ(rows.size(), 1U);
        EXPECT_EQ(rows[0].entry, entry_named("al"));
        EXPECT_EQ(rows[0].until_day, end.until.day_number());
    }
    EXPECT_TRUE(ask([](const Reading& r) { return r.allocations_of(someone("Carys")); }).empty());
}

TEST_P(Contract, registrations_are_found_by_a_day_in_common) {
    const auto start = time::day(2, november, 2026);
    append_each(store(),
                {placed("a", "Mair", start), removed("b", "Mair", "a", start.plus_days(10)),
                 placed("c", "Gwilym", start.plus_days(5))});
    const std::int64_t first = start.day_number();
    const auto between = [&](std::int64_t from, std::int64_t until) {
        return ask([&](const Reading& r) { return r.registrations_between(from, until); }).size();
    };
    EXPECT_EQ(between(first - 9, first), 0U);
    EXPECT_EQ(between(first - 9, first + 1), 1U);
    EXPECT_EQ(between(first + 9, first + 10), 2U);
    EXPECT_EQ(between(first + 10, first + 11), 1U); // the end is the first day off the register
    EXPECT_EQ(between(first + 7, first + 7), 0U);   // no day at all
}

TEST_P(Contract, discussions_enquiries_and_bookings_are_found_by_child_and_by_day) {
    const auto first = time::day(2, november, 2026);
    append_each(store(), {discussion("d", {"Mair", "Gwilym"}, first),
                          discussion("later", {"Mair"}, first.plus_days(7)),
                          enquiry("e", {"Mair", "Gwilym"}, "d", first),
                          concluded("c", "Mair", "e", first.plus_days(9),
                                    Determination::substantiated_continuing_risk),
                          booking("b", {"Mair"}, first.plus_days(14))});
    const auto day = first.day_number();
    const auto count = [&](auto question) { return ask(question).size(); };
    EXPECT_EQ(count([](const Reading& r) { return r.discussions_of(someone("Mair")); }), 2U);
    EXPECT_EQ(count([](const Reading& r) { return r.enquiries_of(someone("Gwilym")); }), 1U);
    EXPECT_EQ(count([](const Reading& r) { return r.bookings_of(someone("Gwilym")); }), 0U);
    EXPECT_EQ(count([&](const Reading& r) { return r.discussions_between(day, day); }), 0U);
    EXPECT_EQ(count([&](const Reading& r) { return r.discussions_between(day, day + 1); }), 2U);
    EXPECT_EQ(count([&](const Reading& r) { return r.discussions_between(day + 1, day + 8); }), 1U);
    EXPECT_EQ(count([&](const Reading& r) { return r.bookings_between(day, day + 14); }), 0U);
    EXPECT_EQ(count([&](const Reading& r) { return r.bookings_between(day + 14, day + 15); }), 1U);
    EXPECT_EQ(count([&](const Reading& r) { return r.enquiries_between(day - 9, day); }), 0U);
    EXPECT_EQ(count([&](const Reading& r) { return r.enquiries_between(day + 9, day + 10); }), 2U);
    EXPECT_EQ(count([&](const Reading& r) { return r.enquiries_between(day + 10, day + 11); }), 1U)
        << "one of the two is concluded";
}

TEST_P(Contract, a_row_of_an_extract_leads_to_its_newest_entry) {
    Draft first = visit("a", {"Mair"});
    first.provenance = Provenance{"ssd", "ssd_cp_visits.csv", "V1", "old", std::nullopt};
    Draft second = visit("b", {"Mair"}, "a");
    second.provenance = Provenance{"ssd", "ssd_cp_visits.csv", "V1", "new", std::nullopt};
    append_each(store(), {first, second, visit("c", {"Mair"}, "b")});
    const auto row =
        ask([](const Reading& r) { return r.provenance("ssd", "ssd_cp_visits.csv", "V1"); });
    ASSERT_TRUE(row); // putting it right by hand does not make the extract's row unread
    EXPECT_EQ(row->entry, entry_named("b"));
    EXPECT_EQ(row->fingerprint, "new");
    EXPECT_FALSE(
        ask([](const Reading& r) { return r.provenance("ssd", "ssd_cp_visits.csv", "V2"); }));
}

TEST_P(Contract, a_rebuild_gives_the_same_tables) {
    const auto start = time::day(2, november, 2026);
    const auto wrong = visit("wrong", {"Gwilym"});
    append_each(store(),
                {person("p", "Mair", "Lloyd"), placed("a", "Mair", start),
                 removed("r", "Mair", "a", start.plus_days(10)),
                 placed("a2", "Mair", start.plus_days(1), "a"), visit("v", {"Mair", "Gwilym"}),
                 visit("v2", {"Mair"}, "v"), wrong, withdrawn("w", wrong),
                 person("p2", "Mair", "Puw"), discussion("d", {"Mair", "Gwilym"}, start),
                 enquiry("e", {"Mair"}, "d", start),
                 concluded("c", "Mair", "e", start, Determination::not_substantiated),
                 discussion("d2", {"Mair"}, start, Came::did_not_come, "d"),
                 booking("b", {"Mair"}, start)});
    const auto before = dump();
    EXPECT_NE(before.find("Puw"), std::string::npos);
    EXPECT_TRUE(store().rebuild().ok());
    EXPECT_EQ(dump(), before);
}

// ---- looks
// ---------------------------------------------------------------------------------------

TEST_P(Contract, looks_are_chained_and_come_newest_first) {
    const auto done = store().write([](Writing& w) {
        w.log_look(look_at("Mair", 1));
        w.log_look(look_at("Gwilym", 2));
        Look refused = look_at("Mair", 3);
        refused.allowed = false;
        refused.ground = "none";
        w.log_look(refused);
        return Keep::yes;
    });
    EXPECT_TRUE(done.ok());
    const auto looks = ask([](const Reading& r) { return r.looks_at(someone("Mair"), 9); });
    ASSERT_EQ(looks.size(), 2U);
    EXPECT_EQ(looks[0].seq, 3);
    EXPECT_FALSE(looks[0].allowed);
    EXPECT_EQ(looks[0].ground, "none");
    EXPECT_EQ(looks[1].at, moment(1));
    EXPECT_EQ(looks[1].name, "Carys Prydderch");
    EXPECT_TRUE(looks[1].allowed);
    EXPECT_EQ(ask([](const Reading& r) { return r.looks_at(someone("Mair"), 1); }).size(), 1U);
    const auto since = [&](int at) {
        return ask([&](const Reading& r) { return r.looks_at_since(someone("Mair"), moment(at)); });
    };
    EXPECT_EQ(since(1).size(), 2U);
    ASSERT_EQ(since(2).size(), 1U);
    EXPECT_EQ(since(2)[0].seq, 3);
    const auto by = [&](std::string_view who, int at) {
        return ask([&](const Reading& r) { return r.looks_by(someone(who), moment(at)); });
    };
    ASSERT_EQ(by("Carys", 2).size(), 2U);
    EXPECT_EQ(by("Carys", 2)[0].seq, 3) << "newest first";
    EXPECT_EQ(by("Carys", 2)[1].subject, someone("Gwilym"));
    EXPECT_TRUE(by("Mair", 0).empty());
    EXPECT_FALSE(ask([](const Reading& r) { return verify_chain(r); }));
    std::vector<std::int64_t> seqs;
    ask([&](const Reading& r) {
        r.each_look(1, [&](const ChainedLook& look) {
            seqs.push_back(look.seq);
            return look.seq < 2;
        });
        return 0;
    });
    EXPECT_EQ(seqs, std::vector<std::int64_t>{2});
}

// ---- sign-in
// ---------------------------------------------------------------------------------------

TEST_P(Contract, accounts_sessions_and_attempts_are_kept_and_replaced) {
    Account account{"carys",
                    someone("Carys"),
                    "Carys Prydderch",
                    Role::team_manager,
                    someone("team"),
                    "Tîm y Dyffryn",
                    "hash",
                    false};
    Session session{Hash{7}, "carys", moment(1), moment(2), moment(60)};
    ASSERT_TRUE(store()
                    .write([&](Writing& w) {
                        w.put_account(account);
                        account.closed = true;
                        account.team.reset();
                        w.put_account(account);
                        w.put_account(account_named("aled", Role::duty_worker));
                        w.put_session(session);
                        session.last_used_at = moment(9);
                        w.put_session(session);
                        w.put_session(session_of("aled", Hash{8}));
                        w.put_attempts("carys", {2, moment(3)});
                        return Keep::yes;
                    })
                    .ok());
    const auto kept = ask([](const Reading& r) { return r.account("carys"); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->role, Role::team_manager);
    EXPECT_TRUE(kept->closed);
    EXPECT_FALSE(kept->team);
    EXPECT_EQ(ask([](const Reading& r) { return r.accounts(); }).at(0).sign_in_name, "aled");
    EXPECT_EQ(ask([](const Reading& r) { return r.session(Hash{7}); })->last_used_at, moment(9));
    EXPECT_EQ(ask([](const Reading& r) { return r.attempts("carys"); }).last_failed_at, moment(3));
    EXPECT_FALSE(ask([](const Reading& r) { return r.account("nobody"); }));
    ASSERT_TRUE(store()
                    .write([](Writing& w) {
                        w.end_session(Hash{7});
                        w.end_session(Hash{99});
                        return Keep::yes;
                    })
                    .ok());
    EXPECT_FALSE(ask([](const Reading& r) { return r.session(Hash{7}); }));
    EXPECT_TRUE(ask([](const Reading& r) { return r.session(Hash{8}); }));
}

TEST_P(Contract, what_is_kept_beside_a_session_and_an_account_comes_back_whole) {
    Account account = account_named("carys", Role::team_manager);
    account.opened_at = moment(1);
    account.signed_in_at = moment(5);
    Session half{Hash{7}, "carys", moment(3), moment(3), moment(8), SignedIn::half};
    Session whole{Hash{9},         "carys",   moment(2), moment(4), moment(60),
                  SignedIn::whole, "Firefox", "Windows", moment(4), moment(1)};
    ASSERT_TRUE(store()
                    .write([&](Writing& w) {
                        w.put_account(account);
                        w.put_session(half);
                        w.put_session(whole);
                        w.put_session(session_of("aled", Hash{8}));
                        return Keep::yes;
                    })
                    .ok());
    EXPECT_EQ(ask([](const Reading& r) { return r.account("carys"); })->signed_in_at, moment(5));
    EXPECT_EQ(ask([](const Reading& r) { return r.accounts(); }).at(0).opened_at, moment(1));
    const auto hers = ask([](const Reading& r) { return r.sessions_of("carys"); });
    ASSERT_EQ(hers.size(), 2U);
    EXPECT_EQ(hers[0].browser, "Firefox");
    EXPECT_EQ(hers[0].system, "Windows");
    EXPECT_EQ(hers[0].proved_at, moment(4));
    EXPECT_EQ(hers[0].before, moment(1));
    EXPECT_EQ(hers[1].signed_in, SignedIn::half);
    ASSERT_TRUE(store()
                    .write([](Writing& w) {
                        w.drop_sessions_before(moment(8));
                        return Keep::yes;
                    })
                    .ok());
    EXPECT_FALSE(ask([](const Reading& r) { return r.session(Hash{7}); }));
    EXPECT_EQ(ask([](const Reading& r) { return r.session(Hash{9}); })->system, "Windows");
    EXPECT_TRUE(ask([](const Reading& r) { return r.session(Hash{8}); }));
}

TEST_P(Contract, second_factors_and_known_browsers_are_kept_replaced_and_dropped) {
    SecondFactor factor{"carys", "a secret", moment(2), 12345, {Hash{1}, Hash{2, 3}}};
    ASSERT_TRUE(store()
                    .write([&](Writing& w) {
                        w.put_second_factor({"carys", "another"});
                        w.put_second_factor(factor);
                        w.put_second_factor({"aled", "his"});
                        w.put_known_browser({Hash{5}, "carys", moment(1), 3, moment(2)});
                        w.put_known_browser({Hash{6}, "carys", moment(9)});
                        return Keep::yes;
                    })
                    .ok());
    const auto kept = ask([](const Reading& r) { return r.second_factor("carys"); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->secret, "a secret");
    EXPECT_EQ(kept->confirmed_at, moment(2));
    EXPECT_EQ(kept->newest_step, 12345);
    EXPECT_EQ(kept->recovery, factor.recovery);
    EXPECT_FALSE(ask([](const Reading& r) { return r.second_factor("aled"); })->confirmed_at);
    EXPECT_EQ(ask([](const Reading& r) { return r.known_browser(Hash{5}); })->failures, 3);
    ASSERT_TRUE(store()
                    .write([](Writing& w) {
                        w.drop_second_factor("aled");
                        w.drop_known_browsers_before(moment(9));
                        return Keep::yes;
                    })
                    .ok());
    EXPECT_FALSE(ask([](const Reading& r) { return r.second_factor("aled"); }));
    EXPECT_FALSE(ask([](const Reading& r) { return r.known_browser(Hash{5}); }));
    EXPECT_TRUE(ask([](const Reading& r) { return r.known_browser(Hash{6}); }));
    const auto dropped = store().write([](Writing& w) {
        w.drop_second_factor("carys");
        w.drop_known_browsers_before(moment(99));
        w.drop_sessions_before(moment(99));
        return Keep::no;
    });
    ASSERT_TRUE(dropped.ok());
    EXPECT_TRUE(ask([](const Reading& r) { return r.second_factor("carys"); }));
    EXPECT_TRUE(ask([](const Reading& r) { return r.known_browser(Hash{6}); }));
}

// ---- many at once
// ------------------------------------------------------------------------------------

TEST_P(Contract, eight_writers_at_once_lose_nothing_and_leave_no_gap) {
    constexpr int writers = 8;
    constexpr int each = 40;
    std::vector<std::set<std::int64_t>> seqs(writers);
    std::vector<std::thread> threads;
    for (int t = 0; t < writers; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < each; ++i) {
                const std::string name = std::to_string(t) + "/" + std::to_string(i);
                const auto result = append(store(), name, {visit(name, {"Mair"})});
                seqs[static_cast<std::size_t>(t)].insert(std::get<Appended>(result).seqs.at(0));
                // Somebody else's mind changed in the middle of it.
                EXPECT_TRUE(store()
                                .write([&](Writing& w) {
                                    w.append({"dropped", {}, {visit("dropped", {"Mair"})}});
                                    w.log_look(look_at("Mair", i));
                                    return Keep::no;
                                })
                                .ok());
                // The answer was lost on the way; the same form comes again.
                EXPECT_TRUE(std::holds_alternative<AlreadyRecorded>(
                    append(store(), name, {visit(name, {"Mair"})})));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::set<std::int64_t> all;
    for (const auto& some : seqs) {
        all.insert(some.begin(), some.end());
    }
    EXPECT_EQ(all.size(), static_cast<std::size_t>(writers * each));
    EXPECT_EQ(*all.rbegin(), writers * each);
    EXPECT_FALSE(ask([](const Reading& r) { return verify_chain(r); }));
}

TEST_P(Contract, of_racing_corrections_exactly_one_wins) {
    append_each(store(), {visit("a", {"Mair"})});
    std::atomic<int> won{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            const std::string name = "correction " + std::to_string(t);
            won += std::holds_alternative<Appended>(
                append(store(), name, {visit(name, {"Mair"}, "a")}));
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(won, 1);
}

} // namespace

TEST(Stores, two_kinds_of_store_compute_the_same_tables) {
    const auto start = time::day(2, november, 2026);
    const Folder folder;
    const auto in_file = open_or_throw(folder.file());
    const auto in_memory = store::open_memory(authority, plain_keys);
    for (auto* store : {in_file.get(), in_memory.get()}) {
        append_each(*store,
                    {person("p", "Mair", "O\tLloyd\n"), placed("a", "Mair", start),
                     removed("r", "Mair", "a", start.plus_days(10)), visit("v", {"Mair", "Gwilym"}),
                     discussion("d", {"Mair"}, start), enquiry("e", {"Mair"}, "d", start),
                     concluded("c", "Mair", "e", start, Determination::not_substantiated),
                     booking("b", {"Mair"}, start)});
    }
    const auto dumped = [](const Reading& r) { return r.dump_tables(); };
    EXPECT_EQ(asked(*in_file, dumped), asked(*in_memory, dumped));
}

} // namespace gweld::made_up

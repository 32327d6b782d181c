// Excluding, restricting, opening in an emergency, reviewing and declaring, on a record.
#include "small_office.h"

#include "casework/child.h"
#include "casework/connections.h"
#include "casework/emergencies.h"
#include "casework/guarding.h"
#include "casework/offices.h"
#include "casework/out_of_hours.h"
#include "casework/phone_lists.h"
#include "casework/search.h"
#include "casework/worklist.h"

namespace gweld::casework {

using record::OpeningFound;
using record::WhyOpened;

class Guarding : public SmallOffice {
  protected:
    Guarding() {
        for (const auto& who : {catrin(), stranger(), rhian(), eleri(), huw()}) {
            EXPECT_TRUE(store
                            ->write([&](record::Writing& tx) {
                                tx.put_account({who.sign_in_name, who.worker, who.name, who.role,
                                                who.team, who.team_name, "", false});
                                return record::Keep::yes;
                            })
                            .ok());
        }
    }
    static access::Viewer eleri() {
        return {"eleri", thing("eleri"), "Eleri Vaughan", record::Role::head_of_service, {}, ""};
    }
    static access::Viewer huw() {
        return {"huw",          thing("huw"), "Huw Parry", record::Role::social_worker,
                thing("North"), "North"};
    }
    Saw seen(std::string_view key, std::vector<std::string_view> children = {"ffion"}) {
        Saw saw{std::string{key}, {}};
        for (const auto& child : children) {
            saw.versions.push_back({thing(child), version(child)});
        }
        return saw;
    }
    GuardingAnswer shut_out(const access::Viewer& by, const access::Viewer& whom,
                            std::string_view key = "x") {
        return exclude(
            office, by, {child("ffion")},
            {base::WorkerId{whom.worker}, record::WhyExcluded::knows_them, "They are neighbours"},
            seen(key));
    }
    GuardingAnswer to_chain(const access::Viewer& by, std::string_view key = "r") {
        return restrict_record(office, by, {child("ffion")},
                               {record::WhyRestricted::well_known,
                                record::OpenTo::allocated_chain,
                                {},
                                "Her mother sings on television",
                                office.today().plus_days(90)},
                               seen(key));
    }
    bool opens(const access::Viewer& who, std::string_view whose = "ffion") {
        return open_record(office, who, child(whose), access::Action::see_record, "child").ok();
    }
    auto in_emergency(const access::Viewer& who, std::string_view key,
                      const std::string& words = "The school rang, nobody else is here") {
        return open_in_emergency(office, who, child("ffion"), WhyOpened::child_at_risk, words,
                                 std::string{key});
    }
    std::vector<record::BarrierRow> barriers(std::string_view whose = "ffion") {
        std::vector<record::BarrierRow> rows;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            rows = reading.barriers_of(thing(whose));
                        })
                        .ok());
        return rows;
    }
    static base::EntryId entry_of_first(const std::vector<record::BarrierRow>& rows) {
        return base::EntryId{rows.front().entry};
    }
};

template <class Refused, class Answer> bool refused_as(const Answer& answer) {
    return !answer.ok() && std::holds_alternative<Refused>(answer.error());
}

TEST_F(Guarding, an_exclusion_holds_at_once_and_until_a_manager_lifts_it) {
    EXPECT_TRUE(opens(huw()));
    ASSERT_TRUE(shut_out(catrin(), huw()).ok());
    EXPECT_FALSE(opens(huw()));
    EXPECT_TRUE(opens(catrin()));
    EXPECT_TRUE(opens(huw(), "osian")); // of one child alone
    const auto barrier = entry_of_first(barriers());
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        lift(office, catrin(), child("ffion"), barrier, "Mistaken", seen("l1"))));
    ASSERT_TRUE(lift(office, rhian(), child("ffion"), barrier, "Mistaken", seen("l2")).ok());
    EXPECT_TRUE(opens(huw()));
    EXPECT_TRUE(refused_as<GuardingNonsense>(
        lift(office, rhian(), child("ffion"), barrier, "Mistaken", seen("l3"))));
}

TEST_F(Guarding, whoever_is_excluded_cannot_lift_it_nor_open_it_in_an_emergency) {
    ASSERT_TRUE(shut_out(catrin(), rhian()).ok());
    EXPECT_FALSE(opens(rhian()));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(lift(
        office, rhian(), child("ffion"), entry_of_first(barriers()), "I know better", seen("l"))));
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(in_emergency(rhian(), "e")));
    EXPECT_EQ(all_looks().back().ground, "none"); // the try is written down
    EXPECT_FALSE(all_looks().back().allowed);
    EXPECT_TRUE(opens(eleri()));
}

TEST_F(Guarding, nobody_is_excluded_twice_nor_without_words_nor_who_cannot_sign_in) {
    ASSERT_TRUE(shut_out(catrin(), huw(), "1").ok());
    EXPECT_EQ(std::get<GuardingNonsense>(shut_out(catrin(), huw(), "2").error()),
              GuardingNonsense::excluded_already);
    EXPECT_EQ(
        std::get<GuardingNonsense>(
            exclude(office, catrin(), {child("ffion")},
                    {base::WorkerId{thing("mair")}, record::WhyExcluded::other, ""}, seen("3"))
                .error()),
        GuardingNonsense::no_words);
    auto nobody = stranger();
    nobody.worker = thing("nobody");
    EXPECT_EQ(std::get<GuardingNonsense>(shut_out(catrin(), nobody, "4").error()),
              GuardingNonsense::nobody_such);
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(shut_out(huw(), stranger(), "5")));
}

TEST_F(Guarding, a_restriction_takes_the_place_of_the_one_before) {
    ASSERT_TRUE(to_chain(catrin()).ok());
    EXPECT_FALSE(opens(huw()));
    EXPECT_TRUE(opens(catrin()));
    EXPECT_TRUE(opens(rhian()));
    clock.moment += 1min;
    ASSERT_TRUE(restrict_record(office, rhian(), {child("ffion")},
                                {record::WhyRestricted::practice_review,
                                 record::OpenTo::listed,
                                 {base::WorkerId{thing("huw")}},
                                 "A review of what happened in March",
                                 office.today().plus_days(30)},
                                seen("r2"))
                    .ok());
    EXPECT_TRUE(opens(huw()));
    EXPECT_TRUE(opens(rhian())); // whoever says it is listed
    EXPECT_FALSE(opens(catrin()));
    EXPECT_FALSE(opens(eleri()));
    const auto held =
        guarded(*open_record(office, rhian(), child("ffion"), access::Action::see_record, "child")
                     .value()
                     .standing.facts,
                clock.moment);
    ASSERT_EQ(held.restricted.size(), 1U);
    EXPECT_EQ(held.restricted.front().what.listed.size(), 2U);
}

TEST_F(Guarding, a_list_that_nobody_could_lift_is_refused) {
    const auto answer = restrict_record(office, catrin(), {child("ffion")},
                                        {record::WhyRestricted::other,
                                         record::OpenTo::listed,
                                         {base::WorkerId{thing("huw")}},
                                         "Because",
                                         office.today().plus_days(30)},
                                        seen("r"));
    EXPECT_EQ(std::get<GuardingNonsense>(answer.error()), GuardingNonsense::nobody_to_lift_it);
}

TEST_F(Guarding, an_emergency_opens_the_record_for_eight_hours_and_is_reviewed_by_somebody_else) {
    ASSERT_TRUE(to_chain(catrin()).ok());
    EXPECT_FALSE(opens(stranger()));
    EXPECT_TRUE(refused_as<ReasonTooShort>(in_emergency(stranger(), "s", "asap")));
    ASSERT_TRUE(in_emergency(stranger(), "e").ok());
    EXPECT_TRUE(in_emergency(stranger(), "e").ok()); // the button pressed twice
    EXPECT_TRUE(refused_as<OpenAlready>(in_emergency(stranger(), "e2")));
    const auto opened =
        open_record(office, stranger(), child("ffion"), access::Action::see_record, "child");
    ASSERT_TRUE(opened.ok());
    EXPECT_EQ(opened.value().ground, access::Ground::emergency);
    EXPECT_FALSE(opens(stranger(), "no such child"));

    const auto mine = openings_of_mine(office, catrin());
    ASSERT_EQ(mine.value().size(), 1U);
    EXPECT_EQ(mine.value().front().child_name, "Ffion Davies");
    EXPECT_TRUE(openings_of_mine(office, huw()).value().empty());

    const auto waiting = openings(office, rhian()).value().waiting;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(std::get<law::Due>(waiting.front().due).by,
              time::day(26, std::chrono::November, 2026));
    const base::EntryId opening{waiting.front().row.entry};
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(
        review_opening(office, catrin(), opening, OpeningFound::right, "", "v0")));
    EXPECT_TRUE(refused_as<ReviewWantsWords>(
        review_opening(office, rhian(), opening, OpeningFound::wrong, "", "v1")));
    ASSERT_TRUE(
        review_opening(office, rhian(), opening, OpeningFound::not_needed, "Duty was here", "v2")
            .ok());
    EXPECT_TRUE(refused_as<ReviewedAlready>(
        review_opening(office, eleri(), opening, OpeningFound::right, "", "v3")));
    EXPECT_TRUE(openings(office, rhian()).value().waiting.empty());
    EXPECT_EQ(openings(office, rhian()).value().reviewed.front().review, "Duty was here");

    clock.moment += 8h - 1ms;
    EXPECT_TRUE(opens(stranger()));
    clock.moment += 1ms;
    EXPECT_FALSE(opens(stranger()));
}

TEST_F(Guarding, a_manager_does_not_review_what_they_opened_themselves) {
    auto elis = rhian();
    elis.worker = thing("elis");
    elis.team = thing("South");
    elis.team_name = "South";
    ASSERT_TRUE(in_emergency(elis, "e").ok());
    const auto waiting = openings(office, elis).value().waiting;
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_FALSE(waiting.front().may_review);
    EXPECT_TRUE(refused_as<NotFoundOrNotYours>(review_opening(
        office, elis, base::EntryId{waiting.front().row.entry}, OpeningFound::right, "", "v")));
}

TEST_F(Guarding, a_search_tells_of_a_closed_record_only_to_whoever_names_it_fully) {
    for (const auto* half : {"Ffion", "Davies", "14/3/2018", "Ffion 14/3/2018"}) {
        const auto answer = search(office, stranger(), half).value();
        EXPECT_TRUE(answer.found.empty()) << half;
        EXPECT_TRUE(answer.closed.empty()) << half;
    }
    EXPECT_EQ(search(office, stranger(), "Ffion Davies 14/3/2018").value().closed.size(), 1U);
    EXPECT_EQ(search(office, stranger(), "ffion").value().closed.size(), 1U); // her number
    EXPECT_FALSE(all_looks().back().allowed);
    ASSERT_TRUE(shut_out(catrin(), stranger()).ok());
    EXPECT_TRUE(search(office, stranger(), "Ffion Davies 14/3/2018").value().closed.empty());
}

TEST_F(Guarding, what_a_worker_declares_closes_their_own_familys_record_by_itself) {
    ASSERT_TRUE(declare(office, huw(),
                        {record::ConnectedAs::relative, "Ffion", "Davies",
                         time::day(14, std::chrono::March, 2018), "", ""},
                        "d")
                    .ok());
    EXPECT_FALSE(opens(huw()));
    EXPECT_TRUE(opens(huw(), "osian"));
    EXPECT_TRUE(opens(catrin()));
    auto dylan = huw();
    dylan.worker = thing("dylan"); // a colleague of the same team: restricted to the chain
    EXPECT_FALSE(opens(dylan));
    EXPECT_TRUE(opens(rhian()));
    EXPECT_EQ(barriers().size(), 2U);
}

TEST_F(Guarding, whoever_moves_to_a_workers_address_is_closed_to_them_as_it_is_recorded) {
    ASSERT_TRUE(
        declare(office, huw(),
                {record::ConnectedAs::self, "", "", std::nullopt, "3 Maes-y-coed", "SA99 9ZZ"}, "d")
            .ok());
    EXPECT_TRUE(opens(huw()));
    record::AddressLivedAt home;
    home.lines = "3 Maes y Coed, Pentre Felin";
    home.postcode = "SA99 9ZZ";
    home.from = registered;
    const auto draft = draft_of(office, catrin(), record::Named<record::AddressLivedAt>::name,
                                {thing("ffion")}, registered, record::encode(home));
    ASSERT_TRUE(store
                    ->write([&](record::Writing& tx) {
                        EXPECT_TRUE(append_drafts(tx, {draft}, {"moved", {}}).ok());
                        return record::Keep::yes;
                    })
                    .ok());
    EXPECT_FALSE(opens(huw()));
    EXPECT_TRUE(opens(catrin()));
}

TEST_F(Guarding, too_little_is_not_compared) {
    const auto nonsense = [&](const record::ConnectionDeclared& what) {
        return std::get<ConnectionNonsense>(declare(office, huw(), what, "d").error());
    };
    using As = record::ConnectedAs;
    EXPECT_EQ(nonsense({As::self, "Huw", "Parry", std::nullopt, "", ""}),
              ConnectionNonsense::too_little);
    EXPECT_EQ(nonsense({As::self, "Huw", "", std::nullopt, "", ""}),
              ConnectionNonsense::nobody_named);
    EXPECT_EQ(nonsense({As::self, "", "", std::nullopt, "3 Maes-y-coed", ""}),
              ConnectionNonsense::half_an_address);
    EXPECT_EQ(nonsense({As::self, "Huw", "Parry", office.today().next_day(), "", ""}),
              ConnectionNonsense::born_in_the_future);
}

TEST_F(Guarding, a_declaration_is_withdrawn_by_whoever_made_it_and_opens_nothing_by_itself) {
    ASSERT_TRUE(declare(office, huw(),
                        {record::ConnectedAs::relative, "Ffion", "Davies",
                         time::day(14, std::chrono::March, 2018), "", ""},
                        "d")
                    .ok());
    const base::EntryId declared{connections_of(office, huw()).value().front().entry};
    EXPECT_FALSE(withdraw(office, catrin(), declared, "w0").ok());
    ASSERT_TRUE(withdraw(office, huw(), declared, "w").ok());
    EXPECT_TRUE(connections_of(office, huw()).value().empty());
    EXPECT_FALSE(opens(huw()));
}

TEST_F(Guarding, for_the_excluded_there_is_no_such_record_anywhere) {
    Offices offices{office};
    EXPECT_EQ(offices.of(huw()).value().office, nullptr);
    ASSERT_TRUE(shut_out(catrin(), huw()).ok());
    const auto known = offices.of(huw()).value();
    ASSERT_NE(known.office, nullptr);
    EXPECT_EQ(offices.of(catrin()).value().office, nullptr);
    EXPECT_EQ(offices.still(known, huw()).value(), Offices::Still::so);
    EXPECT_TRUE(known.office->store
                    .read([&](const record::Reading& reading) {
                        EXPECT_FALSE(reading.person(thing("ffion")));
                        EXPECT_TRUE(reading.person(thing("osian")));
                        EXPECT_EQ(reading.people_named({"davies"}, 1).size(), 1U);
                        EXPECT_EQ(reading.members_of(thing("davies")).size(), 1U);
                        EXPECT_EQ(reading.allocations_in(thing("North")).size(), 1U);
                        EXPECT_TRUE(reading.about(thing("ffion"), 0).empty());
                        EXPECT_TRUE(reading.exclusions_of(thing("huw")).empty());
                    })
                    .ok());
    const auto barrier = entry_of_first(barriers());
    ASSERT_TRUE(lift(office, rhian(), child("ffion"), barrier, "Mistaken", seen("l")).ok());
    EXPECT_EQ(offices.still(known, huw()).value(), Offices::Still::no_longer);
    EXPECT_EQ(offices.of(huw()).value().office, nullptr);
}

TEST_F(Guarding, what_the_excluded_record_of_others_is_saved_though_the_hidden_record_moved_on) {
    Offices offices{office};
    ASSERT_TRUE(shut_out(catrin(), huw()).ok());
    auto& own = *offices.of(huw()).value().office;
    std::int64_t shown = 0;
    EXPECT_TRUE(own.store
                    .read([&](const record::Reading& reading) {
                        shown = reading.version_of(thing("davies"));
                    })
                    .ok());
    // Of the family something was recorded that is about Ffion as well.
    put(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
        {thing("ffion"), thing("davies")}, registered);
    const auto draft =
        draft_of(own, huw(), record::Named<record::FamilyMemberNamed>::name,
                 {thing("osian"), thing("davies")}, registered,
                 record::encode(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F2"}));
    EXPECT_TRUE(own.store
                    .write([&](record::Writing& tx) {
                        EXPECT_TRUE(
                            append_drafts(tx, {draft}, {"k", {{thing("davies"), shown}}}).ok());
                        return record::Keep::yes;
                    })
                    .ok());
}

TEST_F(Guarding, a_phone_that_holds_a_record_its_worker_is_shut_out_of_throws_its_list_away) {
    const auto taken = take_list(office, catrin(), {child("ffion"), child("osian")}, 12h);
    ASSERT_TRUE(taken.ok());
    const auto becomes = [&] {
        OnPhone what{};
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            what = what_becomes_of(reading,
                                                   *list_on_phone(reading, taken.value().device),
                                                   office.when());
                        })
                        .ok());
        return what;
    };
    EXPECT_EQ(becomes(), OnPhone::stays);
    ASSERT_TRUE(shut_out(rhian(), catrin()).ok());
    EXPECT_EQ(becomes(), OnPhone::goes);
}

TEST_F(Guarding, the_pack_holds_nobody_from_whom_one_of_its_readers_is_excluded_nor_who_is_shut) {
    const auto in_pack = [&] {
        std::vector<std::string> names;
        const auto pack = out_of_hours(office);
        for (const auto& open : pack.value().children) {
            names.push_back(open.standing.facts->person->forename);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(in_pack(), (Names{"Ffion", "Osian"}));
    ASSERT_TRUE(shut_out(catrin(), huw(), "1").ok()); // who never reads the pack
    EXPECT_EQ(in_pack(), (Names{"Ffion", "Osian"}));
    ASSERT_TRUE(shut_out(catrin(), rhian(), "2").ok());
    EXPECT_EQ(in_pack(), Names{"Osian"});
}

} // namespace gweld::casework

// A protected address: gone from everything that is read the moment it is said, shown to those who
// have to go there, open again when two people say so.
#include "small_office.h"

#include "casework/emergencies.h"
#include "casework/protected_addresses.h"
#include "casework/search.h"
#include "casework/standing.h"

namespace gweld::casework {

using record::ProtectedText;

namespace {
const std::string refuge = "7 Heol y Rhosyn, Pentre Felin";
const std::string refuge_code = "CF10 1AA";
} // namespace

class Protecting : public SmallOffice {
  protected:
    Saw seen(std::string_view key, std::vector<std::string_view> children = {"ffion"}) {
        Saw saw{std::string{key}, {}};
        for (const auto& one : children) {
            saw.versions.push_back({thing(one), version(one)});
        }
        return saw;
    }
    static Protection home_of_hers() {
        return {record::AddressKind::home,
                ProtectedText{refuge},
                ProtectedText{refuge_code},
                registered,
                record::WhyProtected::domestic_abuse,
                "Her father looks for them"};
    }
    base::EntryId protect(std::string_view key = "p") {
        const auto done =
            protect_address(office, catrin(), {child("ffion")}, home_of_hers(), seen(key));
        EXPECT_TRUE(done.ok());
        return done.value().entry;
    }
    template <class Ask> auto read(const Ask& ask) {
        std::optional<decltype(ask(std::declval<const record::Reading&>()))> answer;
        EXPECT_TRUE(
            store->read([&](const record::Reading& reading) { answer = ask(reading); }).ok());
        return *answer;
    }
    // Everything that can be read about somebody, as a page could.
    std::string all_about(std::string_view who) {
        return read([&](const record::Reading& reading) {
            std::string all;
            for (const auto& entry : reading.about(thing(who), 0)) {
                all += entry.body + entry.reason;
                all += reading.entry(entry.id)->body;
            }
            for (const auto& row : reading.addresses_of(thing(who))) {
                all += row.lines + row.postcode;
            }
            return all;
        });
    }
    void told_in_a_visit(std::string_view who) {
        record::VisitMade visit;
        visit.on = registered;
        visit.children = {
            {child(who), record::Answer::yes, record::Answer::yes, record::Answer::yes, "", ""}};
        visit.account = "They are at 7 HEOL-Y-RHOSYN now, near cf101aa.";
        put(visit, {thing(who)}, registered);
    }
    bool shows(const access::Viewer& who, base::EntryId protection) {
        return show_protected_address(office, who, child("ffion"), protection).ok();
    }
    static access::Viewer colleague() {
        auto who = catrin();
        who.worker = thing("huw");
        who.sign_in_name = "huw";
        return who;
    }
    static access::Viewer duty() {
        return {"dafydd", thing("dafydd"), "Dafydd Rees", record::Role::duty_worker, {}, ""};
    }
    static access::Viewer head() {
        return {"eleri", thing("eleri"), "Eleri Vaughan", record::Role::head_of_service, {}, ""};
    }
};

TEST_F(Protecting, what_was_written_anywhere_before_and_after_is_read_without_it) {
    put(record::AddressLivedAt{record::AddressKind::home, refuge, refuge_code, registered, {}},
        {thing("ffion")}, registered);
    put(record::AddressLivedAt{record::AddressKind::home, refuge, refuge_code, registered, {}},
        {thing("osian")}, registered);
    told_in_a_visit("ffion");
    ASSERT_NE(all_about("ffion").find("Rhosyn"), std::string::npos);
    protect();
    told_in_a_visit("osian"); // a brother's visit tells of the same house
    for (const auto* who : {"ffion", "osian", "davies"}) {
        const auto all = all_about(who);
        for (const auto* part : {"Rhosyn", "RHOSYN", "CF10", "cf101aa"}) {
            EXPECT_EQ(all.find(part), std::string::npos) << who << ' ' << part << '\n' << all;
        }
    }
    EXPECT_NE(all_about("ffion").find(record::address_left_out), std::string::npos);
}

TEST_F(Protecting, a_postcode_that_was_not_typed_goes_with_the_address_it_stands_beside) {
    put(record::AddressLivedAt{record::AddressKind::home, refuge, refuge_code, registered, {}},
        {thing("ffion")}, registered);
    put(
        record::AddressLivedAt{
            record::AddressKind::home, "7 Heol y Rhosyn", "CF10 1AB", registered, {}},
        {thing("osian")}, registered); // mistyped: what was protected has another
    told_in_a_visit("ffion");
    auto what = home_of_hers();
    what.lines = ProtectedText{"7 Heol-y-Rhosyn"};
    what.postcode = ProtectedText{};
    ASSERT_TRUE(protect_address(office, catrin(), {child("ffion")}, what, seen("p")).ok());
    for (const auto* who : {"ffion", "osian"}) {
        const auto all = all_about(who);
        for (const auto* part : {"Rhosyn", "CF10", "cf101aa", "Pentre Felin\",\"postcode\":\"CF"}) {
            EXPECT_EQ(all.find(part), std::string::npos) << who << ' ' << part << '\n' << all;
        }
    }
}

TEST_F(Protecting, nobody_finds_the_child_by_it) {
    put(record::AddressLivedAt{record::AddressKind::home, refuge, refuge_code, registered, {}},
        {thing("ffion")}, registered);
    const auto found = [&] {
        return read([](const record::Reading& reading) {
            return reading.addresses_like("Heol y Rhosyn", 10).size() +
                   reading.addresses_at(refuge_code).size();
        });
    };
    EXPECT_EQ(found(), 2U);
    protect();
    EXPECT_EQ(found(), 0U);
    const auto tables = read([](const record::Reading& reading) { return reading.dump_tables(); });
    EXPECT_EQ(tables.find("Rhosyn"), std::string::npos);
}

TEST_F(Protecting, she_still_has_a_home_and_it_is_the_protected_one) {
    protect();
    std::shared_ptr<const Facts> facts = read(
        [&](const record::Reading& reading) { return office.facts.of(reading, child("ffion")); });
    const auto* home = home_of(*facts, office.today());
    ASSERT_NE(home, nullptr);
    EXPECT_EQ(home->lines, record::address_left_out);
    EXPECT_EQ(home->postcode, "");
}

TEST_F(Protecting, those_who_go_there_are_shown_it_and_it_is_written_down) {
    const auto protection = protect();
    const auto shown = show_protected_address(office, catrin(), child("ffion"), protection);
    ASSERT_TRUE(shown.ok());
    EXPECT_EQ(shown.value().said.lines.reveal_to_authorised_reader(), refuge);
    EXPECT_TRUE(shows(rhian(), protection));
    EXPECT_TRUE(shows(duty(), protection));
    EXPECT_FALSE(shows(colleague(), protection));
    EXPECT_FALSE(shows(head(), protection));
    EXPECT_FALSE(shows(stranger(), protection));
    const auto looks = all_looks();
    const auto at_it = std::ranges::count_if(
        looks, [](const auto& look) { return look.page == "protected-address"; });
    EXPECT_EQ(at_it, 6);
    // Whoever opened the record in an emergency may have to go there tonight.
    ASSERT_TRUE(open_in_emergency(office, stranger(), child("ffion"),
                                  record::WhyOpened::child_at_risk, "The school rang just now", "e")
                    .ok());
    EXPECT_TRUE(shows(stranger(), protection));
}

TEST_F(Protecting, of_another_child_or_a_made_up_entry_nothing_is_shown) {
    const auto protection = protect();
    EXPECT_FALSE(show_protected_address(office, catrin(), child("osian"), protection).ok());
    EXPECT_FALSE(
        show_protected_address(office, catrin(), child("ffion"), base::EntryId{thing("no")}).ok());
}

TEST_F(Protecting, two_people_lift_it_and_then_everything_is_read_again) {
    told_in_a_visit("ffion");
    const auto protection = protect();
    const auto lift = [&](const access::Viewer& by, std::string_view key) {
        return lift_protection(office, by, child("ffion"), protection, seen(key));
    };
    EXPECT_FALSE(lift(rhian(), "1").ok()) << "nobody asked";
    ASSERT_TRUE(
        ask_to_lift_protection(office, rhian(), child("ffion"), protection, "He is dead", seen("2"))
            .ok());
    EXPECT_FALSE(ask_to_lift_protection(office, catrin(), child("ffion"), protection, "He is dead",
                                        seen("3"))
                     .ok());
    EXPECT_FALSE(lift(rhian(), "4").ok()) << "who asked does not say so too";
    EXPECT_FALSE(lift(catrin(), "5").ok()) << "a social worker does not";
    EXPECT_EQ(all_about("ffion").find("Rhosyn"), std::string::npos);
    ASSERT_TRUE(lift(head(), "6").ok());
    EXPECT_NE(all_about("ffion").find(refuge), std::string::npos);
    EXPECT_FALSE(lift(head(), "7").ok());
}

TEST_F(Protecting, brothers_and_sisters_are_lifted_together) {
    const auto both = protect_address(office, catrin(), {child("ffion"), child("osian")},
                                      home_of_hers(), seen("p", {"ffion", "osian"}));
    ASSERT_TRUE(both.ok());
    const auto of_ffion = protections_of(office, child("ffion")).value().front().entry;
    ASSERT_TRUE(ask_to_lift_protection(office, rhian(), child("ffion"), base::EntryId{of_ffion},
                                       "He is dead", seen("a", {"ffion", "osian"}))
                    .ok());
    ASSERT_TRUE(lift_protection(office, head(), child("ffion"), base::EntryId{of_ffion},
                                seen("b", {"ffion", "osian"}))
                    .ok());
    EXPECT_TRUE(protections_of(office, child("osian")).value().empty());
    for (const auto* who : {"ffion", "osian"}) {
        EXPECT_NE(all_about(who).find(refuge), std::string::npos) << who;
    }
}

TEST_F(Protecting, a_rebuild_makes_the_same_tables) {
    put(record::AddressLivedAt{record::AddressKind::home, refuge, refuge_code, registered, {}},
        {thing("ffion")}, registered);
    const auto protection = protect();
    ASSERT_TRUE(
        ask_to_lift_protection(office, rhian(), child("ffion"), protection, "He is dead", seen("a"))
            .ok());
    const auto dump = [](const record::Reading& reading) { return reading.dump_tables(); };
    const auto asked = read(dump);
    ASSERT_TRUE(store->rebuild().ok());
    EXPECT_EQ(read(dump), asked);
    ASSERT_TRUE(lift_protection(office, head(), child("ffion"), protection, seen("b")).ok());
    const auto lifted = read(dump);
    ASSERT_TRUE(store->rebuild().ok());
    EXPECT_EQ(read(dump), lifted);
}

TEST_F(Protecting, what_is_wrong_with_it_is_said) {
    const auto refused = [&](const Protection& what) {
        const auto done = protect_address(office, catrin(), {child("ffion")}, what, seen("w"));
        return done.ok() ? std::nullopt : std::optional{std::get<ProtectingNonsense>(done.error())};
    };
    auto what = home_of_hers();
    what.words.clear();
    EXPECT_EQ(refused(what), ProtectingNonsense::no_words);
    what = home_of_hers();
    what.lines = ProtectedText{};
    EXPECT_EQ(refused(what), ProtectingNonsense::no_address);
    what = home_of_hers();
    what.lines = ProtectedText{"1 Ty"}; // would stand in every text as before
    EXPECT_EQ(refused(what), ProtectingNonsense::too_little);
    what = home_of_hers();
    what.from = office.today().plus_days(1);
    EXPECT_EQ(refused(what), ProtectingNonsense::not_yet);
}

} // namespace gweld::casework

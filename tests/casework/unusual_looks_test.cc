// What the Caldicott guardian asks about: each rule met, just not met, and excused.
#include "small_office.h"

#include "casework/unusual_looks.h"

#include <algorithm>

namespace gweld::casework {

// Around Tuesday 24 November 2026. Worlds of one family: Catrin's children, Davies.
class UnusualLooks : public SmallOffice {
  protected:
    UnusualLooks() {
        for (const auto& who : {catrin(), stranger(), davies(), duty()}) {
            open_account(who);
        }
        for (int n = 0; n < 30; ++n) {
            const auto name = "child" + std::to_string(n);
            record::PersonDescribed person;
            person.number = name;
            person.forename = "Nobody";
            person.surname = "Nobodys";
            put(person, {thing(name)}, registered);
        }
    }
    static access::Viewer davies() {
        return {"gareth",       thing("gareth"), "Gareth Davies", record::Role::social_worker,
                thing("South"), "South"};
    }
    static access::Viewer duty() {
        return {"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""};
    }
    static access::Viewer guardian() {
        return {"iolo", thing("iolo"), "Iolo Wyn", record::Role::guardian, {}, ""};
    }
    void open_account(const access::Viewer& who) {
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            tx.put_account({who.sign_in_name, who.worker, who.name, who.role,
                                            who.team, who.team_name, "", false});
                            return record::Keep::yes;
                        })
                        .ok());
    }
    // On the day of the month at that time; grounds as access names them, empty: refused.
    void looks(const access::Viewer& who, std::string_view whose, std::string_view ground,
               int day = 24, std::chrono::minutes at = 9h, std::string_view page = "child") {
        record::Look look;
        look.at = time::at_wall_time_in_wales(
            time::day(static_cast<unsigned>(day), std::chrono::November, 2026), at);
        look.worker = who.worker;
        look.name = who.name;
        look.role = record::name_of(who.role);
        look.subject = thing(whose);
        look.page = page;
        look.ground = ground.empty() ? "none" : ground;
        look.allowed = !ground.empty();
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            tx.log_look(look);
                            return record::Keep::yes;
                        })
                        .ok());
    }
    UnusualWeek week(int day = 24) {
        const auto read = unusual_looks(
            office, guardian(), time::day(static_cast<unsigned>(day), std::chrono::November, 2026));
        EXPECT_TRUE(read.ok());
        return read.value().value();
    }
    bool asks(Unusual why) {
        return std::ranges::any_of(week().lines, [&](const auto& line) {
            return std::ranges::find(line.why, why) != line.why.end();
        });
    }
    template <class Kind>
    void put_by(const access::Viewer& who, const Kind& kind, std::vector<base::Uuid> about) {
        record::Draft draft;
        draft.id = fresh_id(office);
        draft.kind = record::Named<Kind>::name;
        draft.about = std::move(about);
        draft.effective = registered;
        draft.recorded_at = office.clock.now();
        draft.recorded_by = {who.worker, who.name, std::string{record::name_of(who.role)}, "South"};
        draft.body = record::encode(kind);
        EXPECT_TRUE(store
                        ->write([&](record::Writing& tx) {
                            tx.append({base::to_text(draft.id), {}, {draft}});
                            return record::Keep::yes;
                        })
                        .ok());
    }
    void declare(const access::Viewer& who, const std::string& postcode) {
        record::ConnectionDeclared declared;
        declared.address = "7 Stryd Fawr";
        declared.postcode = postcode;
        put_by(who, declared, {who.worker});
    }
    void lives(std::string_view whose, const std::string& lines, const std::string& postcode) {
        record::AddressLivedAt address;
        address.lines = lines;
        address.postcode = postcode;
        address.from = registered;
        put(address, {thing(whose)}, registered);
    }
};

TEST_F(UnusualLooks, at_ones_own_rare_surname) {
    looks(davies(), "ffion", "emergency");
    const auto lines = week().lines;
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].why, std::vector{Unusual::own_surname});
    EXPECT_EQ(lines[0].child_name, "Ffion Davies");
    EXPECT_EQ(lines[0].name, "Gareth Davies");
    EXPECT_EQ(lines[0].ground, "emergency");
}

TEST_F(UnusualLooks, at_a_surname_that_many_have_nothing_is_asked) {
    for (std::size_t n = 2; n < few_of_a_name; ++n) {
        place("davies" + std::to_string(n), "Another", "Davies");
    }
    looks(davies(), "ffion", "emergency");
    EXPECT_EQ(week().lines.size(), 1U) << "eight of them";
    place("one-more", "Another", "Dâvies");
    EXPECT_TRUE(week().lines.empty());
}

TEST_F(UnusualLooks, also_where_it_was_refused_or_only_found) {
    looks(davies(), "ffion", "");
    EXPECT_TRUE(asks(Unusual::own_surname));
    looks(davies(), "osian", "whole-service", 24, 9h, "search-result");
    EXPECT_EQ(week().lines.size(), 2U);
}

TEST_F(UnusualLooks, nobody_is_asked_about_children_in_their_hands) {
    looks(davies(), "ffion", "own-allocation");
    looks(davies(), "ffion", "emergency");
    EXPECT_TRUE(week().lines.empty());
    looks(davies(), "osian", "team-allocation");
    EXPECT_TRUE(asks(Unusual::own_surname)) << "a colleague's child of their name";
}

TEST_F(UnusualLooks, nor_who_held_the_child_within_ninety_days_nor_who_recorded_something) {
    looks(davies(), "ffion", "emergency");
    looks(davies(), "osian", "emergency");
    record::Allocated held;
    held.child = child("ffion");
    held.worker = base::WorkerId{davies().worker};
    held.from = registered;
    held.until = registered.plus_days(2);
    put(held, {thing("ffion"), davies().worker}, registered);
    EXPECT_EQ(week().lines.size(), 1U);
    put_by(davies(), record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
           {thing("osian"), thing("davies")});
    EXPECT_TRUE(week().lines.empty());
}

TEST_F(UnusualLooks, at_ones_own_street_and_at_a_colleagues_home) {
    declare(stranger(), "CF99 1AA");
    lives("ffion", "9 Stryd Fawr, Pentre", "CF99 1AA");
    lives("osian", "7 Stryd Fawr, Pentre", "CF99 1AA");
    looks(stranger(), "ffion", "emergency");
    EXPECT_TRUE(asks(Unusual::own_street));
    EXPECT_FALSE(asks(Unusual::colleagues_family));
    looks(duty(), "osian", "duty-desk");
    EXPECT_TRUE(asks(Unusual::colleagues_family));
    EXPECT_EQ(week().lines.size(), 2U);
}

TEST_F(UnusualLooks, at_night_but_not_at_the_duty_desk) {
    looks(stranger(), "ffion", "emergency", 24, 22h - 1min);
    looks(stranger(), "ffion", "emergency", 24, 6h);
    looks(duty(), "osian", "duty-desk", 24, 23h);
    looks(stranger(), "osian", "", 24, 23h);
    EXPECT_FALSE(asks(Unusual::at_night));
    looks(stranger(), "ffion", "emergency", 24, 22h);
    EXPECT_TRUE(asks(Unusual::at_night));
}

TEST_F(UnusualLooks, who_comes_back_on_three_days_and_records_nothing) {
    looks(duty(), "ffion", "duty-desk", 23);
    looks(duty(), "ffion", "duty-desk", 24);
    looks(duty(), "ffion", "duty-desk", 24, 15h);
    EXPECT_TRUE(week().lines.empty());
    looks(duty(), "ffion", "duty-desk", 25);
    EXPECT_TRUE(asks(Unusual::came_back));
}

TEST_F(UnusualLooks, who_is_refused_five_children) {
    for (int n = 0; n < 4; ++n) {
        looks(stranger(), "child" + std::to_string(n), "");
        looks(stranger(), "child" + std::to_string(n), "");
    }
    EXPECT_TRUE(week().lines.empty());
    looks(stranger(), "child4", "");
    const auto lines = week().lines;
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].why, std::vector{Unusual::refused_often});
    EXPECT_EQ(lines[0].children, 5U);
    EXPECT_EQ(lines[0].child, base::Uuid{});
}

TEST_F(UnusualLooks, who_opens_three_times_as_many_as_the_others_of_the_role) {
    for (const auto* name : {"a", "b", "c"}) {
        auto other = duty();
        other.sign_in_name = name;
        other.worker = thing(name);
        other.name = name;
        open_account(other);
        for (int n = 0; n < 6; ++n) {
            looks(other, "child" + std::to_string(n), "duty-desk", 23, std::chrono::hours{9 + n});
        }
    }
    for (int n = 0; n < 19; ++n) {
        looks(duty(), "child" + std::to_string(n), "duty-desk", 24, std::chrono::hours{n});
    }
    EXPECT_TRUE(week().lines.empty()) << "over three times as many, and not twenty";
    looks(duty(), "child19", "duty-desk", 24, 20h);
    EXPECT_TRUE(asks(Unusual::many));
}

TEST_F(UnusualLooks, who_opens_twelve_children_within_ten_minutes) {
    for (int n = 0; n < 12; ++n) {
        looks(duty(), "child" + std::to_string(n), "duty-desk", 24, 9h + std::chrono::minutes{n});
    }
    EXPECT_FALSE(asks(Unusual::one_after_another)) << "in eleven";
    looks(duty(), "child12", "duty-desk", 24, 9h + 11min);
    EXPECT_TRUE(asks(Unusual::one_after_another));
}

TEST_F(UnusualLooks, a_week_is_from_monday_to_sunday_in_wales) {
    looks(davies(), "ffion", "emergency", 22, 23h + 59min);
    EXPECT_TRUE(week(24).lines.empty());
    EXPECT_EQ(week(22).lines.size(), 1U);
    EXPECT_EQ(week(16).lines.size(), 1U);
    looks(davies(), "ffion", "emergency", 23, 0h);
    EXPECT_EQ(week(29).lines.size(), 1U);
}

TEST_F(UnusualLooks, it_is_the_guardians_and_each_child_named_is_a_look_of_theirs) {
    looks(davies(), "ffion", "emergency");
    for (const auto& who : {catrin(), rhian(), duty(), stranger()}) {
        const auto read = unusual_looks(office, who, office.today());
        EXPECT_TRUE(read.ok() && !read.value()) << who.name;
    }
    const auto before = all_looks().size();
    week();
    const auto after = all_looks();
    ASSERT_EQ(after.size(), before + 1);
    EXPECT_EQ(after.back().worker, guardian().worker);
    EXPECT_EQ(after.back().subject, thing("ffion"));
    EXPECT_EQ(after.back().page, "unusual-looks");
}

} // namespace gweld::casework

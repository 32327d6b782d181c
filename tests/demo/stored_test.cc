#include "../store/fresh_store.h"
#include "made.h"

#include "demo/sign_ins.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

namespace gweld::demo {
namespace {

// Made once: on a server that takes a minute.
struct Made {
    CountyWish wish = wish_for("2026-11-24T09:00:00Z", 1, 730);
    std::unique_ptr<record::Store> store = made_up::fresh_store(std::string{authority});
    CountyReport report = make_county(*store, wish).value();
};

class StoredCounty : public testing::Test {
  protected:
    static void SetUpTestSuite() { made = std::make_unique<Made>(); }
    static void TearDownTestSuite() { made.reset(); }

    template <class Asked> void read(const Asked& asked) {
        EXPECT_TRUE(
            made->store->read([&](const record::Reading& reading) { asked(reading); }).ok());
    }

    static inline std::unique_ptr<Made> made;
    const CountyWish& wish = made->wish;
    const std::unique_ptr<record::Store>& store = made->store;
    const CountyReport& report = made->report;
};

TEST_F(StoredCounty, is_what_was_made_with_a_number_a_home_and_a_family_for_every_child) {
    const auto& county = usual_county();
    read([&](const record::Reading& reading) {
        EXPECT_EQ(reading.head(), static_cast<std::int64_t>(report.entries));
        EXPECT_EQ(report.entries, county.entries.size());
        EXPECT_LE(report.children, county.people.size()); // others are known from the front door
        EXPECT_EQ(report.on_register, county.registered_on(county.today));
        EXPECT_EQ(report.workers, reading.workers().size());
        EXPECT_EQ(reading.teams().size(), 6U);
        std::set<std::string> numbers;
        std::size_t without_family = 0;
        for (const auto& [id, person] : county.people) {
            EXPECT_TRUE(numbers.insert(person.number).second);
            const auto families = reading.families_of(id).size();
            EXPECT_LE(families, 1U);
            without_family += families == 0 ? 1U : 0U;
            EXPECT_FALSE(reading.addresses_of(id).empty());
            EXPECT_EQ(reading.people_numbered(person.number).size(), 1U);
        }
        EXPECT_EQ(without_family, 1U) << "the child recorded a second time and not noticed yet";
    });
}

TEST_F(StoredCounty, has_handed_on_nearly_everybody_and_a_few_are_forgotten) {
    read([&](const record::Reading& reading) {
        const auto waiting = reading.hand_overs();
        EXPECT_GE(waiting.size(), 4U);
        EXPECT_LE(waiting.size(), 25U);
        const auto lately = usual_county().today.plus_days(-4).day_number();
        const bool forgotten =
            std::ranges::any_of(waiting, [&](const auto& row) { return row.decided_day < lately; });
        EXPECT_TRUE(forgotten) << "the list is there to show them";
    });
}

TEST_F(StoredCounty, has_twelve_sign_ins_with_one_password_and_something_to_try) {
    EXPECT_EQ(report.sign_ins.size(), 13U);
    read([&](const record::Reading& reading) {
        EXPECT_EQ(reading.accounts().size(), report.sign_ins.size());
        std::set<record::Role> roles;
        for (const auto& sign_in : report.sign_ins) {
            const auto account = reading.account(sign_in.sign_in_name);
            ASSERT_TRUE(account) << sign_in.sign_in_name;
            EXPECT_EQ(account->display_name, sign_in.name);
            EXPECT_EQ(account->role, sign_in.role);
            EXPECT_EQ(account->team_name, sign_in.team);
            EXPECT_EQ(account->password_hash, "cheap:maesgwyn");
            const auto worker = reading.worker(account->worker);
            if (sign_in.role == record::Role::administrator ||
                sign_in.role == record::Role::guardian) {
                EXPECT_FALSE(worker) << "they are in no record";
            } else {
                EXPECT_EQ(worker.value().name, sign_in.name);
            }
            roles.insert(sign_in.role);
        }
        EXPECT_EQ(roles.size(), 7U);
    });
}

TEST(SignIns, say_what_to_try_in_welsh_too) {
    std::ifstream file{GWELD_TREE "/words/parts/demo.po"};
    std::stringstream words;
    words << file.rdbuf();
    for (const auto& sign_in : sign_ins(usual_county().made.staff)) {
        EXPECT_FALSE(sign_in.try_this.empty());
        EXPECT_NE(words.str().find("msgid \"" + std::string{sign_in.try_this} + "\""),
                  std::string::npos)
            << sign_in.try_this;
    }
}

TEST_F(StoredCounty, is_not_written_over_a_record_that_is_there_already) {
    const auto refused = make_county(*store, wish);
    ASSERT_FALSE(refused.ok());
    EXPECT_TRUE(std::holds_alternative<StoreNotEmpty>(refused.error()));
    read([&](const record::Reading& reading) {
        EXPECT_EQ(reading.head(), static_cast<std::int64_t>(report.entries));
    });
}

TEST(Calendar, is_asked_for_before_anything_is_written) {
    const auto store = made_up::fresh_store(std::string{authority});
    for (const auto* now : {"2035-01-01T09:00:00Z", "2007-10-01T09:00:00Z"}) {
        const auto refused = make_county(*store, wish_for(now));
        ASSERT_FALSE(refused.ok()) << now;
        EXPECT_TRUE(std::holds_alternative<CalendarTooShort>(refused.error())) << now;
    }
}

} // namespace
} // namespace gweld::demo

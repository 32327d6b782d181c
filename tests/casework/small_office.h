// small_office.h - one family, two workers, a manager: enough to work a case by hand.
#pragma once

#include "../store/fresh_store.h"
#include "casework/office.h"
#include "people/names.h"
#include "record/codec.h"

#include <gtest/gtest.h>

namespace gweld::casework {

using namespace std::chrono_literals;

class SetClock : public time::Clock {
  public:
    time::Instant now() const override { return moment; }
    time::Instant moment = time::at_wall_time_in_wales(time::day(24, std::chrono::November, 2026),
                                                       std::chrono::hours{9});
};

class CountingRandom : public base::Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override {
        for (auto& b : bytes) {
            b = static_cast<std::uint8_t>(next_ >>
                                          (8U * (static_cast<unsigned>(&b - bytes.data()) % 4U)));
        }
        ++next_;
    }

  private:
    std::uint32_t next_ = 1;
};

inline base::Uuid thing(std::string_view name) { return base::uuid_of("test", "thing", name); }

// Ffion and Osian Davies, on the register since 3 November, with Catrin of North since then.
class SmallOffice : public ::testing::Test {
  protected:
    SmallOffice() {
        describe_worker("catrin", "Catrin Hughes");
        describe_worker("huw", "Huw Parry");
        describe_team("North");
        describe_team("South");
        place("ffion", "Ffion", "Davies");
        place("osian", "Osian", "Davies");
    }

    template <class Kind>
    base::Uuid put(const Kind& kind, std::vector<base::Uuid> about, time::CivilDate on) {
        record::Draft draft;
        draft.id = fresh_id(office);
        draft.kind = record::Named<Kind>::name;
        draft.about = std::move(about);
        draft.effective = on;
        draft.recorded_at = time::at_wall_time_in_wales(on, std::chrono::hours{10});
        draft.recorded_by = {thing("catrin"), "Catrin Hughes", "social_worker", "North"};
        draft.body = record::encode(kind);
        const auto done = store->write([&](record::Writing& tx) {
            EXPECT_TRUE(std::holds_alternative<record::Appended>(
                tx.append({base::to_text(draft.id), {}, {draft}})));
            return record::Keep::yes;
        });
        EXPECT_TRUE(done.ok());
        return draft.id;
    }
    void describe_worker(std::string_view id, const std::string& name) {
        put(record::WorkerDescribed{std::string{id}, name, "Social worker", "", "North"},
            {thing(id)}, registered);
    }
    void describe_team(const std::string& name) {
        put(record::TeamDescribed{name, name, ""}, {thing(name)}, registered);
    }
    void place(std::string_view id, const std::string& forename, const std::string& surname) {
        record::PersonDescribed person;
        person.number = id;
        person.forename = forename;
        person.surname = surname;
        person.born = time::day(14, std::chrono::March, 2018);
        put(person, {thing(id)}, registered);
        put(record::FamilyMemberNamed{base::FamilyId{thing("davies")}, "F1"},
            {thing(id), thing("davies")}, registered);
        record::Allocated held;
        held.child = child(id);
        held.worker = base::WorkerId{thing("catrin")};
        held.team = base::TeamId{thing("North")};
        held.from = registered;
        put(held, {thing(id), thing("catrin")}, registered);
        put(record::PlacedOnRegister{registered, {record::Category::neglect}, "P1"}, {thing(id)},
            registered);
    }
    static PersonId child(std::string_view id) { return PersonId{thing(id)}; }
    static access::Viewer catrin() {
        return {"catrin",       thing("catrin"), "Catrin Hughes", record::Role::social_worker,
                thing("North"), "North"};
    }
    static access::Viewer stranger() {
        return {"mair",         thing("mair"), "Mair Bevan", record::Role::social_worker,
                thing("South"), "South"};
    }
    static access::Viewer rhian() {
        return {"rhian",        thing("rhian"), "Rhian Ellis", record::Role::team_manager,
                thing("North"), "North"};
    }
    std::int64_t version(std::string_view id) {
        std::int64_t v = 0;
        EXPECT_TRUE(
            store->read([&](const record::Reading& r) { v = r.version_of(thing(id)); }).ok());
        return v;
    }
    std::vector<record::ChainedLook> all_looks() {
        std::vector<record::ChainedLook> looks;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& r) {
                            r.each_look(0, [&](const record::ChainedLook& look) {
                                looks.push_back(look);
                                return true;
                            });
                        })
                        .ok());
        return looks;
    }

    static inline const time::CivilDate registered = time::day(3, std::chrono::November, 2026);
    SetClock clock;
    CountingRandom random;
    law::Book book = law::built_in_book().value();
    std::unique_ptr<record::Store> store = made_up::fresh_store("X00000001");
    Office office{*store, book, clock, random};
};

} // namespace gweld::casework

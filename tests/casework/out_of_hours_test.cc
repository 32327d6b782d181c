#include "casework/out_of_hours.h"

#include "record/codec.h"
#include "small_office.h"

namespace gweld::casework {
namespace {

using record::LooksListId;
using time::day;

class OutOfHoursPack : public SmallOffice {
  protected:
    static access::Viewer duty() {
        return {"gwyn", thing("gwyn"), "Gwyn Owen", record::Role::duty_worker, {}, ""};
    }
    std::vector<std::string> in_pack() {
        std::vector<std::string> names;
        const auto pack = out_of_hours(office);
        EXPECT_TRUE(pack.ok());
        for (const auto& open : pack.value().children) {
            names.push_back(open.standing.facts->person->forename);
        }
        return names;
    }
    base::EntryId placing_of(std::string_view id) {
        base::EntryId placed;
        EXPECT_TRUE(store
                        ->read([&](const record::Reading& reading) {
                            for (const auto& entry : reading.about(thing(id), 0)) {
                                if (record::is_a<record::PlacedOnRegister>(entry)) {
                                    placed = base::EntryId{entry.id};
                                }
                            }
                        })
                        .ok());
        return placed;
    }
    PackLooks looked(std::string_view list = "list") {
        const auto made = clock.now() - 8h;
        return {LooksListId{thing(list)},
                made,
                "Mair ar alwad",
                {{child("ffion"), made + 1h}, {child("nobody"), made + 2h}}};
    }
    std::optional<LooksNonsense> refused(const PackLooks& given) {
        const auto answer = hand_in_looks(office, duty(), given);
        EXPECT_FALSE(answer.ok());
        const auto* why = std::get_if<LooksNonsense>(&answer.error());
        return why == nullptr ? std::nullopt : std::optional{*why};
    }
};

TEST_F(OutOfHoursPack, holds_the_register_and_logs_no_look) {
    EXPECT_EQ(in_pack(), (std::vector<std::string>{"Ffion", "Osian"}));
    EXPECT_TRUE(all_looks().empty());
}

TEST_F(OutOfHoursPack, holds_whoever_is_asked_about_and_leaves_out_whoever_left_the_register) {
    const auto left = day(20, std::chrono::November, 2026);
    put(record::RemovedFromRegister{placing_of("osian"), left,
                                    record::GroundForRemoval::moved_to_another_authority},
        {thing("osian")}, left);
    EXPECT_EQ(in_pack(), (std::vector<std::string>{"Ffion"}));
    record::EnquiryStarted enquiry;
    enquiry.on = day(23, std::chrono::November, 2026);
    put(enquiry, {thing("osian")}, enquiry.on);
    EXPECT_EQ(in_pack(), (std::vector<std::string>{"Ffion", "Osian"}));
}

TEST_F(OutOfHoursPack, a_list_handed_in_stands_among_the_looks_once) {
    const auto answer = hand_in_looks(office, duty(), looked());
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer.value().looks, 1U);
    EXPECT_EQ(answer.value().unknown, 1U);
    const auto looks = all_looks();
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks.front().name, "Mair ar alwad");
    EXPECT_EQ(looks.front().page, "continuity-pack");
    EXPECT_EQ(looks.front().at, clock.now() - 7h);
    EXPECT_EQ(looks.front().subject, thing("ffion"));
    EXPECT_TRUE(looks.front().worker.is_nil());

    const auto again = hand_in_looks(office, duty(), looked());
    ASSERT_FALSE(again.ok());
    EXPECT_TRUE(std::holds_alternative<HandedInBefore>(again.error()));
    EXPECT_EQ(all_looks().size(), 1U);
    EXPECT_TRUE(hand_in_looks(office, duty(), looked("another")).ok());
}

TEST_F(OutOfHoursPack, a_list_that_cannot_be_so_is_refused_whole) {
    auto given = looked();
    given.reader.clear();
    EXPECT_EQ(refused(given), LooksNonsense::nobody_named);
    given = looked();
    given.looks.clear();
    EXPECT_EQ(refused(given), LooksNonsense::no_looks);
    given = looked();
    given.looks.back().at = given.made - 6min;
    EXPECT_EQ(refused(given), LooksNonsense::before_the_pack);
    given = looked();
    given.looks.back().at = clock.now() + 6min;
    EXPECT_EQ(refused(given), LooksNonsense::in_the_future);
    given.looks.back().at = clock.now() + 4min;
    EXPECT_TRUE(hand_in_looks(office, duty(), given).ok());
    given.looks.resize(most_pack_looks + 1, given.looks.front());
    EXPECT_EQ(refused(given), LooksNonsense::too_many);
    EXPECT_EQ(all_looks().size(), 1U);
}

TEST_F(OutOfHoursPack, is_not_for_a_social_worker) {
    const auto answer = hand_in_looks(office, catrin(), looked());
    ASSERT_FALSE(answer.ok());
    EXPECT_TRUE(std::holds_alternative<NotFoundOrNotYours>(answer.error()));
    EXPECT_TRUE(all_looks().empty());
}

} // namespace
} // namespace gweld::casework

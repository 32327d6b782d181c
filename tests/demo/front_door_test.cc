// What came in at the made-up county's front door: as many, as soon decided, as often again as the
// published figures of a county say (docs/decisions/demo-county.md).
#include "made.h"

#include "protection/enquiries.h"
#include "record/codec.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace gweld::demo {
namespace {

using record::ContactOutcome;

struct Told {
    record::ContactReceived received;
    std::optional<record::ContactDecided> decided;
};

const std::map<base::Uuid, Told>& contacts() {
    static const auto all = [] {
        std::map<base::Uuid, Told> told;
        for (const auto& entry : usual_county().entries) {
            if (entry.kind == record::Named<record::ContactReceived>::name) {
                auto body = record::body_of<record::ContactReceived>(entry);
                told[body.contact.uuid].received = std::move(body);
            } else if (entry.kind == record::Named<record::ContactDecided>::name) {
                auto body = record::body_of<record::ContactDecided>(entry);
                told[body.contact.uuid].decided = std::move(body);
            }
        }
        return told;
    }();
    return all;
}

// Received in the 365 days that end so many days before today.
std::vector<const Told*> year_ending(int days_ago) {
    const auto until = usual_county().today.plus_days(-days_ago);
    std::vector<const Told*> some;
    for (const auto& [id, told] : contacts()) {
        if (until.plus_days(-365) <= told.received.on && told.received.on < until) {
            some.push_back(&told);
        }
    }
    return some;
}

TEST(FrontDoor, takes_in_as_much_as_was_published) {
    EXPECT_NEAR(static_cast<double>(year_ending(0).size()), 7071, 150);
    EXPECT_NEAR(static_cast<double>(year_ending(365).size()), 5825, 150);
}

TEST(FrontDoor, decides_nearly_everything_within_a_working_day_and_a_dozen_wait) {
    std::size_t waiting = 0;
    std::size_t decided = 0;
    std::size_t in_time = 0;
    for (const auto& [id, told] : contacts()) {
        if (!told.decided) {
            ++waiting;
            EXPECT_LE(time::days_between(told.received.on, usual_county().today), 4);
            continue;
        }
        ++decided;
        in_time +=
            working_days().working_days_between(told.received.on, told.decided->on).value() <= 1
                ? 1U
                : 0U;
    }
    EXPECT_EQ(waiting, 11U);
    EXPECT_GT(in_time * 1000, decided * 965);
    EXPECT_LT(in_time * 1000, decided * 985);
}

TEST(FrontDoor, hears_again_of_a_third_of_the_families_it_knows) {
    std::map<base::Uuid, std::size_t> of_child;
    for (const auto& [id, told] : contacts()) {
        for (const auto& child : told.received.children) {
            if (child.person) {
                ++of_child[child.person->uuid];
            }
        }
    }
    std::size_t again = 0;
    for (const auto& [child, times] : of_child) {
        again += times > 1 ? 1U : 0U;
    }
    EXPECT_GT(of_child.size(), 1000U);
    EXPECT_GT(again * 3, of_child.size());
}

TEST(FrontDoor, names_every_child_before_it_decides_to_look_further) {
    std::map<ContactOutcome, std::size_t> outcomes;
    for (const auto& [id, told] : contacts()) {
        if (!told.decided) {
            continue;
        }
        ++outcomes[told.decided->outcome];
        if (told.decided->outcome == ContactOutcome::referral ||
            told.decided->outcome == ContactOutcome::strategy_discussion) {
            EXPECT_EQ(told.decided->children.size(), told.received.children.size());
            for (const auto& child : told.decided->children) {
                EXPECT_TRUE(usual_county().people.contains(child.uuid));
            }
        }
    }
    EXPECT_EQ(outcomes.size(), 6U);
}

TEST(FrontDoor, leads_to_as_many_enquiries_as_was_published) {
    const auto from = usual_county().today.plus_days(-365);
    std::size_t children = 0;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind == record::Named<record::EnquiryStarted>::name && from <= entry.effective) {
            children += entry.about.size();
        }
    }
    EXPECT_NEAR(static_cast<double>(children), 1185, 120);
}

} // namespace
} // namespace gweld::demo

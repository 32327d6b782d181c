// The families and chronologies of the made-up county.
#include "made.h"

#include "casework/kin.h"
#include "record/codec.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace gweld::demo {
namespace {

std::size_t count_of(std::string_view kind) {
    const auto& entries = usual_county().entries;
    return static_cast<std::size_t>(std::ranges::count(entries, kind, &record::Entry::kind));
}

TEST(Story, every_family_has_relatives_and_every_child_a_parent) {
    std::map<base::Uuid, casework::FamilyLog> logs;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind.starts_with("rela")) {
            auto& log = logs[entry.about.front()];
            log.subject = entry.about.front();
            log.entries.push_back(entry);
        }
    }
    std::size_t without = 0;
    std::size_t ended = 0;
    for (const auto& family : usual_county().made.cases) {
        const auto kin = casework::kin_of({&logs[family.household.id.uuid], 1});
        for (const auto& child : family.household.children) {
            const bool any = std::ranges::any_of(kin.relations, [&](const auto& relation) {
                return relation.of == child.id && relation.kinship == record::Kinship::parent;
            });
            without += any ? 0U : 1U;
        }
        for (const auto& relation : kin.relations) {
            ended += relation.ended ? 1U : 0U;
            EXPECT_TRUE(kin.relative(relation.person) != nullptr);
        }
        for (const auto& relative : kin.relatives) {
            EXPECT_TRUE(!relative.born || relative.born->on < usual_county().today);
        }
    }
    EXPECT_EQ(without, 0U);
    EXPECT_GT(ended, 20U);
}

TEST(Story, some_events_are_noted_and_some_weighed) {
    EXPECT_GT(count_of("event.noted"), 40U);
    EXPECT_GT(count_of("event.weighed"), 30U);
}

} // namespace
} // namespace gweld::demo

// What led to the register in the made-up county, and the new worries it shows.
#include "made.h"

#include "protection/enquiries.h"
#include "record/codec.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace gweld::demo {
namespace {

using protection::Gap;

// Every child some discussion was about.
std::map<base::Uuid, protection::EnquiryHistory> histories() {
    const auto& county = usual_county();
    std::set<base::Uuid> discussed;
    for (const auto& entry : county.entries) {
        if (entry.kind == record::Named<record::StrategyDiscussionHeld>::name) {
            discussed.insert(entry.about.begin(), entry.about.end());
        }
    }
    std::map<base::Uuid, std::vector<record::Entry>> about;
    for (const auto& entry : county.entries) {
        for (const auto& subject : entry.about) {
            if (discussed.contains(subject)) {
                about[subject].push_back(entry);
            }
        }
    }
    std::map<base::Uuid, protection::EnquiryHistory> all;
    for (const auto& [child, entries] : about) {
        all.emplace(child, protection::enquiries_of(base::PersonId{child}, entries, std::nullopt));
    }
    return all;
}

TEST(Enquiries, led_to_every_conference_of_the_last_year) {
    const auto all = histories();
    std::size_t conferences = 0;
    for (const auto& [child, history] : all) {
        for (const auto& held : history.conferences) {
            if (held.type == record::ConferenceType::initial &&
                held.on > usual_county().today.plus_days(-360)) {
                ++conferences;
                EXPECT_EQ(held.decision, record::ConferenceDecision::placed);
            }
        }
        for (const auto& enquiry : history.enquiries) {
            const auto* discussion = history.discussion(enquiry.discussion);
            ASSERT_NE(discussion, nullptr);
            EXPECT_LE(discussion->on, enquiry.on);
            EXPECT_TRUE(!enquiry.concluded || enquiry.on <= enquiry.concluded->on);
        }
    }
    EXPECT_GT(conferences, 60U);
}

TEST(Enquiries, show_each_step_that_can_be_missing_and_a_meeting_without_the_police) {
    std::map<Gap, std::size_t> gaps;
    std::size_t open = 0;
    std::size_t internal = 0;
    for (const auto& [child, history] : histories()) {
        for (const auto& gap : protection::gaps_of(history, book(), usual_county().today)) {
            ++gaps[gap.gap];
        }
        for (const auto& enquiry : history.enquiries) {
            open += enquiry.concluded ? 0U : 1U;
        }
        for (const auto& discussion : history.discussions) {
            internal += discussion.counts() ? 0U : 1U;
        }
    }
    EXPECT_GT(gaps[Gap::threshold_met_no_enquiry], 0U);
    EXPECT_GT(gaps[Gap::continuing_risk_no_conference_booked], 0U);
    EXPECT_GT(gaps[Gap::conference_due_not_held], 0U);
    EXPECT_GE(open, 3U);
    EXPECT_GT(internal, 0U);
}

} // namespace
} // namespace gweld::demo

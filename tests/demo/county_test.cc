#include "made.h"

#include "record/codec.h"

#include <gtest/gtest.h>

#include <set>

namespace gweld::demo {
namespace {

using record::Named;

std::set<base::Uuid> corrected(const MadeCounty& county) {
    std::set<base::Uuid> gone;
    for (const auto& entry : county.entries) {
        if (entry.corrects) {
            gone.insert(*entry.corrects);
        }
    }
    return gone;
}

std::vector<std::pair<record::Entry, record::VisitMade>> visits(const MadeCounty& county) {
    std::vector<std::pair<record::Entry, record::VisitMade>> all;
    for (const auto& entry : county.entries) {
        if (is_a<record::VisitMade>(entry)) {
            all.emplace_back(entry, record::body_of<record::VisitMade>(entry));
        }
    }
    return all;
}

TEST(County, is_the_same_to_the_byte_when_made_again) {
    const auto& once = usual_county();
    const MadeCounty again{"2026-11-24T09:00:00Z", 1, two_years};
    ASSERT_EQ(once.entries.size(), again.entries.size());
    for (std::size_t i = 0; i < once.entries.size(); ++i) {
        const auto& a = once.entries[i];
        const auto& b = again.entries[i];
        ASSERT_EQ(a.id, b.id);
        ASSERT_EQ(a.body, b.body);
        ASSERT_EQ(a.about, b.about);
        ASSERT_EQ(a.recorded_at, b.recorded_at);
        ASSERT_EQ(a.recorded_by, b.recorded_by);
    }
}

TEST(County, is_another_with_another_seed) {
    const MadeCounty other{"2026-11-24T09:00:00Z", 2};
    EXPECT_NE(usual_county().entries.size(), other.entries.size());
    EXPECT_NE(usual_county().entries.back().id, other.entries.back().id);
}

TEST(County, was_written_in_the_order_it_was_recorded_and_never_after_now) {
    const auto& county = usual_county();
    time::Instant before = record::beginning_of_time;
    std::set<base::Uuid> ids;
    for (const auto& entry : county.entries) {
        EXPECT_LE(before, entry.recorded_at);
        before = entry.recorded_at;
        EXPECT_TRUE(ids.insert(entry.id).second);
    }
    EXPECT_EQ(before, county.now) << "a clock may be set by the newest entry";
}

TEST(County, has_no_visit_in_the_future_nor_recorded_before_it_was_made) {
    const auto& county = usual_county();
    for (const auto& [entry, visit] : visits(county)) {
        EXPECT_LE(visit.on, county.today);
        EXPECT_LE(visit.on, time::date_in_wales(entry.recorded_at));
        EXPECT_EQ(entry.effective, visit.on);
        EXPECT_FALSE(entry.effective_at && *entry.effective_at > entry.recorded_at);
    }
}

TEST(County, records_a_visit_to_brothers_and_sisters_once_with_a_part_for_each) {
    const auto& county = usual_county();
    const auto gone = corrected(county);
    std::set<std::pair<base::Uuid, time::CivilDate>> child_days;
    std::size_t joint = 0;
    std::size_t mixed = 0;
    for (const auto& [entry, visit] : visits(county)) {
        if (gone.contains(entry.id)) {
            continue;
        }
        ASSERT_EQ(entry.about.size(), visit.children.size());
        std::set<record::Answer> alone;
        for (std::size_t i = 0; i < visit.children.size(); ++i) {
            const auto& part = visit.children[i];
            EXPECT_EQ(entry.about[i], part.child.uuid);
            EXPECT_TRUE(child_days.insert({part.child.uuid, visit.on}).second)
                << "seen twice on " << time::to_iso(visit.on);
            EXPECT_FALSE(part.alone == record::Answer::yes && part.seen != record::Answer::yes);
            EXPECT_EQ(part.words.empty(), part.words_language.empty());
            alone.insert(part.alone);
        }
        joint += visit.children.size() > 1 ? 1U : 0U;
        mixed += alone.size() > 1 ? 1U : 0U;
    }
    EXPECT_GT(joint, 1000U);
    EXPECT_GT(mixed, 100U) << "some are seen alone and their brothers and sisters are not";
}

TEST(County, has_a_register_of_the_usual_size_for_two_years) {
    const auto& county = usual_county();
    for (int weeks = 0; weeks <= 104; ++weeks) {
        const auto children = county.registered_on(county.today.plus_days(-7 * weeks));
        EXPECT_GE(children, 85U) << weeks << " weeks ago";
        EXPECT_LE(children, 125U) << weeks << " weeks ago";
    }
}

TEST(County, says_many_different_things_in_several_languages) {
    std::set<std::string> sentences;
    std::set<std::string> accounts;
    std::map<std::string, int> languages;
    std::size_t visits_made = 0;
    for (const auto& [entry, visit] : visits(usual_county())) {
        ++visits_made;
        accounts.insert(visit.account);
        EXPECT_FALSE(visit.account.empty());
        EXPECT_EQ(visit.account.find('{'), std::string::npos) << visit.account;
        for (const auto& part : visit.children) {
            if (!part.words.empty()) {
                sentences.insert(part.words);
                ++languages[part.words_language];
                EXPECT_EQ(part.words.find('{'), std::string::npos) << part.words;
            }
        }
    }
    EXPECT_GE(sentences.size(), 150U);
    EXPECT_GT(accounts.size() * 4, visits_made * 3) << "accounts do not look copied";
    for (const auto* language : {"en", "cy", "pl", "pt", "ar", "bn"}) {
        EXPECT_GT(languages[language], 0) << language;
    }
    EXPECT_GT(languages["cy"], 200);
}

TEST(County, has_attempts_for_every_reason_and_corrections_with_theirs) {
    std::set<record::AttemptFailed> reasons;
    std::size_t corrections = 0;
    std::size_t withdrawn = 0;
    for (const auto& entry : usual_county().entries) {
        if (is_a<record::VisitAttempted>(entry)) {
            reasons.insert(record::body_of<record::VisitAttempted>(entry).because);
        }
        corrections += entry.corrects && is_a<record::VisitMade>(entry) ? 1U : 0U;
        withdrawn += is_a<record::Withdrawn>(entry) ? 1U : 0U;
        EXPECT_EQ(entry.corrects.has_value(), !entry.reason.empty());
    }
    EXPECT_EQ(reasons.size(), 5U);
    EXPECT_GT(corrections, 20U);
    EXPECT_GT(withdrawn, 3U);
}

TEST(County, describes_a_baby_before_the_birth_and_after_it) {
    bool expected = false;
    for (const auto& entry : usual_county().entries) {
        if (is_a<record::PersonDescribed>(entry)) {
            expected = expected || record::body_of<record::PersonDescribed>(entry).expected;
        }
    }
    EXPECT_TRUE(expected);
    for (const auto& [id, person] : usual_county().people) {
        EXPECT_TRUE(person.born) << person.number;
    }
}

} // namespace
} // namespace gweld::demo

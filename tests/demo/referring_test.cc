// What partners sent to the made-up county: forms with files, an answer, and whom nobody told yet.
#include "casework/referral_story.h"
#include "casework/referrals.h"
#include "made.h"
#include "record/codec.h"
#include "record/kept_file.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace gweld::demo {
namespace {

template <class Kind> std::vector<Kind> all() {
    std::vector<Kind> found;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind == record::Named<Kind>::name) {
            found.push_back(record::body_of<Kind>(entry));
        }
    }
    return found;
}

TEST(Referring, every_online_form_has_its_form_and_nobody_of_ours_wrote_it) {
    std::size_t forms = 0;
    for (const auto& entry : usual_county().entries) {
        if (entry.kind == record::Named<record::ReferralSent>::name) {
            ++forms;
            EXPECT_EQ(entry.recorded_by.role, casework::partners_form_role);
            EXPECT_TRUE(entry.recorded_by.worker.is_nil());
        }
    }
    std::size_t online = 0;
    for (const auto& contact : all<record::ContactReceived>()) {
        online += contact.channel == record::Channel::online_form ? 1U : 0U;
    }
    EXPECT_GT(forms, 50U);
    EXPECT_EQ(forms, online);
}

TEST(Referring, the_files_that_entries_carry_are_kept) {
    const auto& county = usual_county();
    std::size_t carried = 0;
    for (const auto& form : all<record::ReferralSent>()) {
        for (const auto& file : form.files) {
            ++carried;
            EXPECT_TRUE(std::ranges::any_of(county.made.files, [&](const auto& bytes) {
                return record::digest_from_hex(file.digest) == record::digest_of_file(bytes);
            })) << file.name;
        }
    }
    EXPECT_EQ(carried, 2U);
    for (const auto& bytes : county.made.files) {
        const bool pdf = bytes.starts_with("%PDF");
        EXPECT_TRUE(files::type_of(pdf ? "a.pdf" : "a.txt", bytes).ok());
    }
}

TEST(Referring, one_question_is_answered_and_most_referrers_are_told) {
    EXPECT_EQ(all<record::ReferrerAsked>().size(), 1U);
    EXPECT_EQ(all<record::ReferrerAnswered>().size(), 1U);
    std::size_t professional = 0;
    std::map<base::ContactId, bool> from_professional;
    for (const auto& contact : all<record::ContactReceived>()) {
        from_professional[contact.contact] = record::is_professional(contact.source);
    }
    for (const auto& decided : all<record::ContactDecided>()) {
        professional += from_professional[decided.contact] ? 1U : 0U;
    }
    const auto told = all<record::ReferrerTold>().size();
    EXPECT_LT(told, professional);
    EXPECT_LE(professional - told, 20U);
}

} // namespace
} // namespace gweld::demo

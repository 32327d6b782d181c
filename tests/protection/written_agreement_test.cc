#include "protection/written_agreement.h"

#include <gtest/gtest.h>

namespace gweld::protection {
namespace {

TEST(WrittenAgreement, is_known_by_its_name_however_it_is_typed) {
    EXPECT_EQ(calls_itself_agreement("Sign a Written Agreement with mum"), "Written Agreement");
    EXPECT_EQ(calls_itself_agreement("WRITTEN  AGREEMENTS"), "WRITTEN  AGREEMENTS");
    EXPECT_EQ(calls_itself_agreement("a written-\nagreement"), "written-\nagreement");
    EXPECT_EQ(calls_itself_agreement("the “written agreement” of May"), "written agreement");
    EXPECT_EQ(calls_itself_agreement("written\xC2\xA0"
                                     "agreement"),
              "written\xC2\xA0"
              "agreement");
    EXPECT_EQ(calls_itself_agreement("Contract of Expectations"), "Contract of Expectations");
    EXPECT_EQ(calls_itself_agreement("contracts of expectation"), "contracts of expectation");
}

TEST(WrittenAgreement, is_known_in_welsh_with_its_mutations) {
    EXPECT_EQ(calls_itself_agreement("Llofnodi cytundeb ysgrifenedig"), "cytundeb ysgrifenedig");
    EXPECT_EQ(calls_itself_agreement("ei gytundeb ysgrifenedig"), "gytundeb ysgrifenedig");
    EXPECT_EQ(calls_itself_agreement("a chytundeb ysgrifenedig"), "chytundeb ysgrifenedig");
    EXPECT_EQ(calls_itself_agreement("fy nghytundeb ysgrifenedig"), "nghytundeb ysgrifenedig");
    EXPECT_EQ(calls_itself_agreement("Contract disgwyliadau"), "Contract disgwyliadau");
}

TEST(WrittenAgreement, is_not_seen_where_there_is_none) {
    for (const auto* text :
         {"", "agreement", "Agreed in writing to ring on Mondays", "written", "unwritten agreement",
          "Contract of employment", "cytundeb", "ysgrifenedig", "ŵ"}) {
        EXPECT_EQ(calls_itself_agreement(text), std::nullopt) << text;
    }
}

TEST(WrittenAgreement, is_found_at_either_end_of_a_long_text) {
    const std::string filler(10000, 'x');
    EXPECT_TRUE(calls_itself_agreement(filler + " written agreement"));
    EXPECT_TRUE(calls_itself_agreement("written agreement " + filler));
    EXPECT_FALSE(calls_itself_agreement(filler));
}

} // namespace
} // namespace gweld::protection

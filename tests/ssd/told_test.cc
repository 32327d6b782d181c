#include "folder.h"

#include <algorithm>
#include <set>

namespace {

using namespace gweld;
using namespace gweld::ssd;
using namespace gweld::ssd::test;

const words::Words& english() { return words::in(words::Language::english); }
const words::Words& welsh() { return words::in(words::Language::welsh); }

TEST(Told, every_reason_and_notice_has_its_own_sentence_in_both_languages) {
    std::set<std::string> said;
    for (std::size_t i = 0; i < reason_count; ++i) {
        const auto sentence = sentence_of(static_cast<Reason>(i));
        EXPECT_FALSE(sentence.empty());
        EXPECT_TRUE(said.insert(std::string{sentence}).second) << sentence;
        EXPECT_NE(welsh().say(sentence), sentence);
    }
    for (std::size_t i = 0; i < notice_count; ++i) {
        const auto [one, many] = sentence_of(static_cast<Notice>(i));
        EXPECT_TRUE(said.insert(std::string{one}).second) << one;
        for (const long n : {1L, 2L, 3L, 6L, 100L}) {
            EXPECT_NE(welsh().say_n(one, many, n), english().say_n(one, many, n)) << one;
        }
    }
}

TEST(Told, a_fault_says_where_what_and_why) {
    EXPECT_EQ(told(RowFault{"ssd_cp_visits.csv", 12, "cppv_cp_visit_date", "2026-02-30",
                            Reason::no_such_date},
                   english()),
              "ssd_cp_visits.csv, line 12, cppv_cp_visit_date: 2026-02-30. There is no such day or "
              "time.");
    EXPECT_EQ(told(RowFault{"ssd_person.csv", 4, "pers_person_id", "c1", Reason::row_differs, 2},
                   welsh()),
              "ssd_person.csv, llinell 4, pers_person_id: c1. Mae gan linell 2 yr un rhif ac mae’n "
              "dweud rhywbeth arall. Y llinell honno sy’n sefyll.");
    EXPECT_EQ(told(RowFault{"ssd_person.csv", 0, "", "", Reason::file_empty}, english()),
              "ssd_person.csv. This file is empty. Its first line has to name the columns.");
}

TEST(Told, a_report_says_what_became_of_the_rows) {
    Folder folder;
    put_small(folder);
    std::filesystem::remove(folder.path() / "ssd_address.csv");
    folder.file("ssd_cla_visits.csv", "").file("notes.txt", "");
    const auto store = empty_store();
    const auto lines = told(import_into(*store, folder.path()), english());
    const auto has = [&](std::string_view line) {
        return std::ranges::find(lines, line) != lines.end();
    };
    EXPECT_EQ(lines.front(), "13 entries were recorded.");
    EXPECT_TRUE(has("ssd_cp_visits.csv: rows read 3, new 3, changed 0, as before 0, passed over 0, "
                    "refused 0."));
    EXPECT_TRUE(has("ssd_address.csv is not in the folder."));
    EXPECT_TRUE(has("ssd_cla_visits.csv is not yet read."));
    EXPECT_TRUE(has("notes.txt is not a table of the dataset."));
    EXPECT_EQ(told(import_into(*store, folder.path()), welsh()).front(),
              "Mae popeth yn y detholiad hwn yn y cofnod yn barod.");
}

} // namespace

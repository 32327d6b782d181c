// Values in comma-separated files: quoted where they must be, and run by no spreadsheet.
#include "base/csv_cell.h"

#include <gtest/gtest.h>

namespace gweld::base {

TEST(CsvCell, is_quoted_where_it_must_be) {
    EXPECT_EQ(csv_cell(""), "");
    EXPECT_EQ(csv_cell("plain - not = a formula"), "plain - not = a formula");
    EXPECT_EQ(csv_cell("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_cell("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
}

TEST(CsvCell, is_never_run) {
    for (const std::string value : {"=1+1", "+44", "-1", "@SUM(A1)", "\tq", "\rq", "|cmd", "%x",
                                    " =1", "\xEF\xBB\xBF@x", "\u200B=1", "\u00A0=1", "\u202E-1",
                                    "\u2066\u200F+1", "\uFF1D1", "\uFF0B1", "\n=1", "\x01=1"}) {
        const auto cell = csv_cell(value);
        EXPECT_TRUE(cell.starts_with("\"'")) << cell;
        EXPECT_TRUE(cell.ends_with('"')) << cell;
    }
    EXPECT_EQ(csv_cell("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
    EXPECT_EQ(csv_cell(" z "), " z ");
    EXPECT_EQ(csv_cell("\u200B"), "\u200B");
}

} // namespace gweld::base

#include "ssd/csv.h"

#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace gweld::ssd;
using Row = std::vector<std::string>;

struct Read {
    std::vector<Row> rows;
    std::vector<std::int64_t> lines;
    std::vector<CsvFlaw> flaws;
    bool broken = false;
};

Read read(const std::string& text) {
    std::istringstream in{text};
    CsvReader csv{in};
    Read all;
    for (;;) {
        const auto step = csv.next();
        if (step != CsvReader::Step::row) {
            all.broken = step == CsvReader::Step::broken;
            return all;
        }
        Row row;
        for (std::size_t i = 0; i < csv.size(); ++i) {
            row.emplace_back(csv.cell(i));
        }
        all.rows.push_back(std::move(row));
        all.lines.push_back(csv.line());
        all.flaws.push_back(csv.flaw());
    }
}

TEST(Csv, rows_end_with_crlf_lf_cr_or_the_file) {
    const std::vector<Row> rows = {{"a", "b"}, {"c", ""}, {"", "d"}};
    EXPECT_EQ(read("a,b\nc,\n,d\n").rows, rows);
    EXPECT_EQ(read("a,b\r\nc,\r\n,d").rows, rows);
    EXPECT_EQ(read("a,b\rc,\r,d\r").rows, rows);
    EXPECT_EQ(read("\xEF\xBB\xBF"
                   "a,b\r\nc,\n,d\r")
                  .rows,
              rows);
    EXPECT_TRUE(read("").rows.empty());
    EXPECT_TRUE(read("\xEF\xBB\xBF").rows.empty());
}

TEST(Csv, quotes_hold_commas_quotes_and_line_ends) {
    EXPECT_EQ(read("\"a,b\",\"say \"\"hi\"\"\",\"x\r\ny\rz\"\n").rows,
              (std::vector<Row>{{"a,b", "say \"hi\"", "x\ny\nz"}}));
    EXPECT_EQ(read("\"\",\"\"\"\"\n").rows, (std::vector<Row>{{"", "\""}}));
    EXPECT_EQ(read("a\"b,c \"d\"\n").rows, (std::vector<Row>{{"a\"b", "c \"d\""}}));
}

TEST(Csv, a_row_is_known_by_the_line_on_which_it_begins) {
    const auto all = read("h\r\n\r\n\"one\r\ntwo\"\r\nx\n\n\ny");
    EXPECT_EQ(all.lines, (std::vector<std::int64_t>{1, 3, 5, 8}));
    EXPECT_EQ(read("\n\na,\"\n\"\n\nb").lines, (std::vector<std::int64_t>{3, 6}));
}

TEST(Csv, blank_lines_are_passed_over_but_empty_values_are_not) {
    EXPECT_EQ(read("a\n\n\r\n\"\"\n").rows, (std::vector<Row>{{"a"}, {""}}));
    EXPECT_EQ(read(",\n").rows, (std::vector<Row>{{"", ""}}));
}

TEST(Csv, an_unclosed_quote_breaks_the_file) {
    const auto all = read("a,b\n\"c,d\ne,f\n");
    EXPECT_EQ(all.rows.size(), 1U);
    EXPECT_TRUE(all.broken);
    EXPECT_TRUE(read("\"" + std::string(3'000'000, 'x') + "\"\n").broken);
    EXPECT_TRUE(read(std::string(3'000'000, ',')).broken);
}

TEST(Csv, text_after_a_closing_quote_and_zero_bytes_are_told) {
    EXPECT_EQ(read("\"a\"b,c\n").flaws, std::vector{CsvFlaw::text_after_quote});
    EXPECT_EQ(read("\"a\" ,c\n").flaws, std::vector{CsvFlaw::none});
    EXPECT_EQ(read(std::string{"a\0b,c\n", 6}).flaws, std::vector{CsvFlaw::zero_byte});
    EXPECT_EQ(read("\"a\"b\nc\n").flaws, (std::vector{CsvFlaw::text_after_quote, CsvFlaw::none}));
}

TEST(Csv, rows_longer_than_a_chunk_are_whole) {
    const std::string longest(200'000, 'y');
    EXPECT_EQ(read("\"" + longest + "\"," + longest + "\nz,w").rows,
              (std::vector<Row>{{longest, longest}, {"z", "w"}}));
}

TEST(Csv, what_is_not_utf8_is_found_where_it_stands) {
    EXPECT_EQ(first_not_utf8("Siân Llŷr €😀"), std::string::npos);
    EXPECT_EQ(first_not_utf8("Si\xE2n"), 2U);
    EXPECT_EQ(first_not_utf8("ab\xC3"), 2U);
    for (const char* bad : {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF",
                            "\x80", "\xF8\x88\x80\x80\x80", "\xE2\x28\xA1"}) {
        EXPECT_EQ(first_not_utf8(bad), 0U);
    }
    std::istringstream in{"h\n\"x\ny\n\xE2\",\xE2\n"};
    CsvReader csv{in};
    ASSERT_EQ(csv.next(), CsvReader::Step::row);
    ASSERT_EQ(csv.next(), CsvReader::Step::row);
    EXPECT_EQ(csv.line(), 2);
    EXPECT_EQ(csv.line_of(0, 4), 4);
    EXPECT_EQ(csv.line_of(1, 0), 4);
}

TEST(Csv, utf16_is_recognised_by_its_mark) {
    std::istringstream in{std::string{"\xFF\xFE"
                                      "a\0,\0",
                                      6}};
    EXPECT_TRUE(CsvReader{in}.is_utf16());
}

TEST(CsvWriting, is_read_back_as_it_was) {
    std::string text;
    append_csv_row(text, {"a", "", "b,c", "say \"hi\"", "x\ny", " z "});
    EXPECT_EQ(text, "a,,\"b,c\",\"say \"\"hi\"\"\",\"x\ny\", z \r\n");
    EXPECT_EQ(read(text).rows, (std::vector<Row>{{"a", "", "b,c", "say \"hi\"", "x\ny", " z "}}));
}

TEST(CsvWriting, no_cell_runs_as_a_formula) {
    std::string text;
    append_csv_row(text, {"=1+1", "+44", "-1", "@x", "\tq", "a=b", "=\"x\""});
    EXPECT_EQ(text, "\"'=1+1\",\"'+44\",\"'-1\",\"'@x\",\"'\tq\",a=b,\"'=\"\"x\"\"\"\r\n");
}

} // namespace

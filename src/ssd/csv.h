// csv.h - comma-separated text, one row at a time, as databases and spreadsheets write it. Knows
// no table and no column.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gweld::ssd {

enum class CsvFlaw : std::uint8_t {
    none,
    text_after_quote, // "Bryn" Glas,
    zero_byte,
    quote_not_closed, // and the file, or a million characters, went by
};

// RFC 4180, and what is met besides: a byte order mark, lines ended by CRLF, LF or CR in one file,
// no line end after the last row. A line end inside quotes is kept as one '\n'. Blank lines are
// passed over. Memory: one row, however long the file.
class CsvReader {
  public:
    explicit CsvReader(std::istream& in);

    enum class Step : std::uint8_t { row, end, broken }; // broken: the rest cannot be trusted
    Step next();

    // Counted from 1 as an editor counts: the line on which the row begins.
    std::int64_t line() const { return row_line_; }
    // The line after the row.
    std::int64_t next_line() const { return line_; }
    CsvFlaw flaw() const { return flaw_; }
    std::size_t size() const { return cells_.size(); }
    // Valid until next().
    std::string_view cell(std::size_t index) const {
        const auto& [begin, end] = cells_[index];
        return std::string_view{text_}.substr(begin, end - begin);
    }
    // The line on which a cell's byte stands.
    std::int64_t line_of(std::size_t index, std::size_t byte) const;
    // The file begins as UTF-16 does: it is not text for us.
    bool is_utf16() const { return utf16_; }

  private:
    static constexpr int no_more = -1;
    enum class At : std::uint8_t { cell_start, plain, quoted, after_quote };

    int look();
    int take();
    bool take_line_end(int c);
    void end_cell();
    bool step(int c, At& at);
    void step_in_quotes(int c, At& at);
    bool row_is_blank() const { return cells_.size() == 1 && text_.empty() && !had_quote_; }

    std::istream& in_;
    std::vector<char> buffer_;
    std::size_t position_ = 0;
    std::size_t filled_ = 0;
    std::string text_;
    std::vector<std::pair<std::size_t, std::size_t>> cells_;
    std::size_t cell_begin_ = 0;
    std::int64_t line_ = 1;
    std::int64_t row_line_ = 1;
    CsvFlaw flaw_ = CsvFlaw::none;
    bool had_quote_ = false;
    bool utf16_ = false;
};

// One row with its CRLF, as RFC 4180 has it. A cell that a spreadsheet would run as a formula
// (= + - @ | % first, also in full width or after what is not seen, or a tab or return) gets an
// apostrophe in front, which spreadsheets do not show.
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells);

// The place of the first byte that is not UTF-8 (no overlong forms, no surrogates, nothing beyond
// U+10FFFF), or npos.
std::size_t first_not_utf8(std::string_view text);

} // namespace gweld::ssd

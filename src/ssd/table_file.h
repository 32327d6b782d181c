// table_file.h - one table's file, row by row, with the columns found by name. Knows how a row can
// be malformed, not what it means.
#pragma once

#include "ssd/csv.h"
#include "ssd/findings.h"
#include "ssd/values.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::ssd {

class TableFile {
  public:
    // Reads the line that names the columns; what is wrong with it becomes faults of the file.
    TableFile(Table table, const std::filesystem::path& path, Findings& findings);

    // The next row that has the right shape and is text; the others become faults. False at the
    // end, and when the file cannot be read on.
    bool next();
    std::int64_t line() const { return csv_->line(); }
    std::int64_t rows() const { return rows_; }
    Table table() const { return table_; }
    Findings& findings() { return findings_; }

    bool has(std::size_t column) const { return place_of_[column].has_value(); }
    // The cell, plain(); empty where the file has no such column.
    std::string_view cell(std::size_t column) const;

  private:
    bool read_header();
    void find_columns();
    bool shape_is_good();
    bool is_text();
    bool all_blank() const;
    void file_fault(Reason reason, std::int64_t line, std::string_view field);

    Table table_;
    std::string name_;
    Findings& findings_;
    std::ifstream in_;
    std::unique_ptr<CsvReader> csv_;
    std::vector<std::optional<std::size_t>> place_of_; // by column of columns_of(table)
    std::vector<std::string> header_;
    std::int64_t rows_ = 0;
    bool usable_ = false;
};

// One row of a TableFile being made into values: each cell that cannot be is a fault, and then the
// row is refused.
class RowReading {
  public:
    explicit RowReading(TableFile& file) : file_{file} {}

    std::string text(std::size_t column) const { return std::string{file_.cell(column)}; }
    std::string required(std::size_t column);
    std::optional<time::CivilDate> date(std::size_t column);
    std::optional<SourceMoment> moment(std::size_t column, Reason when_not);
    time::CivilDate required_date(std::size_t column);
    // The value, or its default and a fault.
    template <class T>
    T closed(std::size_t column, std::optional<T> (*read)(std::string_view), Reason when_not) {
        const auto value = read(file_.cell(column));
        if (!value) {
            fault(column, when_not);
        }
        return value.value_or(T{});
    }
    void fault(std::size_t column, Reason reason, std::int64_t other_line = 0);
    void warn(Notice notice) { file_.findings().warn(notice, file_.table(), file_.line()); }

    bool refused() const { return refused_; }
    Table table() const { return file_.table(); }
    bool has(std::size_t column) const { return file_.has(column); }
    std::string_view cell(std::size_t column) const { return file_.cell(column); }
    std::int64_t line() const { return file_.line(); }

  private:
    TableFile& file_;
    bool refused_ = false;
};

// Cut to about a hundred bytes, never inside a letter; what is not UTF-8 becomes U+FFFD.
std::string shown(std::string_view value);
std::string as_utf8(std::string_view bytes);

} // namespace gweld::ssd

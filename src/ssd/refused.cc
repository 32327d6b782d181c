#include "ssd/refused.h"

#include "ssd/csv.h"
#include "ssd/table_file.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace gweld::ssd {
namespace {

// Everything said against the row that begins on `line`.
std::string reasons_for(const std::vector<const RowFault*>& faults, std::int64_t line,
                        std::int64_t next_line, const words::Words& words) {
    std::string reasons;
    auto fault = std::ranges::lower_bound(faults, line, {}, &RowFault::line);
    for (; fault != faults.end() && (*fault)->line < next_line; ++fault) {
        const auto& [file, at, field, value, reason, other_line] = **fault;
        reasons += (reasons.empty() ? "" : " ") + (field.empty() ? "" : field + ": ") +
                   words.say(sentence_of(reason), {{"line", std::to_string(other_line)}});
    }
    return reasons;
}

class RefusedRows {
  public:
    RefusedRows(std::string file, std::ofstream& out) : file_{std::move(file)}, out_{out} {}

    void header(const CsvReader& csv) {
        width_ = csv.size();
        row(csv, "reason", "file", "line");
    }
    // Values beyond the last column come after ours, so that none is lost and ours stay in place.
    void row(const CsvReader& csv, std::string_view reason, std::string_view file,
             std::string_view line) {
        std::vector<std::string> cells;
        cells.reserve(std::max(width_, csv.size()) + 3);
        for (std::size_t i = 0; i < width_; ++i) {
            cells.push_back(i < csv.size() ? as_utf8(csv.cell(i)) : std::string{});
        }
        cells.insert(cells.end(), {std::string{reason}, std::string{file}, std::string{line}});
        for (auto i = width_; i < csv.size(); ++i) {
            cells.push_back(as_utf8(csv.cell(i)));
        }
        std::string text;
        append_csv_row(text, {cells.begin(), cells.end()});
        out_ << text;
    }
    void refused(const CsvReader& csv, const std::string& reasons) {
        row(csv, reasons, file_, std::to_string(csv.line()));
    }

  private:
    std::string file_;
    std::ofstream& out_;
    std::size_t width_ = 0;
};

void copy_refused(const Extract& extract, Table table, std::ofstream& out,
                  const words::Words& words) {
    std::vector<const RowFault*> faults;
    for (const auto& fault : extract.findings.faults()) {
        if (fault.file == file_of(table)) {
            faults.push_back(&fault);
        }
    }
    std::ifstream in{*extract.of(table).path, std::ios::binary};
    CsvReader csv{in};
    RefusedRows rows{std::string{file_of(table)}, out};
    if (csv.next() == CsvReader::Step::row) {
        rows.header(csv);
    }
    const auto& lines = extract.findings.refused_lines(table);
    while (csv.next() == CsvReader::Step::row) {
        if (lines.contains(csv.line())) {
            rows.refused(csv, reasons_for(faults, csv.line(), csv.next_line(), words));
        }
    }
}

} // namespace

bool write_refused(const Extract& extract, Table table, const std::filesystem::path& to,
                   const words::Words& words) {
    std::ofstream out{to, std::ios::binary | std::ios::trunc};
    if (!out) {
        return false;
    }
    out << "\xEF\xBB\xBF";
    copy_refused(extract, table, out, words);
    out.close();
    if (!out) {
        std::error_code ignored;
        std::filesystem::remove(to, ignored);
        return false;
    }
    return true;
}

} // namespace gweld::ssd

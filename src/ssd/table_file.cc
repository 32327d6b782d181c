#include "ssd/table_file.h"

#include <algorithm>
#include <utility>

namespace gweld::ssd {
namespace {

constexpr std::size_t longest_shown = 100;

std::string lower_plain(std::string_view name) { return lower(plain(name)); }

} // namespace

std::string as_utf8(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const auto good = std::min(first_not_utf8(bytes), bytes.size());
        text += bytes.substr(0, good);
        bytes.remove_prefix(good);
        if (!bytes.empty()) {
            text += "\xEF\xBF\xBD";
            bytes.remove_prefix(1);
        }
    }
    return text;
}

std::string shown(std::string_view value) {
    auto text = as_utf8(value.substr(0, longest_shown));
    if (value.size() > longest_shown) {
        // The cut may have gone through a letter: what is left of it goes too.
        while (text.ends_with("\xEF\xBF\xBD")) {
            text.erase(text.size() - 3);
        }
        text += "…";
    }
    return text;
}

TableFile::TableFile(Table table, const std::filesystem::path& path, Findings& findings)
    : table_{table}, name_{file_of(table)}, findings_{findings}, in_{path, std::ios::binary},
      place_of_(columns_of(table).size()) {
    if (!in_) {
        file_fault(Reason::file_unreadable, 0, {});
        return;
    }
    csv_ = std::make_unique<CsvReader>(in_);
    usable_ = read_header();
}

void TableFile::file_fault(Reason reason, std::int64_t line, std::string_view field) {
    findings_.fault({name_, line, std::string{field}, {}, reason, 0});
}

bool TableFile::read_header() {
    if (csv_->is_utf16()) {
        file_fault(Reason::utf16, 1, {});
        return false;
    }
    const auto step = csv_->next();
    if (in_.bad()) {
        file_fault(Reason::file_unreadable, 0, {});
        return false;
    }
    if (step == CsvReader::Step::end) {
        file_fault(Reason::file_empty, 0, {});
        return false;
    }
    if (step == CsvReader::Step::broken) {
        file_fault(Reason::quote_not_closed, csv_->line(), {});
        return false;
    }
    for (std::size_t i = 0; i < csv_->size(); ++i) {
        if (first_not_utf8(csv_->cell(i)) != std::string_view::npos) {
            file_fault(Reason::header_not_text, csv_->line(), {});
            return false;
        }
        header_.push_back(lower_plain(csv_->cell(i)));
    }
    if (csv_->flaw() != CsvFlaw::none) {
        file_fault(Reason::header_not_text, csv_->line(), {});
        return false;
    }
    if (header_.size() == 1 && header_[0].find_first_of(";\t|") != std::string::npos) {
        file_fault(Reason::separator_not_comma, csv_->line(), {});
        return false;
    }
    const auto before = findings_.faults().size();
    find_columns();
    return findings_.faults().size() == before;
}

void TableFile::find_columns() {
    const auto columns = columns_of(table_);
    for (std::size_t i = 0; i < header_.size(); ++i) {
        const auto column = std::ranges::find(columns, header_[i], &Column::name);
        if (column == columns.end()) {
            if (!header_[i].empty()) {
                findings_.warn(Notice::columns_not_read, table_, csv_->line(), header_[i]);
            }
            continue;
        }
        auto& place = place_of_[static_cast<std::size_t>(column - columns.begin())];
        if (place) {
            file_fault(Reason::column_twice, csv_->line(), column->name);
        }
        place = i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].needed == Needed::yes && !place_of_[i]) {
            file_fault(Reason::column_missing, csv_->line(), columns[i].name);
        }
    }
}

bool TableFile::all_blank() const {
    for (std::size_t i = 0; i < csv_->size(); ++i) {
        if (!csv_->cell(i).empty()) {
            return false;
        }
    }
    return true;
}

bool TableFile::shape_is_good() {
    auto reason = Reason::text_after_quote;
    if (csv_->flaw() == CsvFlaw::zero_byte) {
        reason = Reason::zero_byte;
    } else if (csv_->flaw() == CsvFlaw::none && csv_->size() != header_.size()) {
        reason = Reason::wrong_number_of_values;
    } else if (csv_->flaw() == CsvFlaw::none) {
        return true;
    }
    const auto value = reason == Reason::wrong_number_of_values ? std::to_string(csv_->size()) : "";
    findings_.row_fault(table_, {name_, csv_->line(), {}, value, reason, 0});
    return false;
}

// A fault names the line of the first byte that is not UTF-8, which inside quotes may be below
// the line on which the row begins.
bool TableFile::is_text() {
    bool good = true;
    for (std::size_t i = 0; i < csv_->size(); ++i) {
        const auto cell = csv_->cell(i);
        const auto byte = first_not_utf8(cell);
        if (byte == std::string_view::npos) {
            continue;
        }
        good = false;
        findings_.refuse(table_, csv_->line());
        findings_.fault(
            {name_, csv_->line_of(i, byte), header_[i], shown(plain(cell)), Reason::not_utf8, 0});
    }
    return good;
}

bool TableFile::next() {
    while (usable_) {
        const auto step = csv_->next();
        if (in_.bad()) {
            file_fault(Reason::file_unreadable, csv_->line(), {});
            usable_ = false;
            return false;
        }
        if (step == CsvReader::Step::broken) {
            file_fault(Reason::quote_not_closed, csv_->line(), {});
        }
        if (step != CsvReader::Step::row) {
            usable_ = false;
            return false;
        }
        if (all_blank()) { // what a spreadsheet leaves below its last row
            continue;
        }
        ++rows_;
        if (shape_is_good() && is_text()) {
            return true;
        }
    }
    return false;
}

std::string_view TableFile::cell(std::size_t column) const {
    const auto& place = place_of_[column];
    return place ? plain(csv_->cell(*place)) : std::string_view{};
}

void RowReading::fault(std::size_t column, Reason reason, std::int64_t other_line) {
    refused_ = true;
    const auto table = file_.table();
    file_.findings().row_fault(table, {std::string{file_of(table)}, file_.line(),
                                       std::string{columns_of(table)[column].name},
                                       shown(file_.cell(column)), reason, other_line});
}

std::string RowReading::required(std::size_t column) {
    auto value = text(column);
    if (value.empty()) {
        fault(column, Reason::value_missing);
    }
    return value;
}

std::optional<SourceMoment> RowReading::moment(std::size_t column, Reason when_not) {
    const auto cell = file_.cell(column);
    if (cell.empty()) {
        return std::nullopt;
    }
    const auto found = moment_in(cell);
    if (!found.ok()) {
        fault(column, found.error() == Reason::not_a_date ? when_not : found.error());
        return std::nullopt;
    }
    return found.value();
}

std::optional<time::CivilDate> RowReading::date(std::size_t column) {
    const auto found = moment(column, Reason::not_a_date);
    return found ? std::optional{found->date} : std::nullopt;
}

time::CivilDate RowReading::required_date(std::size_t column) {
    if (file_.cell(column).empty()) {
        fault(column, Reason::value_missing);
    }
    return date(column).value_or(record::to_be_given);
}

} // namespace gweld::ssd

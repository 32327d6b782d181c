#include "ssd/csv.h"

#include "base/csv_cell.h"

#include <algorithm>

namespace gweld::ssd {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16U;
constexpr std::size_t longest_row = std::size_t{1} << 20U;
constexpr std::size_t most_cells = 10'000;

struct Utf8Step {
    std::size_t length; // 0: not UTF-8
};

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Table 3-7 of the Unicode standard, "Well-Formed UTF-8 Byte Sequences".
Utf8Step utf8_step(std::string_view rest) {
    const auto lead = static_cast<unsigned char>(rest[0]);
    if (lead < 0x80) {
        return {1};
    }
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    }
    if (length == 0 || rest.size() < length) {
        return {0};
    }
    const auto second = static_cast<unsigned char>(rest[1]);
    const bool good = second >= low && second <= high &&
                      std::ranges::all_of(rest.substr(2, length - 2), continues);
    return {good ? length : 0};
}

} // namespace

std::size_t first_not_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto [length] = utf8_step(text.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

CsvReader::CsvReader(std::istream& in) : in_{in}, buffer_(chunk) {
    look();
    const std::string_view start{buffer_.data(), filled_};
    utf16_ = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    if (start.starts_with("\xEF\xBB\xBF")) {
        position_ = 3;
    }
}

int CsvReader::look() {
    if (position_ == filled_) {
        in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        filled_ = static_cast<std::size_t>(in_.gcount());
        position_ = 0;
    }
    return position_ == filled_ ? no_more : static_cast<unsigned char>(buffer_[position_]);
}

int CsvReader::take() {
    const int c = look();
    if (c != no_more) {
        ++position_;
    }
    return c;
}

// CRLF, LF and CR each end one line.
bool CsvReader::take_line_end(int c) {
    if (c != '\n' && c != '\r') {
        return false;
    }
    if (c == '\r' && look() == '\n') {
        take();
    }
    ++line_;
    return true;
}

void CsvReader::end_cell() {
    cells_.emplace_back(cell_begin_, text_.size());
    cell_begin_ = text_.size();
}

void CsvReader::step_in_quotes(int c, At& at) {
    if (c == '"') {
        at = At::after_quote;
    } else if (take_line_end(c)) {
        text_ += '\n';
    } else {
        text_ += static_cast<char>(c);
    }
}

// Takes one character into the row; true when it ended the row.
bool CsvReader::step(int c, At& at) {
    if (at == At::quoted) {
        step_in_quotes(c, at);
        return false;
    }
    if (c == ',') {
        end_cell();
        at = At::cell_start;
        return false;
    }
    if (take_line_end(c)) {
        end_cell();
        return true;
    }
    if (c == '"' && at == At::cell_start) {
        at = At::quoted;
        had_quote_ = true;
        return false;
    }
    if (at == At::after_quote && c == '"') {
        at = At::quoted;
    } else if (at == At::after_quote) {
        // Spaces between the closing quote and the comma say nothing.
        if (c == ' ' || c == '\t') {
            return false;
        }
        flaw_ = flaw_ == CsvFlaw::none ? CsvFlaw::text_after_quote : flaw_;
        at = At::plain;
    } else {
        at = At::plain;
    }
    text_ += static_cast<char>(c);
    return false;
}

CsvReader::Step CsvReader::next() {
    do {
        text_.clear();
        cells_.clear();
        cell_begin_ = 0;
        had_quote_ = false;
        flaw_ = CsvFlaw::none;
        row_line_ = line_;
        if (look() == no_more) {
            return Step::end;
        }
        auto at = At::cell_start;
        for (bool ended = false; !ended;) {
            const int c = take();
            if ((c == no_more && at == At::quoted) || text_.size() > longest_row ||
                cells_.size() > most_cells) {
                flaw_ = CsvFlaw::quote_not_closed;
                return Step::broken;
            }
            if (c == no_more) {
                end_cell();
                break;
            }
            if (c == 0) {
                flaw_ = CsvFlaw::zero_byte;
            }
            ended = step(c, at);
        }
    } while (row_is_blank());
    return Step::row;
}

std::int64_t CsvReader::line_of(std::size_t index, std::size_t byte) const {
    const auto before = std::string_view{text_}.substr(0, cells_[index].first + byte);
    return row_line_ + std::ranges::count(before, '\n');
}

void append_csv_row(std::string& out, const std::vector<std::string_view>& cells) {
    bool first = true;
    for (const auto cell : cells) {
        out += first ? "" : ",";
        first = false;
        out += base::csv_cell(cell);
    }
    out += "\r\n";
}

} // namespace gweld::ssd

#include "measure/report.h"

#include "base/csv_cell.h"

#include <array>
#include <utility>

namespace gweld::measure {
namespace {

constexpr std::array<std::string_view, 6> duty_columns{"child",  "rule",   "anchor",
                                                       "due_by", "met_on", "state"};
constexpr std::array<std::string_view, 11> measure_columns{"group",
                                                           "due",
                                                           "on_time",
                                                           "on_time_recorded_late",
                                                           "recording_unknown",
                                                           "late",
                                                           "not_met",
                                                           "undetermined",
                                                           "percent_on_time",
                                                           "child_days",
                                                           "child_days_in_date"};

enum class Cell : std::uint8_t { text, number, none };
struct Written {
    Cell kind;
    std::string value;
};
Written text(std::string value) { return {Cell::text, std::move(value)}; }
Written number(std::int64_t value) { return {Cell::number, std::to_string(value)}; }
Written date(const std::optional<CivilDate>& value) {
    return value ? text(time::to_iso(*value)) : Written{Cell::none, {}};
}

Written percent(const Tally& tally) {
    if (tally.due == 0) {
        return {Cell::none, {}};
    }
    const auto tenths = (2000 * tally.on_time_in_any_way() + tally.due) / (2 * tally.due);
    return {Cell::number, std::to_string(tenths / 10) + "." + std::to_string(tenths % 10)};
}

std::array<Written, duty_columns.size()> cells_of(const DutyRow& row) {
    return {text(row.child),  text(row.rule),   date(row.anchor),
            date(row.due_by), date(row.met_on), text(std::string{protection::name_of(row.state)})};
}

std::array<Written, measure_columns.size()> cells_of(const MeasureRow& row) {
    const Tally& tally = row.tally;
    return {text(row.group),
            number(tally.due),
            number(tally.on_time),
            number(tally.on_time_recorded_late),
            number(tally.recording_unknown),
            number(tally.late),
            number(tally.not_met),
            number(tally.undetermined),
            percent(tally),
            number(tally.child_days),
            number(tally.child_days_in_date)};
}

std::string quoted_for_json(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out{'"'};
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        } else {
            out += c;
        }
    }
    return out += '"';
}

std::string json_value(const Written& cell) {
    switch (cell.kind) {
    case Cell::text:
        return quoted_for_json(cell.value);
    case Cell::number:
        return cell.value;
    case Cell::none:
        break;
    }
    return "null";
}

template <class Columns, class Row>
std::string json(const Columns& columns, std::span<const Row> rows) {
    std::string out = "[";
    for (const Row& row : rows) {
        out += &row == rows.data() ? "\n{" : ",\n{";
        const auto cells = cells_of(row);
        for (std::size_t at = 0; at < columns.size(); ++at) {
            out += at == 0 ? "" : ",";
            out += quoted_for_json(columns[at]) + ":" + json_value(cells[at]);
        }
        out += '}';
    }
    return out += rows.empty() ? "]\n" : "\n]\n";
}

template <class Columns, class Row>
std::string csv(const Columns& columns, std::span<const Row> rows) {
    std::string out;
    for (const auto column : columns) {
        out += out.empty() ? "" : ",";
        out += column;
    }
    out += "\r\n";
    for (const Row& row : rows) {
        const auto cells = cells_of(row);
        for (std::size_t at = 0; at < columns.size(); ++at) {
            out += at == 0 ? "" : ",";
            out += cells[at].kind == Cell::text ? base::csv_cell(cells[at].value) : cells[at].value;
        }
        out += "\r\n";
    }
    return out;
}

} // namespace

DutyRow row_of(const std::string& child, const Duty& duty) {
    return {child, std::string{duty.rule}, duty.anchor, duty.due_by, duty.met_on, duty.state};
}

std::string json_of(std::span<const DutyRow> rows) { return json(duty_columns, rows); }
std::string csv_of(std::span<const DutyRow> rows) { return csv(duty_columns, rows); }
std::string json_of(std::span<const MeasureRow> rows) { return json(measure_columns, rows); }
std::string csv_of(std::span<const MeasureRow> rows) { return csv(measure_columns, rows); }

} // namespace gweld::measure

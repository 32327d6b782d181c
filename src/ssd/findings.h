// findings.h - what is wrong with an extract, where, and in whose words. Knows no record.
#pragma once

#include "ssd/tables.h"
#include "words/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <vector>

namespace gweld::ssd {

enum class Reason : std::uint8_t {
    // the folder and the file: nothing is imported, whatever was asked
    folder_unreadable,
    nothing_to_read,
    file_missing,
    file_unreadable,
    file_twice,
    file_empty,
    utf16,
    separator_not_comma,
    column_missing,
    column_twice,
    header_not_text,
    quote_not_closed,
    // the row
    wrong_number_of_values,
    text_after_quote,
    zero_byte,
    not_utf8,
    // the value
    value_missing,
    not_a_date,
    no_such_date,
    year_not_believable,
    in_the_future,
    not_yes_or_no,
    sex_not_known,
    category_not_known,
    place_not_known,
    not_a_moment,
    address_not_readable,
    outcomes_not_readable,
    factors_not_readable,
    end_before_start,
    // between rows
    row_differs,
    person_not_known,
    worker_not_known,
    team_not_known,
    team_name_not_unique,
    plans_overlap,
    assessment_not_known,
    plan_not_known,
    person_refused,
    worker_refused,
    team_refused,
    assessment_refused,
    plan_refused,
};
inline constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::plan_refused) + 1;

// Whether the reason speaks of a whole file or folder rather than of one row.
bool stops_everything(Reason reason);
// The English sentence (its Welsh is in words/). {line} stands for RowFault::other_line.
std::string_view sentence_of(Reason reason);

struct RowFault {
    std::string file;
    std::int64_t line = 0; // the line on which the row begins, from 1; 0: the file as a whole
    std::string field;     // the column's name; empty: the whole row
    std::string value;     // as it stands in the file, cut to about a hundred bytes
    Reason reason = Reason::value_missing;
    std::int64_t other_line = 0; // the row it cannot stand beside
    friend bool operator==(const RowFault&, const RowFault&) = default;
};

enum class Notice : std::uint8_t { // worth knowing; stops nothing
    columns_not_read,
    row_twice,
    born_and_expected,
    born_in_the_future,
    died_before_birth,
    name_missing,
    parent_team_not_known,
    worker_missing, // the row is passed over
    role_missing,
    category_missing,
    category_list_missing,
    alone_but_not_seen,
    place_missing,
    recorded_at_missing,
    recorded_before_visit,
    address_without_text, // the row is passed over
    postcode_unusual,
    worker_not_listed,
    source_missing,
    outcome_without_end,
    not_held_yet,  // the row is passed over
    without_codes, // the row is passed over
};
inline constexpr std::size_t notice_count = static_cast<std::size_t>(Notice::without_codes) + 1;

struct NoticeSentence {
    std::string_view one;
    std::string_view many; // {n} rows
};
NoticeSentence sentence_of(Notice notice);

struct Warning {
    Notice notice = Notice::row_twice;
    Table table = Table::person;
    std::string detail; // columns_not_read: the columns
    std::int64_t first_line = 0;
    std::int64_t count = 0;
    friend bool operator==(const Warning&, const Warning&) = default;
};

// Everything found so far. Warnings of one kind in one table are counted, not listed.
class Findings {
  public:
    void fault(RowFault fault);
    void row_fault(Table table, RowFault fault); // and the row is refused
    void refuse(Table table, std::int64_t line) { refused_.at(index_of(table)).insert(line); }
    void warn(Notice notice, Table table, std::int64_t line, const std::string& detail = {});

    bool any_fault() const { return !faults_.empty(); }
    bool everything_stops() const { return stops_; }
    const std::vector<RowFault>& faults() const { return faults_; }
    std::vector<Warning> warnings() const;
    const std::unordered_set<std::int64_t>& refused_lines(Table table) const {
        return refused_.at(index_of(table));
    }
    // Of one table, faults then stand in the order of its lines.
    void put_in_order();

  private:
    std::vector<RowFault> faults_;
    std::map<std::pair<Table, Notice>, Warning> warnings_;
    std::array<std::unordered_set<std::int64_t>, table_count> refused_;
    bool stops_ = false;
};

// "ssd_cp_visits.csv, line 12, cppv_cp_visit_date: 2026-02-30. There is no such day."
std::string told(const RowFault& fault, const words::Words& words);
// "ssd_cp_visits.csv: 12 visits do not say where they took place. (The first is on line 3.)"
std::string told(const Warning& warning, const words::Words& words);

} // namespace gweld::ssd

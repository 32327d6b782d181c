// extract_reader.h - the making of an Extract, one table after another, each checked against those
// read before it. Knows no record.
#pragma once

#include "ssd/extract.h"
#include "ssd/table_file.h"

#include <set>

namespace gweld::ssd {

// The numbers of one table that others refer to.
struct Register {
    std::unordered_map<std::string, std::size_t> place_of; // in the Extract's vector
    std::unordered_set<std::string> refused;
};

class ExtractReader {
  public:
    ExtractReader(const std::filesystem::path& folder, time::Instant now, TableRows told)
        : folder_{folder}, now_{now}, today_{time::date_in_wales(now)}, told_{told} {}

    Extract read();

  private:
    struct Reference { // how a row refers to another table
        Table table;
        const Register& known;
        Reason not_known;
        Reason refused;
    };

    void list_folder();
    void note_file(const std::filesystem::path& path);
    template <class ReadRow> void each_row(Table table, ReadRow read_row);
    void refuse(Table table, std::string key) {
        extract_.tables.at(index_of(table)).refused_keys.insert(std::move(key));
    }
    void pass_over(Table table) { ++extract_.tables.at(index_of(table)).passed_over; }

    void read_people();
    void read_person(RowReading& row);
    void read_teams();
    void check_parent_teams();
    void read_workers();
    void read_family_members();
    void read_involvements();
    void read_involvement(RowReading& row);
    void read_plans();
    void read_plan(RowReading& row);
    void check_plans_overlap();
    void read_visits();
    void read_visit(RowReading& row);
    void check_visits_twice();
    void read_addresses();
    void read_address(RowReading& row);
    void read_contact(RowReading& row);
    void read_early_help(RowReading& row);
    void read_episode(RowReading& row);
    void read_assessment(RowReading& row);
    void read_factors(RowReading& row);
    void read_enquiry(RowReading& row);
    void read_initial_conference(RowReading& row);
    void read_review(RowReading& row);
    void keep_conference(RowReading& row, std::vector<ConferenceRow>& rows, Register& known,
                         ConferenceRow conference, std::size_t date_column);

    // True where the row names something that is there; else the fault has been noted.
    bool refer(RowReading& row, std::size_t column, const Reference& to);
    bool refer_to_person(RowReading& row, std::size_t column);
    std::string team_named(RowReading& row, std::size_t column);
    // Who did it, where it does not matter enough to refuse the row: the name, or as given.
    std::string worker_called(RowReading& row, std::size_t column);
    std::string team_called(RowReading& row, std::size_t column) const;
    std::string person_of_review(RowReading& row);
    time::CivilDate required_past_date(RowReading& row, std::size_t column);
    // A day there may be, today at the latest and not before the other.
    std::optional<time::CivilDate> past_end(RowReading& row, std::size_t column,
                                            time::CivilDate from);
    void missing_table(Table table);
    std::vector<record::Category> categories_of(RowReading& row);

    // Keeps a row under its own number unless the number is taken already.
    template <class Row, class Same>
    void keep(RowReading& row, std::vector<Row>& rows, Register& known, const std::string& id,
              Row value, Same same);

    std::filesystem::path folder_;
    time::Instant now_;
    time::CivilDate today_;
    TableRows told_;
    Extract extract_;
    Register people_;
    Register teams_;
    Register workers_;
    std::unordered_map<std::string, std::vector<std::size_t>> teams_by_name_;
    std::set<Table> missed_;
    Register involvements_;
    Register plans_;
    Register addresses_;
    Register contacts_;
    Register early_help_;
    Register episodes_;
    Register assessments_;
    Register factors_;
    Register enquiries_;
    Register initial_conferences_;
    Register reviews_;
    std::unordered_map<std::string, std::string> child_of_plan_;
};

template <class ReadRow> void ExtractReader::each_row(Table table, ReadRow read_row) {
    auto& read = extract_.tables.at(index_of(table));
    if (!read.path) {
        return;
    }
    TableFile file{table, *read.path, extract_.findings};
    while (file.next()) {
        RowReading row{file};
        read_row(row);
    }
    read.rows = file.rows();
    told_(table, read.rows);
}

template <class Row, class Same>
void ExtractReader::keep(RowReading& row, std::vector<Row>& rows, Register& known,
                         const std::string& id, Row value, Same same) {
    const auto table = row.table();
    const auto there = known.place_of.find(id);
    if (!row.refused() && there != known.place_of.end()) {
        const auto& first = rows[there->second];
        if (same(first, value)) {
            row.warn(Notice::row_twice);
            pass_over(table);
            return;
        }
        constexpr std::size_t id_column = 0;
        row.fault(id_column, Reason::row_differs, first.line);
        return; // the first row stands: its number is not refused
    }
    if (row.refused()) {
        if (!id.empty()) {
            known.refused.insert(id);
            refuse(table, key_of(id));
        }
        return;
    }
    known.place_of.emplace(id, rows.size());
    value.line = row.line();
    rows.push_back(std::move(value));
}

} // namespace gweld::ssd

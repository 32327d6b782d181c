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
    ExtractReader(const std::filesystem::path& folder, time::Instant now)
        : folder_{folder}, now_{now}, today_{time::date_in_wales(now)} {}

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

    // True where the row names something that is there; else the fault has been noted.
    bool refer(RowReading& row, std::size_t column, const Reference& to);
    bool refer_to_person(RowReading& row, std::size_t column);
    std::string team_named(RowReading& row, std::size_t column);
    void missing_table(Table table);
    std::vector<record::Category> categories_of(RowReading& row);

    // Keeps a row under its own number unless the number is taken already.
    template <class Row, class Same>
    void keep(RowReading& row, std::vector<Row>& rows, Register& known, const std::string& id,
              Row value, Same same);

    std::filesystem::path folder_;
    time::Instant now_;
    time::CivilDate today_;
    Extract extract_;
    Register people_;
    Register teams_;
    Register workers_;
    std::unordered_map<std::string, std::vector<std::size_t>> teams_by_name_;
    std::set<Table> missed_;
    Register involvements_;
    Register plans_;
    Register addresses_;
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

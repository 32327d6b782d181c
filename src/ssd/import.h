// import.h - gweld import ssd: a folder of tables into the record, all of it or nothing. Knows no
// command line.
#pragma once

#include "base/result.h"
#include "record/store.h"
#include "ssd/findings.h"
#include "ssd/plan.h"
#include "words/words.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gweld::ssd {

enum class BadRows : std::uint8_t {
    refuse_all,   // one bad row and nothing is imported
    accept_valid, // the good rows are imported and the bad ones saved to look at
};

class ImportProgress { // told while an import runs
  public:
    virtual ~ImportProgress() = default;
    virtual void read(Table table, std::int64_t rows) = 0;
    virtual void recorded(std::int64_t entries) = 0; // so far; every thousand
};

struct ImportOptions {
    time::Instant now;
    BadRows bad_rows = BadRows::refuse_all;
    // Where refused-ssd_person.csv and the like are written; empty: the folder of the extract.
    std::filesystem::path refused_folder;
    const words::Words& words; // in whose language the refused rows' reasons are written
    ImportProgress* progress = nullptr;
};

enum class ImportOutcome : std::uint8_t {
    imported,
    nothing_new,          // every row is in the record already
    refused,              // see findings; nothing was imported
    refused_rows_unsaved, // the file for the refused rows cannot be written; nothing was imported
};

struct TableReport {
    Table table = Table::person;
    bool in_folder = false;
    std::int64_t rows_read =
        0; // added + changed + unchanged + kept_by_hand + refused + passed_over
    std::int64_t refused = 0;
    std::int64_t passed_over = 0; // said twice, or saying nothing; see the warnings
    TablePlan plan;               // all nought when nothing was imported
    std::optional<std::filesystem::path> refused_file;
};

struct ImportReport {
    ImportOutcome outcome = ImportOutcome::nothing_new;
    std::array<TableReport, table_count> tables; // as in all_tables
    Listing listing;
    std::vector<RowFault> faults; // by table, then line
    std::vector<Warning> warnings;
    std::int64_t entries_recorded = 0;
    std::filesystem::path unsaved; // refused_rows_unsaved: the file
    const TableReport& of(Table table) const { return tables.at(index_of(table)); }
};

// Reads, checks and records the extract in one transaction. Reading it again records nothing; see
// docs/guides/import.md for what a changed row, a row that has gone and a row put right by hand do.
// A fault of a whole file (stops_everything) refuses the import whatever the options.
base::Result<ImportReport, record::StoreFault> import_extract(record::Store& store,
                                                              const std::filesystem::path& folder,
                                                              const ImportOptions& options);

// The report in sentences, one a line, without the faults and warnings (told in findings.h).
std::vector<std::string> told(const ImportReport& report, const words::Words& words);

} // namespace gweld::ssd

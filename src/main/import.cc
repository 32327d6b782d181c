#include "ssd/import.h"

#include "main/console.h"
#include "people/names.h"
#include "store/moving.h"
#include "store/postgres/postgres_store.h"

#include <filesystem>
#include <iostream>

namespace gweld::program {

namespace {

// Thousands of faults of one kind help nobody on a screen; the refused rows' file has them all.
constexpr std::size_t most_faults_shown = 200;

void print_faults(const Console& console, const ssd::ImportReport& report) {
    std::size_t shown = 0;
    for (const auto& fault : report.faults) {
        if (shown++ == most_faults_shown) {
            std::cerr << console.say.say(
                             "{n} more rows are not shown.",
                             {{"n", std::to_string(report.faults.size() - most_faults_shown)}})
                      << '\n';
            return;
        }
        std::cerr << ssd::told(fault, console.say) << '\n';
    }
}

int print(const Console& console, const ssd::ImportReport& report) {
    print_faults(console, report);
    for (const auto& warning : report.warnings) {
        std::cout << ssd::told(warning, console.say) << '\n';
    }
    for (const auto& line : ssd::told(report, console.say)) {
        std::cout << line << '\n';
    }
    const bool stopped = report.outcome == ssd::ImportOutcome::refused ||
                         report.outcome == ssd::ImportOutcome::refused_rows_unsaved;
    return stopped ? refused : done;
}

// Says how far it is, of an extract that takes long enough for somebody to wonder.
class Progress : public ssd::ImportProgress {
  public:
    explicit Progress(const Console& console) : say_{console.say} {}

    void read(ssd::Table table, std::int64_t rows) override {
        rows_ += rows;
        if (rows >= worth_telling) {
            std::cerr << say_.say("{file}: {n} rows read.",
                                  {{"file", std::string{ssd::file_of(table)}},
                                   {"n", std::to_string(rows)}})
                      << std::endl;
        }
    }
    void recorded(std::int64_t entries) override {
        if (rows_ >= worth_telling && entries % worth_telling == 0) {
            std::cerr << say_.say("{n} entries recorded so far.", {{"n", std::to_string(entries)}})
                      << std::endl;
        }
    }

  private:
    static constexpr std::int64_t worth_telling = 20'000;
    const words::Words& say_;
    std::int64_t rows_ = 0;
};

bool is_there(const std::string& data, const std::string& whose) {
    std::error_code ignored;
    return store::names_postgres(data)
               ? store::open_any(data, whose, store::WhenMissing::refuse, &people::name_keys).ok()
               : std::filesystem::exists(data, ignored);
}

} // namespace

int import_ssd(const Console& console, const ImportSsd& what) {
    // Never into another council's record: what is recorded stays.
    const auto& whose = what.authority.empty() ? console.asked.authority : what.authority;
    const bool there = is_there(console.asked.data, whose);
    const auto store = there ? console.open(Missing::refuse, whose)
                             : console.open(Missing::create, whose.empty() ? "local" : whose);
    if (!store) {
        return refused;
    }
    const auto bad_rows = what.refused == RefusedRows::set_aside ? ssd::BadRows::accept_valid
                                                                 : ssd::BadRows::refuse_all;
    Progress progress{console};
    const auto imported = ssd::import_extract(
        *store, what.directory, {console.clock.now(), bad_rows, {}, console.say, &progress});
    if (!imported.ok()) {
        return console.refuse(console.fault(imported.error()));
    }
    return print(console, imported.value());
}

} // namespace gweld::program

#include "ssd/import.h"

#include "casework/connections.h"
#include "ssd/refused.h"

#include <stdexcept>
#include <system_error>
#include <utility>

namespace gweld::ssd {
namespace {

using words::mark;

// Hands the drafts to the store a thousand at a time, so that memory does not grow with the
// extract; the transaction is one all the same.
class Appender {
  public:
    Appender(record::Writing& writing, time::Instant now, ImportProgress* progress)
        : writing_{writing}, progress_{progress},
          key_{"ssd import " + time::to_rfc3339(now) + " after " + std::to_string(writing.head())} {
    }

    void take(record::Draft draft) {
        drafts_.push_back(std::move(draft));
        if (drafts_.size() == most_at_once) {
            flush();
        }
    }
    void flush() {
        if (drafts_.empty()) {
            return;
        }
        ++batch_;
        recorded_ += static_cast<std::int64_t>(drafts_.size());
        const record::Append append{
            key_ + ", part " + std::to_string(batch_), {}, std::exchange(drafts_, {})};
        const auto result = writing_.append(append);
        if (!std::holds_alternative<record::Appended>(result)) {
            throw std::logic_error("the store did not take what was planned from its own record");
        }
        casework::bar_whoever_is_alike(writing_, append.drafts);
        if (progress_ != nullptr) {
            progress_->recorded(recorded_);
        }
    }

  private:
    static constexpr std::size_t most_at_once = 1000;
    record::Writing& writing_;
    ImportProgress* progress_;
    std::int64_t recorded_ = 0;
    std::string key_;
    std::vector<record::Draft> drafts_;
    int batch_ = 0;
};

ImportReport report_of(const Extract& extract) {
    ImportReport report;
    for (const auto table : all_tables) {
        const auto& read = extract.of(table);
        auto& row = report.tables.at(index_of(table));
        row.table = table;
        row.in_folder = read.path.has_value();
        row.rows_read = read.rows;
        row.passed_over = read.passed_over;
        row.refused = static_cast<std::int64_t>(extract.findings.refused_lines(table).size());
    }
    report.listing = extract.listing;
    report.faults = extract.findings.faults();
    report.warnings = extract.findings.warnings();
    return report;
}

void remove_refused_files(const ImportReport& report) {
    for (const auto& table : report.tables) {
        std::error_code ignored;
        if (table.refused_file) {
            std::filesystem::remove(*table.refused_file, ignored);
        }
    }
}

bool save_refused(const Extract& extract, const std::filesystem::path& folder,
                  const words::Words& words, ImportReport& report) {
    for (auto& table : report.tables) {
        if (table.refused == 0) {
            continue;
        }
        auto path = folder / ("refused-" + std::string{file_of(table.table)});
        if (!write_refused(extract, table.table, path, words)) {
            remove_refused_files(report);
            report.unsaved = std::move(path);
            return false;
        }
        table.refused_file = std::move(path);
    }
    return true;
}

base::Result<base::Nothing, record::StoreFault> record_extract(record::Store& store,
                                                               const Extract& extract,
                                                               const ImportOptions& options,
                                                               ImportReport& report) {
    ImportPlan plan;
    auto done = store.write([&](record::Writing& writing) {
        Appender appender{writing, options.now, options.progress};
        plan = plan_import(writing, store.authority(), extract, options.now, import_recorder(),
                           [&](record::Draft draft) { appender.take(std::move(draft)); });
        appender.flush();
        return plan.entries > 0 ? record::Keep::yes : record::Keep::no;
    });
    report.outcome = plan.entries > 0 ? ImportOutcome::imported : ImportOutcome::nothing_new;
    report.entries_recorded = plan.entries;
    for (auto& table : report.tables) {
        table.plan = std::move(plan.tables.at(index_of(table.table)));
    }
    return done;
}

} // namespace

base::Result<ImportReport, record::StoreFault> import_extract(record::Store& store,
                                                              const std::filesystem::path& folder,
                                                              const ImportOptions& options) {
    const auto extract = read_extract(folder, options.now, [&](Table table, std::int64_t rows) {
        if (options.progress != nullptr) {
            options.progress->read(table, rows);
        }
    });
    auto report = report_of(extract);
    const bool bad_rows_stop = options.bad_rows == BadRows::refuse_all;
    if (extract.findings.everything_stops() || (extract.findings.any_fault() && bad_rows_stop)) {
        report.outcome = ImportOutcome::refused;
        return base::Ok{std::move(report)};
    }
    const auto& to = options.refused_folder.empty() ? folder : options.refused_folder;
    if (!save_refused(extract, to, options.words, report)) {
        report.outcome = ImportOutcome::refused_rows_unsaved;
        return base::Ok{std::move(report)};
    }
    const auto done = record_extract(store, extract, options, report);
    if (!done.ok()) {
        remove_refused_files(report);
        return base::Err{done.error()};
    }
    return base::Ok{std::move(report)};
}

namespace {

void tell_outcome(const ImportReport& report, const words::Words& words,
                  std::vector<std::string>& lines) {
    switch (report.outcome) {
    case ImportOutcome::imported:
        lines.push_back(words.say_n(mark("{n} entry was recorded."),
                                    mark("{n} entries were recorded."),
                                    static_cast<long>(report.entries_recorded)));
        break;
    case ImportOutcome::nothing_new:
        lines.push_back(words.say(mark("Everything in this extract is in the record already.")));
        break;
    case ImportOutcome::refused:
        lines.push_back(words.say_n(mark("Nothing was imported: {n} fault was found."),
                                    mark("Nothing was imported: {n} faults were found."),
                                    static_cast<long>(report.faults.size())));
        break;
    case ImportOutcome::refused_rows_unsaved:
        lines.push_back(words.say(mark("Nothing was imported: the file for the refused rows, "
                                       "{path}, cannot be written."),
                                  {{"path", report.unsaved.string()}}));
        break;
    }
}

void tell_table(const TableReport& table, const words::Words& words,
                std::vector<std::string>& lines) {
    const std::string file{file_of(table.table)};
    const auto number = [](std::int64_t n) { return std::to_string(n); };
    lines.push_back(words.say(mark("{file}: rows read {read}, new {added}, changed {changed}, as "
                                   "before {unchanged}, passed over {passed}, refused {refused}."),
                              {{"file", file},
                               {"read", number(table.rows_read)},
                               {"added", number(table.plan.added)},
                               {"changed", number(table.plan.changed)},
                               {"unchanged", number(table.plan.unchanged)},
                               {"passed", number(table.passed_over)},
                               {"refused", number(table.refused)}}));
    if (table.plan.not_in_extract > 0) {
        lines.push_back(words.say_n(
            mark("{file}: {n} row of an earlier extract is not in this one. What it said stays."),
            mark("{file}: {n} rows of an earlier extract are not in this one. What they said "
                 "stays."),
            static_cast<long>(table.plan.not_in_extract), {{"file", file}}));
    }
    if (table.plan.kept_by_hand > 0) {
        lines.push_back(
            words.say_n(mark("{file}: {n} row has changed, but its entry was put right here. What "
                             "was written here stays."),
                        mark("{file}: {n} rows have changed, but their entries were put right "
                             "here. What was written here stays."),
                        static_cast<long>(table.plan.kept_by_hand), {{"file", file}}));
    }
    if (table.refused_file) {
        lines.push_back(words.say(mark("{file}: the refused rows are in {path}."),
                                  {{"file", file}, {"path", table.refused_file->string()}}));
    }
}

} // namespace

std::vector<std::string> told(const ImportReport& report, const words::Words& words) {
    std::vector<std::string> lines;
    tell_outcome(report, words, lines);
    for (const auto& table : report.tables) {
        if (table.in_folder) {
            tell_table(table, words, lines);
        }
    }
    const auto tell_files = [&](const std::vector<std::string>& files, std::string_view sentence) {
        for (const auto& file : files) {
            lines.push_back(words.say(sentence, {{"file", file}}));
        }
    };
    tell_files(report.listing.missing, mark("{file} is not in the folder."));
    tell_files(report.listing.not_yet_read, mark("{file} is not yet read."));
    tell_files(report.listing.unknown, mark("{file} is not a table of the dataset."));
    return lines;
}

} // namespace gweld::ssd

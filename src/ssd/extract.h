// extract.h - a folder of tables in the Standard Safeguarding Dataset's layout, read, checked and
// typed. Knows no record and no store; writes nothing.
#pragma once

#include "base/function_ref.h"
#include "record/kinds.h"
#include "ssd/findings.h"
#include "ssd/tables.h"
#include "time/instant.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gweld::ssd {

// The rows as the rest of the import sees them. `line` is the line on which the row begins; two
// rows are equal when they say the same, wherever they stand.
struct PersonRow {
    std::int64_t line = 0;
    record::PersonDescribed described;
};
struct TeamRow {
    std::int64_t line = 0;
    record::TeamDescribed described;
};
struct WorkerRow {
    std::int64_t line = 0;
    record::WorkerDescribed described;
};
struct FamilyRow {
    std::int64_t line = 0;
    std::string family;
    std::string person;
};
struct InvolvementRow {
    std::int64_t line = 0;
    std::string id;
    std::string person;
    std::string worker;
    std::string team; // its number; empty: the row names none
    record::AllocatedAs as = record::AllocatedAs::allocated_worker;
    time::CivilDate from = record::to_be_given;
    std::optional<time::CivilDate> until;
};
struct PlanRow {
    std::int64_t line = 0;
    std::string id;
    std::string person;
    time::CivilDate from = record::to_be_given;
    std::optional<time::CivilDate> until; // the first day off the register
    std::vector<record::Category> categories;
    std::string start_text;
};
struct AddressRow {
    std::int64_t line = 0;
    std::string id;
    std::string person;
    record::AddressLivedAt lived_at;
};
struct VisitRow { // small, because there are many
    std::string id;
    std::int32_t line = 0;
    std::uint32_t person = 0; // its place in Extract::people
    time::CivilDate on = record::to_be_given;
    std::int16_t minute_of_day = -1; // -1: the source gives no time
    record::Place place = record::Place::not_recorded;
    record::Answer seen = record::Answer::not_recorded;
    record::Answer alone = record::Answer::not_recorded;
    record::Answer bedroom = record::Answer::not_recorded;
    std::optional<time::Instant> recorded_at;
};

struct ContactRow { // small, because there are many
    std::int64_t line = 0;
    std::string id;
    std::string person;
    time::CivilDate on = record::to_be_given;
    std::int16_t minute_of_day = -1;   // -1: the source gives no time
    std::string source;                // as described, or else the code
    std::vector<std::string> outcomes; // none: not decided yet
};
struct EarlyHelpRow {
    std::int64_t line = 0;
    std::string person;
    record::EarlyHelpImported given;
};
struct EpisodeRow {
    std::int64_t line = 0;
    std::string person;
    record::EpisodeImported episode;
};
struct AssessmentRow {
    std::int64_t line = 0;
    std::string person;
    record::AssessmentImported made;
};
struct FactorsRow {
    std::int64_t line = 0;
    std::string id;
    std::string assessment;
    std::vector<std::string> factors;
};
struct EnquiryRow {
    std::int64_t line = 0;
    std::string id;
    std::string person;
    time::CivilDate from = record::to_be_given;
    std::optional<time::CivilDate> until;
    std::vector<std::string> outcomes;
};
struct ConferenceRow { // an initial one, one on moving here, or a review
    std::int64_t line = 0;
    std::string id;
    std::string person;
    record::ConferenceType type = record::ConferenceType::initial;
    time::CivilDate on = record::to_be_given;
    record::ConferenceDecision decision = record::ConferenceDecision::not_recorded;
    std::string participation; // the code: "PN1"
};

struct Listing { // what was in the folder, by file name, sorted
    std::vector<std::string> read;
    std::vector<std::string> missing; // of those read here
    std::vector<std::string> not_yet_read;
    std::vector<std::string> unknown;
};

struct TableRead {
    std::optional<std::filesystem::path> path; // none: not in the folder
    std::int64_t rows = 0;                     // those refused or passed over included
    std::int64_t passed_over = 0;
    // The keys of refused rows, as far as they could be read: they are not missing.
    std::unordered_set<std::string> refused_keys;
};

struct Extract {
    std::vector<PersonRow> people;
    std::vector<TeamRow> teams;
    std::vector<WorkerRow> workers;
    std::vector<FamilyRow> family_members;
    std::vector<InvolvementRow> involvements;
    std::vector<PlanRow> plans;
    std::vector<VisitRow> visits; // by visit number, then person
    std::vector<AddressRow> addresses;
    std::vector<ContactRow> contacts;
    std::vector<EarlyHelpRow> early_help;
    std::vector<EpisodeRow> episodes;
    std::vector<AssessmentRow> assessments;
    std::vector<FactorsRow> factors;
    std::vector<EnquiryRow> enquiries;
    std::vector<ConferenceRow> initial_conferences;
    std::vector<ConferenceRow> reviews;

    std::array<TableRead, table_count> tables;
    Listing listing;
    Findings findings;

    const TableRead& of(Table table) const { return tables.at(index_of(table)); }
};

// Every row that can stand, and every fault with its file, line, field and value. Nothing can be
// trusted when findings.everything_stops(). `now` decides what is in the future. About 100 bytes
// of memory a visit; time grows with the sorting of the visits and otherwise with the length.
// A table is told when all its rows have been read.
using TableRows = base::FunctionRef<void(Table, std::int64_t rows)>;
Extract read_extract(const std::filesystem::path& folder, time::Instant now, TableRows told);
Extract read_extract(const std::filesystem::path& folder, time::Instant now);

// How a row is named in the record's provenance and in refused_keys: its parts with a slash
// between, a slash inside a part written %2F and a per cent sign %25.
std::string key_of(std::string_view id);
std::string key_of(std::string_view first, std::string_view second);

} // namespace gweld::ssd

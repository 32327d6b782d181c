// tables.h - which tables of the Standard Safeguarding Dataset there are, and which of them, with
// which columns, are read here. Knows no file and no row.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gweld::ssd {

// In the order they are read: what others refer to comes first.
enum class Table : std::uint8_t {
    person,
    department,
    professionals,
    family,
    involvements,
    cp_plans,
    cp_visits,
    address,
    contacts,
    early_help_episodes,
    cin_episodes,
    cin_assessments,
    assessment_factors,
    s47_enquiry,
    initial_cp_conference,
    cp_reviews,
};
inline constexpr std::size_t table_count = 16;
inline constexpr std::array<Table, table_count> all_tables = {
    Table::person,
    Table::department,
    Table::professionals,
    Table::family,
    Table::involvements,
    Table::cp_plans,
    Table::cp_visits,
    Table::address,
    Table::contacts,
    Table::early_help_episodes,
    Table::cin_episodes,
    Table::cin_assessments,
    Table::assessment_factors,
    Table::s47_enquiry,
    Table::initial_cp_conference,
    Table::cp_reviews,
};
constexpr std::size_t index_of(Table table) { return static_cast<std::size_t>(table); }

std::string_view name_of(Table table); // "ssd_person"
std::string_view file_of(Table table); // "ssd_person.csv"

enum class Needed : std::uint8_t { yes, no };
struct Column {
    std::string_view name;
    Needed needed;
};
std::span<const Column> columns_of(Table table);

// The places of the columns in columns_of.
namespace columns {
namespace person {
enum Columns : std::size_t { id, forename, surname, sex, ethnicity, born, expected, died };
}
namespace department {
enum Columns : std::size_t { id, name, parent };
}
namespace professionals {
enum Columns : std::size_t { id, name, registration, title, department };
}
namespace family {
enum Columns : std::size_t { family, person };
}
namespace involvements {
enum Columns : std::size_t { id, person, professional, role, team, start, end };
}
namespace cp_plans {
enum Columns : std::size_t { id, person, start, end, initial_category, latest_category };
}
namespace cp_visits {
enum Columns : std::size_t { id, person, date, seen, alone, bedroom, place, recorded_at };
}
namespace address {
enum Columns : std::size_t { id, person, json, type, start, end, postcode };
}
namespace contacts {
enum Columns : std::size_t { id, person, date, source_code, source, outcomes };
}
namespace early_help_episodes {
enum Columns : std::size_t { id, person, start, end, reason, end_reason, organisation, worker };
}
namespace cin_episodes {
enum Columns : std::size_t {
    id,
    person,
    start,
    need,
    source_code,
    source,
    outcomes,
    nfa,
    close_reason,
    end,
    team,
    worker
};
}
namespace cin_assessments {
enum Columns : std::size_t {
    id,
    person,
    episode,
    start,
    child_seen,
    authorised,
    outcomes,
    nfa,
    team,
    worker
};
}
namespace assessment_factors {
enum Columns : std::size_t { id, assessment, factors };
}
namespace s47_enquiry {
enum Columns : std::size_t { id, person, start, end, nfa, outcomes };
}
namespace initial_cp_conference {
enum Columns : std::size_t { id, person, date, transfer_in, placed };
}
namespace cp_reviews {
enum Columns : std::size_t { id, person, plan, date, continues, participation };
}
} // namespace columns

enum class Known : std::uint8_t { read_here, not_yet_read, unknown };
struct FileName {
    Known known = Known::unknown;
    std::optional<Table> table; // when read here
};
// A file's name, in any case: "SSD_Person.CSV" is ssd_person.csv.
FileName what_is(std::string_view file_name);

} // namespace gweld::ssd

#include "ssd/extract.h"

#include "record/codec.h"
#include "ssd/extract_reader.h"

#include <algorithm>
#include <system_error>
#include <tuple>
#include <utility>

namespace gweld::ssd {
namespace {

void append_key_part(std::string& key, std::string_view part) {
    for (const char c : part) {
        if (c == '/') {
            key += "%2F";
        } else if (c == '%') {
            key += "%25";
        } else {
            key += c;
        }
    }
}

} // namespace

std::string key_of(std::string_view id) {
    std::string key;
    append_key_part(key, id);
    return key;
}

std::string key_of(std::string_view first, std::string_view second) {
    auto key = key_of(first) + "/";
    append_key_part(key, second);
    return key;
}

Extract read_extract(const std::filesystem::path& folder, time::Instant now) {
    return read_extract(folder, now, [](Table, std::int64_t) {});
}

Extract read_extract(const std::filesystem::path& folder, time::Instant now, TableRows told) {
    return ExtractReader{folder, now, told}.read();
}

Extract ExtractReader::read() {
    list_folder();
    read_people();
    read_teams();
    read_workers();
    read_family_members();
    read_involvements();
    read_plans();
    read_visits();
    read_addresses();
    each_row(Table::contacts, [this](RowReading& row) { read_contact(row); });
    each_row(Table::early_help_episodes, [this](RowReading& row) { read_early_help(row); });
    each_row(Table::cin_episodes, [this](RowReading& row) { read_episode(row); });
    each_row(Table::cin_assessments, [this](RowReading& row) { read_assessment(row); });
    each_row(Table::assessment_factors, [this](RowReading& row) { read_factors(row); });
    each_row(Table::s47_enquiry, [this](RowReading& row) { read_enquiry(row); });
    each_row(Table::initial_cp_conference,
             [this](RowReading& row) { read_initial_conference(row); });
    each_row(Table::cp_reviews, [this](RowReading& row) { read_review(row); });
    extract_.findings.put_in_order();
    return std::move(extract_);
}

void ExtractReader::note_file(const std::filesystem::path& path) {
    const auto name = path.filename().string();
    auto& listing = extract_.listing;
    // What the machine keeps for itself, and what an earlier import wrote here.
    if (name.starts_with('.') || name.starts_with("refused-ssd_")) {
        return;
    }
    const auto what = what_is(name);
    if (what.known == Known::unknown) {
        listing.unknown.push_back(as_utf8(name));
        return;
    }
    if (what.known == Known::not_yet_read) {
        listing.not_yet_read.push_back(name);
        return;
    }
    auto& read = extract_.tables.at(index_of(*what.table));
    if (read.path) {
        extract_.findings.fault(
            {std::string{file_of(*what.table)}, 0, {}, name, Reason::file_twice, 0});
        return;
    }
    read.path = path;
    listing.read.push_back(name);
}

void ExtractReader::list_folder() {
    std::error_code failed;
    std::vector<std::filesystem::path> paths;
    std::filesystem::directory_iterator entries{folder_, failed};
    for (; !failed && entries != std::filesystem::directory_iterator{}; entries.increment(failed)) {
        paths.push_back(entries->path());
    }
    if (failed) {
        extract_.findings.fault(
            {as_utf8(folder_.string()), 0, {}, {}, Reason::folder_unreadable, 0});
        return;
    }
    std::ranges::sort(paths);
    for (const auto& path : paths) {
        note_file(path);
    }
    for (const auto table : all_tables) {
        if (!extract_.of(table).path) {
            extract_.listing.missing.emplace_back(file_of(table));
        }
    }
    if (!extract_.of(Table::person).path) {
        missed_.insert(Table::person);
        extract_.findings.fault(
            {std::string{file_of(Table::person)}, 0, {}, {}, Reason::nothing_to_read, 0});
    }
}

void ExtractReader::missing_table(Table table) {
    if (missed_.insert(table).second) {
        extract_.findings.fault({std::string{file_of(table)}, 0, {}, {}, Reason::file_missing, 0});
    }
}

bool ExtractReader::refer(RowReading& row, std::size_t column, const Reference& to) {
    const auto id = row.required(column);
    if (id.empty() || to.known.place_of.contains(id)) {
        return !id.empty();
    }
    if (!extract_.of(to.table).path) {
        missing_table(to.table);
        return false;
    }
    row.fault(column, to.known.refused.contains(id) ? to.refused : to.not_known);
    return false;
}

bool ExtractReader::refer_to_person(RowReading& row, std::size_t column) {
    return refer(row, column,
                 {Table::person, people_, Reason::person_not_known, Reason::person_refused});
}

void ExtractReader::read_people() {
    each_row(Table::person, [this](RowReading& row) { read_person(row); });
}

void ExtractReader::read_person(RowReading& row) {
    PersonRow person;
    auto& who = person.described;
    who.number = row.required(columns::person::id);
    who.forename = row.text(columns::person::forename);
    who.surname = row.text(columns::person::surname);
    who.sex = row.closed(columns::person::sex, sex_in, Reason::sex_not_known);
    who.ethnicity = row.text(columns::person::ethnicity);
    who.born = row.date(columns::person::born);
    who.expected = row.date(columns::person::expected);
    who.died = row.date(columns::person::died);
    const auto id = who.number;
    const auto kept_before = extract_.people.size();
    const auto described = who;
    keep(row, extract_.people, people_, id, std::move(person),
         [](const PersonRow& a, const PersonRow& b) {
             return record::encode(a.described) == record::encode(b.described);
         });
    if (extract_.people.size() == kept_before) {
        return;
    }
    if (described.born && described.expected) {
        row.warn(Notice::born_and_expected);
    }
    if (described.born && *described.born > today_) {
        row.warn(Notice::born_in_the_future);
    }
    if (described.born && described.died && *described.died < *described.born) {
        row.warn(Notice::died_before_birth);
    }
    if (described.forename.empty() && described.surname.empty()) {
        row.warn(Notice::name_missing);
    }
}

void ExtractReader::read_teams() {
    each_row(Table::department, [this](RowReading& row) {
        TeamRow team;
        team.described = {row.required(columns::department::id),
                          row.text(columns::department::name),
                          row.text(columns::department::parent)};
        const auto id = team.described.number;
        if (team.described.name.empty() && !row.refused()) {
            row.warn(Notice::name_missing);
        }
        keep(row, extract_.teams, teams_, id, std::move(team),
             [](const TeamRow& a, const TeamRow& b) {
                 return record::encode(a.described) == record::encode(b.described);
             });
    });
    for (std::size_t i = 0; i < extract_.teams.size(); ++i) {
        teams_by_name_[lower(extract_.teams[i].described.name)].push_back(i);
    }
    check_parent_teams();
}

void ExtractReader::check_parent_teams() {
    for (const auto& team : extract_.teams) {
        const auto& parent = team.described.parent_number;
        if (!parent.empty() && !teams_.place_of.contains(parent)) {
            extract_.findings.warn(Notice::parent_team_not_known, Table::department, team.line);
        }
    }
}

void ExtractReader::read_workers() {
    each_row(Table::professionals, [this](RowReading& row) {
        WorkerRow worker;
        worker.described = {
            row.required(columns::professionals::id), row.text(columns::professionals::name),
            row.text(columns::professionals::title), row.text(columns::professionals::registration),
            row.text(columns::professionals::department)};
        const auto id = worker.described.number;
        if (worker.described.name.empty() && !row.refused()) {
            row.warn(Notice::name_missing);
        }
        keep(row, extract_.workers, workers_, id, std::move(worker),
             [](const WorkerRow& a, const WorkerRow& b) {
                 return record::encode(a.described) == record::encode(b.described);
             });
    });
}

void ExtractReader::read_family_members() {
    std::unordered_set<std::string> seen;
    each_row(Table::family, [&](RowReading& row) {
        FamilyRow member{row.line(), row.required(columns::family::family),
                         row.text(columns::family::person)};
        refer_to_person(row, columns::family::person);
        auto key = key_of(member.family, member.person);
        if (row.refused()) {
            refuse(Table::family, std::move(key));
        } else if (!seen.insert(std::move(key)).second) {
            row.warn(Notice::row_twice);
            pass_over(Table::family);
        } else {
            extract_.family_members.push_back(std::move(member));
        }
    });
}

// A team is named by its number or, as the dataset also allows, by its name.
std::string ExtractReader::team_named(RowReading& row, std::size_t column) {
    auto said = row.text(column);
    if (said.empty() || teams_.place_of.contains(said)) {
        return said;
    }
    if (!extract_.of(Table::department).path) {
        missing_table(Table::department);
        return {};
    }
    const auto named = teams_by_name_.find(lower(said));
    if (named == teams_by_name_.end()) {
        row.fault(column,
                  teams_.refused.contains(said) ? Reason::team_refused : Reason::team_not_known);
        return {};
    }
    if (named->second.size() > 1) {
        row.fault(column, Reason::team_name_not_unique);
        return {};
    }
    return extract_.teams[named->second.front()].described.number;
}

void ExtractReader::read_involvements() {
    each_row(Table::involvements, [this](RowReading& row) { read_involvement(row); });
}

void ExtractReader::read_involvement(RowReading& row) {
    using namespace columns::involvements;
    InvolvementRow involved;
    involved.id = row.required(id);
    involved.person = row.text(person);
    refer_to_person(row, person);
    involved.team = team_named(row, team);
    involved.worker = row.text(professional);
    const bool team_alone = involved.worker.empty() && !row.text(team).empty();
    if (!team_alone) {
        refer(row, professional,
              {Table::professionals, workers_, Reason::worker_not_known, Reason::worker_refused});
    }
    const auto as_said = row.text(role);
    involved.as = allocated_as(as_said);
    involved.from = row.required_date(start);
    involved.until = row.date(end);
    if (!row.refused() && involved.until && *involved.until < involved.from) {
        row.fault(end, Reason::end_before_start);
    }
    if (!row.refused() && team_alone) {
        // NOT MODELLED: an allocation to a team alone, because a child's allocation is to a person.
        row.warn(Notice::worker_missing);
        pass_over(Table::involvements);
        return;
    }
    if (!row.refused() && as_said.empty()) {
        row.warn(Notice::role_missing);
    }
    const auto number = involved.id;
    keep(row, extract_.involvements, involvements_, number, std::move(involved),
         [](const InvolvementRow& a, const InvolvementRow& b) {
             return std::tie(a.person, a.worker, a.team, a.as, a.from, a.until) ==
                    std::tie(b.person, b.worker, b.team, b.as, b.from, b.until);
         });
}

void ExtractReader::read_addresses() {
    each_row(Table::address, [this](RowReading& row) { read_address(row); });
}

void ExtractReader::read_address(RowReading& row) {
    using namespace columns::address;
    AddressRow where;
    where.id = row.required(id);
    where.person = row.text(person);
    refer_to_person(row, person);
    auto& lived_at = where.lived_at;
    if (!row.cell(json).empty()) {
        lived_at.lines = row.closed(json, address_lines, Reason::address_not_readable);
    }
    auto post = postcode_in(row.cell(postcode));
    lived_at.kind = address_kind(row.cell(type));
    lived_at.from = row.required_date(start);
    lived_at.until = row.date(end);
    if (!row.refused() && lived_at.until && *lived_at.until < lived_at.from) {
        row.fault(end, Reason::end_before_start);
    }
    if (!row.refused() && lived_at.lines.empty() && post.text.empty()) {
        row.warn(Notice::address_without_text);
        pass_over(Table::address);
        return;
    }
    if (!row.refused() && !post.usual) {
        row.warn(Notice::postcode_unusual);
    }
    lived_at.postcode = std::move(post.text);
    const auto number = where.id;
    keep(row, extract_.addresses, addresses_, number, std::move(where),
         [](const AddressRow& a, const AddressRow& b) {
             return a.person == b.person &&
                    record::encode(a.lived_at) == record::encode(b.lived_at);
         });
}

} // namespace gweld::ssd

#include "store/sqlite/examining.h"

#include "record/chain.h"
#include "store/append_rules.h"
#include "store/sql/reads.h"
#include "store/sql/table_sql.h"
#include "store/sqlite/opening.h"
#include "store/sqlite/schema.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace gweld::store {

namespace sqlite {

namespace {

using Findings = std::vector<Finding>;

void examine_pages(Connection& connection, Findings& findings) {
    const std::string sql = "PRAGMA integrity_check(20)";
    Query query{connection, sql};
    while (query.step()) {
        std::string said;
        query.read(0, said);
        if (said != "ok") {
            findings.push_back({Ill::page, said});
        }
    }
}

std::map<std::string, std::string> made_of(Connection& connection) {
    const std::string sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema";
    std::map<std::string, std::string> made;
    Query query{connection, sql};
    while (query.step()) {
        std::string name;
        query.read(0, name);
        query.read(1, made[name]);
    }
    return made;
}

// Against a file made anew.
void examine_making(Connection& connection, const std::string& authority, Findings& findings) {
    Connection fresh{":memory:", SQLITE_OPEN_READWRITE, std::chrono::milliseconds{0}};
    make_schema(fresh, authority);
    const auto wanted = made_of(fresh);
    const auto found = made_of(connection);
    std::map<std::string, std::string> differing;
    std::ranges::set_symmetric_difference(wanted, found, std::inserter(differing, differing.end()));
    for (const auto& [name, sql] : differing) {
        findings.push_back({Ill::made_otherwise, name});
    }
}

void examine_owners(Connection& connection, const std::string& authority, Findings& findings) {
    const auto look_in = [&](const std::string& table) {
        const auto sql = "SELECT 1 FROM " + table + " WHERE authority <> $1 LIMIT 1";
        Query query{connection, sql};
        query.bind_all(authority);
        if (query.step()) {
            findings.push_back({Ill::of_nobody, table});
        }
    };
    each_table(LogRows{}, [&](auto row) { look_in(table_name<typename decltype(row)::type>()); });
    each_table(record::AllRows{},
               [&](auto row) { look_in(table_name<typename decltype(row)::type>()); });
}

// Every entry was sent under one key, and what the key stands for can be told from the entries.
void examine_keys(Connection& connection, const std::string& authority, Findings& findings) {
    const Reads<record::Reading> reading{connection, authority};
    const std::string all = select_sql<DoneRow>("");
    std::set<Uuid> sent;
    each_row<DoneRow>(
        connection, all,
        [&](const DoneRow& row) {
            std::vector<record::Draft> drafts;
            for (const auto& id : split(row.entries)) {
                const auto entry = reading.entry(id);
                if (!entry || !sent.insert(id).second) {
                    findings.push_back({Ill::key_of_entry, base::to_text(id)});
                    return;
                }
                drafts.push_back(*entry);
            }
            if (fingerprint_of(drafts) != row.fingerprint) {
                findings.push_back(
                    {Ill::key_of_entry, drafts.empty() ? "" : base::to_text(drafts.front().id)});
            }
        },
        authority);
    const std::string ids = "SELECT id FROM entry WHERE authority = $1";
    Query query{connection, ids};
    query.bind_all(authority);
    while (query.step()) {
        Uuid id;
        query.read(0, id);
        if (!sent.contains(id)) {
            findings.push_back({Ill::key_of_entry, base::to_text(id)});
        }
    }
}

void examine_files(Connection& connection, const std::string& authority, Findings& findings) {
    const std::string sql =
        "SELECT digest FROM kept_file WHERE authority = $1 AND size <> length(bytes)";
    Query query{connection, sql};
    query.bind_all(authority);
    while (query.step()) {
        record::Hash digest{};
        query.read(0, digest);
        findings.push_back({Ill::file_size, record::to_hex(digest)});
    }
}

template <class Row>
void examine_rows(Connection& connection, const std::string& authority, Findings& findings) {
    const std::string all = select_sql<Row>("");
    try {
        each_row<Row>(connection, all, [](const Row&) {}, authority);
    } catch (const SqlFault&) {
        findings.push_back({Ill::row, std::string{record::TableOf<Row>::name}});
    }
}

// Each by itself: what one of them cannot read says nothing about the others.
template <class Look> void examine_with(Findings& findings, const Look& look) {
    try {
        look();
    } catch (const SqlFault& fault) {
        findings.push_back({Ill::page, fault.what()});
    } catch (const std::logic_error& missing) {
        findings.push_back({Ill::page, missing.what()});
    }
}

} // namespace

} // namespace sqlite

base::Result<std::vector<Finding>, OpenRefused> examine(const std::string& record) {
    using namespace sqlite;
    try {
        const auto opened = open_to_copy(record, std::chrono::milliseconds{5000});
        auto& connection = *opened.connection;
        connection.script("BEGIN");
        Findings findings;
        examine_with(findings, [&] { examine_pages(connection, findings); });
        // What an earlier program made has other columns until it is brought up to date.
        if (connection.pragma_number("user_version") == schema_version) {
            examine_with(findings, [&] { examine_making(connection, opened.authority, findings); });
            each_table(SealedRows{}, [&](auto row) {
                examine_rows<typename decltype(row)::type>(connection, opened.authority, findings);
            });
            examine_with(findings, [&] { examine_owners(connection, opened.authority, findings); });
            examine_with(findings, [&] { examine_keys(connection, opened.authority, findings); });
        }
        examine_with(findings, [&] { examine_files(connection, opened.authority, findings); });
        return base::Ok{std::move(findings)};
    } catch (OpenRefused& refused) {
        return base::Err{std::move(refused)};
    } catch (const SqlFault& fault) {
        return base::Err{refusal_of(fault, record)};
    } catch (const std::logic_error& broken) {
        return base::Err{OpenRefused{OpenFault::damaged, record + ": " + broken.what()}};
    }
}

} // namespace gweld::store

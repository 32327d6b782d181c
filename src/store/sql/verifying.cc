#include "store/sql/verifying.h"

#include "record/chain.h"
#include "record/known_kinds.h"
#include "store/sql/table_sql.h"

namespace gweld::store::sql {

std::optional<std::int64_t> newest_not_verified(Connection& connection,
                                                const std::string& authority) {
    const std::string sql = select_sql<EntryRow>("ORDER BY seq DESC LIMIT 2");
    const auto rows = all_rows<EntryRow>(connection, sql, authority);
    if (rows.empty()) {
        return std::nullopt;
    }
    const auto newest = entry_of(rows.front(), authority);
    const auto previous = rows.size() > 1 ? rows.back().hash : Hash{};
    const auto seq = rows.size() > 1 ? rows.back().seq + 1 : 1;
    return check_link(newest, seq, previous) == record::ChainFault::none
               ? std::nullopt
               : std::optional{newest.seq};
}

std::int64_t log_version_in(Connection& connection, const std::string& authority) {
    const std::string sql =
        "SELECT CAST(value AS bigint) FROM meta WHERE authority = $1 AND name = 'log'";
    Query query{connection, sql};
    query.bind_all(authority);
    std::int64_t version = 1;
    if (query.step()) {
        query.read(0, version);
    }
    return version;
}

std::optional<std::string> unknown_kind(Connection& connection, const std::string& authority) {
    const std::string sql = "SELECT DISTINCT kind, kind_version FROM entry WHERE authority = $1";
    Query query{connection, sql};
    query.bind_all(authority);
    while (query.step()) {
        std::string kind;
        std::int64_t version = 0;
        query.read(0, kind);
        query.read(1, version);
        if (!record::is_known(kind, static_cast<int>(version))) {
            return kind + " " + std::to_string(version);
        }
    }
    return std::nullopt;
}

} // namespace gweld::store::sql

// schema.h - the same tables as in SQLite, as PostgreSQL keeps them. The authority is the first
// column of every key, so that several stand in one database and the tables can be divided by it.
#pragma once

#include "store/postgres/connection.h"

#include <string>

namespace gweld::store::postgres {

// One more whenever a table beside the log is added or changed, as in store/sqlite/schema.h.
inline constexpr std::int64_t schema_version = 1;

// None: there are no tables of ours.
std::optional<std::int64_t> schema_found(Connection& connection);
void make_schema(Connection& connection);
// Makes the tables beside the log again, empty, as this program knows them, for every authority.
// Inside the caller's transaction, which fills them from the entries of each.
void remake_tables_beside(Connection& connection);
// Whose record; throws where the authority is there already.
void add_authority(Connection& connection, const std::string& authority);

} // namespace gweld::store::postgres

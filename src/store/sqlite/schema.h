// schema.h - the tables of a Gweld file and how to know one. The only text that is SQLite's own.
#pragma once

#include "store/sqlite/connection.h"

#include <string>

namespace gweld::store::sqlite {

inline constexpr std::int64_t application_id = 0x4757454C; // "GWEL"
// Of a backup, so that nobody writes into one by mistake.
inline constexpr std::int64_t backup_application_id = 0x47574542; // "GWEB"
// One more whenever a table beside the log is added or changed; see docs/decisions/store-file.md.
inline constexpr std::int64_t schema_version = 9;

// Makes every table, index and trigger and says whose file it is. Inside the caller's transaction.
void make_schema(Connection& connection, const std::string& authority);

// Throws the tables beside the log away and makes them, empty, as this program knows them; adds
// what has come since and is not computed from the log. Inside the caller's transaction, which
// fills them again from the entries.
void remake_tables_beside(Connection& connection, const std::string& authority);

// Lets a restored record be cut at a moment, and protects it again. Inside one transaction.
void unprotect_log(Connection& connection);
void protect_log(Connection& connection);

} // namespace gweld::store::sqlite

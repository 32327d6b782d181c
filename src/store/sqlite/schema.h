// schema.h - the tables of a Gweld file and how to know one. The only text that is SQLite's own.
#pragma once

#include "store/sqlite/connection.h"

#include <string>

namespace gweld::store::sqlite {

inline constexpr std::int64_t application_id = 0x4757454C; // "GWEL"
inline constexpr std::int64_t schema_version = 1;

// Makes every table, index and trigger and says whose file it is. Inside the caller's transaction.
void make_schema(Connection& connection, const std::string& authority);

} // namespace gweld::store::sqlite

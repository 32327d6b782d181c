// behind_our_back.h - what somebody with the file and the sqlite3 program could do, and whether the
// file is opened afterwards.
#pragma once

#include "stores.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

namespace gweld::made_up {

using store::OpenFault;

inline store::SqliteOptions existing() {
    store::SqliteOptions options = creating();
    options.when_missing = store::WhenMissing::refuse;
    return options;
}

inline std::optional<OpenFault> refusal(const std::string& path,
                                        const store::SqliteOptions& options,
                                        const std::string& whose = authority) {
    auto opened = store::open_sqlite(path, whose, options);
    if (opened.ok()) {
        return std::nullopt;
    }
    EXPECT_NE(opened.error().detail.find(path), std::string::npos) << opened.error().detail;
    return opened.error().fault;
}

// SQL as anyone with the file and the sqlite3 program could say it. Answers SQLite's complaint.
inline std::string said_to(const std::string& path, const std::string& sql) {
    sqlite3* db = nullptr;
    sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    char* complaint = nullptr;
    sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &complaint);
    std::string text = complaint == nullptr ? "" : complaint;
    sqlite3_free(complaint);
    sqlite3_close(db);
    return text;
}

} // namespace gweld::made_up

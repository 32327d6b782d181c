// fresh_store.h - an empty record for a test: in memory, or, where GWELD_TEST_POSTGRES names a
// server
// ("postgresql://..?host=.."), a schema of its own there. ./test --long runs the same tests on
// both.
#pragma once

#include "people/names.h"
#include "store/memory/memory_store.h"
#include "store/postgres/connection.h"
#include "store/postgres/postgres_store.h"

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace gweld::casework {

inline std::unique_ptr<record::Store> on_postgres(const std::string& server,
                                                  const std::string& authority) {
    static int count = 0;
    const auto schema = "t" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    store::postgres::Connection{server}.script("CREATE SCHEMA " + schema);
    store::PostgresOptions options;
    options.when_missing = store::WhenMissing::create;
    options.name_keys = &people::name_keys;
    options.readers = 2;
    auto opened =
        store::open_postgres(server + "&options=-csearch_path%3D" + schema, authority, options);
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    return std::move(opened).value();
}

inline std::unique_ptr<record::Store> fresh_store(const std::string& authority) {
    const char* server = std::getenv("GWELD_TEST_POSTGRES");
    return server == nullptr ? store::open_memory(authority, &people::name_keys)
                             : on_postgres(server, authority);
}

} // namespace gweld::casework

// every_store.h - an empty store of every make, for what all of them must keep.
#pragma once

#include "postgres_place.h"
#include "stores.h"

#include <fstream>
#include <sstream>

namespace gweld::made_up {

inline std::unique_ptr<Store> open_postgres_or_throw(const std::string& where,
                                                     const std::string& whose = authority) {
    return open_postgres_or_throw(where, whose, plain_keys);
}

inline std::string text_of(const std::string& path) {
    std::ifstream file{std::string{GWELD_TREE} + "/" + path};
    std::ostringstream text;
    text << file.rdbuf();
    if (text.str().empty()) {
        throw std::runtime_error("nothing in " + path);
    }
    return text.str();
}

// Every table divided by authority (packaging/wales/partitions.sql).
inline std::unique_ptr<Store> divided_postgres() {
    const auto where = PostgresPlace::ours().fresh();
    static_cast<void>(open_postgres_or_throw(where));
    store::postgres::Connection{where}.script(text_of("packaging/wales/partitions.sql"));
    return open_postgres_or_throw(where);
}

inline const std::vector<std::string> sorts{"memory", "sqlite", "postgres"};
// To divide the tables takes a second each time: the contract alone runs on them.
inline const std::vector<std::string> every_sort{"memory", "sqlite", "postgres", "divided"};

inline std::unique_ptr<Store> empty_store(const std::string& sort, const Folder& folder) {
    if (sort == "memory") {
        return store::open_memory(authority, plain_keys);
    }
    if (sort == "divided") {
        return divided_postgres();
    }
    return sort == "sqlite" ? open_or_throw(folder.file())
                            : open_postgres_or_throw(PostgresPlace::ours().fresh());
}

} // namespace gweld::made_up

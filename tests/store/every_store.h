// every_store.h - an empty store of every make, for what all of them must keep.
#pragma once

#include "postgres_place.h"
#include "stores.h"

namespace gweld::made_up {

inline std::unique_ptr<Store> open_postgres_or_throw(const std::string& where) {
    store::PostgresOptions options;
    options.when_missing = store::WhenMissing::create;
    options.name_keys = plain_keys;
    options.readers = 2;
    auto opened = store::open_postgres(where, authority, options);
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    return std::move(opened).value();
}

inline const std::vector<std::string> sorts{"memory", "sqlite", "postgres"};

inline std::unique_ptr<Store> empty_store(const std::string& sort, const Folder& folder) {
    if (sort == "memory") {
        return store::open_memory(authority, plain_keys);
    }
    return sort == "sqlite" ? open_or_throw(folder.file())
                            : open_postgres_or_throw(PostgresPlace::ours().fresh());
}

} // namespace gweld::made_up

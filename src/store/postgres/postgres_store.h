// postgres_store.h - the record in a PostgreSQL database, in which several authorities may stand.
// Several processes may serve one authority: they take turns at writing, and none decides anything
// by what another has changed since. Knows no clock.
#pragma once

#include "store/opening.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>

namespace gweld::store {

struct PostgresOptions {
    WhenMissing when_missing = WhenMissing::refuse; // the tables, and the authority in them
    WhenNewer when_newer = WhenNewer::refuse;
    record::NameKeys name_keys = nullptr; // has to be given
    Standby standby = Standby::as_it_may_be;
    std::size_t readers = 8;
    std::size_t queue = 1024;
    // Longer than another server needs to take over; then everybody in it is told that it is not
    // certain (disk_failed).
    std::chrono::milliseconds commit_within{40'000};
};

bool names_postgres(const std::string& data); // "postgresql://..." or "postgres://..."

// `where` as libpq reads it. Refuses a server that does not keep every acknowledged write through a
// power cut (fsync, full_page_writes and synchronous_commit on), one that is no primary, one that
// waits for no standby where that is demanded, and a record whose newest entry does not verify.
// What the server keeps is asked again at every turn at writing. An empty authority opens the only
// one.
base::Result<std::unique_ptr<record::Store>, OpenRefused>
open_postgres(const std::string& where, const std::string& authority,
              const PostgresOptions& options);

} // namespace gweld::store

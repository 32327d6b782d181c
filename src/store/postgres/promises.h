// promises.h - what a server must keep before anything is recorded on it, asked when a record is
// opened and at every turn at writing: behind one address a different server may answer each time.
#pragma once

#include "store/opening.h"
#include "store/postgres/connection.h"

#include <optional>

namespace gweld::store::postgres {

// Nothing: it keeps all of them.
std::optional<OpenRefused> promise_not_kept(Connection& connection, Standby standby);

// Asked right after a commit that was to be on a standby too: a server whose standbys are given up
// while a commit waits for one lets it go, and says nothing of it (syncrep.c,
// SyncRepUpdateSyncStandbysDefined). False also where the server cannot be asked.
bool still_waits_for_a_standby(Connection& connection);

// The connection of the one who writes. A turn on a server that keeps less than was demanded, or
// whose tables were made again by another version of the program, ends before anything is written,
// with StoreFault::read_only.
class WritingConnection : public Connection {
  public:
    WritingConnection(const std::string& where, Standby standby,
                      std::chrono::milliseconds longest_commit)
        : Connection{where}, standby_{standby} {
        commit_within(longest_commit);
    }
    void begin(const std::string& sql) override;

  private:
    std::optional<std::string> why_not();

    Standby standby_;
};

} // namespace gweld::store::postgres

// promises.h - what a server must keep before anything is recorded on it, asked when a record is
// opened and at every turn at writing: behind one address a different server may answer each time.
#pragma once

#include "store/opening.h"
#include "store/postgres/connection.h"

#include <optional>

namespace gweld::store::postgres {

// Nothing: it keeps all of them.
std::optional<OpenRefused> promise_not_kept(Connection& connection, Standby standby);

// The connection of the one who writes. A turn on a server that keeps less than was demanded ends
// before anything is written, with StoreFault::read_only.
class WritingConnection : public Connection {
  public:
    WritingConnection(const std::string& where, Standby standby)
        : Connection{where}, standby_{standby} {}
    void begin(const std::string& sql) override;

  private:
    Standby standby_;
};

} // namespace gweld::store::postgres

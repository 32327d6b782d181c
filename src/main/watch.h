// watch.h - the figures of a running server for whoever watches the machine: told on this machine
// only, at a port of their own, so that no proxy lets them out by mistake.
#pragma once

#include "base/result.h"
#include "record/store.h"
#include "web/server/server.h"
#include "web/watching.h"

#include <memory>
#include <thread>

namespace gweld::program {

class Watch {
  public:
    // All three must outlive it. Port 0: any free one.
    static base::Result<std::unique_ptr<Watch>, web::ListenRefused>
    start(int port, const web::Watching& watching, const web::Server& watched,
          const record::Store& store);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    std::uint16_t port() const { return server_->port(); }

  private:
    explicit Watch(std::unique_ptr<web::Server> server);

    std::unique_ptr<web::Server> server_;
    std::thread thread_;
};

} // namespace gweld::program

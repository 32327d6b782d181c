// server.h - the server's own code on a simulated disk, from one start to the next. Knows no people
// and no network; breaks nothing by itself.
#pragma once

#include "chance.h"
#include "county.h"
#include "phone/keys.h"
#include "web/pages/site.h"

#include <memory>

namespace gweld::simulation {

class Server {
  public:
    Server(std::string path, const time::Clock& clock, Chance& chance);
    ~Server();

    // Empty: it runs. Else why not, as the log would say it.
    std::string start();
    void stop(); // closes the record
    bool is_running() const { return running_ != nullptr; }

    // Throws what the server would call a bug of its own.
    web::Response answer(const web::Request& request);

    record::Store& store();
    casework::Office& office();
    const std::string& session_cookie();
    static const phone::Keys& phone_keys();

  private:
    struct Running;
    std::string path_;
    const time::Clock& clock_;
    Chance& chance_;
    std::unique_ptr<Running> running_;
};

} // namespace gweld::simulation

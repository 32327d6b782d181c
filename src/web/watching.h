// watching.h - how many requests of each kind were answered, how and how fast, for whoever watches
// the machine. Knows routes by name only: no address, no person, nothing that was asked or said.
#pragma once

#include "web/http.h"
#include "web/server/server.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace gweld::web {

struct Watched {
    std::string_view route; // "child"; empty: no such address
    Method method = Method::get;
    int status = 200;
    std::chrono::microseconds took{0};
};

// From any thread.
class Watching {
  public:
    void saw(const Watched& one);

    // In Prometheus' text format, version 0.0.4. Times in seconds; counts since the start.
    // `entries`: in the record now; none: it cannot be read.
    std::string told(const Load& load, std::optional<std::int64_t> entries) const;

  private:
    static constexpr std::array bounds_ms{5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000};
    struct Times {
        std::array<std::uint64_t, bounds_ms.size()> within{}; // each bound, without those below it
        std::uint64_t count = 0;
        std::chrono::microseconds sum{0};
    };
    static void put_times(std::string& out, std::string_view kind, const Times& times);

    mutable std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::uint64_t> answered_; // by route and status
    Times reading_;
    Times writing_; // POST
};

// One line of JSON without its end: the request's own number, its route, method, status and
// milliseconds. `at` as in an entry (time::to_rfc3339).
std::string log_line(std::string_view at, std::string_view request_id, const Watched& one);

} // namespace gweld::web

// rates.h - how often something may be asked for, by one address and by everybody together: token
// buckets in memory. Knows no page; the moment is an argument.
#pragma once

#include "time/instant.h"

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::web {

// So many an hour; a third of them (three at least) may come at once.
struct Rate {
    int an_hour = 0;
};

// The part of an address one person has: an IPv4 address, or the first half of an IPv6 address,
// of which everybody has a whole network. Anything else stays as it is.
std::string source_of(std::string_view address);

class RateLimits {
  public:
    RateLimits(Rate one_source, Rate everybody) : one_source_{one_source}, everybody_{everybody} {}

    // None: it may be done, and counts. Else how long until it may. From several threads at once.
    std::optional<std::chrono::seconds> ask(std::string_view address, time::Instant now);

    // Not to be counted after all: where failures alone are.
    void give_back(std::string_view address, time::Instant now);

  private:
    struct Bucket {
        double taken = 0; // of what it holds
        time::Instant at;
    };
    static void refill(Bucket& bucket, const Rate& rate, time::Instant now);
    void forget_the_rested(time::Instant now);

    Rate one_source_;
    Rate everybody_;
    std::mutex mutex_;
    std::map<std::string, Bucket, std::less<>> sources_; // those with something taken
    time::Instant looked_through_{};                     // all of them, when there were too many
    Bucket all_;
};

} // namespace gweld::web

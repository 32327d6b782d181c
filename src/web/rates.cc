#include "web/rates.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace gweld::web {

namespace {

// Beyond it the limit for everybody alone holds: a list that grows without end helps an attacker.
constexpr std::size_t most_sources = 20'000;
constexpr double seconds_in_hour = 3600;
// Looking through all of them for each who asks would itself hold everybody up.
constexpr std::chrono::minutes between_looks{1};

double holds(const Rate& rate) { return std::max(3, rate.an_hour / 3); }

std::chrono::seconds until_next(double taken, const Rate& rate) {
    const auto over = taken + 1 - holds(rate);
    return std::chrono::seconds{
        static_cast<int>(std::ceil(over * seconds_in_hour / std::max(1, rate.an_hour)))};
}

} // namespace

std::string source_of(std::string_view address) {
    const std::string text{address};
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
        return text;
    }
    constexpr std::string_view mapped = "::ffff:"; // IPv4 written as IPv6
    if (address.starts_with(mapped) && address.find('.') != std::string_view::npos) {
        return std::string{address.substr(mapped.size())};
    }
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> network{};
    inet_ntop(AF_INET6, bytes.data(), network.data(), network.size());
    return std::string{network.data()} + "/64";
}

void RateLimits::refill(Bucket& bucket, const Rate& rate, time::Instant now) {
    const auto passed = std::chrono::duration<double>(now - bucket.at).count();
    if (passed > 0) { // a clock that was put back gives nothing
        bucket.taken = std::max(0.0, bucket.taken - passed * rate.an_hour / seconds_in_hour);
    }
    bucket.at = now;
}

void RateLimits::forget_the_rested(time::Instant now) {
    for (auto one = sources_.begin(); one != sources_.end();) {
        refill(one->second, one_source_, now);
        one = one->second.taken <= 0 ? sources_.erase(one) : std::next(one);
    }
}

std::optional<std::chrono::seconds> RateLimits::ask(std::string_view address, time::Instant now) {
    const std::lock_guard lock{mutex_};
    if (sources_.size() >= most_sources && now - looked_through_ >= between_looks) {
        forget_the_rested(now);
        looked_through_ = now;
    }
    refill(all_, everybody_, now);
    if (all_.taken + 1 > holds(everybody_)) {
        return until_next(all_.taken, everybody_);
    }
    const auto source = source_of(address);
    auto known = sources_.find(source);
    if (known == sources_.end() && sources_.size() < most_sources) {
        known = sources_.emplace(source, Bucket{0, now}).first;
    }
    if (known != sources_.end()) {
        refill(known->second, one_source_, now);
        if (known->second.taken + 1 > holds(one_source_)) {
            return until_next(known->second.taken, one_source_);
        }
        known->second.taken += 1;
    }
    all_.taken += 1;
    return std::nullopt;
}

void RateLimits::give_back(std::string_view address, time::Instant now) {
    const std::lock_guard lock{mutex_};
    refill(all_, everybody_, now);
    all_.taken = std::max(0.0, all_.taken - 1);
    const auto known = sources_.find(source_of(address));
    if (known != sources_.end()) {
        refill(known->second, one_source_, now);
        known->second.taken = std::max(0.0, known->second.taken - 1);
    }
}

} // namespace gweld::web

// sensitive.h - personal data that cannot be written to a log by accident.
#pragma once

#include <string>
#include <utility>

namespace gweld::base {

// Compares and copies like the value; has no way into a stream or a formatter. The one door out is
// named so that a search finds every use.
template <class Tag, class T = std::string> class Sensitive {
  public:
    Sensitive() = default;
    explicit Sensitive(T value) : value_{std::move(value)} {}
    const T& reveal_to_authorised_reader() const { return value_; }
    friend bool operator==(const Sensitive&, const Sensitive&) = default;
    template <class Stream> friend Stream& operator<<(Stream&, const Sensitive&) = delete;

  private:
    T value_;
};

} // namespace gweld::base

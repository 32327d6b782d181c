// descriptor.h - an open file of the system's, closed with its scope, and writing all of a text to
// it.
#pragma once

#include <fcntl.h>
#include <string_view>
#include <unistd.h>
#include <utility>

namespace gweld::base {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    void close() {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }
    void take(int number) {
        close();
        number_ = number;
    }

  private:
    int number_;
};

// And flushes it. False: errno says why.
inline bool write_whole(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

} // namespace gweld::base

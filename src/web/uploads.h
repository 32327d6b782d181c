// uploads.h - files that come with a form, while we look at them. They lie on disk under no name,
// so that a crash leaves nothing behind and many at once do not fill the memory. Knows no form.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace gweld::web {

struct UploadLimits {        // for one request
    std::size_t body_bytes;  // all of it; beyond: 413
    std::size_t file_bytes;  // of one file; what is beyond is not kept, and the page says so
    std::size_t files;       // the same for how many
    std::size_t field_bytes; // of everything that is no file
};

// How much may lie on disk for all requests together.
class UploadRoom {
  public:
    explicit UploadRoom(std::size_t most_bytes) : most_{most_bytes} {}
    enum class Taken : std::uint8_t { yes, no };
    Taken take(std::size_t bytes);
    void give_back(std::size_t bytes) { used_ -= bytes; }
    std::size_t used() const { return used_; }

  private:
    std::size_t most_;
    std::atomic<std::size_t> used_{0};
};

// Where bytes are put down; goes with the last hold on it.
class PutDown {
  public:
    explicit PutDown(UploadRoom& room);
    ~PutDown();
    PutDown(const PutDown&) = delete;
    PutDown& operator=(const PutDown&) = delete;

    enum class Written : std::uint8_t { yes, no_room };
    Written write(std::string_view bytes);
    std::string read_all() const; // throws std::runtime_error when the disk cannot

  private:
    UploadRoom& room_;
    int file_ = -1; // none could be made: no room
    std::size_t size_ = 0;
};

enum class Arrived : std::uint8_t { whole, too_large, too_many, no_room };

struct UploadedFile {
    std::string field; // of the form
    std::string name;  // as sent, untrusted
    Arrived arrived = Arrived::whole;
    std::shared_ptr<const PutDown> content = nullptr; // null unless whole

    std::string bytes() const { return content ? content->read_all() : std::string{}; }
};

} // namespace gweld::web

// zip_folder.h - a ZIP file put together, and one opened that a stranger made. Knows nothing of
// what is in it. Nothing is written to disk.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace gweld::documents {

struct ZipPart {
    std::string name;
    std::string content;
};
// In this order, all with the same date, so that the same parts make the same bytes.
std::string zip_of_parts(const std::vector<ZipPart>& parts);

class OpenedZip {
  public:
    enum class Fault : std::uint8_t { damaged, too_many_parts };
    static base::Result<OpenedZip, Fault> open(std::string_view bytes, std::size_t most);

    bool has(const std::string& name) const;
    enum class NotRead : std::uint8_t { absent, too_large, damaged };
    // What it really unpacks to counts, not what its directory says of it.
    base::Result<std::string, NotRead> read(const std::string& name, std::size_t most) const;

  private:
    struct Closes {
        void operator()(zip* archive) const;
    };
    explicit OpenedZip(zip* archive) : archive_{archive} {}
    std::unique_ptr<zip, Closes> archive_;
};

} // namespace gweld::documents

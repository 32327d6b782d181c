// zip_listing.h - what a ZIP file says of itself in its central directory (APPNOTE 6.3, 4.3.12 and
// 4.3.16), read without unpacking anything. Knows no kind of file that is made of ZIP.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gweld::files {

struct ZipMember {
    std::string_view name; // into the bytes given
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::uint64_t at = 0; // of its local header
    bool encrypted() const { return (flags & 1U) != 0; }
};

// None: not a ZIP file in order. Refused too: several disks, ZIP64 (nothing we take is so large),
// members that overlap, and a member whose own header names another file than the directory does.
std::optional<std::vector<ZipMember>> members_of_zip(std::string_view bytes);

} // namespace gweld::files

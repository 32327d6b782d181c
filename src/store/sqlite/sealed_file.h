// sealed_file.h - a file that says at its end what each part of it was, so that a changed or a cut
// one is known and the place can be named. Knows no database. A seal shows what time and accidents
// did; whoever can write the file can make another seal, which has another fingerprint.
#pragma once

#include "record/entry.h"
#include "store/sqlite/on_disk.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gweld::store::sqlite {

// The end of a sealed file, after `content` bytes:
//   one BLAKE2b-256 for each 65,536 bytes of the content, what it says of itself, and 64 bytes:
//   "GweldSealed1", 4 bytes of nothing, the bytes of the content and of what it says (8 each,
//   big-endian), BLAKE2b-256 of everything from the end of the content to here.
struct Seal {
    std::int64_t content = 0;
    std::vector<record::Hash> blocks;
    std::string says;
    record::Hash fingerprint{}; // the last 32 bytes: covers the whole file
};

struct DamagedPlace { // bytes from `first` up to, not including, `end`
    std::int64_t first = 0;
    std::int64_t end = 0;
};

// Reads the file, writes the seal behind it and flushes it. Throws DiskFault.
Seal seal(const std::string& path, const std::string& says);

enum class SealFault { none_there, damaged };
struct SealRefused {
    SealFault fault = SealFault::none_there;
    DamagedPlace place;
};
// Reads the end alone. Throws DiskFault.
std::variant<Seal, SealRefused> seal_of(const std::string& path);

// Compares every block with its digest; where a copy is wanted, writes the content there and
// flushes it. Answers each damaged place, neighbours joined. Throws DiskFault.
std::vector<DamagedPlace> damaged_places(const std::string& path, const Seal& seal,
                                         const std::optional<std::string>& copy_to);

} // namespace gweld::store::sqlite

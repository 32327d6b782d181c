#include "files/zip_listing.h"

#include <algorithm>

namespace gweld::files {

namespace {

constexpr std::size_t end_size = 22;
constexpr std::size_t longest_comment = 65535;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t most_members = 5000;
constexpr std::uint64_t means_zip64 = 0xFFFFFFFF;

class Little { // little-endian numbers at an offset; nothing is read beyond the end
  public:
    explicit Little(std::string_view bytes) : bytes_{bytes} {}
    bool has(std::uint64_t at, std::uint64_t n) const {
        return at <= bytes_.size() && n <= bytes_.size() - at;
    }
    std::uint32_t four(std::uint64_t at) const { return number(at, 4); }
    std::uint16_t two(std::uint64_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::string_view text(std::uint64_t at, std::uint64_t n) const {
        return bytes_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(n));
    }

  private:
    std::uint32_t number(std::uint64_t at, unsigned n) const {
        std::uint32_t value = 0;
        for (unsigned i = n; i > 0; --i) {
            value = (value << 8U) |
                    static_cast<std::uint8_t>(bytes_[static_cast<std::size_t>(at) + i - 1]);
        }
        return value;
    }
    std::string_view bytes_;
};

std::optional<std::size_t> end_of_directory(std::string_view bytes) {
    const auto at = bytes.rfind(std::string_view{"PK\x05\x06", 4});
    if (at == std::string_view::npos || bytes.size() - at < end_size ||
        bytes.size() - at > end_size + longest_comment) {
        return std::nullopt;
    }
    return at;
}

std::optional<ZipMember> member_at(const Little& zip, std::uint64_t at, std::uint64_t limit) {
    if (at + entry_size > limit || zip.text(at, 4) != std::string_view{"PK\x01\x02", 4}) {
        return std::nullopt;
    }
    ZipMember member;
    member.flags = zip.two(at + 8);
    member.method = zip.two(at + 10);
    member.packed = zip.four(at + 20);
    member.unpacked = zip.four(at + 24);
    member.at = zip.four(at + 42);
    const std::uint64_t name = zip.two(at + 28);
    if (at + entry_size + name > limit || member.packed == means_zip64 ||
        member.unpacked == means_zip64 || member.at == means_zip64) {
        return std::nullopt;
    }
    member.name = zip.text(at + entry_size, name);
    return member;
}

// Where what belongs to the member ends; none: its own header does not agree with the directory.
std::optional<std::uint64_t> end_of(const Little& zip, const ZipMember& member) {
    if (!zip.has(member.at, local_size) ||
        zip.text(member.at, 4) != std::string_view{"PK\x03\x04", 4}) {
        return std::nullopt;
    }
    const std::uint64_t name = zip.two(member.at + 26);
    const std::uint64_t extra = zip.two(member.at + 28);
    const auto data = member.at + local_size + name + extra;
    if (!zip.has(member.at + local_size, name + extra) || !zip.has(data, member.packed) ||
        zip.text(member.at + local_size, name) != member.name) {
        return std::nullopt;
    }
    return data + member.packed;
}

bool overlap(const Little& zip, std::vector<ZipMember> members, std::uint64_t directory) {
    std::ranges::sort(members, {}, &ZipMember::at);
    std::uint64_t free_from = 0;
    for (const auto& member : members) {
        const auto end = end_of(zip, member);
        if (!end || member.at < free_from || *end > directory) {
            return true;
        }
        free_from = *end;
    }
    return false;
}

} // namespace

std::optional<std::vector<ZipMember>> members_of_zip(std::string_view bytes) {
    const auto end = end_of_directory(bytes);
    if (!end) {
        return std::nullopt;
    }
    const Little zip{bytes};
    const std::uint64_t count = zip.two(*end + 10);
    const std::uint64_t size = zip.four(*end + 12);
    const std::uint64_t from = zip.four(*end + 16);
    const bool one_disk =
        zip.two(*end + 4) == 0 && zip.two(*end + 6) == 0 && zip.two(*end + 8) == count;
    if (!one_disk || count == 0 || count > most_members || from + size > *end) {
        return std::nullopt;
    }
    std::vector<ZipMember> members;
    auto at = from;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto member = member_at(zip, at, from + size);
        if (!member) {
            return std::nullopt;
        }
        at += entry_size + zip.two(at + 28) + zip.two(at + 30) + zip.two(at + 32);
        members.push_back(*member);
    }
    if (overlap(zip, members, from)) {
        return std::nullopt;
    }
    return members;
}

} // namespace gweld::files

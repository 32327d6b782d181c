#include "store/sqlite/sealed_file.h"

#include "record/kept_file.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace gweld::store::sqlite {

namespace {

using record::Hash;

constexpr std::int64_t block_size = 65536;
constexpr std::size_t hash_size = std::tuple_size_v<Hash>;
constexpr std::string_view magic{"GweldSealed1\0\0\0\0", 16};
constexpr std::size_t foot_size = magic.size() + 8 + 8 + hash_size;
constexpr std::int64_t longest_says = 65536;

void put_number(std::string& out, std::int64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        out += static_cast<char>((number >> shift) & 0xff);
    }
}

std::int64_t number_at(std::string_view bytes, std::size_t place) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        number = number << 8U | static_cast<std::uint8_t>(bytes[place + i]);
    }
    return static_cast<std::int64_t>(number);
}

std::int64_t blocks_in(std::int64_t content) { return (content + block_size - 1) / block_size; }

std::string_view as_text(const Hash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()}; // bytes are bytes
}

// Everything behind the content but the fingerprint itself.
std::string unsigned_end(const Seal& seal) {
    std::string end;
    for (const auto& hash : seal.blocks) {
        end += as_text(hash);
    }
    end += seal.says;
    end += magic;
    put_number(end, seal.content);
    put_number(end, static_cast<std::int64_t>(seal.says.size()));
    return end;
}

// visit(block's first byte, its bytes) over the content.
template <class Visit>
void each_block(const OpenFile& file, std::int64_t content, const Visit& visit) {
    std::string bytes;
    for (std::int64_t place = 0; place < content; place += block_size) {
        bytes.resize(static_cast<std::size_t>(std::min(block_size, content - place)));
        bytes.resize(file.read_at(place, bytes.data(), bytes.size()));
        visit(place, bytes);
    }
}

} // namespace

Seal seal(const std::string& path, const std::string& says) {
    auto file = OpenFile::to_change(path);
    Seal made;
    made.content = file.size();
    made.says = says;
    each_block(file, made.content, [&](std::int64_t, const std::string& bytes) {
        made.blocks.push_back(record::digest_of_file(bytes));
    });
    std::string end = unsigned_end(made);
    made.fingerprint = record::digest_of_file(end);
    end += as_text(made.fingerprint);
    file.write_at(made.content, end.data(), end.size());
    file.flush();
    file.forget_cached();
    return made;
}

std::variant<Seal, SealRefused> seal_of(const std::string& path) {
    const auto file = OpenFile::to_read(path);
    const auto size = file.size();
    std::string foot(foot_size, '\0');
    const auto foot_at = size - static_cast<std::int64_t>(foot_size);
    if (foot_at < 0 || file.read_at(foot_at, foot.data(), foot_size) != foot_size ||
        !foot.starts_with(magic)) {
        return SealRefused{SealFault::none_there, {size, size}};
    }
    Seal found;
    found.content = number_at(foot, magic.size());
    const auto says_size = number_at(foot, magic.size() + 8);
    const bool possible =
        found.content >= 0 && found.content <= size && says_size >= 0 && says_size <= longest_says;
    const auto hashes = possible ? blocks_in(found.content) * std::int64_t{hash_size} : 0;
    if (!possible || found.content + hashes + says_size != foot_at) {
        return SealRefused{SealFault::damaged, {foot_at, size}};
    }
    std::string end(static_cast<std::size_t>(hashes), '\0');
    file.read_at(found.content, end.data(), end.size());
    for (std::size_t at = 0; at < end.size(); at += hash_size) {
        std::memcpy(found.blocks.emplace_back().data(), end.data() + at, hash_size);
    }
    found.says.resize(static_cast<std::size_t>(says_size));
    file.read_at(found.content + hashes, found.says.data(), found.says.size());
    std::memcpy(found.fingerprint.data(), foot.data() + foot_size - hash_size, hash_size);
    if (record::digest_of_file(unsigned_end(found)) != found.fingerprint) {
        return SealRefused{SealFault::damaged, {found.content, size}};
    }
    return found;
}

std::vector<DamagedPlace> damaged_places(const std::string& path, const Seal& seal,
                                         const std::optional<std::string>& copy_to) {
    const auto file = OpenFile::to_read(path);
    std::optional<OpenFile> copy;
    std::vector<DamagedPlace> places;
    if (copy_to) {
        copy.emplace(OpenFile::to_make(*copy_to));
    }
    each_block(file, seal.content, [&](std::int64_t place, const std::string& bytes) {
        if (record::digest_of_file(bytes) !=
            seal.blocks[static_cast<std::size_t>(place / block_size)]) {
            const auto end = std::min(place + block_size, seal.content);
            if (!places.empty() && places.back().end == place) {
                places.back().end = end;
            } else {
                places.push_back({place, end});
            }
        }
        if (copy) {
            copy->write_at(place, bytes.data(), bytes.size());
        }
    });
    if (copy) {
        copy->flush();
    }
    return places;
}

} // namespace gweld::store::sqlite

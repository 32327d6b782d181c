// zip_made.h - ZIP files put together by hand: right ones, and ones that lie.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gweld::files {

struct Made {
    std::string name;
    std::string content = "x";
    std::uint32_t unpacked = 0; // what the directory says; 0: the truth (nothing is compressed)
    std::uint16_t flags = 0;
    std::uint16_t method = 0;
    std::string name_in_header = {}; // empty: the same
};

inline void put(std::string& out, std::uint32_t value, unsigned bytes) {
    for (unsigned i = 0; i < bytes; ++i) {
        out += static_cast<char>((value >> (8U * i)) & 0xFFU);
    }
}

inline std::string zip_of(const std::vector<Made>& members) {
    std::string out;
    std::string directory;
    for (const auto& member : members) {
        const auto at = static_cast<std::uint32_t>(out.size());
        const auto packed = static_cast<std::uint32_t>(member.content.size());
        const auto unpacked = member.unpacked == 0 ? packed : member.unpacked;
        const auto& header_name =
            member.name_in_header.empty() ? member.name : member.name_in_header;
        const auto shared = [&](std::string& to) {
            put(to, member.flags, 2);
            put(to, member.method, 2);
            put(to, 0, 4); // time and date
            put(to, 0, 4); // checksum
            put(to, packed, 4);
            put(to, unpacked, 4);
        };
        out += "PK\x03\x04";
        put(out, 20, 2);
        shared(out);
        put(out, static_cast<std::uint32_t>(header_name.size()), 2);
        put(out, 0, 2);
        out += header_name + member.content;
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        put(directory, 20, 2);
        shared(directory);
        put(directory, static_cast<std::uint32_t>(member.name.size()), 2);
        put(directory, 0, 2); // extra
        put(directory, 0, 2); // comment
        put(directory, 0, 2); // disk
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, at, 4);
        directory += member.name;
    }
    const auto at = static_cast<std::uint32_t>(out.size());
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(members.size()), 2);
    put(out, static_cast<std::uint32_t>(members.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, at, 4);
    put(out, 0, 2);
    return out;
}

inline std::vector<Made> of_a_word_file() {
    return {{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document/>"}};
}
inline std::string word_file() { return zip_of(of_a_word_file()); }
inline std::string word_file_with(Made more) {
    auto members = of_a_word_file();
    members.push_back(std::move(more));
    return zip_of(members);
}

} // namespace gweld::files

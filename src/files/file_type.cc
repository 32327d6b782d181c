#include "files/file_type.h"

#include "files/zip_listing.h"
#include "record/json_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace gweld::files {

namespace {

using namespace std::string_view_literals;

struct Ending {
    std::string_view text;
    FileType type;
};
constexpr std::array endings{Ending{".pdf", FileType::pdf},   Ending{".png", FileType::png},
                             Ending{".jpg", FileType::jpeg},  Ending{".jpeg", FileType::jpeg},
                             Ending{".docx", FileType::docx}, Ending{".txt", FileType::text}};

// What unpacking may come to: a report with photographs is below a tenth of it.
constexpr std::uint64_t most_unpacked = 100U << 20U;
constexpr std::uint64_t most_times_larger = 100; // than packed, for a member that matters
constexpr std::uint64_t matters_from = 1U << 20U;
constexpr std::uint64_t most_pixels = 100'000'000;

std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return out;
}

std::optional<FileType> type_by_ending(std::string_view name) {
    const auto folded = lower(name);
    const auto found = std::ranges::find_if(endings, [&](const Ending& ending) {
        return folded.size() > ending.text.size() && folded.ends_with(ending.text);
    });
    return found == endings.end() ? std::nullopt : std::optional{found->type};
}

bool is_program(std::string_view bytes) {
    constexpr std::array marks{"MZ"sv,
                               "\x7f"
                               "ELF"sv,
                               "#!"sv,
                               "\xcf\xfa\xed\xfe"sv,
                               "\xce\xfa\xed\xfe"sv,
                               "\xca\xfe\xba\xbe"sv};
    return std::ranges::any_of(marks, [&](auto mark) { return bytes.starts_with(mark); });
}

// ---- text ------------------------------------------------------------------------------------

bool is_text(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = record::utf8_length(bytes.substr(at));
        const char c = bytes[at];
        const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' &&
                             c != '\r' && c != '\f';
        if (length == 0 || control || c == 0x7f) {
            return false;
        }
        at += length;
    }
    return true;
}

// ---- pictures --------------------------------------------------------------------------------

std::uint64_t big_endian(std::string_view bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

constexpr auto png_signature = "\x89PNG\r\n\x1a\n"sv;

std::optional<FileRefused> wrong_with_png(std::string_view bytes) {
    constexpr std::size_t header = 33; // signature and IHDR
    const auto end = bytes.substr(bytes.size() < 12 ? 0 : bytes.size() - 12);
    if (bytes.size() < header || bytes.substr(12, 4) != "IHDR" ||
        end.find("IEND") == std::string_view::npos) {
        return FileRefused::damaged;
    }
    const auto pixels = big_endian(bytes, 16) * big_endian(bytes, 20);
    return pixels > most_pixels ? std::optional{FileRefused::unpacks_too_large} : std::nullopt;
}

// ---- PDF (ISO 32000-1, 7.5) ------------------------------------------------------------------

std::optional<FileRefused> wrong_with_pdf(std::string_view bytes) {
    constexpr std::size_t where_end_is = 1024;
    const auto end = bytes.substr(bytes.size() - std::min(bytes.size(), where_end_is));
    if (end.find("%%EOF") == std::string_view::npos) {
        return FileRefused::damaged;
    }
    if (bytes.find("/Encrypt") != std::string_view::npos) {
        return FileRefused::encrypted;
    }
    const std::array runs{"/JavaScript"sv, "/Launch"sv};
    const bool does = std::ranges::any_of(
        runs, [&](auto what) { return bytes.find(what) != std::string_view::npos; });
    return does ? std::optional{FileRefused::has_macros} : std::nullopt;
}

// ---- Word ------------------------------------------------------------------------------------

bool has_member(const std::vector<ZipMember>& members, std::string_view name) {
    return std::ranges::any_of(members, [&](const auto& one) { return one.name == name; });
}

bool runs(const ZipMember& member) {
    const auto name = lower(member.name);
    return name.find("vbaproject") != std::string::npos ||
           name.find("vbadata") != std::string::npos || name.find("activex") != std::string::npos ||
           (name.find("embeddings/") != std::string::npos && name.ends_with(".bin"));
}

bool is_bomb(const std::vector<ZipMember>& members) {
    std::uint64_t all = 0;
    for (const auto& member : members) {
        all += member.unpacked;
        if (member.unpacked >= matters_from &&
            member.unpacked > member.packed * most_times_larger) {
            return true;
        }
    }
    return all > most_unpacked;
}

std::optional<FileRefused> wrong_with_docx(std::string_view bytes) {
    constexpr std::uint16_t stored = 0;
    constexpr std::uint16_t deflated = 8;
    const auto members = members_of_zip(bytes);
    if (!members) {
        return FileRefused::damaged;
    }
    if (!has_member(*members, "[Content_Types].xml") ||
        !has_member(*members, "word/document.xml")) {
        return FileRefused::not_what_it_says;
    }
    if (std::ranges::any_of(*members, &ZipMember::encrypted)) {
        return FileRefused::encrypted;
    }
    if (std::ranges::any_of(*members, runs)) {
        return FileRefused::has_macros;
    }
    const bool plain = std::ranges::all_of(*members, [](const auto& member) {
        return (member.method == stored || member.method == deflated) &&
               !member.name.starts_with('/') && member.name.find("..") == std::string_view::npos;
    });
    if (!plain) {
        return FileRefused::damaged;
    }
    return is_bomb(*members) ? std::optional{FileRefused::unpacks_too_large} : std::nullopt;
}

// ---- all of them -----------------------------------------------------------------------------

constexpr auto old_office_signature = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv;

std::optional<FileType> type_by_bytes(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) {
        return FileType::pdf;
    }
    if (bytes.starts_with(png_signature)) {
        return FileType::png;
    }
    if (bytes.starts_with("\xff\xd8\xff")) {
        return FileType::jpeg;
    }
    if (bytes.starts_with("PK\x03\x04"sv)) {
        return FileType::docx;
    }
    return is_text(bytes) ? std::optional{FileType::text} : std::nullopt;
}

std::optional<FileRefused> wrong_with(FileType type, std::string_view bytes) {
    switch (type) {
    case FileType::pdf:
        return wrong_with_pdf(bytes);
    case FileType::png:
        return wrong_with_png(bytes);
    case FileType::docx:
        return wrong_with_docx(bytes);
    case FileType::jpeg:
    case FileType::text:
        break;
    }
    return std::nullopt;
}

// Marks that turn the direction of writing make "exe.txt" of "txt.exe" on the screen.
bool turns_direction(std::string_view three_bytes) {
    constexpr std::array marks{"\u202a"sv, "\u202b"sv, "\u202c"sv, "\u202d"sv,
                               "\u202e"sv, "\u2066"sv, "\u2067"sv, "\u2068"sv,
                               "\u2069"sv, "\u200e"sv, "\u200f"sv};
    return std::ranges::find(marks, three_bytes) != marks.end();
}

} // namespace

std::string_view media_type(FileType type) {
    switch (type) {
    case FileType::pdf:
        return "application/pdf";
    case FileType::png:
        return "image/png";
    case FileType::jpeg:
        return "image/jpeg";
    case FileType::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FileType::text:
        break;
    }
    return "text/plain";
}

std::string plain_file_name(std::string_view sent) {
    const auto slash = sent.find_last_of("/\\");
    auto rest = sent.substr(slash == std::string_view::npos ? 0 : slash + 1);
    std::string name;
    while (!rest.empty()) {
        const auto length = record::utf8_length(rest);
        const auto character = rest.substr(0, std::max<std::size_t>(length, 1));
        rest.remove_prefix(character.size());
        const bool control =
            static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7f;
        if (length != 0 && !control && !turns_direction(character)) {
            name += character;
        }
    }
    if (name.find_first_not_of('.') == std::string::npos) {
        return {}; // this folder, or the one above it
    }
    if (name.size() <= longest_file_name) {
        return name;
    }
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string::npos || name.size() - dot > 6 ? "" : name.substr(dot);
    auto keep = longest_file_name - ending.size();
    while ((static_cast<unsigned char>(name[keep]) & 0xC0U) == 0x80U) {
        --keep;
    }
    return name.substr(0, keep) + ending;
}

base::Result<FileType, FileRefused> type_of(std::string_view name, std::string_view bytes) {
    if (bytes.empty()) {
        return base::Err{FileRefused::empty};
    }
    if (bytes.size() > largest_file) {
        return base::Err{FileRefused::too_large};
    }
    if (is_program(bytes)) {
        return base::Err{FileRefused::program};
    }
    if (bytes.starts_with(old_office_signature)) {
        return base::Err{FileRefused::old_word};
    }
    const auto said = type_by_ending(name);
    if (!said) {
        return base::Err{FileRefused::ending_not_allowed};
    }
    const auto is = type_by_bytes(bytes);
    if (!is) {
        return base::Err{FileRefused::not_recognised};
    }
    if (*is != *said) {
        return base::Err{FileRefused::not_what_it_says};
    }
    if (const auto wrong = wrong_with(*is, bytes)) {
        return base::Err{*wrong};
    }
    return base::Ok{*is};
}

} // namespace gweld::files

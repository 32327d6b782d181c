#include "store/sqlite/backup_label.h"

#include "record/kept_file.h"

#include <charconv>
#include <map>
#include <sstream>

namespace gweld::store::sqlite {

namespace {

constexpr const char* first_line = "gweld backup 1";

std::optional<std::int64_t> number_in(const std::string& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional{number} : std::nullopt;
}

} // namespace

std::string text_of(const BackupLabel& label) {
    std::ostringstream text;
    text << first_line << '\n'
         << "authority " << label.authority << '\n'
         << "taken " << time::to_rfc3339(label.taken_at) << '\n'
         << "entries " << label.entries << '\n'
         << "looks " << label.looks << '\n'
         << "newest " << record::to_hex(label.newest) << '\n';
    return text.str();
}

std::optional<BackupLabel> label_from(const std::string& text) {
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    if (line != first_line) {
        return std::nullopt;
    }
    std::map<std::string, std::string> said;
    while (std::getline(lines, line)) {
        const auto space = line.find(' ');
        said[line.substr(0, space)] = space == std::string::npos ? "" : line.substr(space + 1);
    }
    const auto taken = time::parse_rfc3339(said["taken"]);
    const auto entries = number_in(said["entries"]);
    const auto looks = number_in(said["looks"]);
    const auto newest = record::digest_from_hex(said["newest"]);
    if (!taken || !entries || !looks || !newest || said["authority"].empty()) {
        return std::nullopt;
    }
    BackupLabel label;
    label.authority = said["authority"];
    label.taken_at = *taken;
    label.entries = *entries;
    label.looks = *looks;
    label.newest = *newest;
    return label;
}

} // namespace gweld::store::sqlite

#include "audit/remembered.h"

#include "base/descriptor.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gweld::audit {

namespace {

constexpr const char* file_name = "/.reached";
constexpr std::string_view heading = "gweld reached 1\n";
constexpr ::mode_t readable_by_group = 0640;

std::string joined(const Reached& reached) {
    std::vector<std::uint8_t> bytes{reached.newest.begin(), reached.newest.end()};
    for (const auto& peak : reached.tree.peaks()) {
        bytes.insert(bytes.end(), peak.begin(), peak.end());
    }
    return base64(bytes);
}

std::optional<Reached> reached_from(std::istream& lines) {
    std::int64_t size = 0;
    std::string text;
    if (!(lines >> size >> text)) {
        return std::nullopt;
    }
    const auto bytes = from_base64(text);
    Reached reached;
    constexpr auto length = std::tuple_size_v<Hash>;
    if (!bytes || bytes->size() < length || bytes->size() % length != 0) {
        return std::nullopt;
    }
    std::copy_n(bytes->begin(), length, reached.newest.begin());
    std::vector<Hash> peaks(bytes->size() / length - 1);
    for (std::size_t n = 0; n < peaks.size(); ++n) {
        std::copy_n(bytes->data() + (n + 1) * length, length, peaks[n].begin());
    }
    auto tree = record::Tree::of(size, std::move(peaks));
    if (!tree) {
        return std::nullopt;
    }
    reached.tree = std::move(*tree);
    return reached;
}

} // namespace

ReachedOfLogs remembered(const std::string& folder, const Keys& keys) {
    std::ifstream file{folder + file_name, std::ios::binary};
    const auto note = note_from(std::string{std::istreambuf_iterator<char>{file}, {}});
    if (!note || !note->text.starts_with(heading) ||
        is_signed(*note, keys.of(ChainName::entries).verifier()) != Signed::yes) {
        return {};
    }
    std::istringstream lines{note->text.substr(heading.size())};
    ReachedOfLogs all;
    for (auto& one : all) {
        auto reached = reached_from(lines);
        if (!reached) {
            return {};
        }
        one = std::move(*reached);
    }
    return all;
}

void remember(const std::string& folder, const Keys& keys, const ReachedOfLogs& reached) {
    std::string text{heading};
    for (const auto& one : reached) {
        text += std::to_string(one.tree.size()) + " " + joined(one) + "\n";
    }
    const auto path = folder + file_name;
    const auto fresh = path + ".fresh";
    {
        const base::Descriptor file{
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, readable_by_group)};
        if (file.number() < 0 ||
            !base::write_whole(file.number(), keys.of(ChainName::entries).sign(text))) {
            return;
        }
    }
    static_cast<void>(std::rename(fresh.c_str(), path.c_str()));
}

} // namespace gweld::audit

#include "audit/checkpoint.h"

#include "record/chain.h"

#include <charconv>
#include <sodium.h>

namespace gweld::audit {

namespace {

constexpr std::string_view when = "time ";
constexpr std::size_t hex_in_group = 8;

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.push_back(line);
    }
    return lines;
}

std::optional<std::int64_t> number_from(std::string_view text) {
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{number} : std::nullopt;
}

} // namespace

std::string origin_of(std::string_view authority, ChainName log) {
    return std::string{authority} + (log == ChainName::entries ? "/entries" : "/looks");
}

std::string to_text(const Checkpoint& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
           base64({checkpoint.root.begin(), checkpoint.root.end()}) + "\n" + std::string{when} +
           time::to_rfc3339(checkpoint.at) + "\n";
}

std::optional<Checkpoint> checkpoint_from(std::string_view text) {
    const auto lines = lines_of(text);
    if (lines.size() != 4 || !lines[3].starts_with(when)) {
        return std::nullopt;
    }
    const auto size = number_from(lines[1]);
    const auto root = from_base64(lines[2]);
    const auto at = time::parse_rfc3339(lines[3].substr(when.size()));
    Checkpoint checkpoint;
    if (!size || *size < 0 || !root || root->size() != checkpoint.root.size() || !at) {
        return std::nullopt;
    }
    checkpoint.origin = lines[0];
    checkpoint.size = *size;
    std::copy(root->begin(), root->end(), checkpoint.root.begin());
    checkpoint.at = *at;
    return to_text(checkpoint) == text ? std::optional{checkpoint} : std::nullopt;
}

std::string on_paper(const Hash& root) {
    const auto hex = record::to_hex(root);
    std::string groups;
    for (std::size_t at = 0; at < hex.size(); at += hex_in_group) {
        groups += (groups.empty() ? "" : " ") + hex.substr(at, hex_in_group);
    }
    return groups;
}

std::optional<Hash> from_paper(std::string_view typed) {
    Hash root{};
    std::size_t length = 0;
    const char* end = nullptr;
    const bool read = sodium_hex2bin(root.data(), root.size(), typed.data(), typed.size(), " \t-",
                                     &length, &end) == 0;
    return read && length == root.size() && end == typed.data() + typed.size() ? std::optional{root}
                                                                               : std::nullopt;
}

Keys keys_of(std::string_view authority, std::span<const Signer::Seed, both_logs.size()> seeds) {
    Keys keys;
    for (std::size_t n = 0; n < both_logs.size(); ++n) {
        keys.of_logs.emplace_back(origin_of(authority, both_logs[n]), seeds[n]);
    }
    return keys;
}

std::string to_text(const Keys& keys) {
    std::string text;
    for (const auto& signer : keys.of_logs) {
        text += signer.to_text() + "\n";
    }
    return text;
}

std::optional<Keys> keys_from(std::string_view text, std::string_view authority) {
    const auto lines = lines_of(text);
    if (lines.size() != both_logs.size()) {
        return std::nullopt;
    }
    Keys keys;
    for (std::size_t n = 0; n < lines.size(); ++n) {
        auto signer = Signer::from(lines[n]);
        if (!signer || signer->verifier().name != origin_of(authority, both_logs[n])) {
            return std::nullopt;
        }
        keys.of_logs.push_back(std::move(*signer));
    }
    return keys;
}

std::optional<std::vector<Verifier>> verifiers_from(std::string_view text) {
    std::vector<Verifier> verifiers;
    for (const auto line : lines_of(text)) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        auto verifier = verifier_from(line);
        if (!verifier) {
            return std::nullopt;
        }
        verifiers.push_back(std::move(*verifier));
    }
    return verifiers;
}

} // namespace gweld::audit

#include "protection/written_agreement.h"

#include <algorithm>
#include <vector>

namespace gweld::protection {
namespace {

struct Word {
    std::string folded;
    std::size_t from;
    std::size_t until;
};

// The marks of typography (’ – “) all begin with the byte E2 in UTF-8, a hard space with C2; no
// letter of English or Welsh begins with either. How many bytes the mark has; 0: it is a letter.
std::size_t mark_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0xE2U) {
        return 3;
    }
    if (byte == 0xC2U) {
        return 2;
    }
    const bool letter =
        (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80U;
    return letter ? 0 : 1;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto bytes = mark_at(text, at)) {
            at += bytes;
            continue;
        }
        Word word{{}, at, at};
        for (; at < text.size() && mark_at(text, at) == 0; ++at) {
            const char c = text[at];
            word.folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        word.until = at;
        words.push_back(std::move(word));
    }
    return words;
}

using Name = std::vector<std::string_view>;

// check: unverified terms (the Welsh). Without the first letter, which mutates: c, g, ch, ngh.
const std::vector<Name>& names_of_agreements() {
    static const std::vector<Name> all{
        {"written", "agreement"},           {"written", "agreements"},
        {"contract", "of", "expectation"},  {"contract", "of", "expectations"},
        {"contracts", "of", "expectation"}, {"contracts", "of", "expectations"},
        {"*ytundeb", "ysgrifenedig"},       {"*ytundebau", "ysgrifenedig"},
        {"*ontract", "disgwyliadau"},       {"*ontractau", "disgwyliadau"},
        {"*ytundeb", "disgwyliadau"},       {"*ytundebau", "disgwyliadau"},
    };
    return all;
}

bool is_called(std::string_view word, std::string_view name) {
    if (!name.starts_with('*')) {
        return word == name;
    }
    const auto stem = name.substr(1);
    if (!word.ends_with(stem)) {
        return false;
    }
    const auto first = word.substr(0, word.size() - stem.size());
    return first == "c" || first == "g" || first == "ch" || first == "ngh";
}

bool begins_with(const std::vector<Word>& words, std::size_t at, const Name& name) {
    if (at + name.size() > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (!is_called(words[at + i].folded, name[i])) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<std::string> calls_itself_agreement(std::string_view text) {
    const auto words = words_of(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto& name : names_of_agreements()) {
            if (begins_with(words, at, name)) {
                const auto from = words[at].from;
                return std::string{text.substr(from, words[at + name.size() - 1].until - from)};
            }
        }
    }
    return std::nullopt;
}

} // namespace gweld::protection

#include "casework/receipt.h"

#include "record/chain.h"
#include "record/digest.h"

namespace gweld::casework {

namespace {

constexpr std::string_view letters = "BCDFGHJKLMNPRSTVXZ";
constexpr std::size_t groups = 3;
constexpr std::size_t in_reference = 3; // letters of a group
constexpr std::size_t in_code = 4;

std::string in_groups(std::string_view plain, std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % size == 0) {
            text += '-';
        }
        text += plain[i];
    }
    return text;
}

std::uint64_t number_at(const record::Hash& hash, std::size_t from) {
    std::uint64_t number = 0;
    for (std::size_t i = from; i < from + sizeof number; ++i) {
        number = (number << 8U) | hash.at(i);
    }
    return number;
}

// Eighteen to the twelfth is far below two to the 64th: no letter is likelier than another.
std::string spelt(std::uint64_t number, std::size_t size) {
    std::string plain;
    for (std::size_t i = 0; i < groups * size; ++i) {
        plain += letters[number % letters.size()];
        number /= letters.size();
    }
    return in_groups(plain, size);
}

std::string letters_typed(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z') {
            plain += static_cast<char>(c - 'a' + 'A');
        } else if (c >= 'A' && c <= 'Z') {
            plain += c;
        }
    }
    return plain;
}

} // namespace

Receipt receipt_of(std::string_view key) {
    const auto hash = record::Digest{"gweld receipt 1"}.text(key).finish();
    return {spelt(number_at(hash, 0), in_reference), spelt(number_at(hash, 8), in_code)};
}

std::string digest_of(const Receipt& receipt) {
    return record::to_hex(
        record::Digest{"gweld receipt code 1"}.text(receipt.reference).text(receipt.code).finish());
}

Receipt receipt_typed(std::string_view reference, std::string_view code) {
    return {in_groups(letters_typed(reference), in_reference),
            in_groups(letters_typed(code), in_code)};
}

} // namespace gweld::casework

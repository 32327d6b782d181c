#include "words/catalogue.h"

#include <cstring>
#include <stdexcept>

namespace gweld::words {

namespace {

// GNU gettext manual, "The Format of GNU MO Files".
constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header_size = 28;

std::string_view up_to_nul(std::string_view text) { return text.substr(0, text.find('\0')); }

} // namespace

Catalogue::Catalogue(std::string_view mo) : mo_{mo} {
    if (mo.size() < header_size || number_at(0) != magic) {
        throw std::logic_error{"the catalogue is no .mo file"};
    }
    count_ = number_at(8);
    sentences_ = number_at(12);
    texts_ = number_at(16);
}

std::uint32_t Catalogue::number_at(std::size_t at) const {
    std::uint32_t number = 0;
    if (at + sizeof number > mo_.size()) {
        throw std::logic_error{"the catalogue is cut short"};
    }
    std::memcpy(&number, mo_.data() + at, sizeof number);
    return number;
}

std::string_view Catalogue::text_at(std::size_t table, std::size_t i) const {
    const auto length = number_at(table + 8 * i);
    const auto offset = number_at(table + 8 * i + 4);
    return mo_.substr(offset, length);
}

std::optional<std::string_view> Catalogue::find(std::string_view sentence) const {
    std::size_t low = 0;
    std::size_t high = count_;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto order = up_to_nul(text_at(sentences_, middle)).compare(sentence);
        if (order == 0) {
            return text_at(texts_, middle);
        }
        (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
    }
    return std::nullopt;
}

std::string_view plural_form(std::string_view forms, std::size_t form) {
    for (; form > 0; --form) {
        const auto end = forms.find('\0');
        if (end == std::string_view::npos) {
            break;
        }
        forms.remove_prefix(end + 1);
    }
    return up_to_nul(forms);
}

} // namespace gweld::words

#include "record/json_text.h"

namespace gweld::record {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

bool continues(unsigned byte) { return (byte & 0xC0U) == 0x80U; }

bool plain(unsigned byte) { return byte >= 0x20U && byte < 0x80U && byte != '"' && byte != '\\'; }

void append_escape(std::string& out, unsigned byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '\\';
    switch (byte) {
    case '"':
    case '\\':
        out += static_cast<char>(byte);
        break;
    case '\n':
        out += 'n';
        break;
    case '\r':
        out += 'r';
        break;
    case '\t':
        out += 't';
        break;
    default:
        out += "u00";
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
}

} // namespace

// Table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing past U+10FFFF.
std::size_t utf8_length(std::string_view text) {
    const unsigned a = byte_at(text, 0);
    const unsigned b = byte_at(text, 1);
    if (a < 0x80U) {
        return text.empty() ? 0 : 1;
    }
    if (a >= 0xC2U && a <= 0xDFU) {
        return continues(b) ? 2 : 0;
    }
    const bool third = continues(byte_at(text, 2));
    if (a >= 0xE0U && a <= 0xEFU) {
        const bool second = continues(b) && (a != 0xE0U || b >= 0xA0U) && (a != 0xEDU || b < 0xA0U);
        return second && third ? 3 : 0;
    }
    if (a >= 0xF0U && a <= 0xF4U) {
        const bool second = continues(b) && (a != 0xF0U || b >= 0x90U) && (a != 0xF4U || b < 0x90U);
        return second && third && continues(byte_at(text, 3)) ? 4 : 0;
    }
    return 0;
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t i = 0;
    while (i < text.size()) {
        std::size_t run = i;
        while (run < text.size() && plain(byte_at(text, run))) {
            ++run;
        }
        out.append(text.substr(i, run - i));
        i = run;
        if (i == text.size()) {
            break;
        }
        if (byte_at(text, i) < 0x80U) {
            append_escape(out, byte_at(text, i));
            ++i;
            continue;
        }
        const std::size_t length = utf8_length(text.substr(i));
        out.append(length == 0 ? std::string_view{"\xEF\xBF\xBD"} : text.substr(i, length));
        i += length == 0 ? 1 : length;
    }
    out += '"';
}

} // namespace gweld::record

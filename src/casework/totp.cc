#include "casework/totp.h"

#include <cstdlib>
#include <liboath/oath.h>
#include <memory>
#include <stdexcept>
#include <vector>

namespace gweld::casework::totp {

namespace {

constexpr std::int64_t seconds_in_step = 30;

void demand(int answer) {
    if (answer != OATH_OK) {
        throw std::runtime_error{std::string{"liboath: "} + oath_strerror(answer)};
    }
}

void begin_once() {
    static const bool begun = [] {
        demand(oath_init());
        return true;
    }();
    static_cast<void>(begun);
}

// Percent-encoded as a path's and a query's part: RFC 3986 unreserved characters stay.
std::string encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += {'%', hex[byte >> 4U], hex[byte & 15U]};
        }
    }
    return out;
}

} // namespace

std::int64_t step_of(time::Instant moment) {
    using std::chrono::seconds;
    return std::chrono::floor<seconds>(moment.time_since_epoch()).count() / seconds_in_step;
}

std::string code_at(std::string_view secret, std::int64_t step, unsigned digits) {
    begin_once();
    std::vector<char> code(digits + 1);
    demand(oath_totp_generate(secret.data(), secret.size(), step * seconds_in_step,
                              static_cast<unsigned>(seconds_in_step), 0, digits, code.data()));
    return code.data();
}

std::string in_base32(std::string_view bytes) {
    begin_once();
    char* text = nullptr;
    std::size_t length = 0;
    demand(oath_base32_encode(bytes.data(), bytes.size(), &text, &length));
    const std::unique_ptr<char, decltype(&std::free)> held{text, &std::free};
    std::string all{text, length};
    all.erase(all.find_last_not_of('=') + 1);
    return all;
}

std::string address_of(std::string_view secret, std::string_view account, std::string_view at) {
    return "otpauth://totp/" + encoded(at) + ":" + encoded(account) +
           "?secret=" + in_base32(secret) + "&issuer=" + encoded(at);
}

} // namespace gweld::casework::totp

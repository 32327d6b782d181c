#include "web/cookies.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::web {

namespace {

bool is_token(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    });
}

} // namespace

Cookie::Cookie(std::string name, Transport transport, SentFrom sent_from)
    : name_{transport == Transport::sealed ? "__Host-" + name : std::move(name)},
      attributes_{"; Path=/; HttpOnly"} {
    attributes_ += transport == Transport::sealed ? "; Secure" : "";
    attributes_ += sent_from == SentFrom::our_pages_only ? "; SameSite=Strict" : "; SameSite=Lax";
}

std::optional<std::string_view> Cookie::in(const Request& request) const {
    return request.cookie(name_);
}

void Cookie::set(Response& response, std::string_view value) const {
    if (!is_token(value)) {
        throw std::logic_error{"a cookie's value is a token"};
    }
    response.with("Set-Cookie", name_ + '=' + std::string{value} + attributes_);
}

void Cookie::keep(Response& response, std::string_view value, std::chrono::days days) const {
    if (!is_token(value)) {
        throw std::logic_error{"a cookie's value is a token"};
    }
    const auto age = std::chrono::seconds{days}.count();
    response.with("Set-Cookie", name_ + '=' + std::string{value} + attributes_ +
                                    "; Max-Age=" + std::to_string(age));
}

void Cookie::take_away(Response& response) const {
    response.with("Set-Cookie", name_ + '=' + attributes_ + "; Max-Age=0");
}

} // namespace gweld::web

// cookies.h - cookies that a browser sends back to us and to nobody else. Knows no session.
#pragma once

#include "web/http.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace gweld::web {

// How browsers reach us. `sealed`: over TLS, or at a loopback address, which browsers trust alike:
// Chromium 156 and curl 7.88 keep and return Secure and __Host- cookies set over
// http://127.0.0.1 and http://localhost (tried). `open`: plain HTTP elsewhere, where they would be
// thrown away; for trials on a closed network only.
enum class Transport : std::uint8_t { sealed, open };

enum class SentFrom : std::uint8_t {
    our_pages_only, // SameSite=Strict
    links_too       // SameSite=Lax: also when a link elsewhere leads here
};

// A cookie's name as the browser sees it: "__Host-session" when sealed (RFC 6265bis 4.1.3.2: no
// other host can have set it), "session" when open.
class Cookie {
  public:
    Cookie(std::string name, Transport transport, SentFrom sent_from);

    const std::string& name() const { return name_; }
    std::optional<std::string_view> in(const Request& request) const;
    // Kept until the browser closes. `value` must be a token (letters, digits, - and _); throws
    // std::logic_error otherwise.
    void set(Response& response, std::string_view value) const;
    // Kept when the browser closes, for so many days.
    void keep(Response& response, std::string_view value, std::chrono::days days) const;
    void take_away(Response& response) const;

  private:
    std::string name_;
    std::string attributes_;
};

} // namespace gweld::web

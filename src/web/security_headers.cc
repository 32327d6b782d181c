#include "web/security_headers.h"

#include "web/components/shell.h"

#include <algorithm>
#include <array>
#include <string>

namespace gweld::web {

namespace {

// Everything a page needs comes from us; nothing framed, nothing sent elsewhere, nothing inline but
// the one script that says that scripts run, named by its hash.
const std::string lines =
    "Content-Security-Policy: default-src 'none'; script-src 'self' " +
    std::string{ours::enabling_script_hash()} +
    "; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

constexpr std::array<std::string_view, 7> names = {
    "content-security-policy", "x-content-type-options",     "x-frame-options",
    "referrer-policy",         "cross-origin-opener-policy", "cross-origin-resource-policy",
    "permissions-policy"};

} // namespace

std::string_view security_headers() { return lines; }

bool is_security_header(std::string_view name) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view ours) { return same_header_name(ours, name); });
}

} // namespace gweld::web

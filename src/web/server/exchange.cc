#include "web/server/exchange.h"

#include "web/compression.h"
#include "web/problem_page.h"
#include "web/security_headers.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <random>

namespace gweld::web {

namespace {

// Crockford's alphabet: no letter that is read as a digit over the telephone.
constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void log_bug(const Options& options, const Request& request, std::string_view why) {
    if (options.log) {
        options.log("incident " + request.id + ": " + std::string{name_of(request.method)} + " " +
                    request.path + ": " + std::string{why});
    }
}

Response bug_page(const Request& request) {
    return problem_page(Problem::our_bug, request.language, request.id);
}

void add_value(std::string& out, std::string_view value) {
    for (const char c : value) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (!control) {
            out += c;
        }
    }
}

void add_line(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ");
    add_value(out, value);
    out.append("\r\n");
}

bool bodiless(int status) { return status == 204 || status == 304; }

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

bool is_proxy(const Options& options, std::string_view address) {
    return std::find(options.proxies.begin(), options.proxies.end(), address) !=
           options.proxies.end();
}

} // namespace

Response answer_safely(const Options& options, const Answer& answer, Request& request) {
    try {
        if (read_form(request) == FormRead::too_many_fields) {
            return problem_page(Problem::too_large, request.language, {});
        }
        auto response = answer(request);
        compress(request, response);
        return response;
    } catch (const std::exception& bug) {
        log_bug(options, request, bug.what());
    } catch (...) {
        log_bug(options, request, "not a std::exception");
    }
    return bug_page(request);
}

std::string fresh_request_id() {
    static const std::uint64_t origin = std::random_device{}() * 0x1'0000'0001ULL;
    static std::atomic<std::uint64_t> count{0};
    // An odd factor visits every number once: consecutive requests do not look alike.
    auto number = origin + count.fetch_add(1, std::memory_order_relaxed) * 0x9E3779B97F4A7C15ULL;
    std::string id(10, '0');
    for (auto& c : id) {
        c = letters[number >> 59U];
        number <<= 5U;
    }
    return id;
}

std::string client_of(const Options& options, const std::string& peer, const Request& request) {
    if (!is_proxy(options, peer)) {
        return peer;
    }
    auto chain = request.header("x-forwarded-for");
    while (!chain.empty()) {
        const auto comma = chain.rfind(',');
        const auto last = trimmed(chain.substr(comma == std::string_view::npos ? 0 : comma + 1));
        if (!last.empty() && !is_proxy(options, last)) {
            return std::string{last};
        }
        chain = chain.substr(0, comma == std::string_view::npos ? 0 : comma);
    }
    return peer;
}

bool came_over_tls(const Options& options, const std::string& peer, const Request& request) {
    return is_proxy(options, peer) && trimmed(request.header("x-forwarded-proto")) == "https";
}

bool is_our_host(const Options& options, const Request& request) {
    const auto host = request.header("host");
    return options.hosts.empty() ||
           std::any_of(options.hosts.begin(), options.hosts.end(),
                       [&](const std::string& ours) { return same_header_name(ours, host); });
}

bool has_body(const Response& response, Method asked) {
    return asked != Method::head && !bodiless(response.status);
}

void write_head(std::string& out, const Response& response, After after) {
    out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(1, ' ');
    out.append(reason_of(response.status)).append("\r\n");
    if (!response.content_type.empty()) {
        add_line(out, "Content-Type", response.content_type);
    }
    if (!bodiless(response.status)) {
        add_line(out, "Content-Length", std::to_string(response.body.bytes().size()));
    }
    bool cache_said = false;
    for (const auto& field : response.headers) {
        // A second policy can only forbid more: browsers hold to every one of them.
        const bool forbids_more =
            same_header_name(field.name, "content-security-policy") && field.value == "sandbox";
        if (!is_security_header(field.name) || forbids_more) {
            add_line(out, field.name, field.value);
        }
        cache_said = cache_said || same_header_name(field.name, "cache-control");
    }
    if (!cache_said) {
        out.append("Cache-Control: no-store\r\n");
    }
    out.append(security_headers());
    if (after != After::keep) {
        out.append(after == After::close ? "Connection: close\r\n" : "Connection: keep-alive\r\n");
    }
    out.append("\r\n");
}

} // namespace gweld::web

// exchange.h - from a request to the bytes of its answer, whatever the handler does. Knows no
// socket.
#pragma once

#include "web/http.h"
#include "web/server/server.h"

#include <string>

namespace gweld::web {

// Never throws: what a handler throws becomes a 500 page with the request's id as its incident
// number, and a line in the log. Reads the form first and compresses the answer last.
Response answer_safely(const Options& options, const Answer& answer, Request& request);

// Different for every request of this process, and in all likelihood of any other.
std::string fresh_request_id();

// The client's address: `peer`, or the last address in X-Forwarded-For that is none of our
// proxies', where the peer is one.
std::string client_of(const Options& options, const std::string& peer, const Request& request);

// A proxy of ours says that it was asked over TLS. Nobody else is believed.
bool came_over_tls(const Options& options, const std::string& peer, const Request& request);

bool is_our_host(const Options& options, const Request& request);

enum class After : std::uint8_t { close, keep, keep_and_say_so };
// Appends status line and headers to `out`. Control characters in a header's value are left out:
// nothing typed can begin a header of its own.
void write_head(std::string& out, const Response& response, After after);
bool has_body(const Response& response, Method asked);

} // namespace gweld::web

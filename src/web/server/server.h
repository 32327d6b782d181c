// server.h - listens, reads requests within limits, answers them on worker threads, and stops
// without losing an answer. Knows no page; nothing of its own machinery shows here.
//
// NOT MODELLED: TLS and HTTP/2, because a reverse proxy in front does both; until then we listen
// on the loopback address.
#pragma once

#include "base/result.h"
#include "web/http.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gweld::web {

enum class Signals : std::uint8_t { left_alone, stop_us }; // SIGINT and SIGTERM

// A report takes long and nobody stands at a door for it: reports have threads and a queue of their
// own, so that they can hold up each other and nothing else.
// A proof is a password looked at: half a core for a twentieth of a second, which anybody may ask.
enum class Effort : std::uint8_t { page, report, proof };

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; // 0: any free one, see Server::port
    // Values of Host we answer to ("gweld.example.wales", "127.0.0.1:8080"), so that no other name
    // can be pointed at this machine to read it from a browser inside. Empty: any.
    std::vector<std::string> hosts;
    // Addresses of proxies whose X-Forwarded-For is believed.
    std::vector<std::string> proxies;
    Signals signals = Signals::left_alone;

    // The cookie that tells one person from another, when they share what there is; its value is
    // only compared. Empty: none does.
    std::string known_by;

    unsigned io_threads = 1;
    unsigned workers = 16;
    std::size_t most_waiting = 512; // requests waiting for a worker; beyond: 503
    std::size_t most_waiting_of_one_person = 128;
    std::function<Effort(const Request&)> effort; // empty: everything is a page
    unsigned report_workers = 2;
    std::size_t most_reports_waiting = 48;
    std::size_t most_reports_waiting_of_one_person = 8;
    unsigned proof_workers = 1;
    std::size_t most_proofs_waiting = 50;
    std::size_t most_proofs_waiting_of_one_person = 10;
    // Beyond, whoever has kept us waiting longest makes room; where nobody has, 503.
    std::size_t most_connections = 2000;
    std::size_t most_header_bytes = 16U << 10U;
    std::size_t most_body_bytes = 2U << 20U;
    // Which addresses take files, and how much of them; empty: none does.
    std::function<std::optional<UploadLimits>(const Request&)> uploads;
    std::size_t most_upload_bytes_at_once = 256U << 20U; // on disk, for all requests together

    // Absolute: a client that sends a byte now and then gains no time.
    std::chrono::milliseconds header_within{10'000};
    std::chrono::milliseconds body_within{30'000};
    std::chrono::milliseconds upload_within{180'000}; // photographs over a slow line
    std::chrono::milliseconds idle_for{30'000};
    std::chrono::milliseconds read_by_client_within{30'000};
    std::chrono::milliseconds linger{2'000}; // reading on after a refusal, so that it arrives
    std::chrono::milliseconds drain{10'000}; // for requests under way when we are told to stop
    // Told to stop, we wait this long for a request that is on its way on an open connection.
    std::chrono::milliseconds farewell{500};

    // Told what must not be shown: why a handler failed, with the incident number on the page.
    std::function<void(std::string_view)> log;
    // Told of every answer a handler made, and how long it took, on the thread that made it.
    std::function<void(const Request&, const Response&, std::chrono::microseconds)> answered;
};

struct ListenRefused {
    enum class Why : std::uint8_t { port_taken, not_permitted, not_our_address, other };
    Why why = Why::other;
    std::string address;
    std::uint16_t port = 0;
    std::string reason; // the system's words

    std::string text() const; // one line for the person who started us
};

struct Load {
    std::size_t connections = 0; // open now
    std::size_t waiting = 0;     // requests waiting for a worker now, reports among them
    std::size_t reports_waiting = 0;
    std::uint64_t turned_away = 0; // since the start: too many were waiting, or open
    std::uint64_t given_up = 0;    // since the start: the client took too long to ask
    std::uint64_t made_room = 0;   // since the start: quiet connections closed for new ones
};

class Server {
  public:
    // Binds and listens; nobody is answered before run.
    static base::Result<std::unique_ptr<Server>, ListenRefused> listen(Options options,
                                                                       Answer answer);
    virtual ~Server() = default;

    // Answers until stop, then until every request under way is answered or `drain` is over.
    virtual void run() = 0;
    // From any thread. New connections are refused from here on.
    virtual void stop() = 0;
    virtual std::uint16_t port() const = 0;
    virtual Load load() const = 0; // from any thread
};

} // namespace gweld::web

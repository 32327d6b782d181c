// client.h - a plain client on a raw socket, for sending what no decent client would.
#pragma once

#include "web/server/server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <string>
#include <string_view>
#include <thread>

namespace gweld::web {

inline bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

class Client {
  public:
    explicit Client(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Client() { ::close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    bool connected() const { return connected_; }
    int socket() const { return socket_; }

    // False once the server has gone.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) {
                return false;
            }
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }

    void say_no_more() { ::shutdown(socket_, SHUT_WR); }

    // Everything until the server closes.
    std::string rest() {
        while (more()) {
        }
        return std::exchange(held_, {});
    }

    // One answer to anything but HEAD: its header and as much body as that announces.
    std::string answer() {
        std::size_t end = std::string::npos;
        while ((end = held_.find("\r\n\r\n")) == std::string::npos) {
            if (!more()) {
                return std::exchange(held_, {});
            }
        }
        const auto whole = end + 4 + announced(held_.substr(0, end));
        while (held_.size() < whole && more()) {
        }
        auto one = held_.substr(0, whole);
        held_.erase(0, whole);
        return one;
    }

    // An answer, or the end, is there to be read.
    bool has_news() const {
        pollfd waiting{socket_, POLLIN, 0};
        return ::poll(&waiting, 1, 0) > 0;
    }

    bool closed() { return held_.empty() && !more(); }

  private:
    static std::size_t announced(const std::string& head) {
        constexpr std::string_view name = "\r\nContent-Length: ";
        const auto at = head.find(name);
        std::size_t n = 0;
        if (at != std::string::npos) {
            std::from_chars(head.data() + at + name.size(), head.data() + head.size(), n);
        }
        return n;
    }

    bool more() {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, 10'000) <= 0) {
            return false;
        }
        char bytes[65536];
        const auto n = ::recv(socket_, bytes, sizeof bytes, 0);
        if (n <= 0) {
            return false;
        }
        held_.append(bytes, static_cast<std::size_t>(n));
        return true;
    }

    int socket_;
    bool connected_ = false;
    std::string held_;
};

// A server on a thread of its own, stopped and awaited at the end.
class Running {
  public:
    Running(Options options, Answer answer) {
        options.port = 0;
        auto listening = Server::listen(std::move(options), std::move(answer));
        server_ = std::move(listening).value();
        thread_ = std::thread{[this] { server_->run(); }};
    }
    ~Running() { stop(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    std::uint16_t port() const { return server_->port(); }
    Server& server() { return *server_; }
    void stop() {
        if (thread_.joinable()) {
            server_->stop();
            thread_.join();
        }
    }
    std::string ask(std::string_view request) const {
        Client client{port()};
        client.send(request);
        return client.rest();
    }

  private:
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

inline int status_in(std::string_view answer) {
    int status = 0;
    if (answer.size() > 12) {
        std::from_chars(answer.data() + 9, answer.data() + 12, status);
    }
    return status;
}

} // namespace gweld::web

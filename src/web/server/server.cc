#include "web/server/server.h"

#include "web/problem_page.h"
#include "web/server/connection.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <linux/filter.h>
#include <optional>
#include <sys/socket.h>
#include <utility>

namespace gweld::web {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;
using std::chrono::milliseconds;

namespace {

// One thread that reads and writes, with the connections that live on it.
class Lane {
  public:
    Lane(Shared& shared, milliseconds tick) : shared_{shared}, tick_{tick} {}

    asio::io_context& context() { return context_; }

    void run() {
        look_again();
        context_.run();
    }

    void adopt(tcp::socket socket) {
        if (shared_.connections > shared_.options.most_connections && !make_room()) {
            --shared_.connections;
            ++shared_.turned_away;
            return say_there_is_no_room(socket);
        }
        const auto connection =
            std::make_shared<Connection>(shared_, open_, context_, std::move(socket));
        connection->start();
        if (shared_.draining) {
            connection->leave_soon();
        }
    }

    void drain() {
        asio::post(context_, [this] {
            drained_by_ = std::chrono::steady_clock::now() + shared_.options.drain;
            for (auto* connection : open_) {
                connection->leave_soon();
            }
            tick_ = std::min(tick_, milliseconds{5});
            look();
        });
    }

  private:
    // Whether somebody could be asked to go.
    bool make_room() {
        const auto now = std::chrono::steady_clock::now();
        Connection* first = nullptr;
        std::optional<Connection::Patience> least;
        for (auto* connection : open_) {
            const auto patience = connection->patience(now);
            if (patience && (!least || *patience < *least)) {
                least = patience;
                first = connection;
            }
        }
        if (first == nullptr) {
            return false;
        }
        ++shared_.made_room;
        first->make_room();
        return true;
    }

    // As much as goes without waiting: there is no room to wait in.
    void say_there_is_no_room(tcp::socket& socket) {
        std::string answer;
        const auto busy = busy_page(words::Language::english);
        write_head(answer, busy, After::close);
        answer += busy.body.bytes();
        Error ignored;
        socket.non_blocking(true, ignored);
        std::array<char, 4096> asked{}; // unread bytes would make closing a reset
        socket.read_some(asio::buffer(asked), ignored);
        socket.write_some(asio::buffer(answer), ignored);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    void look_again() {
        timer_.expires_after(tick_);
        timer_.async_wait([this](const Error& error) {
            if (!error) {
                look();
            }
        });
    }

    void look() {
        const auto now = std::chrono::steady_clock::now();
        // A connection that ends may leave the set at once.
        const std::vector<Connection*> all{open_.begin(), open_.end()};
        for (auto* connection : all) {
            connection->look_at_the_clock(now);
        }
        if (drained_by_ != Moment::max() && (open_.empty() || now >= drained_by_)) {
            context_.stop();
            return;
        }
        look_again();
    }

    Shared& shared_;
    milliseconds tick_;
    Moment drained_by_ = Moment::max();
    OpenConnections open_; // before the context: what it still holds leaves the set when it goes
    asio::io_context context_{1};
    asio::steady_timer timer_{context_};
};

milliseconds tick_for(const Options& options) {
    const auto shortest = std::min({options.header_within, options.body_within, options.idle_for,
                                    options.read_by_client_within, options.linger, options.drain});
    return std::clamp(shortest / 4, milliseconds{5}, milliseconds{100});
}

// The system answers a first packet before we hear of it, and whoever it answered is reset when the
// door is shut. So first packets (TCP's SYN without ACK, in the 14th byte of its header) are passed
// over from here on: who sent one sends it again a second later and is refused, which every proxy
// and browser understands. Where the system does not take a filter, as without it.
// https://www.kernel.org/doc/Documentation/networking/filter.txt
void turn_newcomers_away(int listening) {
    constexpr unsigned flags_at = 13;
    constexpr unsigned syn = 0x02;
    constexpr unsigned syn_and_ack = 0x12;
    constexpr unsigned whole = 0xffffffff;
    std::array<sock_filter, 5> program{{
        {BPF_LD | BPF_B | BPF_ABS, 0, 0, flags_at},
        {BPF_ALU | BPF_AND | BPF_K, 0, 0, syn_and_ack},
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, syn},
        {BPF_RET | BPF_K, 0, 0, 0},
        {BPF_RET | BPF_K, 0, 0, whole},
    }};
    const sock_fprog filter{program.size(), program.data()};
    static_cast<void>(
        ::setsockopt(listening, SOL_SOCKET, SO_ATTACH_FILTER, &filter, sizeof filter));
}

class AsioServer final : public Server {
  public:
    AsioServer(Options options, Answer answer)
        : shared_{std::move(options), std::move(answer)}, lanes_{lanes_for(shared_)} {}

    ~AsioServer() override { end_workers(); }

    Error open() {
        Error error;
        const auto address = asio::ip::make_address(shared_.options.address, error);
        if (error) {
            return asio::error::address_family_not_supported;
        }
        const tcp::endpoint endpoint{address, shared_.options.port};
        acceptor_.open(endpoint.protocol(), error);
        if (!error) {
            acceptor_.set_option(tcp::acceptor::reuse_address{true}, error);
            acceptor_.bind(endpoint, error);
        }
        if (!error) {
            acceptor_.listen(asio::socket_base::max_listen_connections, error);
        }
        if (!error) {
            port_ = acceptor_.local_endpoint(error).port();
        }
        return error;
    }

    void run() override {
        accept();
        wait_for_signals();
        std::vector<std::thread> threads;
        for (auto lane = lanes_.begin() + 1; lane != lanes_.end(); ++lane) {
            threads.emplace_back([&lane = **lane] { lane.run(); });
        }
        lanes_.front()->run();
        for (auto& thread : threads) {
            thread.join();
        }
        end_workers();
    }

    void stop() override {
        shared_.draining = true;
        asio::post(lanes_.front()->context(), [this] {
            if (!std::exchange(last_call_given_, true)) {
                last_call();
            }
        });
    }

    std::uint16_t port() const override { return port_; }
    Load load() const override {
        const auto reports = shared_.reports.waiting();
        return {shared_.connections,
                shared_.pages.waiting() + reports + shared_.proofs.waiting(),
                reports,
                shared_.turned_away,
                shared_.given_up,
                shared_.made_room};
    }

  private:
    using Lanes = std::vector<std::unique_ptr<Lane>>;

    static Lanes lanes_for(Shared& shared) {
        Lanes lanes;
        const auto tick = tick_for(shared.options);
        for (unsigned i = 0; i < std::max(1U, shared.options.io_threads); ++i) {
            lanes.push_back(std::make_unique<Lane>(shared, tick));
        }
        return lanes;
    }

    void accept() {
        auto& lane = *lanes_[next_lane_++ % lanes_.size()];
        acceptor_.async_accept(
            lane.context(), [this, &lane](const Error& error, tcp::socket socket) {
                if (!error) {
                    ++shared_.connections;
                    asio::post(lane.context(), [&lane, socket = std::move(socket)]() mutable {
                        lane.adopt(std::move(socket));
                    });
                }
                accept_next(error);
            });
    }

    // There is always one accepting or one pause under way, until its end finds the door closed.
    // Only then is it certain that nobody comes any more: the lanes may be emptied.
    void accept_next(const Error& error) {
        if (!acceptor_.is_open()) {
            for (auto& lane : lanes_) {
                lane->drain();
            }
        } else if (error) {
            accept_later();
        } else {
            accept();
        }
    }

    // On the first lane. Nobody new is let in; those who were at the door by then are answered;
    // then it is shut.
    void last_call() {
        turn_newcomers_away(acceptor_.native_handle());
        last_call_.expires_after(milliseconds{50}); // a way there and back
        last_call_.async_wait([this](const Error&) {
            adopt_who_is_at_the_door();
            Error ignored;
            acceptor_.close(ignored);
            pause_.cancel();
        });
    }

    // They are connected as far as they know and may have asked already; closing would reset them.
    void adopt_who_is_at_the_door() {
        Error none_left;
        acceptor_.non_blocking(true, none_left);
        while (!none_left) {
            auto socket = acceptor_.accept(lanes_.front()->context(), none_left);
            if (!none_left) {
                ++shared_.connections;
                lanes_.front()->adopt(std::move(socket));
            }
        }
    }

    // Out of descriptors or memory: trying again at once would only burn the processor.
    void accept_later() {
        pause_.expires_after(milliseconds{100});
        pause_.async_wait([this](const Error&) { accept_next({}); });
    }

    void wait_for_signals() {
        if (shared_.options.signals == Signals::left_alone) {
            return;
        }
        signals_.add(SIGINT);
        signals_.add(SIGTERM);
        signals_.async_wait([this](const Error& error, int) {
            if (!error) {
                stop();
            }
        });
    }

    // Before the lanes go, to which they hand their answers.
    void end_workers() {
        shared_.pages.finish();
        shared_.reports.finish();
        shared_.proofs.finish();
    }

    Shared shared_;
    Lanes lanes_;
    std::size_t next_lane_ = 0;
    std::uint16_t port_ = 0;
    tcp::acceptor acceptor_{lanes_.front()->context()};
    asio::steady_timer pause_{lanes_.front()->context()};
    asio::steady_timer last_call_{lanes_.front()->context()};
    bool last_call_given_ = false;
    asio::signal_set signals_{lanes_.front()->context()};
};

ListenRefused::Why why_of(const Error& error) {
    using Why = ListenRefused::Why;
    if (error == asio::error::address_in_use) {
        return Why::port_taken;
    }
    if (error == asio::error::access_denied) {
        return Why::not_permitted;
    }
    const bool elsewhere = error == boost::system::errc::address_not_available ||
                           error == asio::error::address_family_not_supported;
    return elsewhere ? Why::not_our_address : Why::other;
}

} // namespace

base::Result<std::unique_ptr<Server>, ListenRefused> Server::listen(Options options,
                                                                    Answer answer) {
    const auto address = options.address;
    const auto port = options.port;
    auto server = std::make_unique<AsioServer>(std::move(options), std::move(answer));
    if (const auto error = server->open()) {
        return base::Err{ListenRefused{why_of(error), address, port, error.message()}};
    }
    return base::Ok{std::unique_ptr<Server>{std::move(server)}};
}

std::string ListenRefused::text() const {
    const auto place = address + ":" + std::to_string(port);
    switch (why) {
    case Why::port_taken:
        return "Another program already listens on " + place + ".";
    case Why::not_permitted:
        return "This user may not listen on " + place + ". Ports below 1024 need permission.";
    case Why::not_our_address:
        return address + " is not an address of this machine.";
    case Why::other:
        break;
    }
    return "Cannot listen on " + place + ": " + reason;
}

} // namespace gweld::web

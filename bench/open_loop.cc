// open_loop.cc - asks a server at a rate that does not slow down when the server does, as a town
// full of people would, and tells what came back. Times count from the moment a request was due,
// not from the moment it could be sent. Not a test.
//
//   open_loop PORT RATE SECONDS CONNECTIONS REQUESTS_FILE
//
// The file: requests as they go over the wire, each behind a line with its length. Where one says
// {{a-fresh-key-each-time-it-is-asked} it gets a new UUID each time.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;
constexpr std::chrono::milliseconds good_within{1000}; // who waits longer presses again
constexpr std::string_view key_place = "{{a-fresh-key-each-time-it-is-asked}";
static_assert(key_place.size() == 36);

struct Asked {
    std::string bytes;
    std::size_t key_at = std::string::npos;
};

std::vector<Asked> read_requests(const char* path) {
    std::vector<Asked> all;
    std::ifstream in{path, std::ios::binary};
    std::size_t length = 0;
    while (in >> length) {
        in.ignore(1);
        Asked one;
        one.bytes.resize(length);
        in.read(one.bytes.data(), static_cast<std::streamsize>(length));
        one.key_at = one.bytes.find(key_place);
        all.push_back(std::move(one));
    }
    return all;
}

struct Told {
    std::vector<double> good_ms;
    std::vector<double> refused_ms; // from sent to told
    std::size_t offered = 0;
    std::size_t late = 0;    // answered, after good_within
    std::size_t refused = 0; // 503 with Retry-After
    std::size_t wrong = 0;   // any other answer
    std::size_t broken = 0;  // connection gone without an answer
    std::size_t unsent = 0;  // no connection was free within good_within
    std::vector<std::pair<int, std::size_t>> wrong_statuses;
};

struct Line {
    int socket = -1;
    bool connected = false;
    bool busy = false;
    const Asked* asked = nullptr;
    std::string out;
    std::size_t sent = 0;
    std::string in;
    Moment due;
    Moment begun;
};

class Town {
  public:
    Town(std::uint16_t port, std::vector<Asked> requests, std::size_t most)
        : port_{port}, requests_{std::move(requests)}, most_{most}, poll_{epoll_create1(0)} {}

    Told ask(double rate, double seconds) {
        const auto begun = Clock::now();
        const auto gap = std::chrono::duration<double>(1 / rate);
        const auto total = static_cast<std::size_t>(rate * seconds);
        std::size_t next = 0;
        const auto due_at = [&](std::size_t n) {
            return begun +
                   std::chrono::duration_cast<Clock::duration>(static_cast<double>(n) * gap);
        };
        const auto last = due_at(total) + 3 * good_within;
        while (next < total || (busy_ > 0 && Clock::now() < last)) {
            const auto now = Clock::now();
            for (; next < total && due_at(next) <= now; ++next) {
                ++told_.offered;
                waiting_.push_back(due_at(next));
            }
            start_waiting(now);
            turn(next < total ? due_at(next) : now + std::chrono::milliseconds{5});
        }
        told_.broken += busy_;
        return std::move(told_);
    }

  private:
    void start_waiting(Moment now) {
        while (!waiting_.empty()) {
            if (now - waiting_.front() > good_within) {
                ++told_.unsent;
                waiting_.pop_front();
                continue;
            }
            Line* line = free_line();
            if (line == nullptr) {
                return;
            }
            begin(*line, waiting_.front());
            waiting_.pop_front();
        }
    }

    Line* free_line() {
        if (!free_.empty()) {
            Line* line = free_.back();
            free_.pop_back();
            return line;
        }
        if (lines_.size() < most_) {
            lines_.push_back(std::make_unique<Line>());
            return lines_.back().get();
        }
        return nullptr;
    }

    void begin(Line& line, Moment due) {
        line.busy = true;
        ++busy_;
        line.due = due;
        line.begun = Clock::now();
        line.asked = &requests_[chance_() % requests_.size()];
        line.out = line.asked->bytes;
        if (line.asked->key_at != std::string::npos) {
            put_key(line.out.data() + line.asked->key_at);
        }
        line.sent = 0;
        line.in.clear();
        if (line.socket < 0) {
            connect(line);
        }
        if (line.connected) {
            send(line);
        }
    }

    void put_key(char* at) { // a UUID, version 4
        constexpr std::string_view digits = "0123456789abcdef";
        for (int i = 0; i < 36; ++i) {
            const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
            at[i] = dash ? '-' : i == 14 ? '4' : i == 19 ? 'a' : digits[chance_() % 16];
        }
    }

    void connect(Line& line) {
        line.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        const int one = 1;
        setsockopt(line.socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port_);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        line.connected = ::connect(line.socket, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
        epoll_event event{};
        event.events = EPOLLIN | EPOLLOUT | EPOLLET;
        event.data.ptr = &line;
        epoll_ctl(poll_, EPOLL_CTL_ADD, line.socket, &event);
    }

    void send(Line& line) {
        while (line.sent < line.out.size()) {
            const auto n = ::send(line.socket, line.out.data() + line.sent,
                                  line.out.size() - line.sent, MSG_NOSIGNAL);
            if (n <= 0) {
                return; // told later that it goes on, or that it is gone
            }
            line.sent += static_cast<std::size_t>(n);
        }
    }

    void turn(Moment until) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
        std::array<epoll_event, 512> events{};
        const int n = epoll_wait(poll_, events.data(), static_cast<int>(events.size()),
                                 static_cast<int>(std::clamp<long>(left, 0, 20)));
        for (int i = 0; i < n; ++i) {
            happened(*static_cast<Line*>(events[static_cast<std::size_t>(i)].data.ptr),
                     events[static_cast<std::size_t>(i)].events);
        }
    }

    void happened(Line& line, std::uint32_t what) {
        if (line.socket < 0) {
            return;
        }
        if ((what & EPOLLOUT) != 0 && (what & EPOLLERR) == 0) {
            line.connected = true;
            if (line.busy && line.sent < line.out.size()) {
                send(line);
            }
        }
        if ((what & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0) {
            receive(line);
        }
    }

    void receive(Line& line) {
        std::array<char, 65536> bytes; // NOLINT(cppcoreguidelines-pro-type-member-init)
        while (true) {
            const auto n = ::recv(line.socket, bytes.data(), bytes.size(), 0);
            if (n > 0) {
                line.in.append(bytes.data(), static_cast<std::size_t>(n));
                continue;
            }
            const bool gone = n == 0 || (errno != EAGAIN && errno != EINTR);
            if (line.busy && whole(line.in)) {
                answered(line);
            } else if (gone && line.busy) {
                ++told_.broken;
                finished(line);
            }
            if (gone) {
                drop(line);
            }
            return;
        }
    }

    static bool whole(const std::string& in) {
        const auto end = in.find("\r\n\r\n");
        if (end == std::string::npos) {
            return false;
        }
        constexpr std::string_view name = "\r\nContent-Length: ";
        const auto at = in.find(name);
        std::size_t length = 0;
        if (at < end) {
            std::from_chars(in.data() + at + name.size(), in.data() + end, length);
        }
        return in.size() >= end + 4 + length;
    }

    void answered(Line& line) {
        const auto now = Clock::now();
        int status = 0;
        std::from_chars(line.in.data() + 9, line.in.data() + 12, status);
        const auto since = [&](Moment then) {
            return std::chrono::duration<double, std::milli>(now - then).count();
        };
        if (status == 200 || status == 303) {
            if (now - line.due <= good_within) {
                told_.good_ms.push_back(since(line.due));
            } else {
                ++told_.late;
            }
        } else if (status == 503 && line.in.find("\r\nRetry-After: ") != std::string::npos) {
            ++told_.refused;
            told_.refused_ms.push_back(since(line.begun));
        } else {
            ++told_.wrong;
            count_wrong(status);
        }
        const bool close = line.in.find("\r\nConnection: close") != std::string::npos;
        finished(line);
        if (close) {
            drop(line);
        }
    }

    void count_wrong(int status) {
        for (auto& [which, count] : told_.wrong_statuses) {
            if (which == status) {
                ++count;
                return;
            }
        }
        told_.wrong_statuses.emplace_back(status, 1);
    }

    void finished(Line& line) {
        line.busy = false;
        --busy_;
        free_.push_back(&line);
    }

    static void drop(Line& line) {
        if (line.socket >= 0) {
            ::close(line.socket);
        }
        line.socket = -1;
        line.connected = false;
    }

    std::uint16_t port_;
    std::vector<Asked> requests_;
    std::size_t most_;
    int poll_;
    std::vector<std::unique_ptr<Line>> lines_;
    std::vector<Line*> free_;
    std::size_t busy_ = 0;
    std::deque<Moment> waiting_;
    std::mt19937 chance_{1};
    Told told_;
};

double at(std::vector<double>& times, double part) {
    if (times.empty()) {
        return 0;
    }
    const auto n = static_cast<std::size_t>(part * static_cast<double>(times.size() - 1));
    std::nth_element(times.begin(), times.begin() + static_cast<std::ptrdiff_t>(n), times.end());
    return times[n];
}

} // namespace

int main(int count, char** given) {
    if (count != 6) {
        std::cerr << "usage: open_loop PORT RATE SECONDS CONNECTIONS REQUESTS_FILE\n";
        return 2;
    }
    auto requests = read_requests(given[5]);
    if (requests.empty()) {
        std::cerr << "no requests in " << given[5] << '\n';
        return 2;
    }
    const double seconds = std::atof(given[3]);
    Town town{static_cast<std::uint16_t>(std::atoi(given[1])), std::move(requests),
              static_cast<std::size_t>(std::atoi(given[4]))};
    auto told = town.ask(std::atof(given[2]), seconds);
    std::printf("{\"offered\": %zu, \"good\": %zu, \"good_per_second\": %.0f, \"p50_ms\": %.1f, "
                "\"p99_ms\": %.1f, \"late\": %zu, \"refused\": %zu, \"refused_p99_ms\": %.1f, "
                "\"wrong\": %zu, \"broken\": %zu, \"unsent\": %zu",
                told.offered, told.good_ms.size(),
                static_cast<double>(told.good_ms.size()) / seconds, at(told.good_ms, 0.5),
                at(told.good_ms, 0.99), told.late, told.refused, at(told.refused_ms, 0.99),
                told.wrong, told.broken, told.unsent);
    std::printf(", \"wrong_statuses\": {");
    for (std::size_t i = 0; i < told.wrong_statuses.size(); ++i) {
        std::printf("%s\"%d\": %zu", i == 0 ? "" : ", ", told.wrong_statuses[i].first,
                    told.wrong_statuses[i].second);
    }
    std::printf("}}\n");
    return 0;
}

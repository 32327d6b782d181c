// connection.h - one client: read, answer, write, again. Lives on one lane; only its handler runs
// elsewhere. Knows no page.
#pragma once

#include "web/server/exchange.h"
#include "web/server/reader.h"
#include "web/server/worker_pool.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace gweld::web {

using Moment = std::chrono::steady_clock::time_point;

struct Shared { // by every connection
    Shared(Options given, Answer handler)
        : options{std::move(given)}, answer{std::move(handler)},
          room{options.most_upload_bytes_at_once},
          pages{{options.workers,
                 {options.most_waiting, options.most_waiting_of_one_person},
                 Priority::usual}},
          reports{{options.report_workers,
                   {options.most_reports_waiting, options.most_reports_waiting_of_one_person},
                   Priority::after_the_others}},
          proofs{{options.proof_workers,
                  {options.most_proofs_waiting, options.most_proofs_waiting_of_one_person},
                  Priority::after_the_others}} {}

    WorkerPool& workers_for(const Request& request) {
        switch (options.effort ? options.effort(request) : Effort::page) {
        case Effort::report:
            return reports;
        case Effort::proof:
            return proofs;
        case Effort::page:
            break;
        }
        return pages;
    }

    const Options options;
    const Answer answer;
    std::atomic<std::size_t> connections{0};
    std::atomic<std::uint64_t> turned_away{0};
    std::atomic<std::uint64_t> given_up{0};
    std::atomic<std::uint64_t> made_room{0};
    std::atomic<bool> draining{false};
    UploadRoom room;
    WorkerPool pages; // last: their threads end before the rest goes
    WorkerPool reports;
    WorkerPool proofs;
};

class Connection;
using OpenConnections = std::unordered_set<Connection*>;

class Connection : public Job, public std::enable_shared_from_this<Connection> {
  public:
    Connection(Shared& shared, OpenConnections& open, boost::asio::io_context& lane,
               boost::asio::ip::tcp::socket socket);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    // Called now and then: ends what has taken too long.
    void look_at_the_clock(Moment now);
    // The server is stopping: goes when nothing is under way and nothing comes for a moment.
    void leave_soon();

    // Whom to close first where there is no room: the lower, the sooner. None: never, somebody
    // waits for our answer.
    using Patience = std::pair<int, Moment>;
    std::optional<Patience> patience(Moment now) const;
    void make_room() { close(); }

    void work(std::shared_ptr<Job> self) override; // on a worker thread
    std::uint64_t asked_by() const override { return asked_by_; }

  private:
    using Error = boost::system::error_code;
    enum class State : std::uint8_t { idle, header, body, working, writing, lingering, closed };

    void enter(State state, std::chrono::milliseconds limit);
    void read();
    void on_read(const Error& error, std::size_t n);
    void consume();
    void ask_for_body();
    void dispatch();
    void say_busy();
    void refuse(Problem problem);
    void prepare(Response response);
    void send_at_once();
    void send_rest();
    void sent_all();
    void next();
    void finish();
    void close();
    std::string_view held() const { return {buffer_.data(), held_}; }

    Shared& shared_;
    OpenConnections& open_;
    boost::asio::io_context& lane_;
    boost::asio::ip::tcp::socket socket_;
    std::string peer_;
    State state_ = State::header;
    Moment since_ = Moment::min(); // in this state
    Moment deadline_ = Moment::max();
    std::uint64_t asked_by_ = 0;

    RequestReader reader_;
    std::vector<char> buffer_; // the first held_ bytes wait to be understood
    std::size_t held_ = 0;

    Response response_;
    After after_ = After::close;
    std::string head_;
    std::string_view body_;
    std::size_t sent_ = 0; // of head_ and body_ together
    bool broken_ = false;  // the client is gone
};

} // namespace gweld::web

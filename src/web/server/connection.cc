#include "web/server/connection.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>

namespace gweld::web {

namespace asio = boost::asio;

namespace {

constexpr std::size_t first_buffer = 4096; // most requests; a quiet client costs no more
constexpr std::size_t largest_buffer = 65536;
constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";

// Who is signed in is known by what their browser keeps for it, whatever else they send along; who
// is not, by where they are.
std::uint64_t person_asking(const Request& request, const std::string& known_by) {
    const auto session = known_by.empty() ? std::nullopt : request.cookie(known_by);
    return std::hash<std::string_view>{}(session.value_or(request.remote));
}

} // namespace

Connection::Connection(Shared& shared, OpenConnections& open, asio::io_context& lane,
                       asio::ip::tcp::socket socket)
    : shared_{shared}, open_{open}, lane_{lane}, socket_{std::move(socket)},
      reader_{{shared.options.most_header_bytes, shared.options.most_body_bytes,
               shared.options.uploads, &shared.room}},
      buffer_(first_buffer) {
    Error ignored;
    peer_ = socket_.remote_endpoint(ignored).address().to_string();
    socket_.set_option(asio::ip::tcp::no_delay{true}, ignored);
    open_.insert(this);
}

// Always on its lane: a worker hands its hold back with the answer.
Connection::~Connection() {
    open_.erase(this);
    --shared_.connections;
}

void Connection::start() {
    enter(State::header, shared_.options.header_within);
    read();
}

void Connection::enter(State state, std::chrono::milliseconds limit) {
    state_ = state;
    since_ = std::chrono::steady_clock::now();
    deadline_ = since_ + limit;
}

void Connection::look_at_the_clock(Moment now) {
    if (now < deadline_) {
        return;
    }
    const bool part_of_a_request = (state_ == State::header && held_ > 0) || state_ == State::body;
    if (!part_of_a_request) {
        return close();
    }
    Error ignored;
    socket_.cancel(ignored); // the read under way
    ++shared_.given_up;
    refuse(Problem::took_too_long);
}

// A request may be on its way to us this moment; closing at once would lose it.
void Connection::leave_soon() {
    const bool asked_nothing = state_ == State::header && held_ == 0;
    if (state_ == State::idle || asked_nothing) {
        enter(state_, shared_.options.farewell);
    }
}

// First those who opened a connection and did not ask, then those who are between two pages: their
// browser opens another without a word. A file on a slow line goes last.
std::optional<Connection::Patience> Connection::patience(Moment now) const {
    constexpr std::chrono::seconds enough_for_a_header{1};
    switch (state_) {
    case State::header:
        return Patience{now - since_ > enough_for_a_header ? 0 : 2, since_};
    case State::idle:
        return Patience{1, since_};
    case State::body:
        return Patience{3, since_};
    case State::working:
    case State::writing:
    case State::lingering:
    case State::closed:
        break;
    }
    return std::nullopt;
}

void Connection::close() {
    Error ignored;
    socket_.close(ignored);
    state_ = State::closed;
    deadline_ = Moment::max();
}

void Connection::read() {
    if (held_ == buffer_.size()) {
        buffer_.resize(std::min(2 * buffer_.size(), largest_buffer));
    }
    socket_.async_read_some(asio::buffer(buffer_.data() + held_, buffer_.size() - held_),
                            [self = shared_from_this()](const Error& error, std::size_t n) {
                                self->on_read(error, n);
                            });
}

void Connection::on_read(const Error& error, std::size_t n) {
    if (error == asio::error::operation_aborted) {
        return; // cancelled by us; whoever did it goes on
    }
    if (error) {
        return close();
    }
    if (state_ == State::lingering) {
        return read();
    }
    if (state_ == State::writing || state_ == State::closed) {
        return; // arrived as its time ran out; a refusal is on its way
    }
    held_ += n;
    if (state_ == State::idle) {
        enter(State::header, shared_.options.header_within);
    }
    consume();
}

void Connection::consume() {
    using Progress = RequestReader::Progress;
    std::size_t used = 0;
    do {
        used = reader_.take(held());
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(used),
                  buffer_.begin() + static_cast<std::ptrdiff_t>(held_), buffer_.begin());
        held_ -= used;
    } while (used > 0 && held_ > 0 && reader_.progress() < Progress::whole);
    switch (reader_.progress()) {
    case Progress::refused:
        return refuse(reader_.problem());
    case Progress::whole:
        return dispatch();
    case Progress::in_body:
        if (state_ == State::header) {
            enter(State::body, reader_.is_upload() ? shared_.options.upload_within
                                                   : shared_.options.body_within);
            if (reader_.awaits_continue() && held_ == 0) {
                return ask_for_body();
            }
        }
        break;
    case Progress::in_header:
        break;
    }
    if (held_ == largest_buffer) { // bytes that no part of the parser will take
        return refuse(Problem::not_understood);
    }
    read();
}

void Connection::ask_for_body() {
    asio::async_write(socket_, asio::buffer(go_on),
                      [self = shared_from_this()](const Error& error, std::size_t) {
                          if (error) {
                              return self->close();
                          }
                          self->read();
                      });
}

void Connection::dispatch() {
    auto& request = reader_.request();
    if (!is_our_host(shared_.options, request)) {
        return refuse(Problem::not_this_server);
    }
    request.remote = client_of(shared_.options, peer_, request);
    request.id = fresh_request_id();
    const bool keep = reader_.keep_alive() && !shared_.draining;
    after_ = !keep                          ? After::close
             : reader_.is_http_one_nought() ? After::keep_and_say_so
                                            : After::keep;
    state_ = State::working;
    deadline_ = Moment::max();
    asked_by_ = person_asking(request, shared_.options.known_by);
    if (shared_.workers_for(request).offer(shared_from_this()) == FairQueue::Offered::full) {
        say_busy();
    }
}

// The connection stays: a new one for each attempt would only add to the load.
void Connection::say_busy() {
    ++shared_.turned_away;
    prepare(busy_page(reader_.request().language));
    send_at_once();
    send_rest();
}

void Connection::work(std::shared_ptr<Job> self) {
    const auto begun = std::chrono::steady_clock::now();
    auto response = answer_safely(shared_.options, shared_.answer, reader_.request());
    if (shared_.options.answered) {
        const auto took = std::chrono::steady_clock::now() - begun;
        shared_.options.answered(reader_.request(), response,
                                 std::chrono::duration_cast<std::chrono::microseconds>(took));
    }
    if (shared_.draining) { // since it was asked
        after_ = After::close;
    }
    prepare(std::move(response));
    send_at_once();
    asio::post(lane_, [self = std::move(self), this] { send_rest(); });
}

void Connection::refuse(Problem problem) {
    after_ = After::close;
    prepare(problem_page(problem, std::nullopt, {}));
    send_at_once();
    send_rest();
}

void Connection::prepare(Response response) {
    response_ = std::move(response);
    // RFC 6797, 7.2: never over plain HTTP.
    if (came_over_tls(shared_.options, peer_, reader_.request())) {
        response_.headers.push_back(
            {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"});
    }
    head_.clear();
    write_head(head_, response_, after_);
    body_ =
        has_body(response_, reader_.request().method) ? response_.body.bytes() : std::string_view{};
    sent_ = 0;
}

// What the socket takes without waiting, which is nearly always everything. On whichever thread
// made the answer: nothing else touches the socket then.
void Connection::send_at_once() {
    std::array<iovec, 2> parts{
        {{head_.data(), head_.size()}, {const_cast<char*>(body_.data()), body_.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const auto n = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n >= 0) {
        sent_ = static_cast<std::size_t>(n);
    } else {
        broken_ = errno != EAGAIN && errno != EINTR;
    }
}

void Connection::send_rest() {
    if (broken_) {
        return close();
    }
    if (sent_ == head_.size() + body_.size()) {
        return sent_all();
    }
    enter(State::writing, shared_.options.read_by_client_within);
    const auto of_head = std::min(sent_, head_.size());
    const std::array<asio::const_buffer, 2> rest{
        asio::buffer(head_.data() + of_head, head_.size() - of_head),
        asio::buffer(body_.data() + (sent_ - of_head), body_.size() - (sent_ - of_head))};
    asio::async_write(socket_, rest, [self = shared_from_this()](const Error& error, std::size_t) {
        if (error) {
            return self->close();
        }
        self->sent_all();
    });
}

void Connection::sent_all() {
    response_ = {};
    body_ = {};
    if (after_ == After::close) {
        return finish();
    }
    next();
}

void Connection::next() {
    reader_.begin();
    if (held_ > 0) { // the next request came along with the last
        enter(State::header, shared_.options.header_within);
        return consume();
    }
    enter(State::idle, shared_.draining ? shared_.options.farewell : shared_.options.idle_for);
    read();
}

// Closing at once would reset the connection when more of the request arrives, and the client
// would lose the answer it has not read yet.
void Connection::finish() {
    enter(State::lingering, shared_.options.linger);
    Error ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    held_ = 0;
    read();
}

} // namespace gweld::web

#include "web/client.h"
#include "web/router.h"
#include "web/sample/family.html.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>

namespace gweld::web {
namespace {

using namespace std::chrono_literals;

Response echo(const Request& request) {
    return plain_text(std::string{name_of(request.method)} + " " + request.path + " " +
                      std::string{request.form.text("a")} + "|" +
                      std::to_string(request.body.size()) + "|" + request.remote);
}

// A door at which handlers wait until the test opens it.
class Door {
  public:
    void wait() {
        std::unique_lock lock{mutex_};
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
    }
    void open() {
        const std::lock_guard lock{mutex_};
        open_ = true;
        changed_.notify_all();
    }
    void await(int callers) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return waiting_ >= callers; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int waiting_ = 0;
    bool open_ = false;
};

TEST(Server, answers_again_and_again_on_one_connection) {
    const Running server{{}, echo};
    Client client{server.port()};
    for (int i = 0; i < 3; ++i) {
        client.send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_TRUE(client.answer().ends_with("GET /page |0|127.0.0.1"));
    }
}

TEST(Server, answers_requests_sent_together_in_their_order) {
    const Running server{{}, echo};
    Client client{server.port()};
    std::string together;
    for (int i = 0; i < 200; ++i) {
        together += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }
    client.send(together);
    for (int i = 0; i < 200; ++i) {
        EXPECT_TRUE(holds(client.answer(), "\r\n\r\nGET /" + std::to_string(i) + " "));
    }
}

TEST(Server, reads_a_form_whole_in_pieces_or_in_chunks) {
    const Running server{{}, echo};
    const std::string head = "POST /p HTTP/1.1\r\nHost: a\r\nContent-Type: "
                             "application/x-www-form-urlencoded\r\n";
    Client client{server.port()};
    client.send(head + "Content-Length: 7\r\n\r\na=x%20y");
    EXPECT_TRUE(client.answer().ends_with("POST /p x y|7|127.0.0.1"));
    for (const char c : head + "Content-Length: 5\r\n\r\na=one") {
        client.send({&c, 1});
    }
    EXPECT_TRUE(client.answer().ends_with("POST /p one|5|127.0.0.1"));
    client.send(head +
                "Transfer-Encoding: chunked\r\n\r\n3\r\na=t\r\n2\r\nwo\r\n0\r\nHost: b\r\n\r\n");
    EXPECT_TRUE(client.answer().ends_with("POST /p two|5|127.0.0.1"));
}

TEST(Server, closes_when_the_client_asks) {
    const Running server{{}, echo};
    EXPECT_TRUE(holds(server.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                      "\r\nConnection: close\r\n"));
    EXPECT_EQ(status_in(server.ask("GET / HTTP/1.0\r\n\r\n")), 200);
    Client old{server.port()};
    old.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_TRUE(holds(old.answer(), "\r\nConnection: keep-alive\r\n"));
}

TEST(Server, leaves_the_body_out_of_an_answer_to_head) {
    const Running server{{}, echo};
    const auto answer = server.ask("HEAD /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(holds(answer, "\r\nContent-Length: "));
    EXPECT_FALSE(holds(answer, "Content-Length: 0"));
    EXPECT_TRUE(answer.ends_with("\r\n\r\n"));
}

struct Malformed {
    std::string bytes;
    int status;
};

TEST(Server, refuses_what_it_cannot_read_for_certain) {
    const Running server{{}, echo};
    const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
    const std::vector<Malformed> all = {
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET / HTTP/1.1\nHost: a\n\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.2\r\nHost: a\r\n\r\n", 400},
        {"GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET nowhere HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nA b: c\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nName : c\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nName: c\x01\r\n\r\n", 400},
        {std::string{"GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28}, 400},
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello over TLS\r\n\r\n", 400},
        {"hello\r\n\r\n", 400},
        {post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", 400},
        {post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400},
        {post + "Content-Length: 1, 1\r\n\r\na", 400},
        {post + "Content-Length: +1\r\n\r\na", 400},
        {post + "Content-Length: -1\r\n\r\na", 400},
        {post + "Content-Length: 0x1\r\n\r\na", 400},
        {post + "Content-Length: 99999999999999999999999\r\n\r\na", 400},
        {post + "Content-Length:\r\n\r\na", 400},
        {post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n0\r\n\r\n", 400},
        {post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
        {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400},
        {post + "Transfer-Encoding: chunked\r\n\r\n1\nab\r\n0\r\n\r\n", 400},
        {post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n", 400},
        {post + "Content-Length: 2097153\r\n\r\n", 413},
        {post + "Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n", 413},
        {post + "Transfer-Encoding: chunked\r\n\r\n200001\r\n" + std::string(0x200001, 'a') +
             "\r\n0\r\n\r\n",
         413},
        {"GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 431},
        {"GET / HTTP/1.1\r\nHost: a\r\nLong: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
        {"GET / HTTP/1.1\r\nHost: a\r\n" + std::string(20'000, 'a'), 431},
    };
    for (const auto& [bytes, status] : all) {
        Client client{server.port()};
        client.send(bytes);
        client.say_no_more();
        const auto answer = client.rest();
        EXPECT_EQ(status_in(answer), status) << bytes.substr(0, 120) << "\n" << answer;
        EXPECT_FALSE(holds(answer, "100 Continue"));
        EXPECT_TRUE(holds(answer, "\r\nConnection: close\r\n"));
        EXPECT_TRUE(holds(answer, "\r\nContent-Security-Policy: "));
        EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << answer;
    }
    EXPECT_EQ(status_in(server.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")), 200);
}

TEST(Server, lets_a_refusal_arrive_while_the_client_still_sends) {
    const Running server{{}, echo};
    Client client{server.port()};
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n");
    const std::string piece(100'000, 'a');
    for (int i = 0; i < 50; ++i) {
        EXPECT_TRUE(client.send(piece)) << "reset before the answer was read";
    }
    client.say_no_more();
    EXPECT_EQ(status_in(client.rest()), 413);
}

TEST(Server, asks_for_a_body_the_client_holds_back) {
    const Running server{{}, echo};
    Client client{server.port()};
    client.send("POST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_EQ(client.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_TRUE(holds(client.answer(), "POST /p |3|"));
}

TEST(Server, refuses_a_form_of_more_fields_than_anyone_fills_in) {
    const Running server{{}, echo};
    std::string body;
    for (int i = 0; i < 3000; ++i) {
        body += "a&";
    }
    EXPECT_EQ(status_in(server.ask("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                                   "Content-Type: application/x-www-form-urlencoded\r\n"
                                   "Content-Length: " +
                                   std::to_string(body.size()) + "\r\n\r\n" + body)),
              413);
}

TEST(Server, cuts_off_a_hundred_clients_that_drip_while_others_are_served) {
    Options options;
    options.header_within = 300ms;
    options.body_within = 300ms;
    options.linger = 20ms;
    const Running server{options, echo};
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<Client>(server.port()));
        slow.back()->send(i % 3 == 0 ? "GET / HT"
                          : i % 3 == 1
                              ? "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\nab"
                              : "");
    }
    // A byte now and then must gain no time: else these two would never be cut off.
    auto& in_header = *slow[0];
    auto& in_body = *slow[1];
    const auto began = std::chrono::steady_clock::now();
    while (!(in_header.has_news() && in_body.has_news())) {
        ASSERT_LT(std::chrono::steady_clock::now() - began, 5s);
        in_header.send("T");
        in_body.send("a");
        EXPECT_EQ(status_in(server.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")),
                  200);
    }
    for (std::size_t i = 2; i < slow.size(); ++i) {
        EXPECT_EQ(status_in(slow[i]->rest()), i % 3 == 2 ? 0 : 408) << i;
    }
}

TEST(Server, closes_a_quiet_connection_without_a_word) {
    Options options;
    options.idle_for = 20ms;
    const Running server{options, echo};
    Client client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(client.answer()), 200);
    EXPECT_EQ(client.rest(), "");
}

TEST(Server, gives_up_on_a_client_that_does_not_read) {
    Options options;
    options.read_by_client_within = 40ms;
    options.most_connections = 1;
    const Running server{options, [](const Request& request) {
                             return plain_text(
                                 std::string(request.path == "/long" ? 30'000'000U : 1U, 'a'));
                         }};
    Client client{server.port()};
    client.send("GET /long HTTP/1.1\r\nHost: a\r\n\r\n");
    // There is room for another once the first is given up.
    const auto began = std::chrono::steady_clock::now();
    while (status_in(server.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")) != 200) {
        ASSERT_LT(std::chrono::steady_clock::now() - began, 5s);
    }
    EXPECT_LT(client.rest().size(), 30'000'000U);
}

TEST(Server, sends_a_long_answer_whole) {
    const Running server{{},
                         [](const Request&) { return plain_text(std::string(30'000'000, 'a')); }};
    Client client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const auto answer = client.rest();
    EXPECT_EQ(answer.size() - answer.find("\r\n\r\n") - 4, 30'000'000U);
}

TEST(Server, says_it_is_busy_rather_than_answer_too_late) {
    Door door;
    Options options;
    options.workers = 1;
    options.most_waiting = 1;
    Running server{options, [&](const Request& request) {
                       door.wait();
                       return echo(request);
                   }};
    const std::string request = "GET /cy HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    Client under_way{server.port()};
    under_way.send(request);
    door.await(1);
    // Of the next two the first waits and the second is turned away, whichever arrives first.
    Client second{server.port()};
    Client third{server.port()};
    second.send(request);
    third.send(request);
    pollfd either[] = {{second.socket(), POLLIN, 0}, {third.socket(), POLLIN, 0}};
    ASSERT_GT(::poll(either, 2, 10'000), 0);
    auto& turned_away = either[0].revents != 0 ? second : third;
    auto& waits = either[0].revents != 0 ? third : second;
    const auto busy = turned_away.rest();
    EXPECT_EQ(status_in(busy), 503);
    EXPECT_TRUE(holds(busy, "\r\nRetry-After: 2\r\n"));
    EXPECT_TRUE(holds(busy, "Mae’r gwasanaeth yn brysur"));
    door.open();
    EXPECT_EQ(status_in(under_way.rest()), 200);
    EXPECT_EQ(status_in(waits.rest()), 200);
}

TEST(Server, shows_a_number_for_a_bug_and_logs_the_reason) {
    std::mutex mutex;
    std::string logged;
    Options options;
    options.log = [&](std::string_view line) {
        const std::lock_guard lock{mutex};
        logged += std::string{line} + "\n";
    };
    Running server{options, [](const Request& request) -> Response {
                       if (request.path == "/odd") {
                           throw 7; // NOLINT(hicpp-exception-baseclass)
                       }
                       throw std::runtime_error{"child 4711 is not in the table"};
                   }};
    const auto answer =
        server.ask("GET /child?name=Ffion HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_in(answer), 500);
    EXPECT_FALSE(holds(answer, "4711"));
    EXPECT_EQ(status_in(server.ask("GET /odd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")),
              500);
    server.stop();
    ASSERT_TRUE(logged.starts_with("incident ")) << logged;
    EXPECT_TRUE(holds(answer, logged.substr(9, 10)));
    EXPECT_TRUE(holds(logged, "GET /child: child 4711 is not in the table\n"));
    EXPECT_FALSE(holds(logged, "Ffion"));
}

TEST(Server, finishes_what_is_under_way_when_told_to_stop) {
    Door door;
    Running server{{}, [&](const Request& request) {
                       door.wait();
                       return echo(request);
                   }};
    const auto port = server.port();
    Client idle{port};
    Client busy{port};
    busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
    door.await(1);
    server.server().stop();
    std::thread opener{[&] {
        while (Client{port}.connected()) { // until the door to the street is shut
            std::this_thread::yield();
        }
        door.open();
    }};
    EXPECT_TRUE(holds(busy.answer(), "GET /slow"));
    EXPECT_TRUE(busy.closed());
    opener.join();
    server.stop();
}

// Clients that come without a pause, a server that is told to stop: how many reached it and were
// left without an answer.
int lost_at_a_stop() {
    Running server{{}, echo};
    const auto port = server.port();
    std::atomic<int> answered{0};
    std::atomic<int> lost{0};
    std::vector<std::thread> clients;
    for (int i = 0; i < 12; ++i) {
        clients.emplace_back([&, port] {
            while (true) {
                Client client{port};
                if (!client.connected()) {
                    return;
                }
                client.send("GET /page HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                ++(client.rest().starts_with("HTTP/1.1 200") ? answered : lost);
            }
        });
    }
    while (answered < 100) {
        std::this_thread::yield();
    }
    server.server().stop();
    for (auto& client : clients) {
        client.join();
    }
    server.stop();
    return lost;
}

TEST(Server, answers_whoever_reached_it_when_told_to_stop) {
    int lost = 0;
    for (int stop = 0; stop < 4; ++stop) {
        lost += lost_at_a_stop();
    }
    EXPECT_EQ(lost, 0);
}

TEST(Server, stops_though_a_handler_is_slower_than_the_time_to_drain) {
    Door door;
    Options options;
    options.drain = 20ms;
    Running server{options, [&](const Request& request) {
                       door.wait();
                       return echo(request);
                   }};
    Client client{server.port()};
    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    door.await(1);
    server.server().stop();
    std::thread opener{[&] {
        std::this_thread::sleep_for(60ms);
        door.open();
    }};
    server.stop();
    opener.join();
}

TEST(Server, says_why_it_cannot_listen) {
    const Running first{{}, echo};
    Options options;
    options.port = first.port();
    const auto second = Server::listen(options, echo);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().why, ListenRefused::Why::port_taken);
    EXPECT_EQ(second.error().text(),
              "Another program already listens on 127.0.0.1:" + std::to_string(first.port()) + ".");
    for (const auto* address : {"192.0.2.1", "nowhere"}) {
        options.address = address;
        const auto elsewhere = Server::listen(options, echo);
        ASSERT_FALSE(elsewhere.ok());
        EXPECT_EQ(elsewhere.error().why, ListenRefused::Why::not_our_address);
    }
}

TEST(Server, answers_to_its_own_names_only) {
    Options options;
    options.hosts = {"gweld.example.wales", "127.0.0.1:8080"};
    const Running server{options, echo};
    const auto status = [&](const std::string& host) {
        return status_in(
            server.ask("GET / HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n"));
    };
    EXPECT_EQ(status("Gweld.example.wales"), 200);
    EXPECT_EQ(status("127.0.0.1:8080"), 200);
    EXPECT_EQ(status("evil.example"), 421);
}

TEST(Server, believes_an_address_only_from_its_own_proxies) {
    const std::string request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                                "X-Forwarded-For: 203.0.113.9, 198.51.100.7, 10.0.0.2\r\n\r\n";
    const Running open{{}, echo};
    EXPECT_TRUE(open.ask(request).ends_with("|127.0.0.1"));
    Options options;
    options.proxies = {"127.0.0.1", "10.0.0.2"};
    const Running behind{options, echo};
    EXPECT_TRUE(behind.ask(request).ends_with("|198.51.100.7"));
}

TEST(Server, has_browsers_keep_to_tls_where_its_own_proxy_says_they_use_it) {
    const auto asked = [](std::string_view how) {
        return "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + std::string{how} + "\r\n";
    };
    Options options;
    options.proxies = {"127.0.0.1"};
    const Running behind{options, echo};
    EXPECT_TRUE(holds(behind.ask(asked("X-Forwarded-Proto: https\r\n")),
                      "\r\nStrict-Transport-Security: max-age=31536000; includeSubDomains\r\n"));
    EXPECT_FALSE(holds(behind.ask(asked("X-Forwarded-Proto: http\r\n")), "Strict-Transport"));
    EXPECT_FALSE(holds(behind.ask(asked("")), "Strict-Transport"));
    const Running open{{}, echo};
    EXPECT_FALSE(holds(open.ask(asked("X-Forwarded-Proto: https\r\n")), "Strict-Transport"));
}

TEST(Server, sends_the_security_headers_whatever_a_handler_says) {
    const Running server{{}, [](const Request&) {
                             return plain_text("x")
                                 .with("Content-Security-Policy", "default-src *")
                                 .with("Location", "/a\r\nSet-Cookie: b=c");
                         }};
    const auto answer = server.ask("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(holds(answer, "\r\nContent-Security-Policy: default-src 'none'; "));
    EXPECT_FALSE(holds(answer, "default-src *"));
    EXPECT_TRUE(holds(answer, "\r\nCache-Control: no-store\r\n"));
    EXPECT_TRUE(holds(answer, "\r\nLocation: /aSet-Cookie: b=c\r\n"));
}

TEST(Server, asks_the_quiet_to_make_room) {
    Options options;
    options.most_connections = 2;
    Running server{options, echo};
    Client first{server.port()};
    Client second{server.port()};
    for (auto* client : {&first, &second}) {
        client->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(status_in(client->answer()), 200);
    }
    Client third{server.port()};
    third.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(third.answer()), 200);
    EXPECT_TRUE(first.closed()); // quiet for longest
    second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(second.answer()), 200);
    EXPECT_EQ(server.server().load().made_room, 1U);
}

TEST(Server, says_there_is_no_room_where_everybody_waits_for_an_answer) {
    Door door;
    Options options;
    options.most_connections = 2;
    Running server{options, [&](const Request& request) {
                       door.wait();
                       return echo(request);
                   }};
    Client first{server.port()};
    Client second{server.port()};
    for (auto* client : {&first, &second}) {
        client->send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    }
    door.await(2);
    Client third{server.port()};
    const auto busy = third.rest();
    EXPECT_EQ(status_in(busy), 503);
    EXPECT_TRUE(holds(busy, "\r\nRetry-After: 2\r\n"));
    door.open();
    EXPECT_EQ(status_in(first.rest()), 200);
    EXPECT_EQ(status_in(second.rest()), 200);
}

TEST(Server, serves_others_between_the_reports_of_one) {
    Door door;
    Options options;
    options.workers = 2;
    options.report_workers = 1;
    options.effort = [](const Request& request) {
        return request.path == "/report" ? Effort::report : Effort::page;
    };
    options.known_by = "s";
    Running server{options, [&](const Request& request) {
                       if (request.path == "/report") {
                           door.wait();
                       }
                       return echo(request);
                   }};
    std::vector<std::unique_ptr<Client>> greedy;
    for (int i = 0; i < 12; ++i) {
        greedy.push_back(std::make_unique<Client>(server.port()));
        // Another cookie each time makes nobody another person.
        greedy.back()->send("GET /report HTTP/1.1\r\nHost: a\r\nCookie: s=greedy; x=" +
                            std::to_string(i) + "\r\nConnection: keep-alive\r\n\r\n");
        if (i == 0) {
            door.await(1); // at work, and so not among those that wait
        }
    }
    // Eight of theirs wait and one is at work; what is beyond is told so at once.
    const auto told = [&] {
        return std::count_if(greedy.begin(), greedy.end(),
                             [](const auto& client) { return client->has_news(); });
    };
    const auto began = std::chrono::steady_clock::now();
    while (told() < 3) {
        ASSERT_LT(std::chrono::steady_clock::now() - began, 5s);
    }
    EXPECT_EQ(server.server().load().reports_waiting, 8U);
    Client other{server.port()};
    other.send("GET /report HTTP/1.1\r\nHost: a\r\nCookie: s=other\r\n\r\n");
    EXPECT_EQ(status_in(server.ask("GET /page HTTP/1.1\r\nHost: a\r\nCookie: s=third\r\n"
                                   "Connection: close\r\n\r\n")),
              200);
    door.open();
    EXPECT_EQ(status_in(other.answer()), 200);
    std::map<int, int> answers;
    for (auto& client : greedy) {
        ++answers[status_in(client->answer())];
    }
    EXPECT_EQ(answers, (std::map<int, int>{{200, 9}, {503, 3}}));
    greedy.front()->send("GET /page HTTP/1.1\r\nHost: a\r\n\r\n"); // the connection stays
    EXPECT_EQ(status_in(greedy.front()->answer()), 200);
}

TEST(Server, answers_who_asks_while_it_is_told_to_stop) {
    Running server{{}, echo};
    Client quiet{server.port()};
    quiet.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(quiet.answer()), 200);
    Client at_the_door{server.port()};
    server.server().stop();
    for (auto* client : {&quiet, &at_the_door}) {
        client->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto answer = client->answer();
        EXPECT_EQ(status_in(answer), 200);
        EXPECT_TRUE(holds(answer, "\r\nConnection: close\r\n"));
    }
    server.stop();
}

TEST(Server, works_with_several_lanes) {
    Options options;
    options.io_threads = 2;
    const Running server{options, echo};
    std::vector<std::thread> people;
    for (int i = 0; i < 8; ++i) {
        people.emplace_back([&] {
            Client client{server.port()};
            for (int n = 0; n < 50; ++n) {
                client.send("GET /p HTTP/1.1\r\nHost: a\r\n\r\n");
                EXPECT_TRUE(holds(client.answer(), "GET /p"));
            }
        });
    }
    for (auto& person : people) {
        person.join();
    }
}

TEST(Chain, goes_from_template_through_words_and_router_to_the_browser) {
    Router router;
    router.add(Method::get, "family", "/family/{name}",
               [](const Request& request, const Params& params) {
                   const sample::Family family{std::string{params["name"]}, {}};
                   return page(sample::family_page(words::in(request.language), family, 3));
               });
    const Running server{{}, [&](const Request& request) { return router.answer(request); }};
    const auto answer = server.ask(
        "GET /cy/family/Gwilym%20%26%20Si%C3%A2n HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(status_in(answer), 200);
    EXPECT_TRUE(holds(answer, "<title>Gwilym &amp; Siân</title>"));
    EXPECT_TRUE(holds(answer, "ymhen tair eiliad."));
    EXPECT_TRUE(holds(answer, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
}

} // namespace
} // namespace gweld::web

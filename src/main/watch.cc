#include "main/watch.h"

namespace gweld::program {

namespace {

std::optional<std::int64_t> entries_in(const record::Store& store) {
    std::int64_t head = 0;
    const auto read = store.read([&](const record::Reading& reading) { head = reading.head(); });
    return read.ok() ? std::optional{head} : std::nullopt;
}

} // namespace

base::Result<std::unique_ptr<Watch>, web::ListenRefused> Watch::start(int port,
                                                                      const web::Watching& watching,
                                                                      const web::Server& watched,
                                                                      const record::Store& store) {
    web::Options options;
    options.port = static_cast<std::uint16_t>(port);
    options.workers = 1;
    options.most_connections = 20;
    auto server = web::Server::listen(std::move(options), [&](const web::Request& request) {
        if (request.path != "/metrics") {
            return web::plain_text("Not Found\n", 404);
        }
        auto response = web::plain_text(watching.told(watched.load(), entries_in(store)));
        response.content_type = "text/plain; version=0.0.4; charset=utf-8";
        return response;
    });
    if (!server.ok()) {
        return base::Err{server.error()};
    }
    return base::Ok{std::unique_ptr<Watch>{new Watch{std::move(server).value()}}};
}

Watch::Watch(std::unique_ptr<web::Server> server)
    : server_{std::move(server)}, thread_{[this] { server_->run(); }} {}

Watch::~Watch() {
    server_->stop();
    thread_.join();
}

} // namespace gweld::program

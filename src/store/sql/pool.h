// pool.h - a few connections for reading, handed out one reader each. Knows no questions.
#pragma once

#include "store/sql/connection.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace gweld::store::sql {

class Pool {
  public:
    explicit Pool(std::vector<std::unique_ptr<Connection>> connections)
        : idle_{std::move(connections)} {}

    // Waits until a connection is free. The one given back last is handed out first: it remembers
    // most.
    std::unique_ptr<Connection> take() {
        std::unique_lock lock{mutex_};
        came_back_.wait(lock, [&] { return !idle_.empty(); });
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    void give_back(std::unique_ptr<Connection> connection) {
        {
            const std::lock_guard lock{mutex_};
            idle_.push_back(std::move(connection));
        }
        came_back_.notify_one();
    }

  private:
    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> idle_;
};

// One connection for the length of a scope, in one read transaction: one moment of the record.
class Reader {
  public:
    explicit Reader(Pool& pool) : pool_{pool}, connection_{pool.take()} {}
    ~Reader() { pool_.give_back(std::move(connection_)); }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    Connection& connection() { return *connection_; }

  private:
    Pool& pool_;
    std::unique_ptr<Connection> connection_;
};

} // namespace gweld::store::sql

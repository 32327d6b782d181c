// postgres_place.h - a PostgreSQL of the tests' own (tools/postgres.sh), begun when it is first
// needed and gone with the program; each empty store is a schema of its own in it.
#pragma once

#include "fresh_store.h"

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace gweld::made_up {

class PostgresPlace {
  public:
    PostgresPlace() : PostgresPlace{""} {} // one more, for a test that breaks it
    PostgresPlace(const PostgresPlace&) = delete;
    PostgresPlace& operator=(const PostgresPlace&) = delete;
    ~PostgresPlace() { ask("stop"); }

    static PostgresPlace& ours() {
        static PostgresPlace place{"-ours"};
        return place;
    }
    // Where a fresh, empty schema is.
    std::string fresh() { return fresh_schema(server_); }
    const std::string& server() const { return server_; }
    void drop(const std::string& fresh_one) { drop_schema(server_, fresh_one); }

    // What the server does without a word to anybody, and coming back.
    void crash() { ask("crash"); }
    void again() { ask("again"); }
    // Becomes one that follows `other`, in place of what it was.
    void follow(const PostgresPlace& other) {
        ask("stop");
        ask("follow", other.folder_);
    }
    const std::string& folder() const { return folder_; }

  private:
    explicit PostgresPlace(const std::string& which) {
        static std::atomic<int> count{0};
        folder_ = std::filesystem::temp_directory_path() /
                  ("gweld-postgres-" + std::to_string(::getpid()) + which +
                   std::to_string(count.fetch_add(1)));
        ask("start");
        server_ = "postgresql://gweld@/postgres?host=" + folder_;
    }
    void ask(const std::string& what, const std::string& other = "") {
        const auto command =
            std::string{GWELD_TREE} + "/tools/postgres.sh " + what + " " + folder_ + " " + other;
        if (std::system((command + " >/dev/null").c_str()) != 0 && what != "stop") {
            throw std::runtime_error("PostgreSQL: " + what);
        }
    }

    std::string folder_;
    std::string server_;
};

} // namespace gweld::made_up

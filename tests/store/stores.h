// stores.h - one store of each sort, empty, and short ways to ask it.
#pragma once

#include "made_up.h"
#include "store/memory/memory_store.h"
#include "store/sqlite/sqlite_store.h"

#include <atomic>
#include <filesystem>
#include <stdexcept>
#include <unistd.h>

namespace gweld::made_up {

inline const std::string authority = "made-up-county";

// A folder that goes when the test does.
class Folder {
  public:
    Folder() {
        static std::atomic<int> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("gweld-store-test-" + std::to_string(::getpid()) + "-" +
                 std::to_string(count.fetch_add(1)));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name = "record.gweld") const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

inline store::SqliteOptions creating() {
    store::SqliteOptions options;
    options.when_missing = store::WhenMissing::create;
    options.name_keys = plain_keys;
    return options;
}

inline std::unique_ptr<Store> open_or_throw(const std::string& path) {
    auto opened = store::open_sqlite(path, authority, creating());
    if (!opened.ok()) {
        throw std::runtime_error(opened.error().detail);
    }
    return std::move(opened).value();
}

// What the question answers, from one reading.
template <class Question> auto asked(const Store& store, const Question& question) {
    std::optional<decltype(question(std::declval<const Reading&>()))> answer;
    const auto done = store.read([&](const Reading& reading) { answer = question(reading); });
    if (!done.ok()) {
        throw std::runtime_error("the store could not be read");
    }
    return std::move(*answer);
}

inline AppendResult append(Store& store, const std::string& key, std::vector<Draft> drafts,
                           std::vector<SeenVersion> seen = {}) {
    AppendResult result;
    const auto done = store.write([&](Writing& writing) {
        result = writing.append({key, seen, drafts});
        return Keep::yes;
    });
    if (!done.ok()) {
        throw std::runtime_error("the store could not be written");
    }
    return result;
}

// Appends each draft under a key of its own; all of them have to be taken.
inline void append_each(Store& store, const std::vector<Draft>& drafts) {
    for (const auto& draft : drafts) {
        if (!std::holds_alternative<Appended>(
                append(store, "key " + base::to_text(draft.id), {draft}))) {
            throw std::runtime_error("a draft was not taken");
        }
    }
}

} // namespace gweld::made_up

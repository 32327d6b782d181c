// pack_keeper.h - keeps the out-of-hours pack fresh in a folder, beside the running server.
#pragma once

#include "web/pages/site.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace gweld::program {

// The code of the first line; empty: no such file, or shorter than phone::shortest_code.
std::string code_in(const std::string& path);

// What to say where it is empty.
std::string no_code(const words::Words& say, const std::string& path);

// Written whole under another name, brought to the disk, and only then given its own: whoever
// copies the folder never takes half a pack. Empty: done; else the system's words.
std::string put_pack(const std::filesystem::path& folder, std::string_view file);

class PackKeeper {
  public:
    using Say = std::function<void(std::string_view line)>; // to the log
    // Makes one at once, and again `every` so long until it goes. `site` must outlive it.
    PackKeeper(const web::pages::Site& site, std::filesystem::path folder, std::string code,
               std::chrono::minutes every, Say say);
    ~PackKeeper();
    PackKeeper(const PackKeeper&) = delete;
    PackKeeper& operator=(const PackKeeper&) = delete;

    web::pages::PackKept kept() const; // from any thread

  private:
    void make();
    void make_one();
    void go_on();
    void failed(std::string_view why);

    const web::pages::Site& site_;
    const std::filesystem::path folder_;
    const std::string code_;
    const Say say_;
    mutable std::mutex mutex_;
    std::condition_variable stopping_;
    bool stop_ = false;
    web::pages::PackKept kept_;
    std::thread thread_;
};

} // namespace gweld::program

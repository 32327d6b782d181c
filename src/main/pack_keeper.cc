#include "main/pack_keeper.h"

#include "phone/locked.h"
#include "web/pages/continuity/continuity.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace gweld::program {

namespace {

// Nobody but its owner reads it, locked as it is.
constexpr int own_file = 0600;

std::string system_said() { return std::strerror(errno); }

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

// A name is on the disk once its folder is.
void sync_folder(const std::filesystem::path& folder) {
    if (const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        opened >= 0) {
        ::fsync(opened);
        ::close(opened);
    }
}

} // namespace

std::string code_in(const std::string& path) {
    std::ifstream file{path};
    std::string line;
    std::getline(file, line);
    auto code = phone::as_typed(line);
    // A browser may fold other letters otherwise, and a mark before the text is no letter.
    const bool plain = std::ranges::all_of(
        code, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
    return plain && code.size() >= phone::shortest_code ? code : std::string{};
}

std::string no_code(const words::Words& say, const std::string& path) {
    return say.say("{file} has no code of at least {n} letters and figures in its first line. "
                   "\"gweld out-of-hours code\" prints one.",
                   {{"file", path}, {"n", std::to_string(phone::shortest_code)}});
}

std::string put_pack(const std::filesystem::path& folder, std::string_view file) {
    const auto name = folder / web::pages::pack_file_name;
    const auto unfinished =
        std::filesystem::path{name}.concat(".unfinished-" + std::to_string(::getpid()));
    ::unlink(unfinished.c_str()); // of one that was killed
    const int opened =
        ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, own_file);
    if (opened < 0) {
        return system_said();
    }
    const bool whole = write_all(opened, file) && ::fsync(opened) == 0;
    const auto said = whole ? std::string{} : system_said();
    ::close(opened);
    if (!whole) {
        ::unlink(unfinished.c_str());
        return said;
    }
    if (::rename(unfinished.c_str(), name.c_str()) != 0) {
        return system_said();
    }
    sync_folder(folder);
    return {};
}

PackKeeper::PackKeeper(const web::pages::Site& site, std::filesystem::path folder, std::string code,
                       std::chrono::minutes every, Say say)
    : site_{site}, folder_{std::move(folder)}, code_{std::move(code)}, say_{std::move(say)} {
    kept_.every = every;
    make();
    thread_ = std::thread{[this] { go_on(); }};
}

PackKeeper::~PackKeeper() {
    {
        const std::lock_guard guard{mutex_};
        stop_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

web::pages::PackKept PackKeeper::kept() const {
    const std::lock_guard guard{mutex_};
    return kept_;
}

void PackKeeper::go_on() {
    std::unique_lock guard{mutex_};
    while (!stopping_.wait_for(guard, kept_.every, [this] { return stop_; })) {
        guard.unlock();
        make();
        guard.lock();
    }
}

// What was made last stays, and can still be got.
void PackKeeper::failed(std::string_view why) {
    say_("the out-of-hours pack could not be made: " + std::string{why});
    const std::lock_guard guard{mutex_};
    kept_.failing = true;
}

// Whatever goes wrong with a pack, the server goes on.
void PackKeeper::make() {
    try {
        make_one();
    } catch (const std::exception& why) {
        failed(why.what());
    }
}

void PackKeeper::make_one() {
    auto made = web::pages::continuity_pack(site_, code_);
    if (!made.ok()) {
        failed("the record could not be read");
        return;
    }
    auto& pack = made.value();
    if (const auto said = put_pack(folder_, pack.file); !said.empty()) {
        failed(folder_.string() + ": " + said);
        return;
    }
    const std::lock_guard guard{mutex_};
    kept_.file = std::make_shared<const std::string>(std::move(pack.file));
    kept_.made = pack.as_of;
    kept_.children = pack.children;
    kept_.failing = false;
}

} // namespace gweld::program

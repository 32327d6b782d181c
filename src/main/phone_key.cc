#include "main/phone_key.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <unistd.h>

namespace gweld::program {

namespace {

constexpr ::mode_t owner_alone = 0600;
constexpr ::mode_t others = 077;

class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

bool write_whole(int file, std::string_view text) {
    while (!text.empty()) {
        const auto written = ::write(file, text.data(), text.size());
        if (written <= 0) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

// Written whole under another name and then linked: whoever sees the file sees a whole key, and of
// two programs that make one at once the second takes the first's.
std::string make_file(const std::string& path) {
    const auto fresh = path + "." + std::to_string(::getpid());
    {
        const Descriptor file{
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_alone)};
        if (file.number() < 0 || !write_whole(file.number(), phone::Keys::make())) {
            const std::string why = std::strerror(errno);
            ::unlink(fresh.c_str());
            return why;
        }
    }
    const bool linked = ::link(fresh.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const std::string why = linked ? "" : std::strerror(errno);
    ::unlink(fresh.c_str());
    const auto folder = std::filesystem::absolute(path).parent_path();
    const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    return why.empty() && ::fsync(directory.number()) != 0 ? std::strerror(errno) : why;
}

struct ReadKeys {
    std::optional<phone::Keys> keys;
    std::string why; // empty: there they are
};

ReadKeys read_file(const std::string& path) {
    struct ::stat found{};
    if (::stat(path.c_str(), &found) != 0) {
        return {{}, std::strerror(errno)};
    }
    if ((found.st_mode & others) != 0) {
        return {{}, "others may read it: chmod 600"};
    }
    std::ifstream file{path, std::ios::binary};
    const std::string pem{std::istreambuf_iterator<char>{file}, {}};
    auto keys = phone::Keys::read(pem);
    return keys ? ReadKeys{std::move(keys), {}} : ReadKeys{{}, "holds no key of ours"};
}

} // namespace

std::string phone_key_path(const std::string& data) { return data + ".phone-key"; }

void PhoneKeyFile::tell(const std::string& why) {
    if (why != told_) {
        told_ = why;
        log_(path_ + ": no key for phones: " + why);
    }
}

const phone::Keys* PhoneKeyFile::read_or_tell() {
    if (!keys_) {
        auto read = read_file(path_);
        keys_ = std::move(read.keys);
        if (!keys_) {
            tell(read.why);
        }
    }
    return keys_ ? &*keys_ : nullptr;
}

const phone::Keys* PhoneKeyFile::keys() {
    const std::lock_guard lock{mutex_};
    return read_or_tell();
}

void PhoneKeyFile::make_first() {
    const std::lock_guard lock{mutex_};
    if (::access(path_.c_str(), F_OK) == 0) {
        return;
    }
    if (const auto why = make_file(path_); !why.empty()) {
        tell(why);
    }
}

} // namespace gweld::program

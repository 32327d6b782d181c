#include "main/key_file.h"

#include "base/descriptor.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace gweld::program {

namespace {

constexpr ::mode_t owner_alone = 0600;
constexpr ::mode_t others = 077;

} // namespace

std::string make_key_file(const std::string& path, const std::string& text) {
    const auto fresh = path + "." + std::to_string(::getpid());
    {
        const base::Descriptor file{
            ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_alone)};
        if (file.number() < 0 || !base::write_whole(file.number(), text)) {
            const std::string why = std::strerror(errno);
            ::unlink(fresh.c_str());
            return why;
        }
    }
    const bool linked = ::link(fresh.c_str(), path.c_str()) == 0 || errno == EEXIST;
    const std::string why = linked ? "" : std::strerror(errno);
    ::unlink(fresh.c_str());
    const auto folder = std::filesystem::absolute(path).parent_path();
    const base::Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    return why.empty() && ::fsync(directory.number()) != 0 ? std::strerror(errno) : why;
}

base::Result<std::string, std::string> read_key_file(const std::string& path) {
    struct ::stat found{};
    if (::stat(path.c_str(), &found) != 0) {
        return base::Err{std::string{std::strerror(errno)}};
    }
    if ((found.st_mode & others) != 0) {
        return base::Err{std::string{"others may read it: chmod 600"}};
    }
    std::ifstream file{path, std::ios::binary};
    return base::Ok{std::string{std::istreambuf_iterator<char>{file}, {}}};
}

} // namespace gweld::program

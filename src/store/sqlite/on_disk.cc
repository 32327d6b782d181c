#include "store/sqlite/on_disk.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace gweld::store::sqlite {

namespace {

// Where the disk cannot rename without replacing, a second name does the same: it fails where
// there is one already.
bool renamed_without_replacing(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    return ::link(from.c_str(), to.c_str()) == 0 && ::unlink(from.c_str()) == 0;
}

} // namespace

DiskFault::DiskFault(int system_error, const std::string& path)
    : std::runtime_error{path + ": " + std::strerror(system_error)}, system_error_{system_error} {}

OpenFile::OpenFile(const std::string& path, int flags)
    : path_{path}, descriptor_{::open(path.c_str(), flags | O_CLOEXEC, S_IRUSR | S_IWUSR)} {
    if (descriptor_ < 0) {
        throw DiskFault{errno, path};
    }
}

OpenFile OpenFile::to_read(const std::string& path) { return OpenFile{path, O_RDONLY}; }
OpenFile OpenFile::to_make(const std::string& path) {
    return OpenFile{path, O_RDWR | O_CREAT | O_EXCL};
}
OpenFile OpenFile::to_change(const std::string& path) { return OpenFile{path, O_RDWR}; }

OpenFile::OpenFile(OpenFile&& other) noexcept
    : path_{std::move(other.path_)}, descriptor_{std::exchange(other.descriptor_, -1)} {}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

std::int64_t OpenFile::size() const {
    struct stat found{};
    if (::fstat(descriptor_, &found) != 0) {
        throw DiskFault{errno, path_};
    }
    return found.st_size;
}

std::size_t OpenFile::read_at(std::int64_t place, void* bytes, std::size_t count) const {
    std::size_t done = 0;
    while (done < count) {
        const auto got = ::pread(descriptor_, static_cast<char*>(bytes) + done, count - done,
                                 place + static_cast<std::int64_t>(done));
        if (got < 0 && errno != EINTR) {
            throw DiskFault{errno, path_};
        }
        if (got == 0) {
            break;
        }
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return done;
}

void OpenFile::write_at(std::int64_t place, const void* bytes, std::size_t count) {
    std::size_t done = 0;
    while (done < count) {
        const auto put = ::pwrite(descriptor_, static_cast<const char*>(bytes) + done, count - done,
                                  place + static_cast<std::int64_t>(done));
        if (put < 0 && errno != EINTR) {
            throw DiskFault{errno, path_};
        }
        done += put > 0 ? static_cast<std::size_t>(put) : 0;
    }
}

void OpenFile::flush() {
    if (::fsync(descriptor_) != 0) {
        throw DiskFault{errno, path_};
    }
}

void OpenFile::forget_cached() { ::posix_fadvise(descriptor_, 0, 0, POSIX_FADV_DONTNEED); }

bool is_there(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::symlink_status(path, ignored).type() !=
           std::filesystem::file_type::not_found;
}

void move_into_place(const std::string& from, const std::string& to) {
    if (!renamed_without_replacing(from, to)) {
        throw DiskFault{errno, to};
    }
    const auto folder = std::filesystem::path{to}.parent_path();
    OpenFile::to_read(folder.empty() ? "." : folder.string()).flush();
}

// Two at work on the same name meet at the end, not in the middle.
Unfinished::Unfinished(const std::string& wanted)
    : path_{wanted + ".unfinished-" + std::to_string(::getpid())} {}

Unfinished::~Unfinished() {
    for (const auto* beside : {"", "-wal", "-shm", "-journal"}) {
        ::unlink((path_ + beside).c_str());
    }
}

} // namespace gweld::store::sqlite

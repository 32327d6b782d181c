#include "web/uploads.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <stdexcept>

namespace gweld::web {

UploadRoom::Taken UploadRoom::take(std::size_t bytes) {
    const auto before = used_.fetch_add(bytes);
    if (before + bytes > most_) {
        used_ -= bytes;
        return Taken::no;
    }
    return Taken::yes;
}

namespace {

int nameless_file() {
    const auto folder = std::filesystem::temp_directory_path();
    const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file >= 0) {
        return file;
    }
    // A file system without nameless files (NFS, some overlays): one that is unlinked at once.
    std::string name = folder / "gweld-upload-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0) {
        ::unlink(name.c_str());
    }
    return named;
}

} // namespace

PutDown::PutDown(UploadRoom& room) : room_{room}, file_{nameless_file()} {}

PutDown::~PutDown() {
    if (file_ >= 0) {
        ::close(file_);
    }
    room_.give_back(size_);
}

PutDown::Written PutDown::write(std::string_view bytes) {
    if (file_ < 0 || room_.take(bytes.size()) == UploadRoom::Taken::no) {
        return Written::no_room;
    }
    size_ += bytes.size();
    while (!bytes.empty()) {
        const auto n = ::write(file_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            return Written::no_room;
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return Written::yes;
}

std::string PutDown::read_all() const {
    std::string bytes(size_, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto n =
            ::pread(file_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n <= 0) {
            throw std::runtime_error("an uploaded file could not be read back");
        }
        done += static_cast<std::size_t>(n);
    }
    return bytes;
}

} // namespace gweld::web

#include "failing_disk.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <stdexcept>

namespace gweld::faults {

namespace {

namespace fs = std::filesystem;

// What SQLite allocates for one open file: ours, and the real one behind it.
struct File {
    sqlite3_file base;
    const char* path;
    int flags;
};

FailingDisk& the_disk() { return FailingDisk::of_this_process(); }
File* ours(sqlite3_file* file) { return reinterpret_cast<File*>(file); }
sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(ours(file) + 1); }
bool is_kept(int flags) {
    return (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
}
std::optional<Way> met(sqlite3_file* file, Op op) {
    return is_kept(ours(file)->flags) ? the_disk().met(op) : std::nullopt;
}
int said(Way way, int code) {
    errno = way == Way::no_room ? ENOSPC : way == Way::read_only ? EROFS : EIO;
    return way == Way::no_room ? SQLITE_FULL : code;
}

int close_file(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }

int read_file(sqlite3_file* file, void* bytes, int count, sqlite3_int64 place) {
    if (const auto way = met(file, Op::read); way && *way != Way::silent) {
        return said(Way::error, SQLITE_IOERR_READ);
    }
    return real(file)->pMethods->xRead(real(file), bytes, count, place);
}

int write_through(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 place) {
    const int code = real(file)->pMethods->xWrite(real(file), bytes, count, place);
    if (code == SQLITE_OK && is_kept(ours(file)->flags)) {
        the_disk().wrote(ours(file)->path, place,
                         {static_cast<const char*>(bytes), static_cast<std::size_t>(count)});
    }
    return code;
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 place) {
    const auto way = met(file, Op::write);
    if (!way) {
        return write_through(file, bytes, count, place);
    }
    if (*way == Way::torn) {
        write_through(file, bytes, count / 2, place);
    }
    return *way == Way::silent ? SQLITE_OK : said(*way, SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (const auto way = met(file, Op::truncate)) {
        return *way == Way::silent ? SQLITE_OK : said(*way, SQLITE_IOERR_TRUNCATE);
    }
    const int code = real(file)->pMethods->xTruncate(real(file), size);
    if (code == SQLITE_OK && is_kept(ours(file)->flags)) {
        the_disk().truncated(ours(file)->path, size);
    }
    return code;
}

int sync_file(sqlite3_file* file, int) {
    if (const auto way = met(file, Op::sync)) {
        if (*way == Way::silent) {
            return SQLITE_OK;
        }
        if (is_kept(ours(file)->flags)) {
            the_disk().gave_up(ours(file)->path);
        }
        return said(Way::error, SQLITE_IOERR_FSYNC);
    }
    // Flushing really would take all the time there is and show nothing more.
    if (is_kept(ours(file)->flags)) {
        the_disk().flushed(ours(file)->path);
    }
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int lock) {
    return real(file)->pMethods->xLock(real(file), lock);
}
int unlock_file(sqlite3_file* file, int lock) {
    return real(file)->pMethods->xUnlock(real(file), lock);
}
int check_lock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control_file(sqlite3_file* file, int what, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_of_file(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int device_of_file(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, volatile void** memory) {
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, memory);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void barrier_shared(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

// Version 2: with memory mapping (3) it would not see every read.
const sqlite3_io_methods methods = {2,
                                    close_file,
                                    read_file,
                                    write_file,
                                    truncate_file,
                                    sync_file,
                                    size_of_file,
                                    lock_file,
                                    unlock_file,
                                    check_lock,
                                    control_file,
                                    sector_of_file,
                                    device_of_file,
                                    map_shared,
                                    lock_shared,
                                    barrier_shared,
                                    unmap_shared,
                                    nullptr,
                                    nullptr};

int open_file(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* given) {
    file->pMethods = nullptr;
    if (is_kept(flags)) {
        if (const auto way = the_disk().met(Op::open); way && *way != Way::silent) {
            return said(*way, SQLITE_CANTOPEN);
        }
        the_disk().opened(path);
    }
    ours(file)->path = path; // SQLite keeps the name as long as the file is open
    ours(file)->flags = flags;
    const int code = the_disk().real->xOpen(the_disk().real, path, real(file), flags, given);
    if (code == SQLITE_OK) {
        file->pMethods = &methods;
    }
    return code;
}

int delete_file(sqlite3_vfs*, const char* path, int sync_folder) {
    const int code = the_disk().real->xDelete(the_disk().real, path, sync_folder);
    if (code == SQLITE_OK) {
        the_disk().deleted(path);
    }
    return code;
}

int draw_bytes(sqlite3_vfs*, int count, char* bytes) { return the_disk().draw(bytes, count); }

std::string content_of(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

FailingDisk& FailingDisk::of_this_process() {
    static FailingDisk only;
    return only;
}

FailingDisk::FailingDisk() : real{sqlite3_vfs_find(nullptr)} {
    static sqlite3_vfs vfs = *real;
    vfs.zName = "failing";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xRandomness = draw_bytes;
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) {
        throw std::runtime_error("SQLite did not take the failing disk");
    }
}

void FailingDisk::set(Fault fault) {
    const std::lock_guard lock{mutex_};
    fault_ = std::move(fault);
    met_ = 0;
    struck_ = false;
}

void FailingDisk::mend() {
    const std::lock_guard lock{mutex_};
    fault_.reset();
}

bool FailingDisk::has_struck() const {
    const std::lock_guard lock{mutex_};
    return struck_;
}

int FailingDisk::operations() const {
    const std::lock_guard lock{mutex_};
    return met_;
}

std::optional<Way> FailingDisk::met(Op op) {
    const std::lock_guard lock{mutex_};
    if (!fault_ || !fault_->ops.contains(op)) {
        return std::nullopt;
    }
    ++met_;
    const bool strikes =
        fault_->lasting == Lasting::once ? met_ == fault_->nth : met_ >= fault_->nth;
    struck_ = struck_ || strikes;
    return strikes ? std::optional{fault_->way} : std::nullopt;
}

void FailingDisk::draw_from(std::uint64_t seed) {
    {
        const std::lock_guard lock{mutex_};
        chance_.emplace(seed);
    }
    sqlite3_randomness(0, nullptr); // begins again with what the disk gives it
}

int FailingDisk::draw(char* bytes, int count) {
    const std::lock_guard lock{mutex_};
    if (!chance_) {
        return real->xRandomness(real, count, bytes);
    }
    for (int i = 0; i < count; ++i) {
        bytes[i] = static_cast<char>((*chance_)());
    }
    return count;
}

void FailingDisk::watch(Flushing flushing) {
    const std::lock_guard lock{mutex_};
    watching_ = true;
    flushing_ = flushing;
    files_.clear();
}

void FailingDisk::opened(const std::string& path) {
    const std::lock_guard lock{mutex_};
    if (!watching_) {
        return;
    }
    const auto found = files_.find(path);
    if (found == files_.end()) {
        files_[path].flushed = content_of(path);
    } else if (found->second.is_deleted) {
        found->second = {};
    }
}

void FailingDisk::wrote(const std::string& path, std::int64_t place, std::string bytes) {
    const std::lock_guard lock{mutex_};
    if (watching_) {
        files_[path].since.push_back({place, std::move(bytes)});
    }
}

void FailingDisk::truncated(const std::string& path, std::int64_t size) {
    const std::lock_guard lock{mutex_};
    if (watching_) {
        files_[path].since.push_back({size, std::nullopt});
    }
}

void FailingDisk::flushed(const std::string& path) {
    const std::lock_guard lock{mutex_};
    if (watching_ && flushing_ == Flushing::honest) {
        auto& shadow = files_[path];
        for (const auto& change : shadow.since) {
            apply(shadow.flushed, change);
        }
        shadow.since.clear();
    }
}

void FailingDisk::gave_up(const std::string& path) {
    const std::lock_guard lock{mutex_};
    if (watching_) {
        files_[path].since.clear();
    }
}

void FailingDisk::deleted(const std::string& path) {
    const std::lock_guard lock{mutex_};
    if (watching_ && files_.contains(path)) {
        files_[path].is_deleted = true;
    }
}

void FailingDisk::apply(std::string& content, const Change& change) {
    const auto place = static_cast<std::size_t>(change.place);
    if (!change.bytes) {
        content.resize(place);
        return;
    }
    if (content.size() < place + change.bytes->size()) {
        content.resize(place + change.bytes->size());
    }
    content.replace(place, change.bytes->size(), *change.bytes);
}

void FailingDisk::cut(std::mt19937_64& chance) {
    constexpr std::size_t sector = 512;
    const std::lock_guard lock{mutex_};
    for (auto& [path, shadow] : files_) {
        // The folder's own entry was perhaps not on the disk yet.
        if (shadow.is_deleted && chance() % 2 == 0) {
            continue;
        }
        for (const auto& change : shadow.since) {
            if (!change.bytes) {
                if (chance() % 2 == 0) {
                    apply(shadow.flushed, change);
                }
                continue;
            }
            for (std::size_t at = 0; at < change.bytes->size(); at += sector) {
                if (chance() % 2 == 0) {
                    apply(shadow.flushed, {change.place + static_cast<std::int64_t>(at),
                                           change.bytes->substr(at, sector)});
                }
            }
        }
        std::ofstream{path, std::ios::binary | std::ios::trunc} << shadow.flushed;
        fs::remove(path + "-shm"); // lies in memory that is gone
    }
    files_.clear();
    watching_ = false;
}

} // namespace gweld::faults

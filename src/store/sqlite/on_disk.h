// on_disk.h - making files that are whole or not there: private while they grow, flushed, and given
// their name at the end without ever taking another's. Knows no database. Not for a file that a
// connection of this process has open: closing ours would drop its locks (POSIX).
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace gweld::store::sqlite {

// The system could not do it.
class DiskFault : public std::runtime_error {
  public:
    DiskFault(int system_error, const std::string& path);
    int system_error() const { return system_error_; }

  private:
    int system_error_;
};

// One descriptor, closed at the end. Every function throws DiskFault.
class OpenFile {
  public:
    static OpenFile to_read(const std::string& path);
    // Has to be new; nobody but its owner may read it.
    static OpenFile to_make(const std::string& path);
    static OpenFile to_change(const std::string& path);
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&&) = delete;

    std::int64_t size() const;
    // Fewer bytes than asked for only at the end of the file.
    std::size_t read_at(std::int64_t place, void* bytes, std::size_t count) const;
    void write_at(std::int64_t place, const void* bytes, std::size_t count);
    void flush();
    void forget_cached(); // what is read next comes from the disk, where the system can do that

  private:
    OpenFile(const std::string& path, int flags);
    std::string path_;
    int descriptor_;
};

bool is_there(const std::string& path); // a file, a folder, a link to nowhere
// Renames and flushes the folder. Throws DiskFault, with EEXIST when `to` is there already.
void move_into_place(const std::string& from, const std::string& to);

// Takes away an unfinished file, and what SQLite keeps beside one, unless it was finished.
class Unfinished {
  public:
    explicit Unfinished(const std::string& wanted);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::string& path() const { return path_; }
    void finish(const std::string& wanted) { move_into_place(path_, wanted); }

  private:
    std::string path_;
};

} // namespace gweld::store::sqlite

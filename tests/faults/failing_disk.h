// failing_disk.h - between SQLite and the real disk: fails what it is told to fail, when it is told
// to, and can take the power away. Knows no record. For one test at a time.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace gweld::faults {

enum class Op { open, read, write, truncate, sync };
enum class Lasting { once, for_good };
// error: nothing happened, and it says so. no_room: the same, for want of room; read_only: because
// the disk may only be read now. torn: half of it happened, and it says that nothing did. silent:
// nothing happened, and it says that all went well.
enum class Way { error, no_room, read_only, torn, silent };

struct Fault {
    std::set<Op> ops;
    int nth = 1; // counted from when it was set
    Lasting lasting = Lasting::once;
    Way way = Way::error;
};

// A lie: it says that it has flushed and has not.
enum class Flushing { honest, a_lie };

class FailingDisk {
  public:
    // The disk of every connection opened from now on.
    static FailingDisk& of_this_process();

    void set(Fault fault);
    void mend();
    bool has_struck() const; // since it was last set
    int operations() const;  // since it was last set, of the kinds it waits for

    // From now on SQLite's own chance (what it marks a fresh log with) comes from this seed.
    void draw_from(std::uint64_t seed);

    // From now on remembers what has been flushed and what has not. Files open already are taken as
    // flushed.
    void watch(Flushing flushing = Flushing::honest);
    // As after a power cut: what was flushed is there; of the rest each 512 bytes are there or not.
    // Nothing may be open. Forgets everything.
    void cut(std::mt19937_64& chance);

    // For the functions SQLite calls.
    std::optional<Way> met(Op op);
    void opened(const std::string& path);
    void wrote(const std::string& path, std::int64_t place, std::string bytes);
    void truncated(const std::string& path, std::int64_t size);
    void flushed(const std::string& path);
    // A flush failed: as Linux does, what waited for it is taken as written and never is, whatever
    // a second flush says (https://wiki.postgresql.org/wiki/Fsync_Errors).
    void gave_up(const std::string& path);
    void deleted(const std::string& path);
    int draw(char* bytes, int count);
    sqlite3_vfs* real = nullptr;

  private:
    FailingDisk();
    struct Change {
        std::int64_t place = 0; // the new size, for a truncation
        std::optional<std::string> bytes;
    };
    struct Shadow {
        std::string flushed;
        std::vector<Change> since;
        bool is_deleted = false;
    };
    static void apply(std::string& content, const Change& change);

    mutable std::mutex mutex_;
    std::optional<Fault> fault_;
    int met_ = 0;
    bool struck_ = false;
    bool watching_ = false;
    Flushing flushing_ = Flushing::honest;
    std::optional<std::mt19937_64> chance_;
    std::map<std::string, Shadow> files_;
};

} // namespace gweld::faults

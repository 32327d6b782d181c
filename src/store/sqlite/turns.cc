#include "store/sqlite/turns.h"

#include <algorithm>

namespace gweld::store::sqlite {

namespace {

// About 16 MB of 4 kB pages. Readers keep the log from starting again at its beginning, so it may
// grow beyond this; from the second limit on the checkpoint waits for them, but not for long: one
// of them may be waiting for a write.
constexpr int frames_between_checkpoints = 4000;
constexpr int frames_before_restart = 40000;
constexpr int wait_for_readers_ms = 50;
// People write a few pages each; more than this is left over from an import, or from hours.
constexpr int bytes_remembered = 4 * 1024 * 1024;

int count_frames(void* frames, sqlite3*, const char*, int in_log) {
    *static_cast<int*>(frames) = in_log;
    return SQLITE_OK;
}

void let_go_of_pages(sqlite3* db) {
    int bytes = 0;
    int ignored = 0;
    if (sqlite3_db_status(db, SQLITE_DBSTATUS_CACHE_USED, &bytes, &ignored, 0) == SQLITE_OK &&
        bytes > bytes_remembered) {
        sqlite3_db_release_memory(db);
    }
}

} // namespace

FileTurns::FileTurns(Connection& connection, const std::string& path,
                     std::chrono::milliseconds busy_wait)
    : connection_{connection}, note_{path}, busy_wait_{busy_wait} {
    // An import writes into every table at once: in SQLite's own 2 MB it reads most pages again.
    connection_.script("PRAGMA cache_size = -16000");
    // In place of SQLite's own checkpoint, which would run before the waiting are answered.
    sqlite3_wal_hook(connection_.handle(), count_frames, &frames_);
}

// So that whatever was acknowledged is in the note.
void FileTurns::committed(SqlWriting& writing) {
    const auto newest = writing.newest();
    if (newest.entry > 0 && newest != noted_) {
        note_.write(newest);
        noted_ = newest;
    }
}

// A failure loses nothing: the log keeps what it has and the next attempt meets the same disk.
void FileTurns::answered() {
    let_go_of_pages(connection_.handle());
    frames_checked_ = std::min(frames_checked_, frames_); // fewer: the log began again
    if (frames_ - frames_checked_ < frames_between_checkpoints) {
        return;
    }
    const bool too_long = frames_ >= frames_before_restart;
    sqlite3_busy_timeout(connection_.handle(), wait_for_readers_ms);
    sqlite3_wal_checkpoint_v2(connection_.handle(), "main",
                              too_long ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
                              nullptr, nullptr);
    sqlite3_busy_timeout(connection_.handle(), static_cast<int>(busy_wait_.count()));
    frames_checked_ = frames_;
}

} // namespace gweld::store::sqlite

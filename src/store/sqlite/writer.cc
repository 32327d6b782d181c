#include "store/sqlite/writer.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::store::sqlite {

using record::Keep;
using record::StoreFault;

namespace {

// About 16 MB of 4 kB pages. Readers keep the log from starting again at its beginning, so it may
// grow beyond this; from the second limit on the checkpoint waits for them, but not for long: one
// of them may be waiting for a write.
constexpr int frames_between_checkpoints = 4000;
constexpr int frames_before_restart = 40000;
constexpr int wait_for_readers_ms = 50;

bool is_final(int code) {
    const int primary = code & 0xff;
    return primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB || code == SQLITE_IOERR_FSYNC ||
           code == SQLITE_IOERR_DIR_FSYNC;
}

int count_frames(void* frames, sqlite3*, const char*, int in_log) {
    *static_cast<int*>(frames) = in_log;
    return SQLITE_OK;
}

} // namespace

Writer::Writer(std::unique_ptr<Connection> connection, const std::string& path,
               const std::string& authority, record::NameKeys name_keys, std::size_t queue_limit,
               std::chrono::milliseconds busy_wait)
    : connection_{std::move(connection)}, writing_{*connection_, authority, name_keys}, note_{path},
      queue_limit_{queue_limit}, busy_wait_{busy_wait}, open_{std::make_shared<Batch>()} {
    // An import writes into every table at once: in SQLite's own 2 MB it reads most pages again.
    connection_->script("PRAGMA cache_size = -16000");
    // In place of SQLite's own checkpoint, which would run before the waiting are answered.
    sqlite3_wal_hook(connection_->handle(), count_frames, &frames_);
    thread_ = std::thread{[this] { serve(); }};
}

Writer::~Writer() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    arrived_.notify_all();
    thread_.join();
}

Writer::Answer Writer::submit(Work work) {
    if (std::this_thread::get_id() == thread_.get_id()) {
        throw std::logic_error("a write inside a write");
    }
    Request request{work, Outcome::waiting, {}, {}};
    std::shared_ptr<Batch> batch;
    {
        const std::lock_guard lock{mutex_};
        if (closing_) {
            return base::Err{StoreFault::closed};
        }
        if (open_->requests.size() >= queue_limit_) {
            return base::Err{StoreFault::too_busy};
        }
        batch = open_;
        batch->requests.push_back(&request);
        if (batch->requests.size() == 1) {
            arrived_.notify_one();
        }
    }
    {
        std::unique_lock lock{batch->mutex};
        batch->told.wait(lock, [&] { return batch->answered; });
    }
    if (request.outcome == Outcome::threw) {
        std::rethrow_exception(request.thrown);
    }
    if (request.outcome == Outcome::failed) {
        return base::Err{request.fault};
    }
    return base::Ok{base::Nothing{}};
}

void Writer::serve() {
    while (true) {
        std::shared_ptr<Batch> batch;
        {
            std::unique_lock lock{mutex_};
            arrived_.wait(lock, [&] { return closing_ || !open_->requests.empty(); });
            if (open_->requests.empty()) {
                return;
            }
            batch = std::exchange(open_, std::make_shared<Batch>());
        }
        process(batch->requests);
        {
            const std::lock_guard lock{batch->mutex};
            batch->answered = true;
        }
        batch->told.notify_all();
        checkpoint();
    }
}

void Writer::process(const Requests& requests) {
    std::size_t first = 0;
    while (first < requests.size()) {
        if (refuses_) {
            give_up(requests, first, requests.size(), *refuses_);
            return;
        }
        first = transact(requests, first);
    }
}

// Runs requests from `first` on in one transaction; answers which one comes next. On some faults
// SQLite takes the whole transaction back by itself; then everyone in it so far is told.
std::size_t Writer::transact(const Requests& requests, std::size_t first) {
    writing_.forget_ends();
    if (const auto fault = attempt_script("BEGIN IMMEDIATE")) {
        give_up(requests, first, requests.size(), *fault);
        return requests.size();
    }
    for (std::size_t i = first; i < requests.size(); ++i) {
        attempt(*requests[i]);
        if (!connection_->in_transaction()) {
            const bool failed = requests[i]->outcome == Outcome::failed;
            give_up(requests, first, i + 1, failed ? requests[i]->fault : StoreFault::disk_failed);
            return i + 1;
        }
    }
    if (const auto fault = attempt_script("COMMIT")) {
        if (connection_->in_transaction()) {
            attempt_script("ROLLBACK");
        }
        give_up(requests, first, requests.size(), *fault);
    } else {
        note_newest();
    }
    return requests.size();
}

// Before anybody is told, so that whatever was acknowledged is in the note.
void Writer::note_newest() {
    try {
        const auto newest = writing_.newest();
        if (newest.entry > 0 && newest != noted_) {
            note_.write(newest);
            noted_ = newest;
        }
    } catch (const SqlFault&) {
        // It is on the disk all the same; the next one is noted again.
    }
}

void Writer::attempt(Request& request) {
    if (const auto fault = attempt_script("SAVEPOINT one")) {
        request.outcome = Outcome::failed;
        request.fault = *fault;
        return;
    }
    connection_->forget_fault();
    try {
        request.outcome = request.work(writing_) == Keep::yes ? Outcome::kept : Outcome::dropped;
    } catch (const SqlFault& fault) {
        request.outcome = Outcome::failed;
        request.fault = fault.fault();
        refuse_after(fault);
    } catch (...) {
        request.outcome = Outcome::threw;
        request.thrown = std::current_exception();
    }
    // Asked of the connection, because a work may have caught the fault and carried on.
    if (const auto& fault = connection_->fault(); fault && request.outcome != Outcome::threw) {
        request.outcome = Outcome::failed;
        request.fault = fault->fault();
        refuse_after(*fault);
    }
    if (!connection_->in_transaction()) {
        return;
    }
    if (request.outcome != Outcome::kept) {
        writing_.forget_ends();
    }
    const auto fault = attempt_script(
        request.outcome == Outcome::kept ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
    if (fault && request.outcome != Outcome::threw) {
        request.outcome = Outcome::failed;
        request.fault = *fault;
    }
}

// For statements that only the disk, never the program, can make fail.
std::optional<StoreFault> Writer::attempt_script(const char* sql) {
    try {
        const std::string text{sql};
        if (text.find(';') == std::string::npos) {
            run(*connection_, text);
        } else {
            connection_->script(text);
        }
        return std::nullopt;
    } catch (const SqlFault& fault) {
        refuse_after(fault);
        return fault.fault();
    }
}

void Writer::refuse_after(const SqlFault& fault) {
    if (is_final(fault.code())) {
        refuses_ = fault.fault();
    }
}

// Even one that dropped its own work may have answered from what another left behind, and that is
// gone now.
void Writer::give_up(const Requests& requests, std::size_t first, std::size_t until,
                     StoreFault fault) {
    for (std::size_t i = first; i < until; ++i) {
        if (requests[i]->outcome != Outcome::threw) {
            requests[i]->outcome = Outcome::failed;
            requests[i]->fault = fault;
        }
    }
}

// After the answers, on the writer's own time. A failure loses nothing: the log keeps what it has
// and the next attempt meets the same disk.
void Writer::checkpoint() {
    frames_checked_ = std::min(frames_checked_, frames_); // fewer: the log began again
    if (frames_ - frames_checked_ < frames_between_checkpoints) {
        return;
    }
    const bool too_long = frames_ >= frames_before_restart;
    sqlite3_busy_timeout(connection_->handle(), wait_for_readers_ms);
    sqlite3_wal_checkpoint_v2(connection_->handle(), "main",
                              too_long ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
                              nullptr, nullptr);
    sqlite3_busy_timeout(connection_->handle(), static_cast<int>(busy_wait_.count()));
    frames_checked_ = frames_;
}

} // namespace gweld::store::sqlite

// writer.h - the one thread that writes. Writers queue; everything that waits when a transaction
// begins goes into it, and all are answered after its one flush to disk.
#pragma once

#include "base/function_ref.h"
#include "store/sqlite/writing.h"

#include <chrono>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

namespace gweld::store::sqlite {

class Writer {
  public:
    using Work = base::FunctionRef<record::Keep(SqliteWriting&)>;
    using Answer = base::Result<base::Nothing, record::StoreFault>;

    // Takes the connection over: nobody else may use it while the writer lives.
    Writer(std::unique_ptr<Connection> connection, const std::string& path,
           const std::string& authority, record::NameKeys name_keys, std::size_t queue_limit,
           std::chrono::milliseconds busy_wait);
    ~Writer(); // does what is queued first
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Blocks until the work is on disk, dropped or refused. Throws what the work threw, and
    // std::logic_error when called from within a work (it would wait for itself for ever).
    Answer submit(Work work);

  private:
    enum class Outcome { waiting, kept, dropped, failed, threw };
    struct Request {
        Work work;
        Outcome outcome = Outcome::waiting;
        record::StoreFault fault{};
        std::exception_ptr thrown;
    };
    struct Batch {
        std::vector<Request*> requests;
        bool answered = false;
        std::mutex mutex;
        std::condition_variable told; // std::atomic's wait would spin where a core is scarce
    };
    using Requests = std::vector<Request*>;

    void serve();
    void process(const Requests& requests);
    std::size_t transact(const Requests& requests, std::size_t first);
    void attempt(Request& request);
    std::optional<record::StoreFault> attempt_script(const char* sql);
    void give_up(const Requests& requests, std::size_t first, std::size_t until,
                 record::StoreFault fault);
    void refuse_after(const SqlFault& fault);
    void note_newest();
    void checkpoint();

    std::unique_ptr<Connection> connection_;
    SqliteWriting writing_;
    NewestNote note_;
    Newest noted_;
    std::size_t queue_limit_;
    std::chrono::milliseconds busy_wait_;
    // Set once the disk said a flush failed or the file is damaged: what it says afterwards cannot
    // be believed, so nothing more is written until the file is opened again.
    std::optional<record::StoreFault> refuses_;
    int frames_ = 0;         // in the write-ahead log after the last commit
    int frames_checked_ = 0; // in it at the last checkpoint

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::shared_ptr<Batch> open_; // takes requests
    bool closing_ = false;
    std::thread thread_;
};

} // namespace gweld::store::sqlite

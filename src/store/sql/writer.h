// writer.h - the one thread that writes. Writers queue; everything that waits when a transaction
// begins goes into it, and all are answered after its one flush to disk. Where nothing else may run
// meanwhile, so that a seed decides what happens, the same is done on the thread of whoever asks.
#pragma once

#include "base/function_ref.h"
#include "store/opening.h"
#include "store/sql/writing.h"

#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace gweld::store::sql {

// What a make of database does around the writer's transactions, on the writer's thread.
class Turns {
  public:
    virtual ~Turns() = default;
    virtual const std::string& begin() const = 0; // SQL
    // Right after a commit: none where it is kept as was demanded; else what everybody in it is
    // told.
    virtual std::optional<record::StoreFault> not_kept() { return std::nullopt; }
    // After the commit and before anybody is told.
    virtual void committed(SqlWriting& writing) = 0;
    virtual void answered() = 0; // on the writer's own time
};

class Writer {
  public:
    using Work = base::FunctionRef<record::Keep(SqlWriting&)>;
    using Answer = base::Result<base::Nothing, record::StoreFault>;

    // Takes the connection over: nobody else may use it while the writer lives.
    Writer(std::unique_ptr<Connection> connection, std::unique_ptr<Turns> turns,
           const std::string& authority, record::NameKeys name_keys, std::size_t queue_limit,
           WritesOn writes_on);
    ~Writer(); // does what is queued first
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Blocks until the work is on disk, dropped or refused; too_busy when it was not begun within
    // three seconds, so that whoever waits for a disk or a standby does not keep those waiting who
    // want to write nothing. Throws what the work threw, and
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

    bool withdraw(const std::shared_ptr<Batch>& batch, const Request& request);
    std::optional<record::StoreFault> wait_for(Request& request);
    void do_here(Request& request);
    void serve();
    void process(const Requests& requests);
    std::size_t transact(const Requests& requests, std::size_t first);
    void attempt(Request& request);
    std::optional<record::StoreFault> begin();
    std::optional<record::StoreFault> attempt_script(const char* sql);
    void give_up(const Requests& requests, std::size_t first, std::size_t until,
                 record::StoreFault fault);
    void refuse_after(const SqlFault& fault);
    void tell_turns();

    std::unique_ptr<Connection> connection_;
    std::unique_ptr<Turns> turns_;
    SqlWriting writing_;
    std::size_t queue_limit_;
    // Set once the disk said a flush failed or the file is damaged: what it says afterwards cannot
    // be believed, so nothing more is written until the file is opened again.
    std::optional<record::StoreFault> refuses_;

    std::mutex mutex_;
    std::condition_variable arrived_;
    std::shared_ptr<Batch> open_; // takes requests
    bool closing_ = false;
    WritesOn writes_on_;
    std::thread::id writing_thread_; // nobody's, between two works on their callers' threads
    std::thread thread_;             // none where the callers' do the work
};

} // namespace gweld::store::sql

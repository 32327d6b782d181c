#include "store/sql/writer.h"

#include <algorithm>
#include <stdexcept>

namespace gweld::store::sql {

using record::Keep;
using record::StoreFault;

Writer::Writer(std::unique_ptr<Connection> connection, std::unique_ptr<Turns> turns,
               const std::string& authority, record::NameKeys name_keys, std::size_t queue_limit,
               WritesOn writes_on)
    : connection_{std::move(connection)}, turns_{std::move(turns)},
      writing_{*connection_, authority, name_keys}, queue_limit_{queue_limit},
      open_{std::make_shared<Batch>()}, writes_on_{writes_on} {
    if (writes_on_ == WritesOn::a_thread_of_its_own) {
        thread_ = std::thread{[this] { serve(); }};
        writing_thread_ = thread_.get_id();
    }
}

Writer::~Writer() {
    {
        const std::lock_guard lock{mutex_};
        closing_ = true;
    }
    arrived_.notify_all();
    if (thread_.joinable()) {
        thread_.join();
    }
}

Writer::Answer Writer::submit(Work work) {
    if (std::this_thread::get_id() == writing_thread_) {
        throw std::logic_error("a write inside a write");
    }
    Request request{work, Outcome::waiting, {}, {}};
    if (writes_on_ == WritesOn::the_callers_thread) {
        do_here(request);
    } else if (const auto refused = wait_for(request)) {
        return base::Err{*refused};
    }
    if (request.outcome == Outcome::threw) {
        std::rethrow_exception(request.thrown);
    }
    if (request.outcome == Outcome::failed) {
        return base::Err{request.fault};
    }
    return base::Ok{base::Nothing{}};
}

// For the writer's thread; answers why it will not be done at all.
std::optional<StoreFault> Writer::wait_for(Request& request) {
    std::shared_ptr<Batch> batch;
    {
        const std::lock_guard lock{mutex_};
        if (closing_) {
            return StoreFault::closed;
        }
        if (open_->requests.size() >= queue_limit_) {
            return StoreFault::too_busy;
        }
        batch = open_;
        batch->requests.push_back(&request);
        if (batch->requests.size() == 1) {
            arrived_.notify_one();
        }
    }
    constexpr std::chrono::seconds to_begin{3};
    std::unique_lock lock{batch->mutex};
    const auto answered = [&] { return batch->answered; };
    if (batch->told.wait_for(lock, to_begin, answered)) {
        return std::nullopt;
    }
    lock.unlock();
    if (withdraw(batch, request)) {
        return StoreFault::too_busy;
    }
    lock.lock();
    batch->told.wait(lock, answered);
    return std::nullopt;
}

// False where it was begun: then it is waited for, since it is done or not.
bool Writer::withdraw(const std::shared_ptr<Batch>& batch, const Request& request) {
    const std::lock_guard lock{mutex_};
    return batch == open_ && std::erase(open_->requests, &request) > 0;
}

// The store knows that only one thread asks (store/opening.h).
void Writer::do_here(Request& request) {
    writing_thread_ = std::this_thread::get_id();
    process({&request});
    turns_->answered();
    writing_thread_ = {};
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
        turns_->answered();
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
// the database takes the whole transaction back by itself; then everyone in it so far is told.
std::size_t Writer::transact(const Requests& requests, std::size_t first) {
    writing_.forget_ends();
    if (const auto fault = begin()) {
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
    } else if (const auto lost = turns_->not_kept()) {
        give_up(requests, first, requests.size(), *lost);
    } else {
        tell_turns();
    }
    return requests.size();
}

void Writer::tell_turns() {
    try {
        turns_->committed(writing_);
    } catch (const SqlFault&) {
        // It is on the disk all the same; the next commit tells it again.
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

std::optional<StoreFault> Writer::begin() {
    try {
        connection_->begin(turns_->begin());
        return std::nullopt;
    } catch (const SqlFault& fault) {
        refuse_after(fault);
        return fault.fault();
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
    if (fault.lasts() == Lasts::for_good) {
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

} // namespace gweld::store::sql

// machine.h - the one machine of a simulated world: the server, its disk, its clock. Faults are set
// here; who counts them and what may then be answered is decided here. Knows no people.
#pragma once

#include "../faults/failing_disk.h"
#include "server.h"

#include <map>

namespace gweld::simulation {

using Counts = std::map<std::string, std::size_t>; // of what happened, by name

using faults::Flushing;

class Machine {
  public:
    Machine(std::uint64_t seed, Counts& counts, Flushing flushing);
    ~Machine();

    // None: the machine died over it, or was down.
    std::optional<web::Response> answer(const web::Request& request);

    // From now on something is about to go wrong with the disk, or the process to die.
    void endanger();
    // The disk is well again; what the server says about it stays until it is started again.
    void mend();
    // Whatever state it is in, afterwards it runs, or why_not_started() says why not on a disk that
    // is well.
    void stop_and_start();
    void move_clock();
    bool is_up() const { return server_.is_running(); }
    std::size_t starts() const { return starts_; }
    // Whether "it could not be saved" may be said.
    bool may_be_sick() const;

    Server& server() { return server_; }
    Chance& chance() { return chance_; }
    const time::Clock& clock() const { return clock_; }
    std::string bytes() const; // of the record and what lies beside it; only when it is down
    std::string why_not_started() const { return why_not_started_; }

  private:
    enum class Danger { none, to_the_disk, to_the_process, to_the_power };

    void set_danger(Danger danger, const std::string& name, faults::Fault fault);
    void note_strike();
    void turn_clock();
    void die();
    void start();
    void cut_power();

    Counts& counts_;
    Chance chance_;
    Flushing flushing_;
    casework::SetClock clock_;
    std::string path_;
    Server server_;
    Danger danger_ = Danger::none;
    std::string name_of_danger_;
    bool struck_ = false;    // and not mended yet
    bool distrusts_ = false; // a flush failed: it writes no more until it is started again
    std::string why_not_started_;
    std::size_t starts_ = 0;
};

} // namespace gweld::simulation

#include "machine.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <unistd.h>

namespace gweld::simulation {

namespace {

namespace fs = std::filesystem;
using faults::Fault;
using faults::Lasting;
using faults::Op;
using faults::Way;

faults::FailingDisk& disk = faults::FailingDisk::of_this_process();

const std::set<Op> anything{Op::open, Op::read, Op::write, Op::truncate, Op::sync};

struct NamedFault {
    std::string name;
    Fault fault; // nth is chosen each time, up to:
    std::size_t within;
};

const std::vector<NamedFault>& faults_while_working() {
    static const std::vector<NamedFault> all{
        {"a write failed", {{Op::write}, 1, Lasting::once, Way::error}, 40},
        {"every write failed", {{Op::write}, 1, Lasting::for_good, Way::error}, 40},
        {"a write was torn", {{Op::write}, 1, Lasting::once, Way::torn}, 40},
        {"the disk was full", {{Op::write}, 1, Lasting::for_good, Way::no_room}, 40},
        {"the disk was read-only", {{Op::write}, 1, Lasting::for_good, Way::read_only}, 40},
        {"a flush failed", {{Op::sync}, 1, Lasting::once, Way::error}, 3},
        {"a reading failed", {{Op::read}, 1, Lasting::once, Way::error}, 40},
        {"everything failed", {anything, 1, Lasting::for_good, Way::error}, 60},
    };
    return all;
}

const std::vector<NamedFault>& faults_while_stopping_or_starting() {
    static const std::vector<NamedFault> all{
        {"a truncation failed", {{Op::truncate}, 1, Lasting::once, Way::error}, 1},
        {"an opening failed", {{Op::open}, 1, Lasting::once, Way::error}, 4},
        {"a write failed while stopping or starting",
         {{Op::write}, 1, Lasting::once, Way::error},
         20},
        {"a flush failed while stopping or starting",
         {{Op::sync}, 1, Lasting::once, Way::error},
         2},
    };
    return all;
}

// An ordinary morning, or the evening before the clocks change.
time::Instant beginning(Chance& chance) {
    using namespace std::chrono;
    static const std::array begins{
        time::at_wall_time_in_wales(time::day(24, November, 2026), hours{9}),
        time::at_wall_time_in_wales(time::day(27, March, 2027), hours{20}),
        time::at_wall_time_in_wales(time::day(30, October, 2027), hours{20}),
    };
    return begins.at(chance.below(begins.size()));
}

std::chrono::minutes ahead_of_universal_time(time::Instant moment) {
    using namespace std::chrono;
    const auto wall = time::wall_time_in_wales(moment).since_midnight;
    const auto universal = floor<minutes>(moment - floor<days>(moment));
    return (floor<minutes>(wall) - universal + hours{24}) % hours{24};
}

} // namespace

Machine::Machine(std::uint64_t seed, Counts& counts, Flushing flushing)
    : counts_{counts}, chance_{seed}, flushing_{flushing},
      path_{county_file() + "-" + std::to_string(seed)}, server_{path_, clock_, chance_} {
    fs::copy_file(county_file(), path_, fs::copy_options::overwrite_existing);
    disk.draw_from(seed);
    disk.watch(flushing_);
    clock_.moment = beginning(chance_);
    start();
}

Machine::~Machine() {
    server_.stop();
    disk.mend();
    for (const auto* beside : {"", "-wal", "-shm", "-newest"}) {
        fs::remove(path_ + beside);
    }
}

std::optional<web::Response> Machine::answer(const web::Request& request) {
    if (!is_up()) {
        return std::nullopt;
    }
    auto response = server_.answer(request);
    note_strike();
    if (struck_ && (danger_ == Danger::to_the_process || danger_ == Danger::to_the_power)) {
        die();
        return std::nullopt;
    }
    return response;
}

void Machine::endanger() {
    if (danger_ != Danger::none || !is_up()) {
        return;
    }
    const auto nth = [&](std::size_t within) {
        return static_cast<int>(1 + chance_.below(within));
    };
    switch (chance_.below(4)) {
    case 0:
        return set_danger(Danger::to_the_process, "the process was killed",
                          {anything, nth(50), Lasting::for_good, Way::error});
    case 1:
        return set_danger(Danger::to_the_power, "the power was cut",
                          {anything, nth(50), Lasting::for_good, Way::error});
    default: {
        const auto& all = faults_while_working();
        const auto& [name, fault, within] = all[chance_.below(all.size())];
        auto one = fault;
        one.nth = nth(within);
        return set_danger(Danger::to_the_disk, name, one);
    }
    }
}

void Machine::set_danger(Danger danger, const std::string& name, Fault fault) {
    danger_ = danger;
    name_of_danger_ = name;
    struck_ = false;
    disk.set(std::move(fault));
}

void Machine::note_strike() {
    if (danger_ == Danger::none || struck_ || !disk.has_struck()) {
        return;
    }
    struck_ = true;
    ++counts_[name_of_danger_];
    distrusts_ =
        distrusts_ || name_of_danger_ == "a flush failed" || name_of_danger_ == "everything failed";
}

bool Machine::may_be_sick() const { return struck_ || distrusts_; }

void Machine::mend() {
    if (danger_ == Danger::none) {
        return;
    }
    disk.mend();
    danger_ = Danger::none;
    struck_ = false;
}

// Nothing it does from here on reaches the disk.
void Machine::die() {
    const bool power = danger_ == Danger::to_the_power;
    server_.stop();
    mend();
    if (power) {
        cut_power();
    }
    start();
}

void Machine::cut_power() {
    disk.cut(chance_.dice());
    // Beside SQLite, and never flushed: as it was, gone, or half of it.
    const auto note = path_ + "-newest";
    switch (chance_.below(3)) {
    case 0:
        fs::remove(note);
        break;
    case 1:
        if (fs::exists(note)) {
            fs::resize_file(note, fs::file_size(note) / 2);
        }
        break;
    default:
        break;
    }
    disk.watch(flushing_);
}

void Machine::start() {
    distrusts_ = false;
    ++starts_;
    why_not_started_ = server_.start();
}

// Told to stop, which flushes and empties the log; perhaps the disk fails over it.
void Machine::stop_and_start() {
    mend();
    if (chance_.one_in(2)) {
        const auto& all = faults_while_stopping_or_starting();
        const auto& [name, fault, within] = all[chance_.below(all.size())];
        auto one = fault;
        one.nth = static_cast<int>(1 + chance_.below(within));
        set_danger(Danger::to_the_disk, name, one);
    }
    server_.stop();
    ++counts_["stopped in order"];
    start();
    note_strike();
    mend();
    distrusts_ = false;
    if (!is_up()) {
        start();
    }
}

void Machine::move_clock() {
    const auto before = ahead_of_universal_time(clock_.moment);
    turn_clock();
    const auto after = ahead_of_universal_time(clock_.moment);
    if (before != after) {
        ++counts_[after > before ? "summer time began" : "summer time ended"];
    }
}

void Machine::turn_clock() {
    using namespace std::chrono_literals;
    switch (chance_.below(12)) {
    case 0:
        clock_.moment -= 1h;
        ++counts_["the clock was put back an hour"];
        return;
    case 1:
        clock_.moment += std::chrono::hours{2 + chance_.below(40)};
        ++counts_["the clock leapt"];
        return;
    default:
        clock_.moment += std::chrono::seconds{chance_.below(1200)};
        return;
    }
}

std::string Machine::bytes() const {
    std::string all;
    for (const auto* beside : {"", "-wal", "-newest"}) {
        std::ifstream in{path_ + beside, std::ios::binary};
        all.append(std::istreambuf_iterator<char>{in}, {});
    }
    return all;
}

} // namespace gweld::simulation

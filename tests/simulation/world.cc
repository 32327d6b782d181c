#include "world.h"

#include "record/verify.h"

#include <algorithm>

namespace gweld::simulation {

World::World(std::uint64_t seed, Promises promises)
    : machine_{seed, counts, promises.flushing}, network_{machine_, counts},
      shared_{machine_, network_, ledger_, counts, promises.keys} {
    for (const auto& worker : workers()) {
        people_.push_back(std::make_unique<Person>(shared_, worker));
    }
}

void World::play(int steps) {
    for (int turn = 0; turn < steps && wrong().empty(); ++turn) {
        step();
    }
}

void World::step() {
    auto& chance = machine_.chance();
    machine_.move_clock();
    if (chance.one_in(4)) {
        machine_.endanger();
    }
    if (chance.one_in(6)) {
        machine_.mend();
    }
    if (chance.one_in(16)) {
        machine_.stop_and_start();
    }
    if (chance.one_in(3)) {
        network_.deliver_a_late_one();
    }
    people_[chance.below(people_.size())]->do_something();
    must(network_.bug().empty(), network_.bug());
    if (machine_.starts() != starts_seen_) {
        starts_seen_ = machine_.starts();
        check_after_start();
    }
}

// Whoever looks first after a start finds what everybody was told is saved.
void World::check_after_start() {
    must(machine_.is_up(), "it does not start again: " + machine_.why_not_started());
    if (machine_.is_up() && !machine_.may_be_sick()) {
        machine_.mend();
        check_marks(what_is_there());
        check_drafts();
    }
}

void World::come_to_rest() {
    machine_.mend();
    network_.recover();
    network_.deliver_all();
    machine_.stop_and_start();
    check_after_start();
    for (const auto& person : people_) {
        if (wrong().empty()) {
            person->finish();
        }
    }
    must(network_.bug().empty(), network_.bug());
    if (!wrong().empty()) {
        return;
    }
    machine_.mend();
    const auto found = what_is_there();
    check_marks(found);
    check_drafts();
    check_hand_overs();
    check_record();
    check_pages(found);
    must(network_.bug().empty(), network_.bug());
}

std::string World::bytes() {
    machine_.server().stop();
    return machine_.bytes();
}

} // namespace gweld::simulation

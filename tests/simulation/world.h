// world.h - one seed: a machine, a network and five people, and what must be so of them at any
// time. The same seed is the same world to the last byte.
#pragma once

#include "person.h"

#include <memory>

namespace gweld::simulation {

// As it should be, or broken on purpose, to see that it is seen.
struct Promises {
    Flushing flushing = Flushing::honest;
    Keys keys = Keys::kept;
};

class World {
  public:
    World(std::uint64_t seed, Promises promises);

    void play(int steps);
    // Everything mended, everything delivered, everything answered; then everything compared.
    void come_to_rest();

    // What must never be, in words; empty: all is well.
    const std::vector<std::string>& wrong() const { return shared_.wrong; }
    Counts counts;
    // The record's own bytes; the server is stopped for it.
    std::string bytes();

  private:
    void step();
    void check_after_start();
    void check_marks(const std::map<std::string, std::size_t>& found);
    void check_drafts();
    void check_hand_overs();
    void check_record();
    void check_pages(const std::map<std::string, std::size_t>& found);
    std::map<std::string, std::size_t> what_is_there();
    template <class Question> auto asked(const Question& question);
    void must(bool holds, const std::string& otherwise) { shared_.must(holds, otherwise); }

    Machine machine_;
    Network network_;
    Ledger ledger_;
    Shared shared_;
    std::vector<std::unique_ptr<Person>> people_;
    std::size_t starts_seen_ = 1;
};

} // namespace gweld::simulation

// watched_week.h - a made-up week of what five hundred people looked at, from a seed: who has what
// to do with whom, the coincidences of any service, and a few who look where they should not.
#pragma once

#include "small_office.h"
#include "store/memory/memory_store.h"

#include <random>
#include <set>
#include <utility>

namespace gweld::casework {

class WatchedWeek {
  public:
    static constexpr std::size_t people = 500;
    static constexpr std::size_t children = 4000;

    explicit WatchedWeek(unsigned seed);

    // Monday of the week.
    static inline const time::CivilDate monday = time::day(16, std::chrono::November, 2026);
    std::unique_ptr<record::Store> store;
    // Whoever was planted: the worker, and the child, or nil where they are asked about for many.
    std::set<std::pair<base::Uuid, base::Uuid>> planted;
    std::size_t looks = 0;

  private:
    struct Person {
        base::Uuid id;
        std::string name;
        std::string surname;
        record::Role role{};
        std::size_t team = 0;
    };
    struct Child {
        base::Uuid id;
        std::string surname;
        std::size_t worker = 0;
    };

    std::size_t below(std::size_t n) {
        return std::uniform_int_distribution<std::size_t>{0, n - 1}(dice_);
    }
    bool one_in(std::size_t n) { return below(n) == 0; }
    std::string a_surname();
    void make_people();
    void make_children();
    void write_down();

    void works(const Person& who, std::size_t index, int day);
    void works_with_cases(const Person& who, std::size_t index, int day);
    void works_the_desk(const Person& who, int day);
    void look(const Person& who, const Child& child, std::string_view ground, int day, int minute,
              std::string_view page = "child");
    void record(const Person& who, const Child& child, int day);

    void plant();
    void plant_at_their_name();
    void plant_coming_back();
    void plant_at_night();
    void plant_harvest();
    void plant_refused();

    std::mt19937 dice_;
    std::vector<Person> people_;
    std::vector<Child> children_;
    std::vector<record::Draft> drafts_;
    std::vector<record::Look> looks_;
    std::uint64_t next_ = 0;
};

} // namespace gweld::casework

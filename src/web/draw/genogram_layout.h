// genogram_layout.h - where the people of a family stand in a drawing: a generation a row, partners
// beside each other, parents above the middle of their children. Pure; knows no words and no SVG.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace gweld::web::draw {

enum class Tie : std::uint8_t {
    parent, // from the elder to the younger
    adoptive_parent,
    step_parent,
    carer,
    partner,           // to each other
    brother_or_sister, // to each other, where nobody says who their parents are
};
constexpr bool is_descent(Tie tie) { return tie < Tie::partner; }

struct KinTie {
    std::size_t from = 0;
    std::size_t to = 0;
    Tie tie = Tie::parent;
};

struct Seat { // of one person; in whole steps, to be scaled by whoever draws
    double column = 0;
    int row = 0; // 0 is the top
};

struct SeatingPlan {
    std::vector<Seat> seats;          // by person
    int rows = 0;                     // 0: nobody
    double columns = 0;               // the width
    std::optional<int> unrelated_row; // where those stand who are tied to nobody on the plan
};

// The first person is the one it is about. Whatever the ties say (a circle, two generations at
// once), everybody gets a seat and no two people of a row stand closer than one step.
// `eldest_first` orders brothers and sisters: a smaller number stands further left. `together`
// marks who lives in one home: the plan keeps them side by side where it can.
struct Sitter {
    long eldest_first = 0;
    bool together = false;
};
SeatingPlan seat(std::span<const Sitter> people, std::span<const KinTie> ties);

} // namespace gweld::web::draw

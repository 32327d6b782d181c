#include "web/draw/genogram_layout.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace gweld::web::draw {

namespace {

using People = std::vector<std::size_t>;

struct Family {
    std::span<const Sitter> people;
    std::span<const KinTie> ties;
};

// ---- generations
// -----------------------------------------------------------------------------------

using Generations = std::vector<std::optional<int>>; // upwards; the first person's is 0

// One tie from a person whose generation is known to one whose is not. True: something was learnt.
bool follow(Generations& known, const KinTie& tie) {
    auto& from = known[tie.from];
    auto& to = known[tie.to];
    if (from.has_value() == to.has_value()) {
        return false;
    }
    const int step = is_descent(tie.tie) ? 1 : 0;
    if (to) {
        from = *to + step;
    } else {
        to = *from - step;
    }
    return true;
}

// Who is somebody's child or partner says more of their age than whom they care for.
bool says_generation(Tie tie) { return tie != Tie::carer && tie != Tie::step_parent; }

Generations generations_of(const Family& family) {
    Generations known(family.people.size());
    known.front() = 0;
    bool learnt = true;
    while (learnt) {
        learnt = false;
        for (const auto& tie : family.ties) {
            learnt = (says_generation(tie.tie) && follow(known, tie)) || learnt;
        }
        for (std::size_t i = 0; !learnt && i < family.ties.size(); ++i) {
            learnt = follow(known, family.ties[i]);
        }
    }
    return known;
}

// ---- who stands beside whom
// ------------------------------------------------------------------------

bool contains(const People& people, std::size_t person) {
    return std::ranges::find(people, person) != people.end();
}

People parents_of(const Family& family, std::size_t person) {
    People parents;
    for (const auto& tie : family.ties) {
        if (is_descent(tie.tie) && tie.tie != Tie::carer && tie.to == person) {
            parents.push_back(tie.from);
        }
    }
    std::ranges::sort(parents);
    return parents;
}

People children_of(const Family& family, std::size_t person) {
    People children;
    for (const auto& tie : family.ties) {
        if (is_descent(tie.tie) && tie.from == person) {
            children.push_back(tie.to);
        }
    }
    return children;
}

bool are_a_pair(const Family& family, std::size_t a, std::size_t b) {
    const bool partners = std::ranges::any_of(family.ties, [&](const auto& tie) {
        return tie.tie == Tie::partner &&
               ((tie.from == a && tie.to == b) || (tie.from == b && tie.to == a));
    });
    return partners || std::ranges::any_of(children_of(family, a), [&](std::size_t child) {
               return contains(parents_of(family, child), a) &&
                      contains(parents_of(family, child), b);
           });
}

People pairs_of(const Family& family, const People& row, std::size_t person) {
    People pairs;
    for (const auto other : row) {
        if (other != person && are_a_pair(family, person, other)) {
            pairs.push_back(other);
        }
    }
    return pairs;
}

void walk(const Family& family, const People& row, std::size_t person, People& chain) {
    chain.push_back(person);
    for (const auto other : pairs_of(family, row, person)) {
        if (!contains(chain, other)) {
            walk(family, row, other, chain);
        }
    }
}

// From an end of the chain, so that whoever has had two partners stands between them; from the end
// outside the home first, so that the home stays together.
std::size_t end_of_chain(const Family& family, const People& row, const People& chain) {
    return *std::ranges::min_element(chain, {}, [&](std::size_t person) {
        return std::tuple{pairs_of(family, row, person).size(), family.people[person].together,
                          family.people[person].eldest_first};
    });
}

// Partners and whoever has a child with whom, each chain from one end to the other.
std::vector<People> chains_in(const Family& family, const People& row) {
    std::vector<People> chains;
    People placed;
    for (const auto person : row) {
        if (contains(placed, person)) {
            continue;
        }
        People all;
        walk(family, row, person, all);
        People chain;
        walk(family, row, end_of_chain(family, row, all), chain);
        placed.insert(placed.end(), chain.begin(), chain.end());
        chains.push_back(std::move(chain));
    }
    return chains;
}

// ---- columns
// --------------------------------------------------------------------------------------

struct Placing {
    const Family& family;
    std::vector<double> column;
    std::vector<bool> placed;
};

std::optional<double> middle_of(const Placing& placing, const People& people) {
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const auto person : people) {
        if (placing.placed[person]) {
            low = std::min(low, placing.column[person]);
            high = std::max(high, placing.column[person]);
        }
    }
    return low > high ? std::nullopt : std::optional{(low + high) / 2};
}

// Over their children, or under their parents: whoever has been placed already.
std::optional<double> wished_for(const Placing& placing, const People& chain) {
    People kin;
    for (const auto person : chain) {
        for (const auto& some :
             {children_of(placing.family, person), parents_of(placing.family, person)}) {
            kin.insert(kin.end(), some.begin(), some.end());
        }
    }
    return middle_of(placing, kin);
}

void place_row(Placing& placing, std::vector<People> chains) {
    constexpr double last = std::numeric_limits<double>::max();
    std::vector<std::pair<double, People>> wishes;
    for (auto& chain : chains) {
        const double wish = wished_for(placing, chain).value_or(last);
        wishes.emplace_back(wish, std::move(chain));
    }
    std::ranges::stable_sort(wishes, {}, [](const auto& wish) { return wish.first; });
    double next = std::numeric_limits<double>::lowest();
    double moved = 0;
    double wished = 0;
    for (const auto& [wish, chain] : wishes) {
        const double width = static_cast<double>(chain.size() - 1);
        const double lowest = next == std::numeric_limits<double>::lowest() ? 0.0 : next;
        double at = lowest;
        if (wish != last) {
            at = std::max(next, wish - width / 2);
            moved += at - (wish - width / 2);
            wished += 1;
        }
        for (const auto person : chain) {
            placing.column[person] = at;
            at += 1;
        }
        next = at;
    }
    // Pushed to the right only: all of the row goes back by what they were pushed on average.
    for (const auto& [wish, chain] : wishes) {
        for (const auto person : chain) {
            placing.column[person] -= wished > 0 ? moved / wished : 0;
            placing.placed[person] = true;
        }
    }
}

People row_of(const Family& family, const Generations& known, std::optional<int> generation) {
    People row;
    for (std::size_t person = 0; person < known.size(); ++person) {
        if (known[person] == generation) {
            row.push_back(person);
        }
    }
    // Children of the same parents beside each other, the eldest first.
    std::map<People, long> eldest;
    for (const auto person : row) {
        const auto parents = parents_of(family, person);
        const auto found = eldest.emplace(parents, family.people[person].eldest_first).first;
        found->second = std::min(found->second, family.people[person].eldest_first);
    }
    std::ranges::stable_sort(row, {}, [&](std::size_t person) {
        return std::tuple{eldest[parents_of(family, person)], family.people[person].eldest_first};
    });
    return row;
}

void place_everybody(Placing& placing, const Generations& known, int lowest, int highest) {
    const auto place = [&](int generation) {
        const auto row = row_of(placing.family, known, generation);
        if (!row.empty()) {
            place_row(placing, chains_in(placing.family, row));
        }
    };
    place(0);
    for (int generation = 1; generation <= highest; ++generation) {
        place(generation);
    }
    for (int generation = -1; generation >= lowest; --generation) {
        place(generation);
    }
}

} // namespace

SeatingPlan seat(std::span<const Sitter> people, std::span<const KinTie> ties) {
    SeatingPlan plan;
    plan.seats.resize(people.size());
    if (people.empty()) {
        return plan;
    }
    const Family family{people, ties};
    const auto known = generations_of(family);
    int lowest = 0;
    int highest = 0;
    for (const auto& generation : known) {
        lowest = std::min(lowest, generation.value_or(0));
        highest = std::max(highest, generation.value_or(0));
    }
    Placing placing{family, std::vector<double>(people.size()), std::vector<bool>(people.size())};
    place_everybody(placing, known, lowest, highest);
    plan.rows = highest - lowest + 1;
    double leftmost = std::numeric_limits<double>::max();
    for (std::size_t person = 0; person < people.size(); ++person) {
        if (known[person]) {
            leftmost = std::min(leftmost, placing.column[person]);
        }
    }
    if (const auto unrelated = row_of(family, known, std::nullopt); !unrelated.empty()) {
        plan.unrelated_row = plan.rows++;
        double at = leftmost;
        for (const auto person : unrelated) {
            placing.column[person] = at;
            at += 1;
        }
    }
    for (std::size_t person = 0; person < people.size(); ++person) {
        const double column = placing.column[person] - leftmost;
        plan.seats[person] = {column, known[person] ? highest - *known[person] : plan.rows - 1};
        plan.columns = std::max(plan.columns, column + 1);
    }
    return plan;
}

} // namespace gweld::web::draw

// Who holds which family, day after day.
#include "demo/register_plan.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gweld::demo {

namespace {

constexpr int held_before_registration = 15; // working days: while the enquiries are made
constexpr int most_children = 14;

enum class Change { family_comes, worker_leaves, worker_comes };

struct Happening {
    CivilDate on;
    Change change;
    std::size_t which; // family or worker
    std::size_t stay;  // of the family
};

class Allocation {
  public:
    Allocation(std::vector<Case>& cases, const StoryDays& days, const Workdays& workdays,
               const Staff& staff, Chance chance)
        : cases_{cases}, days_{days}, workdays_{workdays}, staff_{staff}, chance_{chance} {}

    void run() {
        for (const auto& happening : happenings()) {
            switch (happening.change) {
            case Change::family_comes:
                take_in(cases_[happening.which], happening);
                break;
            case Change::worker_leaves:
                leave(happening.which, happening.on);
                break;
            case Change::worker_comes:
                come(happening.which, happening.on);
                break;
            }
        }
    }

  private:
    std::vector<Happening> happenings() const {
        std::vector<Happening> all;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            for (std::size_t s = 0; s < cases_[i].stays.size(); ++s) {
                if (cases_[i].script == nullptr) {
                    all.push_back({cases_[i].stays[s].start, Change::family_comes, i, s});
                }
            }
        }
        for (std::size_t i = 0; i < staff_.workers.size(); ++i) {
            const auto& worker = staff_.workers[i];
            if (worker.left) {
                all.push_back({*worker.left, Change::worker_leaves, i, 0});
            }
            if (worker.holds_cases == HoldsCases::yes && worker.joined > days_.opening) {
                all.push_back({worker.joined, Change::worker_comes, i, 0});
            }
        }
        std::ranges::stable_sort(all, {}, &Happening::on);
        return all;
    }

    // By worker: the children on the register whom they hold on the day.
    std::vector<int> loads_on(CivilDate day) const {
        std::vector<int> loads(staff_.workers.size());
        for (const auto& family : cases_) {
            const auto children = family.registered_on(day);
            const auto* held = children == 0 ? nullptr : family.held_on(day);
            if (held != nullptr) {
                loads[held->worker] += static_cast<int>(children);
            }
        }
        return loads;
    }

    // The worker of the story has only the families of the story left on the last day.
    bool may_take(std::size_t worker, const Case& family, CivilDate day) const {
        const auto& who = staff_.workers[worker];
        if (who.holds_cases == HoldsCases::no || !who.works_on(day)) {
            return false;
        }
        const bool soon_gone = who.left && time::days_between(day, *who.left) < 60;
        if (soon_gone) {
            return false;
        }
        const auto& end = family.stays.back().end;
        constexpr int well_before = 60;
        return worker != in_the_story_ ||
               (end && time::days_between(*end, days_.today) > well_before);
    }

    // North's workers hold more since two of its posts are empty.
    int eased(std::size_t worker, CivilDate day) const {
        constexpr int north_holds_more = 2;
        return staff_.workers[worker].team == north && day >= days_.posts_emptied ? north_holds_more
                                                                                  : 0;
    }

    enum class Full { left_out, taken_too };

    std::optional<std::size_t> least_burdened(const Case& family, CivilDate day,
                                              std::optional<std::size_t> team, Full full) {
        std::optional<std::size_t> best;
        int least = std::numeric_limits<int>::max();
        const auto more = static_cast<int>(family.household.children.size());
        const auto loads = loads_on(day);
        for (std::size_t i = 0; i < staff_.workers.size(); ++i) {
            if (!may_take(i, family, day) || (team && staff_.workers[i].team != *team) ||
                (full == Full::left_out && loads[i] + more > most_children)) {
                continue;
            }
            const int now = (loads[i] - eased(i, day)) * 2 + chance_.between(0, 1);
            if (now < least) {
                least = now;
                best = i;
            }
        }
        return best;
    }

    // In the team if somebody there has room, else in another, else whoever has the least.
    std::size_t someone_for(const Case& family, CivilDate day, std::optional<std::size_t> team) {
        for (const auto in : {team, std::optional<std::size_t>{}}) {
            if (const auto worker = least_burdened(family, day, in, Full::left_out)) {
                return *worker;
            }
        }
        return least_burdened(family, day, std::nullopt, Full::taken_too).value();
    }

    // Plans are held until some weeks after the children have left the register.
    std::optional<CivilDate> let_go_after(const Stay& stay) {
        if (!stay.end) {
            return std::nullopt;
        }
        const auto until = workdays_.after(*stay.end, chance_.between(1, 25));
        return until > days_.today ? std::nullopt : std::optional{until};
    }

    void take_in(Case& family, const Happening& comes) {
        const auto worker = someone_for(family, comes.on, std::nullopt);
        const auto& who = staff_.workers[worker];
        family.team = who.team;
        const auto from =
            std::max(who.joined, workdays_.before(comes.on, held_before_registration));
        family.holdings.push_back({worker, from, let_go_after(family.stays[comes.stay])});
    }

    void hand_over(Case& family, CivilDate day, CivilDate taken_on) {
        auto& held = family.holdings.back();
        const auto until = held.until;
        const auto next = someone_for(family, taken_on, family.team);
        held.until = day;
        if (!until || *until > taken_on) {
            family.holdings.push_back({next, taken_on, until});
            family.team = staff_.workers[next].team;
        }
    }

    bool holds(std::size_t worker, const Case& family, CivilDate day) const {
        const auto* held = family.held_on(day);
        return family.script == nullptr && held != nullptr && held->worker == worker &&
               held == &family.holdings.back();
    }

    // In North, when the posts fall empty, some families wait weeks for another worker.
    void leave(std::size_t worker, CivilDate day) {
        for (auto& family : cases_) {
            if (!holds(worker, family, day.plus_days(-1))) {
                continue;
            }
            const bool waits = staff_.workers[worker].team == north && chance_.happens(500);
            hand_over(family, day,
                      waits ? workdays_.after(day, chance_.between(2, 12))
                            : workdays_.on_or_after(day));
        }
    }

    // Whoever comes takes families over from the colleague who has the most.
    void come(std::size_t worker, CivilDate day) {
        constexpr int wanted = 8;
        for (auto& family : cases_) {
            const auto* held = family.held_on(day);
            const auto loads = loads_on(day);
            if (loads[worker] >= wanted || held == nullptr || !holds(held->worker, family, day) ||
                family.stay_on(day) == nullptr ||
                staff_.workers[held->worker].team != staff_.workers[worker].team ||
                loads[held->worker] <= wanted || held->from >= day) {
                continue;
            }
            const auto until = held->until;
            family.holdings.back().until = day;
            family.holdings.push_back({worker, day, until});
        }
    }

    std::vector<Case>& cases_;
    const StoryDays& days_;
    const Workdays& workdays_;
    const Staff& staff_;
    Chance chance_;
    std::size_t in_the_story_ = staff_.named("Catrin Hughes");
};

} // namespace

void allocate(std::vector<Case>& cases, const StoryDays& days, const Workdays& workdays,
              const Staff& staff, Chance chance) {
    Allocation{cases, days, workdays, staff, chance}.run();
}

} // namespace gweld::demo

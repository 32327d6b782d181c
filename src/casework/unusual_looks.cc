#include "casework/unusual_looks.h"

#include "casework/standing.h"
#include "casework/unusual_pairs.h"
#include "protection/chair_diary.h"

#include <algorithm>

namespace gweld::casework {

namespace {

using base::Uuid;
using record::ChainedLook;

constexpr std::string_view offered_pack = "continuity-pack";
constexpr std::string_view guardians_ground = "guardian";
constexpr std::string_view named_here = "unusual-looks";

// Of one worker, in the week.
struct Broad {
    UnusualLook line;
    std::vector<LooksOfPair> pairs; // opened without its being theirs or their team's
    std::size_t refused = 0;        // children
    bool one_after_another = false;
};

UnusualLook line_of(const std::vector<const ChainedLook*>& newest_first) {
    UnusualLook line;
    const auto& newest = *newest_first.front();
    line.worker = newest.worker;
    line.name = newest.name;
    line.role = newest.role;
    line.newest = newest.at;
    line.first = newest_first.back()->at;
    line.times = newest_first.size();
    std::set<Uuid> children;
    for (const auto* look : newest_first) {
        children.insert(look->subject);
        if (line.ground.empty() && look->allowed) {
            line.ground = look->ground;
        }
    }
    line.children = children.size();
    return line;
}

std::vector<const ChainedLook*> all_of(const std::vector<LooksOfPair>& pairs) {
    std::vector<const ChainedLook*> all;
    for (const auto& pair : pairs) {
        for (const auto& look : pair.looks) {
            all.push_back(&look);
        }
    }
    std::ranges::sort(all, std::greater{}, [](const auto* look) { return look->seq; });
    return all;
}

class Week {
  public:
    Week(const record::Reading& reading, CivilDate monday)
        : reading_{reading}, rules_{reading, monday}, from_{time::start_of_day_in_wales(monday)},
          until_{time::start_of_day_in_wales(monday.plus_days(7))},
          week_{monday, monday.plus_days(7), 0, 0, {}} {}

    void take(Uuid worker) {
        std::map<Uuid, LooksOfPair> pairs;
        std::size_t looks = 0;
        for (auto& look : reading_.looks_by(worker, from_)) {
            if (look.at >= until_ || look.subject == worker) {
                continue;
            }
            ++looks;
            auto& pair = pairs[look.subject];
            pair.worker = worker;
            pair.child = look.subject;
            pair.looks.push_back(std::move(look));
        }
        week_.people += looks > 0 ? 1U : 0U;
        week_.looks += looks;
        Broad broad;
        for (auto& [child, pair] : pairs) {
            take(pair, broad);
        }
        finish(std::move(broad));
    }

    UnusualWeek done() {
        std::map<std::string, std::vector<std::size_t>> of_role;
        for (const auto& one : broad_) {
            of_role[one.line.role].push_back(one.pairs.size());
        }
        for (auto& one : broad_) {
            take_broad(one, of_role[one.line.role]);
        }
        std::ranges::sort(week_.lines, [](const auto& a, const auto& b) {
            return a.why.size() != b.why.size() ? a.why.size() > b.why.size() : a.newest > b.newest;
        });
        return std::move(week_);
    }

  private:
    void take(LooksOfPair& pair, Broad& broad) {
        auto why = rules_.met_by(pair);
        const auto& child = rules_.person(pair.child);
        if (!child) {
            return; // what came in at the front door, or not there for this reader
        }
        if (!why.empty()) {
            auto line = line_of(all_of({pair}));
            line.child = pair.child;
            line.child_name = full_name(*child);
            line.child_number = child->number;
            line.why = std::move(why);
            week_.lines.push_back(std::move(line));
        }
        if (pair.refused()) {
            ++broad.refused;
        } else if (!pair.opened() || pair.in_their_hands() || pair.in_their_team()) {
            return;
        }
        broad.pairs.push_back(std::move(pair));
    }

    void finish(Broad broad) {
        if (broad.pairs.empty()) {
            return;
        }
        auto all = all_of(broad.pairs);
        broad.line = line_of(all);
        std::ranges::reverse(all);
        std::erase_if(all, [](const auto* look) { return look->page == offered_pack; });
        broad.one_after_another = comes_one_after_another(all);
        broad_.push_back(std::move(broad));
    }

    void take_broad(Broad& one, std::vector<std::size_t>& of_role) {
        const auto middle = of_role.begin() + static_cast<std::ptrdiff_t>(of_role.size() / 2);
        std::ranges::nth_element(of_role, middle);
        if (one.refused >= refused_children) {
            one.line.why.push_back(Unusual::refused_often);
        }
        if (one.pairs.size() >= many_children && one.pairs.size() > many_times_others * *middle) {
            one.line.why.push_back(Unusual::many);
        }
        if (one.one_after_another) {
            one.line.why.push_back(Unusual::one_after_another);
        }
        if (!one.line.why.empty()) {
            week_.lines.push_back(std::move(one.line));
        }
    }

    const record::Reading& reading_;
    PairRules rules_;
    record::Instant from_;
    record::Instant until_;
    UnusualWeek week_;
    std::vector<Broad> broad_;
};

void log_named(Office& office, record::Writing& tx, const access::Viewer& viewer,
               const UnusualWeek& week) {
    const std::string role{record::name_of(viewer.role)};
    std::set<Uuid> named;
    for (const auto& line : week.lines) {
        if (line.child != Uuid{} && named.insert(line.child).second) {
            tx.log_look({office.clock.now(), viewer.worker, viewer.name, role, line.child,
                         std::string{named_here}, std::string{guardians_ground}, true});
        }
    }
}

} // namespace

base::Result<std::optional<UnusualWeek>, record::StoreFault>
unusual_looks(Office& office, const access::Viewer& viewer, CivilDate in_week) {
    std::optional<UnusualWeek> week;
    if (!access::may_enter(viewer, access::Place::unusual_looks)) {
        return base::Ok{std::move(week)};
    }
    // Read first, and written for what came of it: others do not wait for the reading.
    const auto read = office.store.read([&](const record::Reading& reading) {
        Week whole{reading, protection::monday_of(in_week)};
        for (const auto& account : reading.accounts()) {
            if (account.worker != viewer.worker) {
                whole.take(account.worker);
            }
        }
        week = whole.done();
    });
    if (!read.ok()) {
        return base::Err{read.error()};
    }
    const auto written = office.store.write([&](record::Writing& tx) {
        log_named(office, tx, viewer, *week);
        return record::Keep::yes;
    });
    if (!written.ok()) {
        return base::Err{written.error()};
    }
    return base::Ok{std::move(week)};
}

} // namespace gweld::casework

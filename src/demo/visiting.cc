#include "demo/visiting.h"

#include "demo/lead_story.h"
#include "demo/visit_book.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gweld::demo {

namespace {

using record::Answer;
using record::Place;

constexpr int alone_every = 10; // working days
constexpr int home_every = 28;  // days
constexpr int always = 1000;
constexpr std::size_t everyone = std::numeric_limits<std::size_t>::max();

// School holidays, roughly: nobody is seen at school then.
bool school_open(CivilDate day) {
    const auto ymd = day.ymd();
    const auto month = static_cast<unsigned>(ymd.month());
    const auto date = static_cast<unsigned>(ymd.day());
    const bool summer = (month == 7 && date > 20) || month == 8;
    const bool christmas = (month == 12 && date > 19) || (month == 1 && date < 5);
    const bool half_term = (month == 10 && date > 25) || (month == 2 && date > 15 && date < 23);
    return !summer && !christmas && !half_term;
}

enum class Round { in_time, seen_not_alone, late, attempts_failed, nothing };

// One stay of one family on the register, visit after visit.
class StayVisited {
  public:
    StayVisited(const County& county, const Case& family, const Stay& stay, VisitBook& book,
                Chance chance)
        : county_{county}, family_{family}, stay_{stay}, book_{book}, chance_{chance},
          alone_(family.household.children.size(), stay.start), home_{alone_}, bedroom_{alone_} {}

    // Round after round until the children leave or `until` comes.
    void run(CivilDate until) {
        until_ = until;
        last_ = stay_.start;
        while (!over()) {
            round();
        }
    }

  private:
    int in_time_chance(CivilDate day) const;
    void round();
    void round_in_time(CivilDate due);
    void round_too_late(Round kind, CivilDate due);
    bool over() const { return last_ >= until_ || !most_due(last_); }
    bool here(std::size_t child, CivilDate day) const {
        return registered(family_.household.children[child], stay_, day);
    }
    std::optional<std::size_t> most_due(CivilDate day) const;
    bool can_go(CivilDate day) const { return day > last_ && day < until_ && stay_.contains(day); }
    bool home_is_pressing(CivilDate day) const;
    Place place_for(CivilDate day, std::size_t child);
    std::vector<std::size_t> who_is_there(CivilDate day, Place place, std::size_t child) const;
    void see(CivilDate day, int alone_chance);
    Part part_of(std::size_t child, const Outing& outing, int alone_chance);
    void attempt(CivilDate day);
    void look_in_between(CivilDate next);
    record::Announced announced(Place place);
    Answer bedroom(std::size_t child, CivilDate day);

    const County& county_;
    const Case& family_;
    const Stay& stay_;
    VisitBook& book_;
    Chance chance_;
    std::vector<CivilDate> alone_; // by child: when last seen alone
    std::vector<CivilDate> home_;
    std::vector<CivilDate> bedroom_;
    CivilDate last_ = CivilDate::from_day_number(0);
    CivilDate until_ = CivilDate::from_day_number(0);
};

// In a thousand: how likely the next duty of the family is met in time. The figures are made up;
// tests/demo holds the county to the story they tell.
int StayVisited::in_time_chance(CivilDate day) const {
    constexpr int usual = 822;
    constexpr int worst_north = 390;
    constexpr int worst = 570;
    constexpr int nobody = 120;
    constexpr int december = 12;
    constexpr int december_costs = 50;
    if (family_.script != nullptr) {
        return always;
    }
    if (family_.held_on(day) == nullptr) {
        return nobody;
    }
    int likely = usual + static_cast<int>(family_.team) * 4 -
                 (day.ymd().month() == std::chrono::month{december} ? december_costs : 0);
    if (const int strain = county_.days.months_of_strain(day); strain > 0) {
        likely = family_.team == north               ? std::max(worst_north, 530 - 20 * strain)
                 : family_.team == disabled_children ? 780
                                                     : std::max(worst, 680 - 14 * strain);
    }
    return likely;
}

std::optional<std::size_t> StayVisited::most_due(CivilDate day) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < alone_.size(); ++i) {
        if (here(i, day) && (!found || alone_[i] < alone_[*found])) {
            found = i;
        }
    }
    return found;
}

bool StayVisited::home_is_pressing(CivilDate day) const {
    constexpr int days_before = 8;
    for (std::size_t i = 0; i < home_.size(); ++i) {
        if (here(i, day) && time::days_between(home_[i], day) > home_every - days_before) {
            return true;
        }
    }
    return false;
}

Place StayVisited::place_for(CivilDate day, std::size_t child) {
    constexpr int heeded = 800;
    constexpr int at_school = 480;
    constexpr int at_office = 140;
    constexpr int elsewhere = 25;
    if (home_is_pressing(day) && chance_.happens(heeded)) {
        return Place::home;
    }
    const bool pupil =
        child == everyone ? false : of_school_age(family_.household.children[child], day);
    if (pupil && school_open(day) && chance_.happens(at_school)) {
        return Place::school;
    }
    if (chance_.happens(at_office)) {
        return chance_.happens(500) ? Place::office : Place::other;
    }
    return chance_.happens(elsewhere) ? Place::not_recorded : Place::home;
}

// At school the most due child and whoever goes to the same one; elsewhere everybody.
std::vector<std::size_t> StayVisited::who_is_there(CivilDate day, Place place,
                                                   std::size_t child) const {
    constexpr int secondary_from = 11;
    const auto& children = family_.household.children;
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const bool same_school =
            of_school_age(children[i], day) && (age_on(children[i], day) >= secondary_from) ==
                                                   (age_on(children[child], day) >= secondary_from);
        if (here(i, day) && (place != Place::school || same_school)) {
            there.push_back(i);
        }
    }
    return there;
}

record::Announced StayVisited::announced(Place place) {
    using enum record::Announced;
    constexpr std::array kinds{record::Announced::announced, unannounced, not_recorded};
    constexpr std::array at_home{580, 370, 50};
    constexpr std::array elsewhere{800, 20, 180};
    return kinds.at(chance_.weighted(place == Place::home ? at_home : elsewhere));
}

Answer StayVisited::bedroom(std::size_t child, CivilDate day) {
    const auto review = std::ranges::find_if(stay_.reviews.rbegin(), stay_.reviews.rend(),
                                             [&](CivilDate d) { return d < day; });
    const auto since = review == stay_.reviews.rend() ? stay_.start : *review;
    constexpr int not_yet = 210;
    constexpr int again = 90;
    const bool seen_since = bedroom_[child] > since;
    const auto latest = stay_.reviews.empty() ? stay_.start : stay_.reviews.back();
    if (family_.script != nullptr && since == latest) {
        return Answer::no; // which bedrooms were seen since then is part of the story
    }
    if (chance_.happens(seen_since ? again : not_yet)) {
        bedroom_[child] = day;
        return Answer::yes;
    }
    return chance_.happens(600) ? Answer::no : Answer::not_recorded;
}

Part StayVisited::part_of(std::size_t child, const Outing& outing, int alone_chance) {
    constexpr int seen_chance = 965;
    constexpr int unsaid = 25;
    const bool the_one = outing.parts.empty(); // the most due child comes first
    Part part{child};
    part.seen = the_one || chance_.happens(seen_chance) ? Answer::yes : Answer::no;
    const int chance = the_one ? (alone_chance > 500 ? always : 0) : alone_chance;
    part.alone = part.seen == Answer::yes && chance_.happens(chance) ? Answer::yes
                 : chance_.happens(unsaid)                           ? Answer::not_recorded
                                                                     : Answer::no;
    if (outing.place == Place::home) {
        part.bedroom = bedroom(child, outing.on);
    }
    return part;
}

void StayVisited::see(CivilDate day, int alone_chance) {
    if (!can_go(day)) {
        last_ = std::max(last_, day);
        return;
    }
    const auto first = most_due(day);
    if (!first) {
        last_ = until_;
        return;
    }
    Outing outing{day, place_for(day, *first), {}, {}, {}};
    outing.announced = announced(outing.place);
    auto there = who_is_there(day, outing.place, *first);
    std::ranges::stable_partition(there, [&](std::size_t child) { return child == *first; });
    for (const auto child : there) {
        const auto part = part_of(child, outing, alone_chance);
        const auto due = county_.workdays.after(alone_[child], alone_every);
        if (part.alone == Answer::yes && day <= due) {
            outing.in_time_until = std::min(outing.in_time_until.value_or(due), due);
        }
        outing.parts.push_back(part);
    }
    for (const auto& part : outing.parts) {
        if (part.alone == Answer::yes) {
            alone_[part.child] = day;
        }
        if (part.seen == Answer::yes && outing.place == Place::home) {
            home_[part.child] = day;
        }
    }
    book_.visited(outing);
    last_ = day;
}

void StayVisited::attempt(CivilDate day) {
    using enum record::AttemptFailed;
    constexpr std::array reasons{nobody_home, refused_entry, child_not_there, unsafe_to_go_in,
                                 other};
    constexpr std::array weights{500, 190, 240, 30, 40};
    const auto first = most_due(day);
    if (!can_go(day) || !first) {
        return;
    }
    const auto because = reasons.at(chance_.weighted(weights));
    Outing outing{day, Place::home, announced(Place::home), {}, {}};
    for (const auto child : who_is_there(day, Place::home, *first)) {
        outing.parts.push_back({child});
    }
    book_.attempted(outing, because);
    last_ = day;
}

// Calls that close nothing: somebody looks in, the children are seen together.
void StayVisited::look_in_between(CivilDate next) {
    constexpr int in_a_thousand = 330;
    constexpr int alone_all_the_same = 60;
    const int room = county_.workdays.between(last_, next);
    if (room >= 5 && chance_.happens(in_a_thousand)) {
        see(county_.workdays.after(last_, chance_.between(2, room - 2)), alone_all_the_same);
    }
}

void StayVisited::round_in_time(CivilDate due) {
    constexpr std::array days_before_due{140, 230, 240, 190, 120, 80};
    constexpr int with_brothers_and_sisters = 945;
    constexpr int under_strain = 915;
    const auto& workdays = county_.workdays;
    const auto soonest = workdays.after(last_, 1);
    auto day = workdays.before(due, static_cast<int>(chance_.weighted(days_before_due)));
    day = std::clamp(day, soonest, std::max(soonest, due));
    look_in_between(day);
    see(day, family_.script != nullptr                ? always
             : county_.days.months_of_strain(day) > 0 ? under_strain
                                                      : with_brothers_and_sisters);
}

void StayVisited::round_too_late(Round kind, CivilDate due) {
    constexpr int alone_in_the_end = 930;
    const auto& workdays = county_.workdays;
    const auto just_before = [&] { return workdays.before(due, chance_.between(0, 4)); };
    const auto after = [&](int least, int most) {
        return workdays.after(std::max(due, last_), chance_.between(least, most));
    };
    switch (kind) {
    case Round::seen_not_alone:
        see(std::max(just_before(), workdays.after(last_, 1)), 0);
        see(after(1, 6), alone_in_the_end);
        break;
    case Round::attempts_failed:
        attempt(just_before());
        if (chance_.happens(500)) {
            attempt(after(1, 2));
        }
        see(after(1, 5), alone_in_the_end);
        break;
    case Round::nothing:
        see(after(5, 13), alone_in_the_end);
        break;
    case Round::late:
    case Round::in_time:
        see(after(1, 5), alone_in_the_end);
        break;
    }
}

void StayVisited::round() {
    constexpr std::array reasons{Round::seen_not_alone, Round::late, Round::attempts_failed,
                                 Round::nothing};
    constexpr std::array weights{450, 300, 150, 100};
    const auto before = last_;
    const auto child = *most_due(last_);
    const auto due = county_.workdays.after(alone_[child], alone_every);
    if (chance_.happens(in_time_chance(due))) {
        round_in_time(due);
    } else {
        round_too_late(reasons.at(chance_.weighted(weights)), due);
    }
    if (last_ <= before) {
        last_ = county_.workdays.after(before, 1);
    }
}

} // namespace

void tell_visits(const County& county, const Case& family, Scribe& scribe, Chance chance) {
    VisitBook book{county, family, scribe, chance.branch("book")};
    for (std::size_t i = 0; i < family.stays.size(); ++i) {
        const auto& stay = family.stays[i];
        auto until = stay.end.value_or(county.days.today.next_day());
        if (family.script != nullptr) {
            until = day_of(family.script->visits.front(), county.days, county.workdays);
        }
        StayVisited{county, family, stay, book, chance.branch("stay", i)}.run(until);
    }
    if (family.script == nullptr) {
        return;
    }
    for (const auto& visit : family.script->visits) {
        if (day_of(visit, county.days, county.workdays) > family.stays.back().start) {
            book.scripted(visit);
        }
    }
}

} // namespace gweld::demo

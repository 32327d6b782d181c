#include "demo/staff.h"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

namespace gweld::demo {

namespace {

using record::Role;

struct Post {
    std::string_view name;
    std::string_view job_title;
    Role role;
    std::size_t team;
    HoldsCases holds_cases;
    WritesIn writes_in;
    std::string_view story; // which days they came and went; empty: there throughout
};

constexpr std::size_t south = 1;
constexpr std::size_t east = 2;
constexpr std::size_t west = 3;

constexpr std::array team_names{"North", "South", "East", "West", "Disabled children"};

constexpr auto yes = HoldsCases::yes;
constexpr auto no = HoldsCases::no;
constexpr auto en = WritesIn::english;
constexpr auto cy = WritesIn::welsh;
constexpr std::string_view social_worker = "Social worker";
constexpr std::string_view senior = "Senior social worker";
constexpr std::string_view team_manager = "Team manager";
constexpr std::string_view reviewing_officer = "Independent reviewing officer";

// Two posts in North have been empty since the day `left-emptied`; one was filled for a while by
// an agency worker. All made up.
constexpr std::array posts{
    Post{"Eleri Vaughan", "Head of children's services", Role::head_of_service, north, no, en, ""},
    Post{"Dewi Parry", "Duty social worker", Role::duty_worker, north, no, en, ""},
    Post{"Rhian Ellis", team_manager, Role::team_manager, north, no, en, ""},
    Post{"Huw Pritchard", team_manager, Role::team_manager, south, no, en, ""},
    Post{"Delyth Morgan", team_manager, Role::team_manager, east, no, en, ""},
    Post{"Anthony Clarke", team_manager, Role::team_manager, west, no, en, ""},
    Post{"Mair Griffiths", team_manager, Role::team_manager, disabled_children, no, en, ""},
    Post{"Catrin Hughes", social_worker, Role::social_worker, north, yes, cy, ""},
    Post{"Steffan Roberts", senior, Role::social_worker, north, yes, cy, ""},
    Post{"Zainab Aziz", social_worker, Role::social_worker, north, yes, en, ""},
    Post{"Owain Beynon", social_worker, Role::social_worker, north, yes, en, "left-emptied"},
    Post{"Laura Skyrme", senior, Role::social_worker, north, yes, en, "left-emptied"},
    Post{"Marc Tovey", "Social worker (agency)", Role::social_worker, north, yes, en, "agency"},
    Post{"Bethan Lloyd-Price", senior, Role::social_worker, south, yes, en, ""},
    Post{"Joanna Kowalczyk", social_worker, Role::social_worker, south, yes, en, ""},
    Post{"Peter Hale", social_worker, Role::social_worker, south, yes, en, "left-long-ago"},
    Post{"Tom Harries", social_worker, Role::social_worker, south, yes, cy, "came-long-ago"},
    Post{"Gwenno Parri", social_worker, Role::social_worker, east, yes, cy, ""},
    Post{"Nia Bowen", social_worker, Role::social_worker, east, yes, cy, "left-last-winter"},
    Post{"Samuel Okafor", social_worker, Role::social_worker, east, yes, en, "came-last-winter"},
    Post{"Lowri Haf Jones", senior, Role::social_worker, west, yes, cy, ""},
    Post{"Michael Doyle", social_worker, Role::social_worker, west, yes, en, ""},
    Post{"Siân Prosser", senior, Role::social_worker, disabled_children, yes, en, ""},
    Post{"Gwenan Ellis", reviewing_officer, Role::reviewing_officer, north, no, cy, ""},
    Post{"Iolo Mathias", reviewing_officer, Role::reviewing_officer, north, no, en, ""},
    // Whoever holds families of the register is told of one by one; these hold others.
    Post{"Carys Tomos", team_manager, Role::team_manager, assessment, no, cy, ""},
    Post{"Aled Fychan", senior, Role::social_worker, assessment, no, cy, ""},
    Post{"Priya Nair", social_worker, Role::social_worker, assessment, no, en, ""},
    Post{"Gareth Weale", social_worker, Role::social_worker, assessment, no, en, ""},
    Post{"Hannah Trow", social_worker, Role::social_worker, assessment, no, en, ""},
    Post{"Menna Iorwerth", social_worker, Role::social_worker, assessment, no, cy, ""},
    Post{"Dafydd Rhun", social_worker, Role::social_worker, assessment, no, cy, ""},
};

struct Stretch {
    CivilDate joined;
    std::optional<CivilDate> left;
};

Stretch stretch_of(std::string_view story, const StoryDays& days) {
    constexpr int agency_begins_after = 40;
    constexpr int agency_left_before = 24;
    constexpr int long_ago = -14;
    constexpr int last_winter = -9;
    constexpr int handover = 18;
    if (story == "left-emptied") {
        return {days.opening, days.posts_emptied};
    }
    if (story == "agency") {
        return {days.posts_emptied.plus_days(agency_begins_after),
                days.today.plus_days(-agency_left_before)};
    }
    const auto changed =
        days.today.plus_months_clipped(story.ends_with("long-ago") ? long_ago : last_winter);
    if (story.starts_with("left")) {
        return {days.opening, changed};
    }
    return {story.starts_with("came") ? changed.plus_days(-handover) : days.opening, std::nullopt};
}

base::Uuid fresh(const StoryDays& days, Chance& chance) {
    std::array<std::uint8_t, 10> noise{};
    for (auto& byte : noise) {
        byte = static_cast<std::uint8_t>(chance.bits());
    }
    return base::uuid_at(time::start_of_day_in_wales(days.opening).time_since_epoch().count(),
                         noise);
}

} // namespace

Staff staff_of(const StoryDays& days, Chance chance) {
    Staff staff;
    for (const auto* name : team_names) {
        staff.teams.push_back(
            {TeamId{fresh(days, chance)}, "T" + std::to_string(staff.teams.size() + 1), name});
    }
    constexpr int first_number = 4101;
    constexpr int first_registration = 9900101; // none is issued with so high a number
    for (const auto& post : posts) {
        const auto n = static_cast<int>(staff.workers.size());
        const auto stretch = stretch_of(post.story, days);
        staff.workers.push_back(
            {WorkerId{fresh(days, chance)}, "W" + std::to_string(first_number + n),
             std::string{post.name}, std::string{post.job_title},
             "W/" + std::to_string(first_registration + n), post.role, post.team, post.holds_cases,
             post.writes_in, stretch.joined, stretch.left});
    }
    staff.teams.push_back({TeamId{fresh(days, chance)}, "T6", "Assessment"});
    return staff;
}

namespace {

template <class Wanted> std::size_t first_who(const Staff& staff, const Wanted& wanted) {
    const auto found = std::ranges::find_if(staff.workers, wanted);
    if (found == staff.workers.end()) {
        throw std::logic_error{"demo: nobody holds that post"};
    }
    return static_cast<std::size_t>(found - staff.workers.begin());
}

} // namespace

std::size_t Staff::named(std::string_view name) const {
    return first_who(*this, [&](const Worker& worker) { return worker.name == name; });
}

std::size_t Staff::manager_of(std::size_t team) const {
    return first_who(*this, [&](const Worker& worker) {
        return worker.role == Role::team_manager && worker.team == team;
    });
}

std::size_t Staff::head_of_service() const {
    return first_who(*this,
                     [](const Worker& worker) { return worker.role == Role::head_of_service; });
}

std::size_t Staff::duty_worker() const {
    return first_who(*this, [](const Worker& worker) { return worker.role == Role::duty_worker; });
}

std::vector<std::size_t> Staff::chairs() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < workers.size(); ++i) {
        if (workers[i].role == Role::reviewing_officer) {
            found.push_back(i);
        }
    }
    return found;
}

std::string_view Staff::team_name_of(const Worker& worker) const {
    const bool of_a_team = worker.role == Role::social_worker || worker.role == Role::team_manager;
    return of_a_team ? std::string_view{teams[worker.team].name} : std::string_view{};
}

} // namespace gweld::demo

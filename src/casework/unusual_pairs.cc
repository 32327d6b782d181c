#include "casework/unusual_pairs.h"

#include "casework/connections.h"
#include "casework/looking.h"
#include "people/names.h"

#include <algorithm>
#include <array>

namespace gweld::casework {

namespace {

using base::Uuid;
using record::ChainedLook;

constexpr std::string_view search_result = "search-result";
constexpr std::size_t most_of_a_name_read = 60;

std::string surname_of(const std::string& name) {
    const auto folded = people::fold(name);
    const auto space = folded.rfind(' ');
    return space == std::string::npos ? folded : folded.substr(space + 1);
}

bool at_night(const ChainedLook& look) {
    const auto time = time::wall_time_in_wales(look.at).since_midnight;
    return look.allowed && look.page != search_result &&
           (time >= night_from || time < night_until) &&
           look.role != record::name_of(record::Role::duty_worker);
}

bool on_ground(const ChainedLook& look, std::initializer_list<access::Ground> grounds) {
    return look.allowed && std::ranges::any_of(grounds, [&](access::Ground ground) {
               return look.ground == access::name_of(ground);
           });
}

std::size_t days_opened(const LooksOfPair& pair) {
    std::set<CivilDate> days;
    for (const auto& look : pair.looks) {
        if (look.page != search_result && look.allowed) {
            days.insert(time::date_in_wales(look.at));
        }
    }
    return days.size();
}

} // namespace

bool LooksOfPair::opened() const {
    return std::ranges::any_of(
        looks, [](const auto& look) { return look.allowed && look.page != search_result; });
}

bool LooksOfPair::refused() const {
    return std::ranges::none_of(looks, [](const auto& look) { return look.allowed; });
}

bool LooksOfPair::in_their_hands() const {
    using access::Ground;
    return std::ranges::any_of(looks, [](const auto& look) {
        return on_ground(
            look, {Ground::own_allocation, Ground::family_allocation, Ground::chairs_conference});
    });
}

bool LooksOfPair::in_their_team() const {
    using access::Ground;
    return std::ranges::any_of(looks, [](const auto& look) {
        return on_ground(look, {Ground::team_allocation, Ground::nobody_allocated});
    });
}

PairRules::PairRules(const record::Reading& reading, CivilDate monday)
    : reading_{reading}, monday_{monday} {}

const std::optional<record::PersonRow>& PairRules::person(Uuid child) {
    const auto [place, fresh] = people_.try_emplace(child);
    if (fresh) {
        place->second = reading_.person(child);
    }
    return place->second;
}

bool PairRules::of_few(const std::string& surname) {
    const auto [place, fresh] = few_.try_emplace(surname, false);
    if (fresh && !surname.empty()) {
        const auto found = reading_.people_named({surname}, most_of_a_name_read);
        const auto same = std::ranges::count_if(
            found, [&](const auto& one) { return people::fold(one.surname) == surname; });
        place->second =
            found.size() < most_of_a_name_read && static_cast<std::size_t>(same) <= few_of_a_name;
    }
    return place->second;
}

bool PairRules::lives_in_own_street(const LooksOfPair& pair) {
    const auto [place, fresh] = own_postcodes_.try_emplace(pair.worker);
    if (fresh) {
        for (const auto& declared : reading_.connections_of(pair.worker)) {
            if (!declared.postcode.empty()) {
                place->second.insert(declared.postcode);
            }
        }
    }
    if (place->second.empty()) {
        return false;
    }
    const auto day = monday_.day_number();
    return std::ranges::any_of(reading_.addresses_of(pair.child), [&](const auto& address) {
        return address.from_day <= day + 6 && (!address.until_day || day < *address.until_day) &&
               place->second.contains(address.postcode);
    });
}

std::vector<Unusual> PairRules::met_by(const LooksOfPair& pair) {
    std::vector<Unusual> why;
    const auto& child = person(pair.child);
    if (!child || pair.in_their_hands()) {
        return why;
    }
    const auto surname = people::fold(child->surname);
    if (surname == surname_of(pair.looks.front().name) && of_few(surname)) {
        why.push_back(Unusual::own_surname);
    }
    if (lives_in_own_street(pair)) {
        why.push_back(Unusual::own_street);
    }
    if (declared_by_another(reading_, *child, pair.worker, monday_)) {
        why.push_back(Unusual::colleagues_family);
    }
    if (!pair.in_their_team()) {
        if (std::ranges::any_of(pair.looks, at_night)) {
            why.push_back(Unusual::at_night);
        }
        if (days_opened(pair) >= days_come_back) {
            why.push_back(Unusual::came_back);
        }
    }
    if (!why.empty() && had_to_do_with(pair)) {
        why.clear();
    }
    return why;
}

bool PairRules::had_to_do_with(const LooksOfPair& pair) const {
    const auto from = monday_.plus_days(-had_to_do_days);
    const auto until = monday_.plus_days(7 + had_to_do_days);
    const auto allocations = reading_.allocations_of(pair.child);
    if (std::ranges::any_of(allocations, [&](const auto& row) {
            return row.worker == pair.worker && row.from_day < until.day_number() &&
                   (!row.until_day || from.day_number() < *row.until_day);
        })) {
        return true;
    }
    const auto entries = reading_.about(pair.child, 0);
    return std::ranges::any_of(entries, [&](const auto& entry) {
        const auto day = time::date_in_wales(entry.recorded_at);
        return entry.recorded_by.worker == pair.worker && from <= day && day < until;
    });
}

bool comes_one_after_another(const std::vector<const ChainedLook*>& looks) {
    std::map<Uuid, std::size_t> among;
    std::size_t oldest = 0;
    for (const auto* look : looks) {
        ++among[look->subject];
        while (look->at - looks[oldest]->at > in_so_short_a_time) {
            const auto left = among.find(looks[oldest]->subject);
            if (--left->second == 0) {
                among.erase(left);
            }
            ++oldest;
        }
        if (among.size() >= children_in_a_row) {
            return true;
        }
    }
    return false;
}

} // namespace gweld::casework
